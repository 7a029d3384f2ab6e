#include "core/training_session.h"

#include "core/errors.h"
#include "core/pacing.h"
#include "core/run.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>

namespace actiscope {
namespace {

using Clock = PacingClock;

/** Making a snapshot may take this share of the time while training; the rest is the trainer's. */
constexpr double snapshotShare = 1.0 / 3.0;

struct SetExperiment {
    Experiment experiment;
};
struct SetBackend {
    TrainingSession::BackendFactory factory;
};
struct Play {};
struct Pause {};
struct Step {};
struct Reset {};
struct SetPace {
    double epochsPerSecond;
};
struct SetLastEpoch {
    int epochs;
};
struct SetLearningRate {
    double learningRate;
};
struct SetGrid {
    std::optional<GridSpec> whileRunning;
    std::optional<GridSpec> atRest;
};
struct RequestDiagnostics {
    std::size_t model;
    DiagnosticsSettings settings;
};
using Command =
    std::variant<SetExperiment, SetBackend, Play, Pause, Step, Reset, SetPace, SetLastEpoch, SetLearningRate, SetGrid, RequestDiagnostics>;

} // namespace

/** The thread and what it owns. Members below the line are the thread's alone. */
class TrainingSession::Worker {
public:
    explicit Worker(BackendFactory factory) : m_factory(std::move(factory)), m_thread([this](std::stop_token stop) { loop(stop); }) {}

    void post(Command command);
    std::shared_ptr<const Snapshot> take();

private:
    void loop(const std::stop_token &stop);
    void waitForWork(const std::stop_token &stop);
    std::optional<Command> nextCommand();
    void carryOut(const Command &command);
    void beginRun();
    void train(int epochs);
    void trainSlice();
    void fail(const std::string &message);
    bool maySnapshot() const;
    void publish();
    std::shared_ptr<const DiagnosticsAnswer> answerRequest();
    std::optional<GridSpec> grid() const;
    void settle(RunState state);
    bool isRunning() const { return m_state == RunState::Running; }

    mutable std::mutex m_mutex; // guards m_commands and m_slot
    std::condition_variable_any m_wake;
    std::deque<Command> m_commands;
    std::shared_ptr<const Snapshot> m_slot;

    // ---- the thread's own ----
    BackendFactory m_factory;
    std::unique_ptr<Backend> m_backend;
    std::optional<Experiment> m_experiment;
    std::unique_ptr<Run> m_run;
    std::uint64_t m_runId = 0;
    RunState m_state = RunState::Preparing;
    std::string m_message;
    bool m_changed = false; // since the last snapshot
    std::optional<GridSpec> m_gridWhileRunning;
    std::optional<GridSpec> m_gridAtRest;
    std::optional<RequestDiagnostics> m_request; // not answered yet
    Pacer m_pacer;
    RateMeter m_rate;
    Seconds m_snapshotTook{0};
    Seconds m_trainedSinceSnapshot{0};

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

void TrainingSession::Worker::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        // A setting that was not looked at yet is replaced by its successor; steps are counted, each one.
        const bool replaces = !m_commands.empty() && m_commands.back().index() == command.index() && !std::holds_alternative<Step>(command);
        if (replaces)
            m_commands.back() = std::move(command);
        else
            m_commands.push_back(std::move(command));
    }
    m_wake.notify_one();
}

std::shared_ptr<const Snapshot> TrainingSession::Worker::take()
{
    std::shared_ptr<const Snapshot> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken = std::exchange(m_slot, nullptr);
    }
    if (taken)
        m_wake.notify_one();
    return taken;
}

void TrainingSession::Worker::loop(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        try {
            if (const auto command = nextCommand())
                carryOut(*command);
            else if (isRunning() && Clock::now() >= m_pacer.due())
                trainSlice();
            if (maySnapshot())
                publish();
        } catch (const std::exception &error) {
            fail(error.what());
        }
        waitForWork(stop);
    }
}

