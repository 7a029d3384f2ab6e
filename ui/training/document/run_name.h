// What a kept run is called. GUI thread.
#pragma once

#include <QString>

namespace actiscope {

struct KeptRun;

/** As somebody named it, or "Run 3" in the language of the window. */
QString runName(const KeptRun &run);

} // namespace actiscope
