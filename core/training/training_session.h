// Runs an experiment on a thread of its own and publishes snapshots. All members may be called from the owner's
// thread at any time; none of them waits for training. The trainer never waits for a reader and a reader never waits
// for the trainer: a snapshot is made only when the previous one was taken. What a snapshot's moment says is found out without the session:
// by its evaluator, or an Examiner.
#pragma once

#include "core/engine/backend.h"
#include "core/training/experiment.h"
#include "core/training/run_store.h"
#include "core/training/session_command.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope {

class SessionWorker;
struct ComingEpoch;

class TrainingSession {
public:
    /** Starts the thread; nothing runs before setExperiment(). The factory is called on the session's thread. With a `standIn`, which is one that is always
     *  there at once, it is called on another one: where what it makes takes long to load an experiment, the stand-in trains it meanwhile
     *  (Snapshot::standsIn), and when it is there it trains the same epochs again, as a run of its own. */
    explicit TrainingSession(BackendFactory factory, BackendFactory standIn = {});
    /** Stops the thread within one slice and joins it. */
    ~TrainingSession();
    TrainingSession(const TrainingSession &) = delete;
    TrainingSession &operator=(const TrainingSession &) = delete;

    /** Everything that can be asked of it; session_command.h says what each means. */
    void post(session::Command command);

    /** How many commands were given so far. What a snapshot shows follows from those up to Snapshot::command. */
    std::uint64_t lastCommand() const;

    // The same in fewer words.
    void setExperiment(const Experiment &experiment) { post(session::Begin{experiment}); }
    void setBackend(BackendFactory factory, BackendFactory standIn = {}) { post(session::ComputeOn{std::move(factory), false, std::move(standIn)}); }
    void continueOn(BackendFactory factory, BackendFactory standIn = {}) { post(session::ComputeOn{std::move(factory), true, std::move(standIn)}); }
    void play() { post(session::Control{session::Control::Play}); }
    void pause() { post(session::Control{session::Control::Pause}); }
    void step() { post(session::Control{session::Control::Step}); }
    void reset() { post(session::Control{session::Control::Reset}); }
    void setPace(double epochsPerSecond) { post(session::Control{session::Control::Pace, epochsPerSecond}); }
    void apply(Change change) { post(session::Apply{std::move(change)}); }
    void takeBack(std::vector<Change> changes) { post(session::TakeBack{std::move(changes)}); }
    void seek(std::int64_t epoch, bool isPassing = false) { post(session::Seek{epoch, isPassing}); }
    void branch(std::shared_ptr<const RunRecord> record, std::int64_t epoch, std::vector<Change> changes = {})
    {
        post(session::Branch{std::move(record), epoch, std::move(changes)});
    }
    void setGrid(std::optional<GridSpec> whileRunning, std::optional<GridSpec> atRest) { post(session::View{whileRunning, atRest}); }

    /** Runs that are kept: those that were branched from, and what the owner keeps of snapshots' records. */
    RunStore &runs() { return *m_runs; }

    /** The newest snapshot, or null when nothing changed since the last call. Never blocks on training. */
    std::shared_ptr<const Snapshot> takeSnapshot();

    /** What has come since the last call of an epoch that takes long, of a cohort that measures by batch; null where nothing has. Between two snapshots. */
    std::shared_ptr<const ComingEpoch> takeComing();

private:
    std::unique_ptr<RunStore> m_runs;
    std::unique_ptr<SessionWorker> m_worker;
};

} // namespace actiscope
