// How fast the OpenCL engine trains and draws boundaries, beside OpenBLAS's matrix product on the same cores in the same run.
//
//   actiscope_bench               the table of the README
//   actiscope_bench --all         a pair of every activation as well
//   actiscope_bench --quick       a few milliseconds of each: whether it runs at all
//   actiscope_bench --peer FILE   the table, then against PyTorch: FILE is tests/bench/peer_pytorch.py, run by python3 in turn with the engine
//   actiscope_bench --alone       what one model gains from all cores, for networks and batches whose step takes 2 ms or more
//   actiscope_bench --images      the ready experiment of Fashion-MNIST; tests/bench/peer_keras.py says what Keras 3 on JAX takes for it
//   actiscope_bench --chart       rates over samples, widths and layers as CSV (tests/bench/plot_scaling.py draws them)
//
// A training step counts 6 · weights · samples FLOPs, a prediction 2 · weights · samples: the boundary's, and that of the test set
// after every step, which the program needs for its curves. The pair's rate is printed for its steps alone, too.
#include "core/activations/builtin_activations.h"
#include "core/base/errors.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/bench/contenders.h"

#include <cblas.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <sstream>

using namespace actiscope;
using namespace actiscope::bench;

namespace {

/** A folder of our own for the driver's programs (PoCL keeps them on disk), empty at first. */
class OwnCache {
public:
    OwnCache()
        : m_folder(std::filesystem::temp_directory_path()
                   / ("actiscope_bench_" + std::to_string(std::rand() ^ static_cast<int>(time(nullptr)))))
    {
        std::filesystem::create_directories(m_folder);
        setenv("POCL_CACHE_DIR", m_folder.c_str(), 1);
    }
    ~OwnCache()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    OwnCache(const OwnCache &) = delete;
    OwnCache &operator=(const OwnCache &) = delete;

private:
    std::filesystem::path m_folder;
};

/** What a command prints. */
std::string outputOf(const std::string &command)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(popen(command.c_str(), "r"), pclose);
    std::string text;
    std::array<char, 256> part;
    while (pipe && std::fgets(part.data(), part.size(), pipe.get()))
        text += part.data();
    return text;
}

/** In a process of its own: seconds from nothing to the first epoch of the default pair. */
int printLaunchTime(const char *programs)
{
    const double seconds = secondsOf([&] {
        const auto backend = makeOpenClBackend(0, std::nullopt, programs);
        backend->load(makeCohort(defaultExperiment()));
        backend->advance(1);
    });
    std::printf("%.3f\n", seconds);
    return 0;
}

/** In a process of its own: MiB that 4096 default models take while they train. */
int printMemory()
{
    const auto peak = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return static_cast<double>(usage.ru_maxrss) / 1024;
    };
    const auto backend = makeOpenClBackend(0);
    backend->load(makeCohort(defaultExperiment()));
    backend->advance(1);
    const double before = peak();
    backend->load(cohortOf(defaultExperiment(), maxCohort));
    backend->advance(2);
    std::printf("%.0f\n", peak() - before);
    return 0;
}

const Contender &named(const std::vector<Contender> &contenders, const std::string &name)
{
    return *std::ranges::find(contenders, name, &Contender::name);
}

Contender pairOf(std::string_view id, const KernelTuning &tuning, bool quick)
{
    const ActivationSpec spec = parseActivationSpec(id);
    return trainingContender(std::string(id) + " pair", makeCohort(experimentWith({spec, spec})), tuning, quick ? 2 : 100);
}

constexpr std::array mixedActivations = {"relu", "leaky_relu", "prelu", "elu", "gelu", "tanh", "sigmoid", "silu"};

/** 256 models of eight activations at once, as fast as their pairs would be one after the other. */
void printMixedCohort(const std::vector<Contender> &contenders)
{
    Contender pairs{"pairs", 0, {}, {}};
    for (const char *id : mixedActivations) {
        const std::string name = std::string(id) + " pair";
        const Contender &pair = named(contenders, name);
        pairs.flops += pair.flops;
        pairs.seconds.resize(pair.seconds.size());
        for (std::size_t round = 0; round < pair.seconds.size(); ++round)
            pairs.seconds[round] += pair.seconds[round];
    }
    printRatio("256 models of 8 activations, to those activations' pairs", ratio(named(contenders, "256 models, 8 activations"), pairs),
               "0.95");
}

