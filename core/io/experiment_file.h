// An experiment as text: what the program writes and reads everywhere, as files, between sessions and in reports. JSON; its keys are the names of settings
// (core/training/setting.h).
#pragma once

#include "core/io/experiment_file_error.h"
#include "core/training/experiment.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** Of the format; a file of a later one is refused. */
inline constexpr int experimentVersion = 1;

/** Longer texts are refused unread. */
inline constexpr std::size_t maxExperimentBytes = std::size_t{64} << 20;

/** All that the experiment says; settings that do not apply are left out. Ends with a new line. */
std::string experimentText(const Experiment &experiment);

/** The same with what was set and does not apply now, under "unused": for the window, which has it again when it does. */
std::string keptExperimentText(const Experiment &experiment);

/** What experimentText() wrote. Settings that are left out are as in a default experiment of the same data; anything else that is not as it should be,
 *  unknown keys and settings that do not apply among it, throws ExperimentFileError. */
Experiment parseExperiment(std::string_view text);

/** Either of the two. Throws as parseExperiment(). */
Experiment parseKeptExperiment(std::string_view text);

/** What an experiment that comes with the program says besides its settings. */
struct ExperimentNotes {
    std::string title;              ///< "Dying ReLU"
    std::string summary;            ///< some words: "Learning rate 1 kills most ReLU units"
    std::string about;              ///< one or two sentences: what it shows
    std::vector<std::string> show;  ///< what is looked at: rows of the evidence, "plane", "units"
    std::vector<std::string> chart; ///< strips of the chart: "loss", "dead-units"
    int order = 0;                  ///< where it stands among ready experiments: 10 comes before 20, and 0 after all others
};

/** What the text says under these keys; empty where it says nothing. Throws as parseExperiment() for text that is no JSON. */
ExperimentNotes experimentNotes(std::string_view text);

/** What parseExperiment() reads, as JSON Schema (draft 2020-12). */
std::string experimentSchema();

} // namespace actiscope
