// The window: what actiscope is without a subcommand.
#pragma once

namespace actiscope {

/** Opens the window and runs until it is closed, or takes a picture of it (--screenshot). Returns the exit status. */
int runWindow(int argc, char *argv[]);

} // namespace actiscope
