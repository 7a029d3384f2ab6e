#include "ui/training/document/experiment_document.h"

#include <QUndoCommand>

#include <utility>

namespace actiscope {

/** Between two experiments, either of which is shown. */
class ExperimentDocument::Edit : public QUndoCommand {
public:
    Edit(ExperimentDocument &document, Experiment after, const QString &text)
        : QUndoCommand(text), m_document(document), m_before(document.experiment()), m_after(std::move(after))
    {
    }

    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }

private:
    ExperimentDocument &m_document;
    Experiment m_before;
    Experiment m_after;
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
