#include "core/training/recorded_run.h"

#include "core/base/interrupted.h"

#include <algorithm>
#include <utility>

namespace actiscope {

RecordedRun::RecordedRun(std::unique_ptr<TrainingTask> task, RunRecord record) : m_task(std::move(task)), m_record(std::move(record))
{
    arrive();
}

/** Keeps the moment, then applies what was changed there. */
void RecordedRun::arrive()
{
    const std::int64_t now = epoch();
    if (m_record.timeline.wants(now))
        m_record.timeline.add(m_task->keyframe());
    for (const Change &change : m_record.changes) {
        if (change.epoch == now)
            m_task->apply(change);
    }
    if (now < m_record.furthest)
        return;
    m_record.furthest = now;
    m_record.histories = m_task->histories();
}

/** The next epoch at which there is something to do. */
std::int64_t RecordedRun::nextStop() const
{
    std::int64_t next = m_record.timeline.nextDue(epoch());
    for (const Change &change : m_record.changes) {
        if (change.epoch > epoch())
            next = std::min(next, change.epoch);
    }
    return next;
}

void RecordedRun::advance(int epochs)
{
    const std::int64_t end = epoch() + epochs;
    while (epoch() < end && !m_task->isFinished()) {
        const std::int64_t before = epoch();
        try {
            m_task->advance(m_task->remaining(static_cast<int>(std::min(end, nextStop()) - before)));
        } catch (const Interrupted &) {
            if (epoch() > before)
                arrive();
            throw;
        }
        arrive();
    }
}

void RecordedRun::apply(Change change)
{
    change.epoch = changesFigures(change.setting) ? epoch() : m_record.furthest;
    m_task->apply(change);
    m_record.changes.push_back(std::move(change));
}

/** Also the row of the furthest epoch, which the task knows while it stands there. */
void RecordedRun::keepRows()
{
    if (isRewound())
        return;
    const Snapshot snapshot = m_task->snapshot(std::nullopt);
    for (std::size_t m = 0; m < snapshot.models.size(); ++m)
        m_record.histories[m] = snapshot.models[m].history;
}

void RecordedRun::restore(const Keyframe &frame)
{
    m_task->restore(frame, m_record.experimentBefore(frame.epoch()), m_record.histories);
    arrive();
}

void RecordedRun::rewind(std::int64_t target)
{
    const Keyframe *nearest = m_record.timeline.before(target);
    if (epoch() <= target && (!nearest || nearest->epoch() <= epoch()))
        return;
    keepRows();
    restore(Keyframe(*nearest));
}

void RecordedRun::seek(std::int64_t target)
{
    const std::int64_t reachable = std::clamp<std::int64_t>(target, 0, m_record.furthest);
    rewind(reachable);
    if (epoch() < reachable)
        advance(static_cast<int>(reachable - epoch()));
}

void RecordedRun::resume(const Keyframe &frame)
{
    restore(frame);
}

Snapshot RecordedRun::snapshot(const std::optional<PlaneWish> &planes)
{
    Snapshot snapshot = m_task->snapshot(planes);
    snapshot.run = m_record.id;
    snapshot.furthest = m_record.furthest;
    m_record.arithmetic = snapshot.arithmetic;
    for (std::size_t m = 0; isRewound() && m < snapshot.models.size(); ++m)
        snapshot.models[m].history = m_record.histories[m];
    auto record = std::make_shared<RunRecord>(m_record);
    for (std::size_t m = 0; m < snapshot.models.size(); ++m)
        record->histories[m] = snapshot.models[m].history;
    snapshot.record = std::move(record);
    return snapshot;
}

} // namespace actiscope