/** What the table does not show: ratios of its rows to one another, and the pair by its steps alone. */
void printRatios(const std::vector<Contender> &contenders, const Experiment &standard, bool quick)
{
    const auto points = makeCohort(standard).data;
    const double steps = 6.0 * static_cast<double>(points->train.count());
    const Ratio pair = ratio(named(contenders, "relu + leaky_relu"), contenders.front());
    const double share = steps / (steps + 2.0 * static_cast<double>(points->test.count()));
    printRatio("the pair to sgemm", pair, "0.9");
    printRatio("the same, its steps alone counted", {pair.median * share, pair.lowest * share, pair.highest * share}, "none");
    printRatio("256 models to the pair", ratio(named(contenders, "256 models, relu + leaky_relu"), named(contenders, "relu + leaky_relu")),
               "0.95");
    if (!quick)
        printMixedCohort(contenders);
    printRatio("batches of 32 to full batch",
               ratio(named(contenders, "relu + leaky_relu, batches of 32"), named(contenders, "relu + leaky_relu")), "0.5");
    printRatio("one model, all cores to one core",
               ratio(named(contenders, "one model of 2 ms a step, all cores"), named(contenders, "one model of 2 ms a step, one core")),
               "1.7");
}

void runTable(bool quick, bool all)
{
    const KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0));
    std::vector<Contender> contenders = {sgemmContender(quick)};
    const Experiment standard = defaultExperiment();
    const int epochs = quick ? 1 : 0;
    contenders.push_back(trainingContender("relu + leaky_relu", makeCohort(standard), tuning, quick ? 2 : 100));
    for (const char *activation : {"relu", "leaky_relu", "tanh", "gelu"})
        contenders.push_back(boundaryContender(activation, quick, tuning));
    for (const Activation &activation : activations()) {
        constexpr std::array usual = {"relu", "leaky_relu", "prelu", "elu", "selu", "gelu", "silu", "mish", "softplus", "sigmoid", "tanh"};
        if (all || (!quick && std::ranges::find(usual, activation.id) != usual.end()) || activation.id == "gelu")
            contenders.push_back(pairOf(activation.id, tuning, quick));
    }
    contenders.push_back(trainingContender("256 models, relu + leaky_relu", cohortOf(standard, quick ? 4 : 256), tuning, epochs));
    if (!quick) {
        std::vector<ActivationSpec> mixed;
        for (const char *id : mixedActivations)
            mixed.push_back(parseActivationSpec(id));
        contenders.push_back(trainingContender("256 models, 8 activations", cohortOf(experimentWith(mixed), 256), tuning, epochs));
    }
    Experiment batches = standard;
    batches.batchSize = 32;
    contenders.push_back(trainingContender("relu + leaky_relu, batches of 32", makeCohort(batches), tuning, quick ? 1 : 100));
    KernelTuning alone = tuning;
    alone.divisionFlops = 1e300;
    const Cohort single = quick ? noiseCohort({2, {128, 128}, 2}, {"relu"}, 1600, 320) : cohortOfOneStep(2e-3, alone);
    contenders.push_back(trainingContender("one model of 2 ms a step, one core", single, alone, epochs));
    contenders.push_back(trainingContender("one model of 2 ms a step, all cores", single, tuning, epochs));
    Cohort images = noiseCohort({784, {128}, 10}, {"relu", "leaky_relu"}, quick ? 320 : 60000, quick ? 10 : 1000);
    images.batchSize = 32;
    contenders.push_back(trainingContender("784-128-10 pair, batches of 32", images, tuning, 1));
    measureInTurn(contenders, quick ? 1 : 15);
    printTable(contenders);
    std::printf("\n");
    printRatios(contenders, standard, quick);
}

/** The default experiment against PyTorch's, in turn. */
void runPeer(const std::string &script)
{
    const KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0));
    std::vector<Contender> ours = {lessonContender(tuning), trainingContender("training", makeCohort(defaultExperiment()), tuning, 100)};
    std::map<std::string, std::vector<double>> peers;
    for (int round = 0; round < 5; ++round) {
        measureInTurn(ours, 5);
        std::istringstream lines(outputOf("/usr/bin/python3 '" + script + "'"));
        std::string name;
        double milliseconds = 0;
        while (lines >> name >> milliseconds)
            peers[name].push_back(milliseconds);
    }
    if (peers.empty())
        throw std::runtime_error(script + ": printed nothing; python3-torch and python3-sklearn are needed");
    std::printf("\n");
    for (const Contender &contender : ours)
        std::printf("%-40s %10.2f ms\n", contender.name.c_str(), 1e3 * median(contender.seconds));
    for (const auto &[name, milliseconds] : peers) {
        const Contender &mine = ours[name.starts_with("lesson") ? 0 : 1];
        std::printf("PyTorch %-32s %10.2f ms, %.1f times\n", name.c_str(), median(milliseconds),
                    median(milliseconds) / (1e3 * median(mine.seconds)));
    }
}

