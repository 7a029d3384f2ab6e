// The line of the status bar while training.
#pragma once

#include <QString>

namespace actiscope {

struct Snapshot;

/** "9,100 steps/s · 190 GFLOP/s", or nothing when the run does not go on. */
QString trainingStatus(const Snapshot &snapshot);

} // namespace actiscope
