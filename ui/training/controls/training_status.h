// What is said of a run in words: in the status bar, and over the empty plots.
#pragma once

#include <QString>

namespace actiscope {

enum class RunState;
struct Snapshot;

/** "9,100 steps/s · 190 GFLOP/s", or nothing when the run does not go on. */
QString trainingStatus(const Snapshot &snapshot);

/** What the plots say before there is something to see, or nothing. `hasPicture`: of this run or an earlier one. `needsKernels`: a device computes
 *  whose driver may have to build them. */
QString trainingHint(RunState state, bool hasPicture, bool needsKernels);
/** While the reference trains in the place of the device. */
QString standInHint();

} // namespace actiscope
