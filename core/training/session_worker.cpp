#include "core/training/session_worker.h"

#include "core/base/errors.h"

#include <exception>
#include <variant>

namespace actiscope {

using namespace session;

namespace {

using Clock = PacingClock;

/** Making a snapshot may take this share of the time while training; the rest is the trainer's. */
constexpr double snapshotShare = 1.0 / 3.0;

} // namespace

void SessionWorker::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_posted;
        if (!m_commands.empty() && replaces(command, m_commands.back().command))
            m_commands.back() = {std::move(command), m_posted};
        else
            m_commands.push_back({std::move(command), m_posted});
    }
    m_wake.notify_one();
}

std::uint64_t SessionWorker::lastCommand() const
{
    const std::lock_guard lock(m_mutex);
    return m_posted;
}

std::shared_ptr<const Snapshot> SessionWorker::take()
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

void SessionWorker::loop(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        try {
            if (const auto posted = nextCommand()) {
                m_command = posted->number;
                std::visit([this](const auto &each) { carryOut(each); }, posted->command);
            } else if (isRunning() && Clock::now() >= m_pacer.due()) {
                trainSlice();
            }
            if (maySnapshot())
                publish();
        } catch (const BackendError &error) {
            fail(error.message(), error.log());
        } catch (const Error &error) {
            fail(error.message());
        } catch (const std::bad_alloc &) {
            fail(ACTISCOPE_TR("core", "there is too little memory; train fewer or smaller networks"));
        } catch (const std::exception &error) {
            fail(std::string(error.what()));
        }
        waitForWork(stop);
    }
}

void SessionWorker::waitForWork(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_commands.empty() || (m_changed && !m_slot && !isRunning()); };
    if (!isRunning())
        m_wake.wait(lock, stop, hasWork);
    else if (m_pacer.due() > Clock::now())
        m_wake.wait_until(lock, stop, m_pacer.due(), hasWork);
}

std::optional<SessionWorker::Posted> SessionWorker::nextCommand()
{
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty())
        return std::nullopt;
    Posted posted = std::move(m_commands.front());
    m_commands.pop_front();
    return posted;
}

void SessionWorker::settle(RunState state)
{
    m_state = state;
    m_changed = true;
}

void SessionWorker::fail(const Message &message, std::string log)
{
    m_message = message;
    m_log = std::move(log);
    m_failedRunning = isRunning();
    settle(RunState::Failed);
}

/** Says that it takes a moment; then there is a backend and no run. */
void SessionWorker::prepare()
{
    m_run.reset();
    m_message = {};
    m_log.clear();
    settle(RunState::Preparing);
    if (maySnapshot())
        publish();
    if (!m_backend)
        m_backend = m_factory();
    m_rate.restart();
}

/** Data, weights and backend for m_experiment; a new run at epoch 0. */
void SessionWorker::beginRun()
{
    if (!m_experiment)
        return;
    ++m_runId;
    m_checkpoint.reset();
    prepare();
    m_run = std::make_unique<Run>(m_runId, *m_experiment, *m_backend);
    settle(RunState::Ready);
}

/** The same run, from its last snapshot on. */
void SessionWorker::continueRun()
{
    if (!m_checkpoint) {
        beginRun();
        return;
    }
    const bool plays = isRunning() || (m_state == RunState::Failed && m_failedRunning);
    prepare();
    m_run = std::make_unique<Run>(m_runId, *m_experiment, *m_backend, *m_checkpoint);
    if (m_run->isFinished())
        settle(RunState::Finished);
    else if (plays)
        settle(RunState::Running);
    else
        settle(m_run->epoch() == 0 ? RunState::Ready : RunState::Paused);
    m_pacer.restart();
}

void SessionWorker::replaceBackend(const BackendFactory &factory)
{
    m_run.reset();
    m_backend.reset();
    m_factory = factory;
}

void SessionWorker::carryOut(const SetExperiment &wanted)
{
    m_experiment = wanted.experiment;
    beginRun();
}

void SessionWorker::carryOut(const SetBackend &wanted)
{
    replaceBackend(wanted.factory);
    beginRun();
}

