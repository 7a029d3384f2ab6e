// An experiment in a form that the settings keep between sessions, and whether the window can show it.
#pragma once

#include "core/io/ready_experiments.h"
#include "core/training/experiment.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace actiscope {

struct Subject;

/** All of it, as in a file. */
QString savedExperiment(const Experiment &experiment);

/** Nothing when that says no valid experiment. What versions up to 0.1 kept is read, too; what it leaves out is as in the default one. */
std::optional<Experiment> restoredExperiment(const QVariant &saved);

/** The command line knows experiments that the window does not show: why this one is such; else empty. */
QString whyNotShown(const Experiment &experiment);

/** Of an experiment whose data are files: why they cannot be read, and how to get them; empty where they are there. */
QString missingFiles(const Experiment &experiment);

/** The ready experiments that the window shows, in their order. */
std::vector<const ReadyExperiment *> shownReadyExperiments();
/** Those of a subject. */
std::vector<const ReadyExperiment *> shownReadyExperiments(const Subject &subject);

} // namespace actiscope
