// The experiments that come with the program: resources/experiments, one file each, which are part of it. A new one is its file.
#pragma once

#include "core/training/experiment.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct ReadyExperiment {
    std::string name;  ///< of its file: "dying-relu"
    std::string about; ///< one or two sentences: what it shows
    Experiment experiment;
};

/** All of them, the article's first, the others by name. */
std::span<const ReadyExperiment> readyExperiments();

/** The one of this name, or null. */
const ReadyExperiment *findReadyExperiment(std::string_view name);

/** The text of a file. */
struct EmbeddedExperiment {
    std::string_view name;
    std::string_view text;
};
std::vector<EmbeddedExperiment> embeddedExperiments();

} // namespace actiscope
