// The experiment of the window: what a run is begun with. Every change goes through here and can be undone; whoever shows or trains it
// looks at this. GUI thread.
#pragma once

#include "core/training/experiment.h"
#include "ui/base/live_text.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <string>

namespace actiscope {

struct ReadyExperiment;
struct Subject;

class ExperimentDocument : public QObject {
    Q_OBJECT

public:
    /** Begins with the first experiment of points of the plane. */
    explicit ExperimentDocument(QObject *parent = nullptr);
    /** Begins with the first experiment of the subject, and holds no other one's. */
    explicit ExperimentDocument(const Subject &subject, QObject *parent = nullptr);

    const Subject &subject() const { return m_subject; }

    const Experiment &experiment() const { return m_experiment; }
    QUndoStack &undo() { return m_undo; }
    const QUndoStack &undo() const { return m_undo; }
    /** The ready experiment that it is, or was made from, by its name; empty where it is of none. */
    const std::string &origin() const { return m_origin; }
    void setOrigin(const std::string &name);
    /** There is something that neither the file nor the start has. */
    bool isModified() const { return !m_undo.isClean(); }

    /** A change by hand; must be a valid experiment. Its text is what differs ("learning rate 0.01 → 0.1"), unless `text` says it. One
     *  setting that is moved on and on is one change. */
    void apply(const Experiment &next, const LiveText &text = {});
    /** A ready experiment instead of the present one, which undoing brings back. One whose files are not there is refused. */
    void take(const ReadyExperiment &ready, const LiveText &text);
    /** Another experiment instead, as from a file: nothing to undo. */
    void load(const Experiment &experiment);

signals:
    /** Why a ready experiment was not taken, and what to do about it. */
    void refused(const actiscope::LiveText &why);
    /** By a hand, by undoing or redoing. */
    void changed(const actiscope::Experiment &before, const actiscope::Experiment &after);
    void loaded();
    /** By a hand: what it shows is now looked at. */
    void readyTaken(const actiscope::ReadyExperiment &ready);
    /** Either of the two. */
    void experimentChanged();

private:
    class Edit;
    void push(const Experiment &next, const LiveText &text, const std::string &origin);
    void show(const Experiment &experiment, const std::string &origin);

    const Subject &m_subject;
    Experiment m_experiment;
    std::string m_origin;
    QUndoStack m_undo;
};

} // namespace actiscope
