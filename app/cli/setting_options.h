// Options that are settings of an experiment: one for each row of the table of settings.
#pragma once

#include "app/cli/command_line.h"
#include "core/training/experiment.h"
#include "core/training/setting.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** One option for each setting of these groups that can be said in a word; the values of `base` are the defaults. */
std::vector<Option> settingOptions(std::span<const SettingGroup> groups, const Experiment &base);

/** `base` with what is given. Throws ConfigurationError; the result may still be one that validate() refuses. */
Experiment readSettings(const Arguments &arguments, std::span<const SettingGroup> groups, Experiment base);

/** Each of `texts`, "activation=relu; learning-rate=0.1", is a model: the first of `experiment` with these settings instead of its own. Throws
 *  ConfigurationError("model", …). */
void setModels(Experiment &experiment, std::span<const std::string> texts);

} // namespace actiscope
