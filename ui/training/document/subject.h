// What a workspace of networks is about: points of the plane, or images. One class of workspaces shows both; what differs between them is a row of this table,
// and what rows of evidence and controls ask it. GUI thread.
#pragma once

#include "core/training/experiment.h"

#include <QStringList>

#include <span>

namespace actiscope {

/** What data are like: a question of evidence or a control is for one form, or for any. */
enum class DataForm { Any, Points, Images };

struct Subject {
    const char *id; ///< of its workspace, before the names of its actions, in sessions and settings
    DataForm form;
    const char *menu; ///< of its actions; to be translated in the context actiscope::Subject
    const char *rows; ///< of evidence at the first start, with commas between them
    bool beginsEarly; ///< what its device needs is built before anybody looks
    /** Pixels of the narrowest column in which its evidence can be read; below, models stand in two banks. Of planes whatever the size of text. */
    double leastColumn;

    QString menuText() const;
    QStringList firstRows() const;
    /** What it begins with. */
    const Experiment &firstExperiment() const;
    /** Whether the experiment is one of its own. */
    bool has(const Experiment &experiment) const;
    /** Whether its rows begin with planes, which are no text. */
    bool hasPlane() const { return form != DataForm::Images; }
    /** Whether what is for this form of data is for its data. */
    bool suits(DataForm other) const { return other == DataForm::Any || other == form; }
};

/** All of them; the first is what a session is of that names none. */
std::span<const Subject> subjects();
const Subject &pointSubject();
const Subject &imageSubject();
/** The one that has the experiment. */
const Subject &subjectOf(const Experiment &experiment);

} // namespace actiscope
