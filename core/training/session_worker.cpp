#include "core/training/session_worker.h"

#include "core/base/background_thread.h"
#include "core/base/errors.h"
#include "core/base/interrupted.h"
#include "core/training/comparison.h"
#include "core/training/shared_evaluator.h"
#include "core/training/wish_scope.h"

#include <algorithm>
#include <exception>
#include <variant>

namespace actiscope {

namespace {

using Clock = PacingClock;

/** Of each model: as many as anybody sees of a long run, so that an hour takes no more memory than a minute. */
constexpr std::size_t mostRows = 4 * History::leastWhole;

/** Whether a command is obeyed before a seek has arrived, which it replaces. */
bool endsSeek(const session::Command &command)
{
    return !std::holds_alternative<session::Control>(command) && !std::holds_alternative<session::Apply>(command)
           && !std::holds_alternative<session::View>(command);
}

/** Until it ends a backend tells how far it has come. */
class ListenScope {
public:
    ListenScope(Backend &backend, ProgressListener listener) : m_telling(listener ? dynamic_cast<TellsProgress *>(&backend) : nullptr)
    {
        if (m_telling)
            m_telling->tellProgress(std::move(listener));
    }
    ~ListenScope()
    {
        if (m_telling)
            m_telling->tellProgress({});
    }
    ListenScope(const ListenScope &) = delete;
    ListenScope &operator=(const ListenScope &) = delete;

private:
    TellsProgress *m_telling;
};

} // namespace

void SessionWorker::post(session::Command command)
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

std::shared_ptr<const ComingEpoch> SessionWorker::takeComing()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_coming, nullptr);
}

