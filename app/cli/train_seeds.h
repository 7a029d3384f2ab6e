// `train --seeds`: the same comparison with many seeds.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/train_outputs.h"
#include "core/training/experiment.h"

namespace actiscope {

/** Trains and writes; the first signal ends it after the seeds that are there. Returns the exit status. */
int trainManySeeds(const Arguments &arguments, const Experiment &experiment, TrainOutputs &outputs);

} // namespace actiscope
