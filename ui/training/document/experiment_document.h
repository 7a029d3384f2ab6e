// The experiment of the window: what a run is begun with. Every change goes through here and can be undone; whoever shows or trains it
// looks at this. GUI thread.
#pragma once

#include "core/training/experiment.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace actiscope {

class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    /** Begins with the default experiment. */
    explicit ExperimentDocument(QObject *parent = nullptr);

    const Experiment &experiment() const { return m_experiment; }
    QUndoStack &undo() { return m_undo; }
    const QUndoStack &undo() const { return m_undo; }
    /** There is something that neither the file nor the start has. */
    bool isModified() const { return !m_undo.isClean(); }

    /** A change by hand; must be a valid experiment. Its text is what differs ("learning rate 0.01 → 0.1"), unless `text` says it. One
     *  setting that is moved on and on is one change. */
    void apply(const Experiment &next, const QString &text = {});
    /** Another experiment instead, as from a file: nothing to undo. */
    void load(const Experiment &experiment);

signals:
    /** By a hand, by undoing or redoing. */
    void changed(const actiscope::Experiment &before, const actiscope::Experiment &after);
    void loaded();
    /** Either of the two. */
    void experimentChanged();

private:
    class Edit;
    void show(const Experiment &experiment);

    Experiment m_experiment;
    QUndoStack m_undo;
};

} // namespace actiscope
