// The window: what actiscope is without a subcommand.
#pragma once

#include <string>

namespace actiscope {

/** Opens the window and runs until it is closed, or takes a picture of it (--screenshot). Returns the exit status. */
int runWindow(int argc, char *argv[]);

/** Whether the first argument names a session for the window, and not a subcommand: a file that is there, or one with the ending of sessions. */
bool isSessionName(const std::string &argument);

} // namespace actiscope