/** All models and epochs of the article's experiment. */
void runImages(bool quick)
{
    std::vector<Contender> contenders = {sgemmContender(quick), imagesContender(quick, KernelTuning::forDevice(allOpenClDevices().at(0)))};
    measureInTurn(contenders, quick ? 1 : 5);
    printTable(contenders);
    const Ratio rate = ratio(contenders[1], contenders[0]);
    std::printf("to sgemm in the same round %.2f (%.2f - %.2f)\n\n", rate.median, rate.lowest, rate.highest);
}

/** A network whose step takes one core 2 ms or more. */
struct LongStep {
    const char *name;
    NetworkShape shape;
    int samples;
    int batchSize;
};

std::vector<LongStep> longSteps()
{
    const std::vector<int> fourOf256(4, 256), eightOf512(8, 512);
    return {{"2-128-128-2, 2000 samples", {2, {128, 128}, 2}, 2000, 0},
            {"2-512-2, 8000 samples", {2, {512}, 2}, 8000, 0},
            {"784-128-10, 2000 samples", {784, {128}, 10}, 2000, 0},
            {"784-512-512-10, batches of 128", {784, {512, 512}, 10}, 512, 128},
            {"four layers of 256, 800 samples", {2, fourOf256, 2}, 800, 0},
            {"four layers of 256, batches of 256", {2, fourOf256, 2}, 1024, 256},
            {"eight layers of 512, 800 samples", {2, eightOf512, 2}, 800, 0},
            {"eight layers of 512, batches of 128", {2, eightOf512, 2}, 512, 128},
            {"784-512-512-10, batches of 32", {784, {512, 512}, 10}, 512, 32},
            {"four layers of 256, batches of 100", {2, fourOf256, 2}, 800, 100},
            {"eight layers of 512, batches of 64", {2, eightOf512, 2}, 256, 64},
            {"eight layers of 512, batches of 8", {2, eightOf512, 2}, 64, 8}};
}

/** One model on all cores, to the same on one core, and a model for each of two cores: what there is to gain. */
void runAlone()
{
    constexpr std::size_t testSamples = 32;
    const KernelTuning all = KernelTuning::forDevice(allOpenClDevices().at(0));
    KernelTuning one = all;
    one.divisionFlops = 1e300;
    const std::vector<LongStep> cases = longSteps();
    std::vector<Contender> contenders;
    for (const LongStep &each : cases) {
        Cohort cohort = noiseCohort(each.shape, {"relu"}, static_cast<std::size_t>(each.samples), testSamples);
        cohort.batchSize = each.batchSize;
        contenders.push_back(trainingContender(each.name, cohort, one));
        contenders.push_back(trainingContender(each.name, cohort, all));
        cohort.models.push_back(cohort.models.front());
        contenders.push_back(trainingContender(each.name, cohort, one));
    }
    measureInTurn(contenders, 15);
    std::printf("%-40s %10s %10s %20s %12s\n", "one model", "ms a step", "GFLOP/s", "all cores to one", "two models");
    for (std::size_t i = 0; i < contenders.size(); i += 3) {
        const LongStep &each = cases[i / 3];
        const Contender &alone = contenders[i];
        const double rate = alone.flops / median(alone.seconds);
        const double step =
            6.0 * static_cast<double>(each.shape.weightCount()) * (each.batchSize > 0 ? each.batchSize : each.samples) / rate;
        const Ratio gain = ratio(contenders[i + 1], alone);
        std::printf("%-40s %10.2f %10.1f %6.2f (%.2f - %.2f) %12.2f\n", each.name, 1e3 * step, 1e-9 * rate, gain.median, gain.lowest,
                    gain.highest, ratio(contenders[i + 2], alone).median);
    }
}

