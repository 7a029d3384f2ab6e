// A line on the terminal that says what goes on, for who watches it.
#pragma once

namespace actiscope {

/** Whether standard error is a terminal. */
bool stderrIsTerminal();

/** Takes the line away; nothing where nobody watches. */
void clearProgress();

} // namespace actiscope
