// How fast the OpenCL engine trains and draws boundaries, beside OpenBLAS's matrix product on the same cores in the same run.
//
//   actiscope_bench            the default pair, pairs of GELU and of tanh, the boundary, and the time to build programs
//   actiscope_bench --all      a pair of every activation as well
//   actiscope_bench --quick    a few milliseconds of each: whether it runs at all
//
// A training step counts 6 · weights · samples FLOPs, a boundary 2 · weights · points; the test figures of every epoch are
// computed, as the program does, and not counted.
#include "core/errors.h"
#include "core/experiment.h"
#include "core/snapshot.h"
#include "gpu/opencl_backend.h"
#include "tests/bench/stopwatch.h"

#include <cblas.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

using namespace actiscope;
using bench::Contender;

namespace {

struct Settings {
    bool quick = false;
    bool all = false;
};

/** A program cache of our own, so that the first build is a cold one (PoCL keeps programs on disk). */
class ColdCache {
public:
    ColdCache()
        : m_folder(std::filesystem::temp_directory_path() / ("actiscope_bench_" + std::to_string(std::rand() ^ static_cast<int>(time(nullptr)))))
    {
        std::filesystem::create_directories(m_folder);
        setenv("POCL_CACHE_DIR", m_folder.c_str(), 1);
    }
    ~ColdCache()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    ColdCache(const ColdCache &) = delete;
    ColdCache &operator=(const ColdCache &) = delete;

private:
    std::filesystem::path m_folder;
};

/** A square product whose size gives the most GFLOP/s on this machine. */
Contender sgemmContender(bool quick)
{
    const auto product = [](int n) {
        const auto square = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
        auto data = std::make_shared<std::vector<float>>(3 * square, 0.5f);
        return [n, square, data] {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1.0f, data->data(), n, data->data() + square, n, 0.0f,
                        data->data() + 2 * square, n);
        };
    };
    Contender best;
    double bestRate = 0;
    for (const int n : quick ? std::vector{256} : std::vector{384, 512, 768, 1024, 1536, 2048}) {
        Contender candidate{"sgemm, OpenBLAS, " + std::to_string(n), 2.0 * n * n * n, product(n), {}};
        for (int repeat = 0; repeat < (quick ? 1 : 5); ++repeat) {
            const double rate = candidate.flops / bench::secondsOf(candidate.work);
            if (rate > bestRate) {
                bestRate = rate;
                best = candidate;
            }
        }
    }
    // As long as the other contenders, so that a disturbance weighs as much.
    const int repeats = quick ? 1 : std::max(1, static_cast<int>(0.05 * bestRate / best.flops));
    best.flops *= repeats;
    best.work = [work = best.work, repeats] {
        for (int repeat = 0; repeat < repeats; ++repeat)
            work();
    };
    return best;
}

/** A cohort on a backend of its own. */
std::shared_ptr<Backend> loadedBackend(const std::vector<ActivationSpec> &activations)
{
    Experiment experiment = defaultExperiment();
    experiment.activations = activations;
    const std::shared_ptr<Backend> backend = makeOpenClBackend(0);
    backend->load(makeCohort(experiment));
    backend->advance(1);
    return backend;
}

Contender trainingContender(std::string name, const std::vector<ActivationSpec> &activations, bool quick)
{
    Experiment experiment = defaultExperiment();
    experiment.activations = activations;
    const int epochs = quick ? 2 : 100;
    const double flops = flopsPerStep(makeCohort(experiment)) * static_cast<double>(activations.size()) * epochs;
    return {std::move(name), flops, [backend = loadedBackend(activations), epochs] { backend->advance(epochs); }, {}};
}

Contender boundaryContender(bool quick)
{
    const Experiment experiment = defaultExperiment();
    const Cohort cohort = makeCohort(experiment);
    const GridSpec grid = gridAround(cohort.data->all, 1.0, quick ? 0.1 : 0.01);
    auto points = std::make_shared<std::vector<float>>(gridPoints(grid));
    const auto backend = loadedBackend(experiment.activations);
    backend->predict(0, *points); // builds what it needs
    const double weights = flopsPerStep(cohort) / (6.0 * static_cast<double>(cohort.data->train.count()));
    return {"boundary, " + std::to_string(grid.width) + " x " + std::to_string(grid.height),
            2 * weights * static_cast<double>(points->size() / 2), [backend, points] { backend->predict(0, *points); }, {}};
}

void printBuildTimes()
{
    const auto activations = defaultExperiment().activations;
    const double cold = bench::secondsOf([&] { loadedBackend(activations); });
    const double warm = bench::secondsOf([&] { loadedBackend(activations); });
    std::printf("programs of the default pair: built in %.2f s, from the driver's cache in %.2f s\n\n", cold, warm);
}

void run(const Settings &settings)
{
    const auto devices = openClDevices();
    if (devices.empty())
        throw BackendError("clGetPlatformIDs", "there is no OpenCL platform");
    std::printf("%s, %s, %u compute units\n", devices[0].name.c_str(), devices[0].version.c_str(), devices[0].computeUnits);
    openblas_set_num_threads(static_cast<int>(devices[0].computeUnits));
    printBuildTimes();
    std::vector<Contender> contenders = {sgemmContender(settings.quick)};
    contenders.push_back(trainingContender("relu + leaky_relu", defaultExperiment().activations, settings.quick));
    contenders.push_back(boundaryContender(settings.quick));
    const auto addPair = [&](const Activation &activation) {
        contenders.push_back(trainingContender(activation.id + " pair", {defaultSpec(activation), defaultSpec(activation)}, settings.quick));
    };
    for (const Activation &activation : activations())
        if (settings.all || activation.id == "gelu" || activation.id == "tanh")
            addPair(activation);
    bench::measureInTurn(contenders, settings.quick ? 1 : 21);
    bench::printTable(contenders);
}

} // namespace

int main(int argc, char **argv)
{
    Settings settings;
    for (int i = 1; i < argc; ++i) {
        if (!std::strcmp(argv[i], "--quick"))
            settings.quick = true;
        else if (!std::strcmp(argv[i], "--all"))
            settings.all = true;
        else {
            std::fprintf(stderr, "%s: not an option; accepted: --quick, --all\n", argv[i]);
            return 2;
        }
    }
    try {
        const ColdCache cache;
        run(settings);
    } catch (const BackendError &error) {
        std::fprintf(stderr, "%s\n%s\n", error.what(), error.log().c_str());
        return 1;
    }
    return 0;
}
