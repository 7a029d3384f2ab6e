#include "core/training/run_to_end.h"

#include "core/engine/tells_progress.h"
#include "core/training/comparison.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/** The last moment of a run that can be gone on from, where one is wanted; renewed where that takes a twentieth of the time or less. */
class LastCheckpoint {
public:
    explicit LastCheckpoint(bool isWanted) : m_isWanted(isWanted) {}

    void renew(Comparison &run)
    {
        constexpr double share = 0.05;
        if (!m_checkpoint || secondsSince(m_taken) * share >= m_cost)
            take(run);
    }
    void take(Comparison &run)
    {
        if (!m_isWanted)
            return;
        const auto start = Clock::now();
        m_checkpoint = run.checkpoint();
        m_cost = secondsSince(start);
        m_taken = Clock::now();
    }
    /** Of the end of training; false where that was taken before, on another backend. */
    bool takeLast(Comparison &run)
    {
        if (std::exchange(m_isLast, true))
            return false;
        take(run);
        return true;
    }
    const std::optional<Checkpoint> &get() const { return m_checkpoint; }
    std::int64_t epoch() const { return m_checkpoint ? m_checkpoint->frame.epoch() : 0; }

private:
    bool m_isWanted;
    std::optional<Checkpoint> m_checkpoint;
    bool m_isLast = false;
    double m_cost = 0; // seconds
    Clock::time_point m_taken;
};

/** Has the backend say how far it is within a slice. */
void follow(Backend &backend, RunWatch &watch, std::int64_t epoch, int epochs)
{
    if (auto *telling = dynamic_cast<TellsProgress *>(&backend))
        telling->tellProgress([&watch, epoch, epochs](const AdvanceProgress &progress) { watch.within(epoch, epochs, progress.share); });
}

/** Trains; a slice is some tenths of a second, so that progress can be told and the end comes soon where it is wanted. */
void trainToEnd(Comparison &run, Backend &backend, RunWatch &watch, LastCheckpoint &checkpoint)
{
    constexpr double sliceSeconds = 0.3;
    constexpr int longestSlice = 4096;
    int slice = 1; // nobody knows yet how long an epoch is
    while (!run.isFinished() && !watch.wantsEnd()) {
        const auto start = Clock::now();
        const int epochs = run.remaining(slice);
        follow(backend, watch, run.epoch(), epochs);
        try {
            run.advance(epochs);
        } catch (const Interrupted &) {
            return;
        }
        watch.trained(run.epoch());
        const double factor = std::clamp(sliceSeconds / std::max(secondsSince(start), 1e-6), 0.25, 16.0);
        slice = std::clamp(static_cast<int>(epochs * factor), 1, longestSlice);
        if (!run.isFinished())
            checkpoint.renew(run);
    }
}

/** Step 0.01 and margin 1 around the points, 602 × 448 of them by default; coarser where the data are spread so far that
 *  the grid would be huge. */
GridSpec boundaryGrid(const LabelledPoints &points)
{
    constexpr double margin = 1;
    constexpr double finest = 0.01;
    constexpr double maxPoints = 2000; // along the longer side
    const auto [low, high] = std::ranges::minmax(points.coordinates);
    return gridAround(points, margin, std::max(finest, (high - low + 2 * margin) / maxPoints));
}

/** From `checkpoint`, if there is one, to the end. */
void computeRun(FinishedRun &finished, const Experiment &experiment, Backend &backend, const RunExtras &extras, RunWatch &watch,
                LastCheckpoint &checkpoint)
{
    watch.begins("preparing");
    auto start = Clock::now();
    Comparison run = checkpoint.get() ? Comparison(1, experiment, backend, *checkpoint.get()) : Comparison(1, experiment, backend);
    finished.seconds.setup += secondsSince(start);

    start = Clock::now();
    backend.leaveWhen([&watch] { return watch.wantsEnd(); });
    watch.trained(run.epoch());
    trainToEnd(run, backend, watch, checkpoint);
    backend.leaveWhen({}); // what is looked at from here on is wanted of a run that was ended, too
    finished.snapshot = run.snapshot(std::nullopt);
    finished.snapshot.state = RunState::Finished;
    finished.seconds.training += secondsSince(start);
    if (checkpoint.takeLast(run)) // whoever computes the rest: it is of these figures
        watch.ended(finished);

    if (extras.boundaries && liesInPlane(*run.cohort())) {
        watch.begins("boundaries");
        start = Clock::now();
        finished.snapshot = run.snapshot(boundaryGrid(finished.snapshot.data->all));
        finished.seconds.boundaries = secondsSince(start);
    }
    finished.diagnostics.clear();
    if (extras.diagnostics) {
        watch.begins("diagnostics");
        for (std::size_t model = 0; model < experiment.models.size(); ++model)
            finished.diagnostics.push_back(run.diagnose(model, *extras.diagnostics));
    }
    finished.snapshot.state = RunState::Finished;
}

} // namespace

FinishedRun runToEnd(const Experiment &experiment, const BackendFactory &backend, const RunExtras &extras, RunWatch &watch,
                     const Substitute &substitute)
{
    LastCheckpoint checkpoint(substitute != nullptr);
    std::unique_ptr<Backend> instead;
    FinishedRun finished;
    try {
        computeRun(finished, experiment, *backend(), extras, watch, checkpoint);
        return finished;
    } catch (const BackendError &error) {
        if (!substitute)
            throw;
        instead = substitute(error, checkpoint.epoch());
    }
    computeRun(finished, experiment, *instead, extras, watch, checkpoint);
    return finished;
}

} // namespace actiscope
