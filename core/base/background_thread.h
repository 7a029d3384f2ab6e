// Threads whose work may wait for that of others.
#pragma once

namespace actiscope {

/** The calling thread, and those that it starts, as a driver's: they compute behind the window, which so has a core at once whenever it paints. Where the
 *  system has no such thing, as before; so for the next one. */
void yieldToTheWindow();

/** The calling thread computes with what others leave of the processor. */
void yieldToOthers();

} // namespace actiscope