/** The rate of the pair over one size at a time. Neighbours that differ by more than a factor of two are named on standard error. */
void runChart()
{
    const KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0));
    std::vector<Contender> contenders = {sgemmContender(false)};
    std::vector<std::pair<std::string, int>> places = {{"sgemm", 0}};
    const auto add = [&](const char *series, int x, const NetworkShape &shape, int samples) {
        constexpr std::size_t testSamples = 200;
        const Cohort cohort = noiseCohort(shape, {"relu", "leaky_relu"}, static_cast<std::size_t>(samples), testSamples);
        contenders.push_back(trainingContender(series, cohort, tuning));
        contenders.back().flops *= 6.0 * samples / (6.0 * samples + 2.0 * testSamples); // the steps alone
        places.emplace_back(series, x);
    };
    for (const int samples : {100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600, 51200, 100000})
        add("samples", samples, {2, {64, 64}, 2}, samples);
    for (const int width : {16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 224, 256})
        add("width", width, {2, {width, width}, 2}, 800);
    for (int layers = 1; layers <= 8; ++layers)
        add("layers", layers, {2, std::vector<int>(static_cast<std::size_t>(layers), 64), 2}, 800);
    measureInTurn(contenders, 9);
    std::printf("series,x,gflops\n");
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        std::printf("%s,%d,%.2f\n", places[i].first.c_str(), places[i].second, bestRate(contenders[i]));
        const double change = i > 0 ? bestRate(contenders[i]) / bestRate(contenders[i - 1]) : 1;
        if (i > 1 && places[i].first == places[i - 1].first && (change > 2 || change < 0.5))
            std::fprintf(stderr, "%s: from %d to %d the rate changes by a factor of %.2f\n", places[i].first.c_str(), places[i - 1].second,
                         places[i].second, change);
    }
}

void printLaunches(const char *program)
{
    const auto launch = [&](const char *programs) {
        const std::string seconds = outputOf(std::string(program) + " --launch '" + programs + "'");
        return std::strtod(seconds.c_str(), nullptr);
    };
    constexpr int rounds = 7;
    const auto print = [](const char *how, const std::vector<double> &seconds) {
        std::printf("first epoch of the default pair in a new process, %s: %.2f s\n", how, median(seconds));
    };
    std::vector<double> empty;
    std::vector<double> full;
    if (std::filesystem::exists(ACTISCOPE_PROGRAMS "/prepared")) {
        for (int i = 0; i < rounds; ++i) {
            const OwnCache cache;
            empty.push_back(launch(ACTISCOPE_PROGRAMS));
            full.push_back(launch(ACTISCOPE_PROGRAMS));
        }
        print("with the programs that the build prepared and an empty cache", empty);
        print("the same with a full cache", full);
    } else {
        std::printf("no programs are prepared: ACTISCOPE_PREPARE_PROGRAMS is off\n");
    }
    const OwnCache cache;
    print("without prepared programs and with an empty cache", {launch("")});
    full.clear();
    for (int i = 0; i < rounds; ++i)
        full.push_back(launch(""));
    print("the same with a full cache", full);
    std::printf("4096 default models: %s MiB\n\n", outputOf(std::string(program) + " --memory | tr -d '\\n'").c_str());
}

int run(int argc, char **argv)
{
    const std::string option = argc > 1 ? argv[1] : "";
    const bool takesPath = option == "--peer" || option == "--launch";
    const bool isKnown = option.empty() || option == "--all" || option == "--quick" || option == "--alone" || option == "--images" || option == "--chart"
                         || option == "--memory" || takesPath;
    if (!isKnown || (argc == 3) != takesPath) {
        std::fprintf(stderr, "%s: not an option; accepted: --all, --quick, --alone, --images, --chart, --peer FILE\n", option.c_str());
        return 2;
    }
    if (option == "--launch" && argc == 3)
        return printLaunchTime(argv[2]);
    if (option == "--memory")
        return printMemory();
    const auto devices = openClDevices();
    if (devices.empty())
        throw BackendError("clGetPlatformIDs", "there is no OpenCL platform");
    openblas_set_num_threads(static_cast<int>(devices[0].computeUnits));
    if (option == "--chart") {
        runChart();
        return 0;
    }
    std::printf("%s, %s, %u compute units\n", devices[0].name.c_str(), devices[0].version.c_str(), devices[0].computeUnits);
    if (option == "--alone") {
        runAlone();
        return 0;
    }
    if (option == "--images" || option == "--quick")
        runImages(option == "--quick");
    if (option == "--images")
        return 0;
    const OwnCache cache;
    if (option != "--quick")
        printLaunches(argv[0]);
    runTable(option == "--quick", option == "--all");
    if (option == "--peer")
        runPeer(argv[2]);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        letOpenBlasChoose(argv);
        return run(argc, argv);
    } catch (const BackendError &error) {
        std::fprintf(stderr, "%s\n%s\n", error.what(), error.log().c_str());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}
