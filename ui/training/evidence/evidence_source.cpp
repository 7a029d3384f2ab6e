#include "ui/training/evidence/evidence_source.h"

#include "core/base/background_thread.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {

namespace {

constexpr double restShare = 1.5; ///< of the time that an answer took: less than half a core, whatever is asked
constexpr int leastPeriod = 50; ///< ms from question to question while training: twenty pictures a second are a film, and the processor is the trainer's
constexpr std::chrono::milliseconds fetchPeriod(4); ///< a quarter of a frame

} // namespace

EvidenceSource::EvidenceSource(QObject *parent) : QObject(parent), m_thread([this](std::stop_token stop) { loop(stop); })
{
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    connect(&m_rest, &QTimer::timeout, this, &EvidenceSource::begin);
    m_fetch.setInterval(fetchPeriod);
    m_fetch.setTimerType(Qt::PreciseTimer);
    connect(&m_fetch, &QTimer::timeout, this, &EvidenceSource::fetch);
}

EvidenceSource::~EvidenceSource() = default;

void EvidenceSource::ask(const std::shared_ptr<const Snapshot> &snapshot, const InspectionQuestion &question)
{
    if (!snapshot || !snapshot->moment || !snapshot->cohort)
        return;
    Task task{snapshot, question};
    if (m_asked && m_asked->isSameAs(task)) {
        m_wanted.reset();
        return;
    }
    m_wanted = std::move(task);
    if (m_isBusy)
        return;
    if (!m_rest.isActive() || snapshot->state != RunState::Running)
        begin();
}

void EvidenceSource::begin()
{
    m_rest.stop();
    if (m_isBusy || !m_wanted)
        return;
    m_asked = std::exchange(m_wanted, std::nullopt);
    m_isBusy = true;
    m_took.start();
    {
        const std::lock_guard lock(m_mutex);
        m_task = m_asked;
    }
    m_wake.notify_one();
    m_fetch.start();
}

void EvidenceSource::fetch()
{
    std::optional<Found> answer;
    {
        const std::lock_guard lock(m_mutex);
        answer = std::exchange(m_answer, std::nullopt);
    }
    if (!answer)
        return;
    m_fetch.stop();
    take(*answer);
}

void EvidenceSource::take(const Found &inspections)
{
    m_isBusy = false;
    const bool goesOn = m_asked && m_asked->snapshot->state == RunState::Running && (!m_wanted || m_wanted->snapshot->state == RunState::Running);
    if (goesOn) { // before listeners hear of it, who ask at once about what there is by then
        const auto took = static_cast<int>(m_took.elapsed());
        m_rest.start(std::max(static_cast<int>(took * restShare), leastPeriod - took));
    }
    emit found(inspections);
    if (!goesOn)
        begin();
}

void EvidenceSource::loop(const std::stop_token &stop)
{
    yieldToTheWindow();
    Inspector inspector;
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_task.has_value(); });
            if (stop.stop_requested())
                return;
            task = *std::exchange(m_task, std::nullopt);
        }
        Found inspections = inspector.inspectAll(*task.snapshot, task.question, [&stop] { return stop.stop_requested(); });
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(inspections);
    }
}

} // namespace actiscope
