// The experiments that come with the program: resources/experiments, one file each, which are part of it. A new one is its file.
#pragma once

#include "core/io/experiment_file.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct ReadyExperiment {
    std::string name;      ///< of its file: "dying-relu"
    ExperimentNotes notes; ///< English; the window translates them in the context "core"
    Experiment experiment;
};

/** All of them, as a lesson takes them: in the order that their files say. */
std::span<const ReadyExperiment> readyExperiments();

/** The one of this name, or null. */
const ReadyExperiment *findReadyExperiment(std::string_view name);

/** The one that is this experiment, or null. */
const ReadyExperiment *findReadyExperiment(const Experiment &experiment);

/** The text of a file. */
struct EmbeddedExperiment {
    std::string_view name;
    std::string_view text;
};
std::vector<EmbeddedExperiment> embeddedExperiments();

} // namespace actiscope
