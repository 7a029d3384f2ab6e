// What a TrainingController does with runs that another one has followed.
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"

#include <QPointer>
#include <QUndoCommand>

#include <algorithm>
#include <functional>
#include <utility>

namespace actiscope {

namespace {

/** Takes a run out of the store, and puts it back. */
class RunRemoval : public QUndoCommand {
public:
    RunRemoval(const QString &text, std::function<void()> remove, std::function<void()> bringBack)
        : QUndoCommand(text), m_remove(std::move(remove)), m_bringBack(std::move(bringBack))
    {
    }
    void redo() override { m_remove(); }
    void undo() override { m_bringBack(); }

private:
    std::function<void()> m_remove;
    std::function<void()> m_bringBack;
};

} // namespace

void TrainingController::setKeptRuns(const std::vector<KeptRun> &runs)
{
    RunStore &store = m_session.runs();
    for (const KeptRun &run : store.runs())
        store.remove(run.record->id);
    for (const KeptRun &run : runs)
        store.insert(store.runs().size(), run);
    emit runsChanged();
}

void TrainingController::renameRun(RunId run, const QString &name)
{
    if (!name.trimmed().isEmpty() && m_session.runs().rename(run, name.trimmed().toStdString()))
        emit runsChanged();
}

void TrainingController::setRunNote(RunId run, const QString &note)
{
    if (m_session.runs().setNote(run, note.trimmed().toStdString()))
        emit runsChanged();
}

void TrainingController::removeRun(RunId run)
{
    const std::vector<KeptRun> all = runs();
    const auto found = std::ranges::find_if(all, [run](const KeptRun &kept) { return kept.record->id == run; });
    if (found == all.end())
        return;
    const auto remove = [self = QPointer(this), run] {
        if (self && self->m_session.runs().remove(run))
            emit self->runsChanged();
    };
    const auto bringBack = [self = QPointer(this), kept = *found, place = static_cast<std::size_t>(found - all.begin())] {
        if (!self || self->m_session.runs().find(kept.record->id))
            return;
        self->m_session.runs().insert(place, kept);
        emit self->runsChanged();
    };
    m_document.undo().push(new RunRemoval(tr("remove %1").arg(QString::fromStdString(found->name)), remove, bringBack));
}

void TrainingController::restoreRun(RunId run)
{
    const std::shared_ptr<const RunRecord> record = m_session.runs().find(run);
    if (!record)
        return;
    begin();
    m_session.branch(record, record->furthest);
    m_followsRun = true;
    m_document.apply(record->experimentAt(record->furthest));
    m_followsRun = false;
    await(AwaitedAnswer::Wish::Seek);
}

} // namespace actiscope
