// The subcommands. None needs a display; each is a table of options and a function that runs it.
#pragma once

#include "app/command_line.h"

#include <functional>
#include <string>
#include <vector>

namespace actiscope {

struct Command {
    std::string name;
    std::string summary; ///< one line
    std::vector<Option> options;
    /** Returns the exit status. Throws UsageError and ConfigurationError for wrong use, anything else for a failed run. */
    std::function<int(const Arguments &)> run;
    std::string unavailable = {}; ///< why it does nothing yet, one line; else empty
};

Command listCommand();
Command devicesCommand();
Command evaluateCommand();
Command dataCommand();
Command trainCommand();
/** Named in the design, not made yet: says so. */
Command renderCommand();

} // namespace actiscope
