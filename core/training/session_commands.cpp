// What each command of a training session does. On the session's thread.
#include "core/base/errors.h"
#include "core/training/parameter_change.h"
#include "core/training/session_worker.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace actiscope {

void SessionWorker::carryOut(const session::Begin &wanted)
{
    m_experiment = wanted.experiment;
    beginRun();
}

void SessionWorker::carryOut(const session::ComputeOn &wanted)
{
    m_evaluator.reset();
    m_run.reset();
    m_backend.reset();
    m_standsIn = false;
    m_factory = wanted.factory;
    m_standInFactory = wanted.standIn;
    ++m_factories;
    if (wanted.goesOn)
        continueRun();
    else
        beginRun();
}

void SessionWorker::carryOut(const session::Control &wanted)
{
    switch (wanted.action) {
    case session::Control::Play:
        play();
        break;
    case session::Control::Pause:
        if (isRunning())
            settle(RunState::Paused);
        break;
    case session::Control::Step:
        step();
        break;
    case session::Control::Reset:
        beginRun();
        break;
    case session::Control::Pace:
        m_pacer.setPace(wanted.epochsPerSecond);
        break;
    }
}

void SessionWorker::play()
{
    if (!mayTrain())
        return;
    m_pacer.restart();
    m_rate.restart();
    m_figuresTook = m_planesTook = Seconds{0}; // those at rest took longer than those that come
    m_trainedSinceSnapshot = m_trainedSincePlanes = Seconds{0};
    settle(RunState::Running);
}

void SessionWorker::step()
{
    if (!mayTrain())
        return;
    settle(RunState::Paused);
    train(1);
}

/** What is refused is told and changes nothing. */
void SessionWorker::carryOut(const session::Apply &wanted)
{
    if (!m_experiment)
        return;
    try {
        applyChange(*m_experiment, wanted.change);
        if (isAlive())
            applyToRun(wanted.change);
        m_message = {};
    } catch (const ConfigurationError &error) {
        m_message = error.message();
    }
    m_changed = true;
}

void SessionWorker::applyToRun(Change change)
{
    if (changesParameters(change)) // before a branch is made for it
        validateParameterChange(change, m_experiment->models.size(), m_run->task().cohort()->shape);
    if (m_run->isRewound() && changesFigures(change.setting)) {
        const bool plays = isRunning();
        carryOut(session::Branch{m_run->snapshot(std::nullopt).record, m_run->epoch(), {std::move(change)}});
        m_playsAfterSeek = plays;
        return;
    }
    m_run->apply(std::move(change));
    if (m_run->isFinished() && !m_run->isRewound())
        settle(RunState::Finished);
    else if (m_state == RunState::Finished)
        settle(RunState::Paused);
}

/** The run from which one has parted that has nothing of its own (any more), as a run of this number; nothing where it is not there. */
std::optional<RunRecord> SessionWorker::unparted(const RunRecord &branch) const
{
    const auto parent = branch.parent && branch.furthest == branch.parent->epoch ? m_runs.find(branch.parent->run) : nullptr;
    if (!parent || branched(*parent, branch.id, branch.furthest, {}).changes != branch.changes)
        return std::nullopt;
    RunRecord whole = *parent;
    whole.id = m_runId + 1;
    return whole;
}

/** Each is the last one like it. Where nothing was trained since, it stays the same run; where the run was
 *  rewound and has parted there with the change alone, it is the former one again, and stands where it stood. */
void SessionWorker::carryOut(const session::TakeBack &wanted)
{
    m_changed = true; // whoever asked is answered
    if (!isAlive())
        return;
    RunRecord record = *m_run->snapshot(std::nullopt).record;
    std::optional<std::int64_t> epoch;
    for (const Change &change : wanted.changes) {
        const auto isMeant = [&change](const Change &each) {
            return each.model == change.model && each.setting == change.setting && each.place == change.place && each.value == change.value;
        };
        const auto found = std::find_if(record.changes.rbegin(), record.changes.rend(), isMeant);
        if (found == record.changes.rend())
            continue;
        epoch = std::min(epoch.value_or(found->epoch), found->epoch);
        record.changes.erase(std::prev(found.base()));
    }
    if (!epoch)
        return;
    const bool plays = isRunning();
    if (record.furthest > *epoch) {
        carryOut(session::Branch{std::make_shared<const RunRecord>(std::move(record)), *epoch, {}});
    } else {
        if (const std::optional<RunRecord> whole = unparted(record)) {
            m_runs.remove(record.parent->run); // which is the present one again
            record = *whole;
            ++m_runId;
        }
        prepare();
        standAt(std::move(record));
        carryOut(session::Seek{*epoch});
    }
    m_playsAfterSeek = plays;
}

void SessionWorker::carryOut(const session::Seek &wanted)
{
    if (!isAlive())
        return;
    settle(RunState::Paused);
    m_playsAfterSeek = false;
    m_isPassing = wanted.isPassing;
    m_seek = std::clamp<std::int64_t>(wanted.epoch, 0, m_run->record().furthest);
    m_run->rewind(*m_seek);
}

/** What the run is at this epoch is found out by training, in slices. */
void SessionWorker::carryOut(const session::Branch &wanted)
{
    const std::int64_t epoch = std::clamp<std::int64_t>(wanted.epoch, 0, wanted.record->furthest);
    RunRecord record = branched(*wanted.record, m_runId + 1, epoch, wanted.changes);
    try {
        m_experiment = record.experimentAt(epoch);
    } catch (const ConfigurationError &error) {
        m_message = error.message();
        m_changed = true;
        return;
    }
    if (const auto before = isAlive() ? m_run->snapshot(std::nullopt).record : m_lastRecord)
        m_runs.keep(before);
    ++m_runId;
    prepare();
    standAt(std::move(record));
    carryOut(session::Seek{epoch});
}

void SessionWorker::carryOut(const session::View &grids)
{
    m_gridWhileRunning = grids.whileRunning;
    m_gridAtRest = grids.atRest;
    m_changed = true;
}

} // namespace actiscope