void SessionWorker::carryOut(const ContinueOn &wanted)
{
    replaceBackend(wanted.factory);
    continueRun();
}

void SessionWorker::carryOut(const Play &)
{
    m_changed = true; // also where there is nothing to train: it is an answer
    if (!mayTrain())
        return;
    m_pacer.restart();
    m_rate.restart();
    settle(RunState::Running);
}

void SessionWorker::carryOut(const Pause &)
{
    m_changed = true;
    if (isRunning())
        settle(RunState::Paused);
}

void SessionWorker::carryOut(const Step &)
{
    m_changed = true;
    if (!mayTrain())
        return;
    settle(RunState::Paused);
    train(1);
}

void SessionWorker::carryOut(const Reset &)
{
    beginRun();
}

void SessionWorker::carryOut(const SetPace &pace)
{
    m_pacer.setPace(pace.epochsPerSecond);
}

void SessionWorker::carryOut(const SetLastEpoch &last)
{
    if (!m_experiment)
        return;
    m_experiment->stop.epochs = last.epochs;
    if (!isAlive())
        return;
    m_run->setLastEpoch(last.epochs);
    if (m_run->isFinished())
        settle(RunState::Finished);
    else
        settle(m_state == RunState::Finished ? RunState::Paused : m_state);
}

void SessionWorker::carryOut(const SetOptimizer &optimizer)
{
    if (!m_experiment || optimizer.model >= m_experiment->models.size())
        return;
    m_experiment->models[optimizer.model].optimizer = optimizer.settings;
    if (isAlive())
        m_run->setOptimizer(optimizer.model, optimizer.settings);
    m_changed = true;
}

void SessionWorker::carryOut(const SetActivationParameters &wanted)
{
    if (!m_experiment || wanted.model >= m_experiment->models.size())
        return;
    std::vector<ActivationSpec> &activations = m_experiment->models[wanted.model].activations;
    for (ActivationSpec &activation : activations)
        activation = makeSpec(*activation.activation, wanted.values);
    if (isAlive())
        m_run->setActivations(wanted.model, activations);
    m_changed = true;
}

void SessionWorker::carryOut(const SetGrid &grids)
{
    m_gridWhileRunning = grids.whileRunning;
    m_gridAtRest = grids.atRest;
    m_changed = true;
}

void SessionWorker::carryOut(const RequestDiagnostics &request)
{
    m_request = request;
    m_changed = true;
}

void SessionWorker::train(int epochs)
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

void SessionWorker::trainSlice()
{
    train(m_run->remaining(m_pacer.epochsDue()));
}

bool SessionWorker::maySnapshot() const
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

std::optional<GridSpec> SessionWorker::grid() const
{
    const std::optional<GridSpec> &chosen = isRunning() ? m_gridWhileRunning : m_gridAtRest;
    if (chosen)
        return chosen;
    const double step = isRunning() ? 0.03 : 0.01;
    return gridAround(m_run->cohort().data->all, 0.5, step);
}

/** What was asked for, of the run as it is now. */
std::shared_ptr<const DiagnosticsAnswer> SessionWorker::answerRequest()
{
    const RequestDiagnostics request = *std::exchange(m_request, std::nullopt);
    DiagnosticsAnswer answer{.model = request.model, .diagnostics = std::nullopt, .error = {}};
    try {
        answer.diagnostics = m_run->diagnose(request.model, request.settings);
    } catch (const ConfigurationError &error) {
        answer.error = error.message();
    }
    return std::make_shared<const DiagnosticsAnswer>(std::move(answer));
}

void SessionWorker::publish()
{
    const auto start = Clock::now();
    auto picture = std::make_shared<Snapshot>();
    if (isAlive()) {
        *picture = m_run->snapshot(grid());
        m_checkpoint = m_run->checkpoint();
    }
    if (m_request && isAlive())
        picture->diagnostics = answerRequest();
    picture->run = m_runId;
    picture->command = m_command;
    picture->state = m_state;
    picture->message = m_message;
    picture->log = m_log;
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

} // namespace actiscope
