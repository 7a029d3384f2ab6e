// Which run, at which epoch, and what is to be seen of it: options of pictures of the Training workspace.
#pragma once

#include "app/cli/command_line.h"
#include "core/training/experiment.h"

#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace actiscope {

class TrainingController;
struct Subject;

struct ShownMoment {
    std::optional<Experiment> experiment = {}; ///< nothing: as it is
    std::optional<std::int64_t> epoch = {};    ///< nothing: the last one
    std::optional<QStringList> rows = {};      ///< ids of evidence; nothing: as it is
};

/** --experiment, --epoch and --show. */
std::vector<Option> momentOptions();

/** A ready experiment says itself what is to be seen of it where --show does not. Throws UsageError and ConfigurationError. */
ShownMoment readMoment(const Arguments &arguments);

/** Throws UsageError for a row that is none of the subject's. */
void requireRowsOf(const Subject &subject, const ShownMoment &moment);

/** Runs the event loop until `done` says so; false where it does not for so long. */
bool waitUntil(const std::function<bool()> &done, int milliseconds);

/** Trains the controller's experiment to its end, then goes back to the epoch. Throws std::runtime_error with one line where it cannot. */
void goToMoment(TrainingController &controller, const std::optional<std::int64_t> &epoch);

} // namespace actiscope
