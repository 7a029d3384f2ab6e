// The subcommands. None needs a display; each is a table of options and a function that runs it.
#pragma once

#include "app/cli/command_line.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

struct Command {
    std::string name;
    Message summary; ///< one line
    std::vector<Option> options;
    /** Returns the exit status. Throws UsageError and ConfigurationError for wrong use, anything else for a failed run. */
    std::function<int(const Arguments &)> run;
    /** The word that has to come first, "functions"; empty for none. Commands of one name differ in it. */
    std::string subject = {};
    /** The options, where their defaults depend on what is given. */
    std::function<std::vector<Option>(std::span<const std::string> given)> optionsFor = {};
};

Command listCommand();
Command devicesCommand();
Command evaluateCommand();
Command dataCommand();
Command trainCommand();
Command renderFunctionsCommand();
Command renderTrainingCommand();
Command renderImagesCommand();

} // namespace actiscope
