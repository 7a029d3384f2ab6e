#include "ui/training/document/experiment_document.h"

#include "ui/training/document/change_text.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <utility>

namespace actiscope {

namespace {

constexpr int sameMove = 1500; ///< ms in which the next value of a setting is of the same move of a hand
constexpr int editId = 1;

} // namespace

/** Between two experiments, either of which is shown. */
class ExperimentDocument::Edit : public QUndoCommand {
public:
    Edit(ExperimentDocument &document, Experiment after, const QString &text)
        : m_document(document), m_before(document.experiment()), m_after(std::move(after)), m_hasOwnText(!text.isEmpty())
    {
        setText(m_hasOwnText ? text : changeText(m_before, m_after));
        m_made.start();
    }

    int id() const override { return editId; }
    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }

    /** While a hand moves a setting, that is one change. */
    bool mergeWith(const QUndoCommand *next) override
    {
        const auto &edit = *static_cast<const Edit *>(next);
        const bool isSameMove = !m_hasOwnText && !edit.m_hasOwnText && m_made.elapsed() < sameMove
                                && changedSettings(m_before, m_after) == changedSettings(edit.m_before, edit.m_after);
        if (!isSameMove)
            return false;
        m_after = edit.m_after;
        m_made.restart();
        setText(changeText(m_before, m_after));
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ExperimentDocument &m_document;
    Experiment m_before;
    Experiment m_after;
    bool m_hasOwnText;
    QElapsedTimer m_made;
};

ExperimentDocument::ExperimentDocument(QObject *parent) : QObject(parent), m_experiment(defaultExperiment()) {}

void ExperimentDocument::apply(const Experiment &next, const QString &text)
{
    if (next != m_experiment)
        m_undo.push(new Edit(*this, next, text));
}

void ExperimentDocument::load(const Experiment &experiment)
{
    m_undo.clear();
    m_experiment = experiment;
    emit loaded();
    emit experimentChanged();
}

void ExperimentDocument::show(const Experiment &experiment)
{
    const Experiment before = std::exchange(m_experiment, experiment);
    emit changed(before, m_experiment);
    emit experimentChanged();
}

} // namespace actiscope
