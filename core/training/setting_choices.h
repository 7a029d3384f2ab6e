// The names that settings can have: the rows of other tables.
#pragma once

#include "core/training/setting.h"

#include <vector>

namespace actiscope {

std::vector<SettingChoice> dataChoices();
std::vector<SettingChoice> featureChoices();
std::vector<SettingChoice> initializationChoices();
std::vector<SettingChoice> optimizerNames();
std::vector<SettingChoice> lossChoices();
std::vector<SettingChoice> scheduleChoices();

} // namespace actiscope
