// What is changed of a run while it trains: kept with the run, so that it can be replayed, branched, saved and told.
#pragma once

#include "core/training/change_record.h"
#include "core/training/experiment.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace actiscope {

/** The one setting whose value may be changed by training, too. */
inline constexpr std::string_view activationSetting = "activation";

/** Names of the settings that can be changed while training. */
std::vector<std::string_view> liveSettings();

/** Whether figures depend on this setting, which those do not that only say when a run ends. */
bool changesFigures(std::string_view setting);

/** The experiment becomes what it is after the change. Throws ConfigurationError, with the experiment as it was, for a setting that cannot be changed
 *  while training, a model that is not there, and a value that is out of range. */
void applyChange(Experiment &experiment, const Change &change);

/** The changes that lead from one to the other at this epoch, as far as live settings do. */
std::vector<Change> changesBetween(const Experiment &before, const Experiment &after, std::int64_t epoch = 0);

/** Parameters of a model's activations; these are the same functions as before. */
Change activationChange(std::size_t model, const std::vector<ActivationSpec> &activations);

} // namespace actiscope
