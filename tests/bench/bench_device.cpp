// How fast one OpenCL device is, for tests/gpu/on_device.sh: one line of JSON. A step is of the whole cohort, Adam; test figures of every epoch are within it.
//
//   actiscope_bench_device [--device N] [--kernel cpu|gpu|gpu-fp32] [--quick]
//   actiscope_bench_device --launch [--device N] [--kernel …]     seconds from nothing to the first epoch of the default pair
//
// With --quick one round of few epochs: whether it runs at all.
#include "core/base/errors.h"
#include "core/training/boundary.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/bench/cohorts.h"
#include "tests/bench/stopwatch.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace actiscope;
using namespace actiscope::bench;

namespace {

struct Options {
    std::size_t device = 0;
    std::optional<KernelChoice> kernel;
    bool isQuick = false;
    bool isLaunch = false;
};

Options parsed(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string option = argv[i], value = i + 1 < argc ? argv[i + 1] : "";
        if (option == "--quick")
            options.isQuick = true;
        else if (option == "--launch")
            options.isLaunch = true;
        else if (option == "--device" && !value.empty() && value.find_first_not_of("0123456789") == std::string::npos)
            options.device = std::stoul(argv[++i]);
        else if (option == "--kernel" && kernelNamed(value))
            options.kernel = kernelNamed(argv[++i]);
        else
            throw std::invalid_argument(option + " " + value + ": accepted are --device N, --kernel cpu|gpu|gpu-fp32, --quick, --launch");
    }
    return options;
}

KernelTuning tuningOf(const Options &options)
{
    const std::vector<cl::Device> devices = allOpenClDevices();
    if (options.device >= devices.size())
        throw std::invalid_argument("--device " + std::to_string(options.device) + ": there are " + std::to_string(devices.size()) + " OpenCL devices");
    return KernelTuning::forDevice(devices[options.device], options.kernel);
}

/** Milliseconds a step: the least of some rounds that take about a fifth of a second each, after one that nobody counts. */
double stepOf(const Options &options, const Cohort &cohort)
{
    const auto backend = makeOpenClBackend(options.device, tuningOf(options));
    backend->load(cohort);
    backend->advance(1);
    const double once = secondsOf([&] { backend->advance(1); });
    constexpr double round = 0.2;
    const int epochs = options.isQuick ? 1 : std::clamp(static_cast<int>(round / once), 1, 2000), rounds = options.isQuick ? 1 : 5;
    double least = INFINITY;
    for (int i = 0; i < rounds; ++i)
        least = std::min(least, secondsOf([&] { backend->advance(epochs); }));
    return 1e3 * least / (epochs * static_cast<double>(cohort.batches()));
}

/** Of the first model of the default pair. */
double boundaryOfPair(const Options &options)
{
    const Cohort cohort = makeCohort(defaultExperiment());
    GridSpec grid = gridAround(cohort.data->all, 1.0, 0.01);
    grid.width = 602;
    grid.height = 448;
    const std::vector<float> points = gridPoints(grid);
    const auto backend = makeOpenClBackend(options.device, tuningOf(options));
    backend->load(cohort);
    backend->advance(10);
    double least = INFINITY;
    for (int i = 0; i < (options.isQuick ? 2 : 20); ++i)
        least = std::min(least, secondsOf([&] { backend->predict(0, points); }));
    return 1e3 * least;
}

Cohort imageCohort(bool isQuick)
{
    const std::size_t models = isQuick ? 2 : 64;
    Cohort cohort = noiseCohort({784, {128}, 10}, {"relu", "leaky_relu"}, isQuick ? 64 : 6400, isQuick ? 10 : 1000);
    for (const std::vector<ModelSetup> pair = cohort.models; cohort.models.size() < models;)
        cohort.models.push_back(pair[cohort.models.size() % pair.size()]);
    cohort.batchSize = 32;
    return cohort;
}

void printCase(const char *name, double milliseconds)
{
    std::printf("%s\"%s\": %.5f", std::string_view(name) == "2" ? "" : ", ", name, milliseconds);
    std::fflush(stdout);
}

void printSpeeds(const Options &options)
{
    const cl::Device device = allOpenClDevices().at(options.device);
    const OpenClDevice described = describe(device);
    const KernelTuning tuning = tuningOf(options);
    std::printf("{\"device\": \"%s\", \"driver\": \"%s %s\", \"kernel\": \"%s\", \"products\": \"%s\", \"milliseconds\": {", described.name.c_str(),
                described.platform.c_str(), device.getInfo<CL_DRIVER_VERSION>().c_str(), tuning.mapping == KernelMapping::Lanes ? "gpu" : "cpu",
                tuning.tensorCores == TensorCores::None ? "fp32" : "3xtf32");
    const Experiment standard = defaultExperiment();
    printCase("2", stepOf(options, cohortOf(standard, 2)));
    printCase("64", stepOf(options, cohortOf(standard, options.isQuick ? 4 : 64)));
    printCase("1024", stepOf(options, cohortOf(standard, options.isQuick ? 6 : 1024)));
    printCase("784-128-10", stepOf(options, imageCohort(options.isQuick)));
    const std::vector<int> deep(8, options.isQuick ? 16 : 512);
    printCase("8x512", stepOf(options, noiseCohort({2, deep, 2}, {"relu", "leaky_relu"}, options.isQuick ? 64 : 800, options.isQuick ? 16 : 200)));
    printCase("boundary", boundaryOfPair(options));
    std::printf("}}\n");
}

void printLaunch(const Options &options)
{
    std::printf("%.3f\n", secondsOf([&] {
                    const auto backend = makeOpenClBackend(options.device, tuningOf(options));
                    backend->load(makeCohort(defaultExperiment()));
                    backend->advance(1);
                }));
}

} // namespace

int main(int argc, char **argv)
{
    try {
        const Options options = parsed(argc, argv);
        options.isLaunch ? printLaunch(options) : printSpeeds(options);
        return 0;
    } catch (const std::invalid_argument &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    } catch (const BackendError &error) {
        std::fprintf(stderr, "%s\n%s\n", error.what(), error.log().c_str());
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}
