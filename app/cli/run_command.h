// The command line as a whole: finds the subcommand, runs it, turns exceptions into one line and an exit status.
#pragma once

#include "core/base/errors.h"

#include <functional>
#include <span>
#include <string>

namespace actiscope {

/** Runs `work`; an exception becomes one line on standard error, beginning with `who`. Returns the exit status: 2 for wrong use,
 *  1 for a run that failed, else what `work` returned. */
int reportingErrors(const std::string &who, const std::function<int()> &work);

/** The message in one line on standard error, with what comes of it, and after that a failed build's log. */
void reportFailure(const std::string &who, const BackendError &error, const Message &consequence);

/** Runs the subcommand named by the first of `arguments`; --help after it explains it. Returns the exit status. */
int runCommand(std::span<const std::string> arguments);

bool isSubcommand(const std::string &name);

/** The subcommands with their summaries, as lines of a help text. */
std::string commandHelp();

} // namespace actiscope
