// What a change of the experiment is called: in the menu that undoes it. GUI thread.
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace actiscope {

struct Experiment;

/** The settings that differ, by their names, each with its model: "learning-rate", "activation of 2". */
std::vector<std::string> changedSettings(const Experiment &before, const Experiment &after);

/** "learning rate 0.01 → 0.1"; of several settings the first, and how many more. */
QString changeText(const Experiment &before, const Experiment &after);

} // namespace actiscope
