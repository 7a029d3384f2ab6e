#include "app/headless_run.h"

#include "core/run.h"

#include <algorithm>
#include <chrono>

namespace actiscope {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/** Trains; a slice is some tenths of a second, so that progress can be told. */
void trainToEnd(Run &run, const RunProgress &progress)
{
    constexpr double sliceSeconds = 0.3;
    constexpr int longestSlice = 4096;
    int slice = 100;
    while (!run.isFinished()) {
        const auto start = Clock::now();
        const int epochs = run.remaining(slice);
        run.advance(epochs);
        progress(run.epoch());
        const double factor = std::clamp(sliceSeconds / std::max(secondsSince(start), 1e-6), 0.25, 4.0);
        slice = std::clamp(static_cast<int>(epochs * factor), 1, longestSlice);
    }
}

/** A model may diverge at the very last update. */
void markDiverged(Snapshot &snapshot)
{
    for (ModelSnapshot &model : snapshot.models) {
        if (!model.divergedAt && hasDiverged(model.current.trainLoss))
            model.divergedAt = snapshot.epoch;
    }
}

/** Step 0.01 and margin 1 around the points, 602 × 448 of them by default; coarser where the data are spread so far that
 *  the grid would be huge. */
GridSpec boundaryGrid(const LabelledPoints &points)
{
    constexpr double margin = 1;
    constexpr double finest = 0.01;
    constexpr double mostPoints = 2000; // along the longer side
    const auto [low, high] = std::ranges::minmax(points.coordinates);
    return gridAround(points, margin, std::max(finest, (high - low + 2 * margin) / mostPoints));
}

} // namespace

FinishedRun runToEnd(const Experiment &experiment, Backend &backend, const RunExtras &extras, const RunProgress &progress)
{
    FinishedRun finished;
    auto start = Clock::now();
    Run run(1, experiment, backend);
    finished.seconds.setup = secondsSince(start);

    start = Clock::now();
    trainToEnd(run, progress);
    finished.snapshot = run.snapshot(std::nullopt);
    finished.seconds.training = secondsSince(start);

    if (extras.boundaries) {
        start = Clock::now();
        finished.snapshot = run.snapshot(boundaryGrid(finished.snapshot.data->all));
        finished.seconds.boundaries = secondsSince(start);
    }
    if (extras.diagnostics) {
        for (std::size_t model = 0; model < experiment.activations.size(); ++model)
            finished.diagnostics.push_back(run.diagnose(model, *extras.diagnostics));
    }
    markDiverged(finished.snapshot);
    finished.snapshot.state = RunState::Finished;
    return finished;
}

} // namespace actiscope
