// Values of settings as JSON.
#pragma once

#include "core/base/message.h"
#include "core/training/setting.h"

#include <nlohmann/json.hpp>

#include <string>

namespace actiscope {

nlohmann::ordered_json settingJson(const Setting &setting, const SettingValue &value);

/** What `json`, at this place of a file as a JSON pointer, says of the setting. Throws ExperimentFileError where that is not of its kind or range. */
SettingValue settingValueIn(const Setting &setting, const nlohmann::ordered_json &json, const std::string &place);

/** Throws the ExperimentFileError. */
[[noreturn]] void refuseAt(const std::string &place, const Message &fault);

} // namespace actiscope
