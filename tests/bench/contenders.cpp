#include "tests/bench/contenders.h"

#include "core/base/errors.h"
#include "core/io/ready_experiments.h"
#include "core/training/boundary.h"
#include "core/training/snapshot.h"
#include "gpu/engine/tuned_backend.h"

#include <cblas.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <utility>

namespace actiscope::bench {

namespace {

/** A product of n × n matrices, repeated for about `flops`. */
Contender sgemmOf(int n, double flops)
{
    const auto square = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
    const auto data = std::make_shared<std::vector<float>>(3 * square, 0.5f);
    const double once = 2.0 * n * n * n;
    const int repeats = std::max(1, static_cast<int>(flops / once));
    const auto work = [n, square, data, repeats] {
        for (int repeat = 0; repeat < repeats; ++repeat)
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1.0f, data->data(), n, data->data() + square, n, 0.0f,
                        data->data() + 2 * square, n);
    };
    return {"sgemm, OpenBLAS " + std::string(openblas_get_corename()) + ", " + std::to_string(n), once * repeats, work, {}};
}

} // namespace

void letOpenBlasChoose(char **argv)
{
    constexpr const char *variable = "OPENBLAS_CORETYPE";
    if (!std::getenv(variable))
        return;
    unsetenv(variable);
    execv("/proc/self/exe", argv); // returns only where it failed
    throw std::runtime_error(std::string("/proc/self/exe: cannot be run again without ") + variable);
}

Contender sgemmContender(bool quick)
{
    if (quick)
        return sgemmOf(256, 0);
    // In turn and equally long, so that a quiet moment does not decide which size is the best.
    constexpr double enough = 4e9, secondsOfContender = 0.05;
    constexpr int rounds = 7;
    constexpr int sizes[] = {384, 512, 768, 1024, 1536, 2048};
    std::vector<Contender> candidates;
    for (const int n : sizes)
        candidates.push_back(sgemmOf(n, enough));
    measureInTurn(candidates, rounds);
    const auto rate = [](const Contender &candidate) { return candidate.flops / median(candidate.seconds); };
    const auto best = std::ranges::max_element(candidates, {}, rate);
    return sgemmOf(sizes[best - candidates.begin()], rate(*best) * secondsOfContender); // as long as the other contenders
}

Contender trainingContender(std::string name, const Cohort &cohort, const KernelTuning &tuning, int epochs)
{
    const std::shared_ptr<Backend> backend = makeOpenClBackend(0, tuning);
    backend->load(cohort);
    backend->advance(1);
    const std::size_t samples = 6 * cohort.data->train.count() + 2 * cohort.data->test.count(); // a step, and a prediction of the test set
    const auto flops = static_cast<double>(cohort.shape.weightCount() * samples * cohort.models.size());
    if (epochs == 0)
        epochs = std::clamp(static_cast<int>(0.1 / secondsOf([&] { backend->advance(1); })), 1, 200);
    return {std::move(name), flops * epochs, [backend, epochs] { backend->advance(epochs); }, {}};
}

namespace {

/** What the experiment trains on and with. */
Cohort imagesCohort(bool quick)
{
    Experiment experiment = findReadyExperiment("fashion-mnist")->experiment;
    std::get<ImageData>(experiment.data).trainCount = quick ? 320 : 0;
    try {
        return makeCohort(experiment);
    } catch (const ConfigurationError &error) {
        std::printf("noise instead of images: %s\n", error.what());
    }
    Cohort cohort = noiseCohort({784, experiment.hidden, imageClasses}, {"relu", "gelu", "sigmoid", "leaky_relu"}, quick ? 320 : 60'000, 10'000);
    cohort.batchSize = static_cast<std::size_t>(experiment.batchSize);
    return cohort;
}

} // namespace

Contender imagesContender(bool quick, const KernelTuning &tuning)
{
    const int epochs = quick ? 1 : 5;
    const std::shared_ptr<Backend> backend = makeOpenClBackend(0, tuning);
    const Cohort cohort = imagesCohort(quick);
    backend->load(cohort);
    const auto start = std::make_shared<const TrainingState>(backend->state());
    const std::size_t samples = 6 * cohort.data->train.count() + 2 * cohort.data->test.count();
    const auto flops = static_cast<double>(cohort.shape.weightCount() * samples * cohort.models.size());
    return {"Fashion-MNIST, four models, " + std::to_string(epochs) + " epochs",
            flops * epochs,
            [backend, start, epochs] {
                backend->restore(*start);
                backend->advance(epochs);
            },
            {}};
}

Cohort cohortOfOneStep(double seconds, const KernelTuning &tuning)
{
    constexpr std::size_t samples = 1600, testShare = 5;
    constexpr int epochs = 10, rounds = 9;
    const auto cohortWith = [](std::size_t count) { return noiseCohort({2, {128, 128}, 2}, {"relu"}, count, count / testShare); };
    std::vector<Contender> probe = {trainingContender("", cohortWith(samples), tuning, epochs)};
    measureInTurn(probe, rounds);
    const double taken = std::ranges::min(probe.front().seconds) / epochs;
    return cohortWith(static_cast<std::size_t>(static_cast<double>(samples) * seconds / taken));
}

Contender boundaryContender(std::string_view activation, bool quick, const KernelTuning &tuning)
{
    const Cohort cohort = makeCohort(experimentWith({parseActivationSpec(activation)}));
    const GridSpec grid = gridAround(cohort.data->all, 1.0, quick ? 0.1 : 0.01);
    auto points = std::make_shared<std::vector<float>>(gridPoints(grid));
    const std::shared_ptr<Backend> backend = makeOpenClBackend(0, tuning);
    backend->load(cohort);
    backend->advance(quick ? 1 : 100);
    const auto boundary = [=] { boundaryOf(grid, cohort, backend->predict(0, *points)); };
    boundary();
    return {"boundary, " + std::to_string(grid.width) + " x " + std::to_string(grid.height) + ", " + std::string(activation),
            2.0 * static_cast<double>(cohort.shape.weightCount() * (points->size() / 2)),
            boundary,
            {}};
}

Contender lessonContender(const KernelTuning &tuning)
{
    const auto cohort = std::make_shared<Cohort>(makeCohort(defaultExperiment()));
    const std::shared_ptr<Backend> backend = makeOpenClBackend(0, tuning);
    const auto lesson = [=] {
        backend->load(*cohort);
        backend->advance(100);
        const std::vector<float> points = gridPoints(gridAround(cohort->data->all, 1.0, 0.01));
        for (std::size_t model = 0; model < cohort->models.size(); ++model)
            backend->predict(model, points);
    };
    lesson();
    return {"the default experiment, boundaries too", 0, lesson, {}};
}

} // namespace actiscope::bench
