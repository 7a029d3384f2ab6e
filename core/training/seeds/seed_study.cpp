#include "core/training/seeds/seed_study.h"

#include "core/training/comparison.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {
namespace {

using StudyClock = std::chrono::steady_clock;

double studySeconds(StudyClock::time_point start)
{
    return std::chrono::duration<double>(StudyClock::now() - start).count();
}

/** In slices of a tenth of a second or so, for whoever wants the end; bits do not depend on them. */
void trainThrough(Comparison &run, const StopWish &leave)
{
    constexpr double sliceSeconds = 0.1;
    constexpr int longestSlice = 4096;
    int slice = 16;
    while (!run.isFinished()) {
        leaveIfWished(leave);
        const auto start = StudyClock::now();
        const int epochs = run.remaining(slice);
        run.advance(epochs);
        const double factor = std::clamp(sliceSeconds / std::max(studySeconds(start), 1e-6), 0.25, 16.0);
        slice = std::clamp(static_cast<int>(epochs * factor), 1, longestSlice);
    }
}

} // namespace

SeedRun trainSeed(const Experiment &experiment, Backend &backend, const std::optional<GridSpec> &grid, const StopWish &leave)
{
    Comparison comparison(1, experiment, backend);
    backend.leaveWhen(leave);
    trainThrough(comparison, leave);
    leaveIfWished(leave);
    const Snapshot end = comparison.snapshot(grid);
    SeedRun run;
    run.epoch = end.epoch;
    for (const ModelSnapshot &model : end.models)
        run.models.push_back({model.history, model.current, model.divergedAt, model.divergedAt ? nullptr : model.boundary});
    return run;
}

SeedStudy trainSeeds(const Experiment &experiment, const SeedPlan &plan, Backend &backend, const std::optional<GridSpec> &grid,
                     SeedWatch &watch)
{
    validate(experiment);
    validate(plan, experiment);
    const auto start = StudyClock::now();
    SeedStudy study{.experiment = experiment, .plan = plan, .device = backend.description(), .arithmetic = backend.arithmetic()};
    const StopWish leave = [&watch] { return watch.wantsEnd(); };
    try {
        while (!study.isComplete()) {
            const int index = static_cast<int>(study.runs.size());
            SeedRun run = trainSeed(withSeed(experiment, plan, index), backend, grid, leave);
            run.seed = plan.seed(index);
            study.runs.push_back(std::make_shared<const SeedRun>(std::move(run)));
            study.seconds = studySeconds(start);
            watch.trained(study);
        }
    } catch (const Interrupted &) { // what is there is there
    }
    backend.leaveWhen({});
    return study;
}

} // namespace actiscope