void SessionWorker::loop(const std::stop_token &stop)
{
    m_stop = stop;
    yieldToTheWindow();
    while (!stop.stop_requested()) {
        try {
            if (hasArrived()) {
                arrive();
            } else if (const auto posted = nextCommand()) {
                m_command = posted->number;
                m_changed = true; // also where there is nothing to do: it is an answer
                std::visit([this](const auto &each) { carryOut(each); }, posted->command);
            } else if (isSeeking()) {
                seekSlice();
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
    if (isSeeking())
        return;
    std::unique_lock lock(m_mutex);
    const auto hasWork = [this] { return !m_commands.empty() || (m_changed && !m_slot && !isRunning()) || hasArrived(); };
    if (!isRunning())
        m_wake.wait(lock, stop, hasWork);
    else if (m_pacer.due() > Clock::now())
        m_wake.wait_until(lock, stop, m_pacer.due(), hasWork);
}

std::optional<SessionWorker::Posted> SessionWorker::nextCommand()
{
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty() || (isSeeking() && !endsSeek(m_commands.front().command)))
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
    m_seek.reset();
    settle(RunState::Failed);
}

/** Says that it takes a moment; then there is no run. */
void SessionWorker::announce()
{
    m_evaluator.reset();
    m_run.reset();
    m_seek.reset();
    m_message = {};
    m_log.clear();
    settle(RunState::Preparing);
    if (maySnapshot())
        publish();
    m_rate.restart();
    m_planesPace = {};
    m_figuresTook = m_planesTook = Seconds{0};
}

/** The same; then there is a backend. */
void SessionWorker::prepare()
{
    announce();
    needBackend();
}

void SessionWorker::needBackend()
{
    if (!m_backend)
        m_backend = m_factory();
}

/** A task for what the record is of, at epoch 0, on the backend that there is. */
void SessionWorker::standAt(RunRecord record)
{
    auto task = std::make_unique<Comparison>(record.id, *record.start, *m_backend);
    standAt(std::move(task), std::move(record));
}

void SessionWorker::standAt(std::unique_ptr<Comparison> task, RunRecord record)
{
    task->keepAtMost(mostRows);
    m_evaluator = std::make_shared<SharedEvaluator>(task->evaluator());
    m_run = std::make_unique<RecordedRun>(std::move(task), std::move(record));
    m_pacer.forgetEpochs(); // of another experiment or device they may take a thousand times as long
}

/** Data, weights and backend for m_experiment; a new run at epoch 0. */
void SessionWorker::beginRun()
{
    if (!m_experiment)
        return;
    ++m_runId;
    m_lastRecord.reset();
    m_lastFrame.reset();
    RunRecord record;
    record.id = m_runId;
    record.start = std::make_shared<const Experiment>(*m_experiment);
    announce();
    if (mayStandIn()) {
        if (!arrivesAtOnce(record))
            standIn(std::move(record));
    } else {
        needBackend();
        standAt(std::move(record));
    }
    settle(RunState::Ready);
}

/** What the state is where nothing moves. */
void SessionWorker::settleAtRest()
{
    if (m_run->isFinished() && !m_run->isRewound())
        settle(RunState::Finished);
    else
        settle(m_run->epoch() == 0 ? RunState::Ready : RunState::Paused);
}

/** The same run, from its last snapshot on, with what was set since. */
void SessionWorker::continueRun()
{
    if (!m_lastRecord) {
        beginRun();
        return;
    }
    const bool plays = isRunning() || (m_state == RunState::Failed && m_failedRunning);
    prepare();
    standAt(*m_lastRecord);
    m_run->resume(*m_lastFrame);
    for (Change &change : changesBetween(m_run->task().experiment(), *m_experiment))
        applyToRun(std::move(change));
    settleAtRest();
    if (plays && mayTrain())
        settle(RunState::Running);
    m_pacer.restart();
}

void SessionWorker::seekSlice()
{
    const auto start = Clock::now();
    if (const std::int64_t left = *m_seek - m_run->epoch(); left > 0) {
        const int epochs = static_cast<int>(std::min<std::int64_t>(left, m_pacer.epochsOfSlice()));
        if (!advance(epochs))
            return;
        m_pacer.trained(epochs, Clock::now() - start);
    }
    if (m_run->epoch() < *m_seek)
        return;
    m_seek.reset();
    settleAtRest();
    if (m_playsAfterSeek)
        play();
}

/** An epoch that nobody waits for any more is given up; once it is trained after all it is the same. One that was asked for as a step is not, unless the
 *  whole run is. */
bool SessionWorker::isTrainingUnwanted()
{
    if (m_stop.stop_requested() || (isRunning() && hasArrived()))
        return true;
    const std::lock_guard lock(m_mutex);
    return std::ranges::any_of(m_commands, [this](const Posted &posted) {
               if (isSeeking())
                   return endsSeek(posted.command);
               return isRunning() ? session::isUrgent(posted.command) : session::endsRun(posted.command);
           });
}

/** What is soon done is not left: that would cost more than it saves. */
bool SessionWorker::isLongEpoch() const
{
    constexpr Seconds soon{0.03};
    return m_pacer.timeOfEpoch() > soon;
}

/** About once a frame; not of an epoch that the run came to before, whose parts are known. */
void SessionWorker::tellParts(const AdvanceProgress &progress)
{
    constexpr Seconds between{1.0 / 60};
    const auto now = Clock::now();
    if (now - m_partsTold < between || m_run->isRewound() || std::ranges::all_of(progress.parts, &std::vector<PartFigures>::empty))
        return;
    m_partsTold = now;
    auto coming = std::make_shared<const ComingEpoch>(ComingEpoch{m_run->record().id, m_run->epoch(), {progress.parts.begin(), progress.parts.end()}});
    const std::lock_guard lock(m_mutex);
    m_coming = std::move(coming);
}

/** Whether it came to its end. */
bool SessionWorker::advance(int epochs)
{
    const ListenScope listening(*m_backend, isLongEpoch() ? [this](const AdvanceProgress &progress) { tellParts(progress); } : ProgressListener());
    const WishScope scope(*m_backend, isLongEpoch() ? [this] { return isTrainingUnwanted(); } : StopWish());
    try {
        m_run->advance(epochs);
    } catch (const Interrupted &) {
        m_changed = true;
        return false;
    }
    return true;
}

void SessionWorker::train(int epochs)
{
    const auto start = Clock::now();
    const std::size_t models = m_run->task().trainingModels();
    if (!advance(epochs))
        return;
    const Seconds took = Clock::now() - start;
    m_pacer.trained(epochs, took);
    m_rate.count(static_cast<double>(models) * epochs);
    m_trainedSinceSnapshot += took;
    m_trainedSincePlanes += took;
    m_changed = true;
    if (m_run->isFinished())
        settle(RunState::Finished);
}

void SessionWorker::trainSlice()
{
    train(m_run->task().remaining(m_pacer.epochsDue()));
}

} // namespace actiscope
