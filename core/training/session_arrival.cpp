// How a training session spares its user the wait for a device whose programs are built: a stand-in trains meanwhile. On the session's thread.
#include "core/training/session_worker.h"

#include <chrono>
#include <utility>
#include <variant>

namespace actiscope {

/** Not for images: an epoch of them takes the stand-in longer than a driver takes for its programs. */
bool SessionWorker::mayStandIn() const
{
    return m_standInFactory && !std::holds_alternative<ImageData>(m_experiment->data);
}

/** A run that starts so, on the device. */
void SessionWorker::expect(std::shared_ptr<const Experiment> start)
{
    m_awaitedStart = std::move(start);
    m_awaitedFactory = m_factories;
    std::unique_ptr<Backend> known = m_standsIn ? nullptr : std::move(m_backend);
    m_arriving = std::make_unique<ArrivingTask>(std::move(known), m_factory, m_runId, *m_awaitedStart, [this] {
        const std::scoped_lock lock(m_mutex); // the session has either seen it or waits, and is woken up
        m_wake.notify_one();
    });
}

/** Whether the run stands on the device after a moment that nobody minds. */
bool SessionWorker::arrivesAtOnce(const RunRecord &record)
{
    constexpr std::chrono::milliseconds patience(300);
    if (m_arriving) // for an earlier run, and a driver cannot be interrupted
        return false;
    expect(record.start);
    if (!m_arriving->waitFor(patience))
        return false;
    ArrivingTask::Arrived arrived = std::exchange(m_arriving, nullptr)->take();
    m_backend = std::move(arrived.backend);
    m_standsIn = false;
    standAt(std::move(arrived.task), record);
    return true;
}

void SessionWorker::standIn(RunRecord record)
{
    if (!m_standsIn)
        m_backend = m_standInFactory();
    m_standsIn = true;
    standAt(std::move(record));
}

/** What was on its way is there; by now it may not be wanted, or another one. */
void SessionWorker::arrive()
{
    const std::unique_ptr<ArrivingTask> arriving = std::exchange(m_arriving, nullptr);
    if (!m_standsIn || !m_run)
        return;
    const std::shared_ptr<const Experiment> start = m_run->record().start;
    if (m_awaitedFactory == m_factories && *m_awaitedStart == *start)
        replaceStandIn(arriving->take());
    else
        expect(start);
}

/** The run that the stand-in has trained so far, with all that was changed on the way, from its beginning on the device. */
void SessionWorker::replaceStandIn(ArrivingTask::Arrived arrived)
{
    const bool plays = isRunning() || (isSeeking() && m_playsAfterSeek);
    const std::int64_t epoch = isSeeking() ? *m_seek : m_run->epoch();
    const RunRecord trained = *m_run->snapshot(std::nullopt).record;
    RunRecord again = branched(trained, ++m_runId, epoch, {});
    again.parent = trained.parent;
    again.timeline = Timeline();
    m_evaluator.reset();
    m_run.reset();
    m_backend = std::move(arrived.backend);
    m_standsIn = false;
    standAt(std::move(arrived.task), std::move(again));
    carryOut(session::Seek{epoch});
    m_playsAfterSeek = plays;
}

} // namespace actiscope
