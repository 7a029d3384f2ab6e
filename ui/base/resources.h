// The icons and notes that are compiled in (of resources/, see ui/CMakeLists.txt). In a static library the linker would drop them.
#pragma once

namespace actiscope {

/** Makes ":/icons/…" and ":/notes/…" available. May be called more than once. */
void initResources();

} // namespace actiscope