void TrainingSession::Worker::waitForWork(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_commands.empty() || (m_changed && !m_slot && !isRunning()); };
    if (!isRunning())
        m_wake.wait(lock, stop, hasWork);
    else if (m_pacer.due() > Clock::now())
        m_wake.wait_until(lock, stop, m_pacer.due(), hasWork);
}

std::optional<Command> TrainingSession::Worker::nextCommand()
{
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty())
        return std::nullopt;
    Command command = std::move(m_commands.front());
    m_commands.pop_front();
    return command;
}

void TrainingSession::Worker::settle(RunState state)
{
    m_state = state;
    m_changed = true;
}

void TrainingSession::Worker::fail(const std::string &message)
{
    m_message = message;
    settle(RunState::Failed);
}

/** Data, weights and backend for m_experiment; a new run at epoch 0. */
void TrainingSession::Worker::beginRun()
{
    if (!m_experiment)
        return;
    ++m_runId;
    m_run.reset();
    m_message.clear();
    settle(RunState::Preparing);
    if (maySnapshot())
        publish();
    if (!m_backend)
        m_backend = m_factory();
    m_run = std::make_unique<Run>(m_runId, *m_experiment, *m_backend);
    m_rate.restart();
    settle(RunState::Ready);
}

void TrainingSession::Worker::carryOut(const Command &command)
{
    struct Visitor {
        Worker &w;
        void operator()(const SetExperiment &c) const
        {
            w.m_experiment = c.experiment;
            w.beginRun();
        }
        void operator()(const SetBackend &c) const
        {
            w.m_run.reset();
            w.m_backend.reset();
            w.m_factory = c.factory;
            w.beginRun();
        }
        void operator()(const Play &) const
        {
            if (!w.m_run || w.m_state == RunState::Failed || w.m_run->isFinished())
                return;
            w.m_pacer.restart();
            w.m_rate.restart();
            w.settle(RunState::Running);
        }
        void operator()(const Pause &) const
        {
            if (w.isRunning())
                w.settle(RunState::Paused);
        }
        void operator()(const Step &) const
        {
            if (!w.m_run || w.m_state == RunState::Failed || w.m_run->isFinished())
                return;
            w.settle(RunState::Paused);
            w.train(1);
        }
        void operator()(const Reset &) const { w.beginRun(); }
        void operator()(const SetPace &c) const { w.m_pacer.setPace(c.epochsPerSecond); }
        void operator()(const SetLastEpoch &c) const
        {
            if (!w.m_experiment)
                return;
            w.m_experiment->epochs = c.epochs;
            if (!w.m_run || w.m_state == RunState::Failed)
                return;
            w.m_run->setLastEpoch(c.epochs);
            if (w.m_run->isFinished())
                w.settle(RunState::Finished);
            else
                w.settle(w.m_state == RunState::Finished ? RunState::Paused : w.m_state);
        }
        void operator()(const SetLearningRate &c) const
        {
            if (!w.m_experiment)
                return;
            w.m_experiment->optimizer.learningRate = c.learningRate;
            if (w.m_run)
                w.m_run->setLearningRate(c.learningRate);
            w.m_changed = true;
        }
        void operator()(const SetGrid &c) const
        {
            w.m_gridWhileRunning = c.whileRunning;
            w.m_gridAtRest = c.atRest;
            w.m_changed = true;
        }
        void operator()(const RequestDiagnostics &c) const
        {
            w.m_request = c;
            w.m_changed = true;
        }
    };
    std::visit(Visitor{*this}, command);
}

void TrainingSession::Worker::train(int epochs)
{
    const auto start = Clock::now();
    const std::size_t models = m_run->trainingModels();
    m_run->advance(epochs);
    const Seconds took = Clock::now() - start;
    m_pacer.trained(epochs, took);
    m_rate.count(static_cast<double>(models) * epochs);
    m_trainedSinceSnapshot += took;
    m_changed = true;
    if (m_run->isFinished())
        settle(RunState::Finished);
}

