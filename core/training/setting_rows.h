// What rows of settings are made with, and the parts of the table. Only setting_table.cpp and the files of its parts need this.
#pragma once

#include "core/training/setting.h"
#include "core/training/setting_access.h"
#include "core/training/setting_choices.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace actiscope::setting_rows {

using namespace setting_access;
using enum SettingGroup;

inline constexpr double largestSeed = std::numeric_limits<std::uint32_t>::max();
inline constexpr double anyNumber = std::numeric_limits<double>::max();
inline constexpr SettingRange seeds{.maximum = largestSeed};
inline constexpr SettingRange shares{.maximum = 1, .isOpenAbove = true, .decimals = 4};
inline constexpr SettingRange penalties{.maximum = anyNumber, .decimals = 7};

template <class Access>
Setting with(Setting row, Access)
{
    row.get = Access::get;
    row.set = Access::set;
    return row;
}

template <auto member>
Setting ofOptimizer(Setting row)
{
    row.group = Training;
    row.isPerModel = row.isLive = true;
    row.placeholder = row.kind == SettingKind::Switch ? "on|off" : "X";
    return with(row, OfModel<&ModelConfiguration::optimizer, member>());
}

template <auto member>
Setting ofSchedule(Setting row)
{
    row.group = Training;
    row.isPerModel = row.isLive = true;
    row.selector = "schedule";
    row.placeholder = row.kind == SettingKind::Whole ? "N" : "X";
    return with(row, OfModel<&ModelConfiguration::schedule, member>());
}

std::vector<Setting> dataRows();
std::vector<Setting> networkRows();
std::vector<Setting> trainingRows();
std::vector<Setting> stoppingRows();

} // namespace actiscope::setting_rows
