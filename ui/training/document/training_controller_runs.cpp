// What a TrainingController does with runs that another one has followed.
#include "ui/base/live_text.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/run_name.h"
#include "ui/training/document/training_controller.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

namespace actiscope {

namespace {

constexpr int parameterEditId = 2;
constexpr int sameHand = 1500; ///< ms in which the next value of a number is of the same move of a hand

/** Takes a run out of the store, and puts it back. */
class RunRemoval final : public ToldCommand {
public:
    RunRemoval(LiveText text, std::function<void()> remove, std::function<void()> bringBack)
        : m_text(std::move(text)), m_remove(std::move(remove)), m_bringBack(std::move(bringBack))
    {
        tell();
    }
    void redo() override { m_remove(); }
    void undo() override { m_bringBack(); }

protected:
    QString words() const override { return m_text(); }

private:
    LiveText m_text;
    std::function<void()> m_remove;
    std::function<void()> m_bringBack;
};

} // namespace

/** Numbers of the network by a hand. While a hand moves one, that is one change. */
class TrainingController::ParameterEdit final : public ToldCommand {
public:
    ParameterEdit(TrainingController &controller, Change change)
        : m_controller(&controller), m_run(controller.m_begunRuns), m_changes{std::move(change)}
    {
        tell();
        m_made.start();
    }

    int id() const override { return parameterEditId; }
    void redo() override
    {
        if (!m_controller)
            return;
        m_run = m_controller->m_begunRuns;
        m_controller->m_session.apply(m_changes.back());
        m_controller->m_expected = m_controller->m_session.lastCommand();
        m_controller->updateClock();
    }
    /** In a run that it is not in there is nothing to take back: the change before it is meant. */
    void undo() override
    {
        if (m_controller && m_run == m_controller->m_begunRuns) {
            m_controller->m_session.takeBack(m_changes);
            m_controller->await(AwaitedAnswer::Wish::Seek);
            return;
        }
        setObsolete(true);
        if (m_controller)
            QMetaObject::invokeMethod(&m_controller->m_document.undo(), &QUndoStack::undo, Qt::QueuedConnection);
    }
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto &edit = *static_cast<const ParameterEdit *>(next);
        const Change &last = m_changes.back(), &other = edit.m_changes.front();
        const bool isSameMove = m_run == edit.m_run && m_made.elapsed() < sameHand && std::holds_alternative<double>(other.value)
                                && last.model == other.model && last.setting == other.setting && last.place == other.place;
        if (!isSameMove)
            return false;
        m_changes.insert(m_changes.end(), edit.m_changes.begin(), edit.m_changes.end());
        m_made.restart();
        return true;
    }

protected:
    QString words() const override
    {
        const ParameterPlace place = m_changes.front().place.value_or(ParameterPlace());
        const bool isNumber = std::holds_alternative<double>(m_changes.front().value);
        return isNumber ? tr("a weight by hand") : tr("unit %1 of layer %2 off").arg(place.row + 1).arg(place.layer + 1);
    }

private:
    QPointer<TrainingController> m_controller;
    int m_run;
    std::vector<Change> m_changes; ///< of one move of a hand, in their order
    QElapsedTimer m_made;
};

void TrainingController::applyToRun(Change change)
{
    m_document.undo().push(new ParameterEdit(*this, std::move(change)));
}

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
    const std::vector<KeptRun> all = runs();
    const auto found = std::ranges::find_if(all, [run](const KeptRun &kept) { return kept.record->id == run; });
    const bool isOther = found != all.end() && !name.trimmed().isEmpty() && name.trimmed() != runName(*found);
    if (isOther && m_session.runs().rename(run, name.trimmed().toStdString()))
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
    m_document.undo().push(new RunRemoval([kept = *found] { return tr("remove %1").arg(runName(kept)); }, remove, bringBack));
}

void TrainingController::restoreRun(RunId run)
{
    const std::shared_ptr<const RunRecord> record = m_session.runs().find(run);
    if (!record)
        return;
    begin();
    ++m_begunRuns;
    m_session.branch(record, record->furthest);
    m_followsRun = true;
    m_document.apply(record->experimentAt(record->furthest));
    m_followsRun = false;
    await(AwaitedAnswer::Wish::Seek);
}

} // namespace actiscope