void TrainingSession::Worker::trainSlice()
{
    train(m_run->remaining(m_pacer.epochsDue()));
}

bool TrainingSession::Worker::maySnapshot() const
{
    if (!m_changed)
        return false;
    // At full speed training comes first; with a pace there is time between the epochs.
    const bool idle = !isRunning() || m_pacer.due() > Clock::now();
    if (!idle && m_trainedSinceSnapshot.count() * snapshotShare < m_snapshotTook.count() * (1 - snapshotShare))
        return false;
    const std::lock_guard lock(m_mutex);
    return !m_slot;
}

std::optional<GridSpec> TrainingSession::Worker::grid() const
{
    const std::optional<GridSpec> &chosen = isRunning() ? m_gridWhileRunning : m_gridAtRest;
    if (chosen)
        return chosen;
    const double step = isRunning() ? 0.03 : 0.01;
    return gridAround(m_run->cohort().data->all, 0.5, step);
}

/** What was asked for, of the run as it is now. */
std::shared_ptr<const DiagnosticsAnswer> TrainingSession::Worker::answerRequest()
{
    const RequestDiagnostics request = *std::exchange(m_request, std::nullopt);
    DiagnosticsAnswer answer{.model = request.model, .diagnostics = std::nullopt, .error = {}};
    try {
        answer.diagnostics = m_run->diagnose(request.model, request.settings);
    } catch (const ConfigurationError &error) {
        answer.error = error.what();
    }
    return std::make_shared<const DiagnosticsAnswer>(std::move(answer));
}

void TrainingSession::Worker::publish()
{
    const auto start = Clock::now();
    auto picture = std::make_shared<Snapshot>();
    if (m_run && m_state != RunState::Failed)
        *picture = m_run->snapshot(grid());
    if (m_request && m_run && m_state != RunState::Failed)
        picture->diagnostics = answerRequest();
    picture->run = m_runId;
    picture->state = m_state;
    picture->message = m_message;
    if (m_experiment)
        picture->experiment = *m_experiment;
    if (isRunning() && m_run) {
        picture->stepsPerSecond = m_rate.rate();
        picture->flopsPerSecond = m_rate.rate() * flopsPerStep(m_run->cohort());
    }
    m_changed = false;
    m_snapshotTook = Clock::now() - start;
    m_trainedSinceSnapshot = Seconds{0};
    const std::lock_guard lock(m_mutex);
    m_slot = std::move(picture);
}

TrainingSession::TrainingSession(BackendFactory factory) : m_worker(std::make_unique<Worker>(std::move(factory))) {}
TrainingSession::~TrainingSession() = default;

void TrainingSession::setExperiment(const Experiment &experiment)
{
    m_worker->post(SetExperiment{experiment});
}
void TrainingSession::setBackend(BackendFactory factory)
{
    m_worker->post(SetBackend{std::move(factory)});
}
void TrainingSession::play()
{
    m_worker->post(Play{});
}
void TrainingSession::pause()
{
    m_worker->post(Pause{});
}
void TrainingSession::step()
{
    m_worker->post(Step{});
}
void TrainingSession::reset()
{
    m_worker->post(Reset{});
}
void TrainingSession::setPace(double epochsPerSecond)
{
    m_worker->post(SetPace{epochsPerSecond});
}
void TrainingSession::setLastEpoch(int epochs)
{
    m_worker->post(SetLastEpoch{epochs});
}
void TrainingSession::setLearningRate(double learningRate)
{
    m_worker->post(SetLearningRate{learningRate});
}
void TrainingSession::setGrid(std::optional<GridSpec> whileRunning, std::optional<GridSpec> atRest)
{
    m_worker->post(SetGrid{whileRunning, atRest});
}
void TrainingSession::requestDiagnostics(std::size_t model, const DiagnosticsSettings &settings)
{
    validate(settings);
    m_worker->post(RequestDiagnostics{model, settings});
}
std::shared_ptr<const Snapshot> TrainingSession::takeSnapshot()
{
    return m_worker->take();
}

} // namespace actiscope
