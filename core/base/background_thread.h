// Threads whose work may wait for that of others.
#pragma once

namespace actiscope {

/** The calling thread computes with what others leave of the processor; where the system has no such thing, as before. */
void yieldToOthers();

} // namespace actiscope
