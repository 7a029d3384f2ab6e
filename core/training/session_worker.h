// The thread of a training session, and what it owns. TrainingSession is its only user.
#pragma once

#include "core/engine/tells_progress.h"
#include "core/training/arriving_task.h"
#include "core/training/coming_epoch.h"
#include "core/training/pacing.h"
#include "core/training/recorded_run.h"
#include "core/training/run_store.h"
#include "core/training/session_command.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

namespace actiscope {

/** post() and take() may be called from any thread; members below the line are the thread's alone. */
class SessionWorker {
public:
    /** `runs` lives longer. */
    SessionWorker(BackendFactory factory, BackendFactory standIn, RunStore &runs)
        : m_runs(runs), m_factory(std::move(factory)), m_standInFactory(std::move(standIn)), m_thread([this](std::stop_token stop) { loop(stop); })
    {
    }

    void post(session::Command command);
    std::shared_ptr<const Snapshot> take();
    std::shared_ptr<const ComingEpoch> takeComing();
    /** The number of the command that was posted last, counted from 1. */
    std::uint64_t lastCommand() const;

private:
    struct Posted {
        session::Command command;
        std::uint64_t number;
    };

    void loop(const std::stop_token &stop);
    void waitForWork(const std::stop_token &stop);
    std::optional<Posted> nextCommand();
    void carryOut(const session::Begin &wanted);
    void carryOut(const session::ComputeOn &wanted);
    void carryOut(const session::Control &wanted);
    void carryOut(const session::Apply &wanted);
    void carryOut(const session::TakeBack &wanted);
    void carryOut(const session::Seek &wanted);
    void carryOut(const session::Branch &wanted);
    void carryOut(const session::View &wanted);
    void beginRun();
    void continueRun();
    void prepare();
    void announce();
    void needBackend();
    void standAt(RunRecord record);
    void standAt(std::unique_ptr<Comparison> task, RunRecord record);
    bool mayStandIn() const;
    void expect(std::shared_ptr<const Experiment> start);
    bool arrivesAtOnce(const RunRecord &record);
    void standIn(RunRecord record);
    bool hasArrived() const { return m_arriving && m_arriving->isThere(); }
    void arrive();
    void replaceStandIn(ArrivingTask::Arrived arrived);
    void play();
    void step();
    void applyToRun(Change change);
    std::optional<RunRecord> unparted(const RunRecord &branch) const;
    void train(int epochs);
    bool advance(int epochs);
    void tellParts(const AdvanceProgress &progress);
    bool isTrainingUnwanted();
    bool isLongEpoch() const;
    void trainSlice();
    void seekSlice();
    void fail(const Message &message, std::string log = {});
    bool maySnapshot() const;
    void publish();
    bool takePicture(Snapshot &picture);
    bool isPictureUnwanted() const;
    std::optional<GridSpec> grid() const;
    std::optional<PlaneWish> wishedPlanes();
    void settle(RunState state);
    void settleAtRest();
    bool isRunning() const { return m_state == RunState::Running; }
    bool isAlive() const { return m_run && m_state != RunState::Failed; }
    bool isSeeking() const { return m_seek.has_value(); }
    bool mayTrain() const { return isAlive() && !m_run->isFinished(); }

    mutable std::mutex m_mutex; // guards m_commands, m_posted, m_slot and m_coming
    std::condition_variable_any m_wake;
    std::deque<Posted> m_commands;
    std::uint64_t m_posted = 0;
    std::shared_ptr<const Snapshot> m_slot;
    std::shared_ptr<const ComingEpoch> m_coming;
    RunStore &m_runs;

    // ---- the thread's own ----
    std::stop_token m_stop;
    BackendFactory m_factory;
    BackendFactory m_standInFactory;
    std::uint64_t m_factories = 0; ///< how many there were before m_factory
    std::unique_ptr<Backend> m_backend;
    bool m_standsIn = false; // m_backend, for one that is on its way
    std::optional<Experiment> m_experiment; // as it was set last; a rewound run may stand where it was another
    std::unique_ptr<RecordedRun> m_run;
    std::shared_ptr<Evaluator> m_evaluator;        // beside m_run
    std::uint64_t m_command = 0;                   // the last that was carried out, or was begun with
    std::uint64_t m_answered = 0;                  // the last of which a snapshot told
    RunId m_runId = 0;                             // the newest run's
    std::shared_ptr<const RunRecord> m_lastRecord; // of the last snapshot that had models, and its moment
    std::optional<Keyframe> m_lastFrame;
    std::optional<std::int64_t> m_seek; // the epoch that the run is on its way to
    bool m_playsAfterSeek = false;
    bool m_isPassing = false; // the last seek is one of many
    RunState m_state = RunState::Preparing;
    bool m_failedRunning = false; // what a run goes on with after a failure
    Message m_message;
    std::string m_log;
    bool m_changed = false; // since the last snapshot
    std::optional<GridSpec> m_gridWhileRunning;
    std::optional<GridSpec> m_gridAtRest;
    PacingClock::time_point m_partsTold; // when they were last
    Pacer m_pacer;
    RateMeter m_rate;
    PlanesPace m_planesPace;
    Seconds m_figuresTook{0};
    std::size_t m_planeOf = 0; ///< model whose plane was computed last while training
    Seconds m_planesTook{0};
    Seconds m_trainedSinceSnapshot{0};
    Seconds m_trainedSincePlanes{0};

    std::unique_ptr<ArrivingTask> m_arriving;
    std::shared_ptr<const Experiment> m_awaitedStart; // what it is of
    std::uint64_t m_awaitedFactory = 0;               // and made by

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
