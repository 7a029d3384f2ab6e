// The thread of a training session, and what it owns. TrainingSession is its only user.
#pragma once

#include "core/training/pacing.h"
#include "core/training/run.h"
#include "core/training/session_command.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace actiscope {

/** post() and take() may be called from any thread; members below the line are the thread's alone. */
class SessionWorker {
public:
    explicit SessionWorker(BackendFactory factory) : m_factory(std::move(factory)), m_thread([this](std::stop_token stop) { loop(stop); })
    {
    }

    void post(session::Command command);
    /** The number of the command that was posted last, counted from 1. */
    std::uint64_t lastCommand() const;
    std::shared_ptr<const Snapshot> take();

private:
    void loop(const std::stop_token &stop);
    void waitForWork(const std::stop_token &stop);
    struct Posted {
        session::Command command;
        std::uint64_t number;
    };

    std::optional<Posted> nextCommand();
    void carryOut(const session::SetExperiment &wanted);
    void carryOut(const session::SetBackend &wanted);
    void carryOut(const session::ContinueOn &wanted);
    void carryOut(const session::Play &);
    void carryOut(const session::Pause &);
    void carryOut(const session::Step &);
    void carryOut(const session::Reset &);
    void carryOut(const session::SetPace &pace);
    void carryOut(const session::SetLastEpoch &last);
    void carryOut(const session::SetOptimizer &optimizer);
    void carryOut(const session::SetActivationParameters &wanted);
    void carryOut(const session::SetGrid &grids);
    void carryOut(const session::RequestDiagnostics &request);
    void replaceBackend(const BackendFactory &factory);
    void beginRun();
    void continueRun();
    void prepare();
    void train(int epochs);
    void trainSlice();
    void fail(const Message &message, std::string log = {});
    bool maySnapshot() const;
    void publish();
    std::shared_ptr<const DiagnosticsAnswer> answerRequest();
    std::optional<GridSpec> grid() const;
    void settle(RunState state);
    bool isRunning() const { return m_state == RunState::Running; }
    bool isAlive() const { return m_run && m_state != RunState::Failed; }
    bool mayTrain() const { return isAlive() && !m_run->isFinished(); }

    mutable std::mutex m_mutex; // guards m_commands, m_posted and m_slot
    std::condition_variable_any m_wake;
    std::deque<Posted> m_commands;
    std::uint64_t m_posted = 0;
    std::shared_ptr<const Snapshot> m_slot;

    // ---- the thread's own ----
    BackendFactory m_factory;
    std::unique_ptr<Backend> m_backend;
    std::optional<Experiment> m_experiment;
    std::unique_ptr<Run> m_run;
    std::uint64_t m_runId = 0;
    std::uint64_t m_command = 0;            // the last that was carried out, or was begun with
    std::optional<Checkpoint> m_checkpoint; // of the last snapshot that had models
    RunState m_state = RunState::Preparing;
    bool m_failedRunning = false; // what a run goes on with after a failure
    Message m_message;
    std::string m_log;
    bool m_changed = false; // since the last snapshot
    std::optional<GridSpec> m_gridWhileRunning;
    std::optional<GridSpec> m_gridAtRest;
    std::optional<session::RequestDiagnostics> m_request; // not answered yet
    Pacer m_pacer;
    RateMeter m_rate;
    Seconds m_snapshotTook{0};
    Seconds m_trainedSinceSnapshot{0};

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
