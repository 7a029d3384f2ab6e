// The experiment that a file or a name stands for.
#pragma once

#include "core/training/experiment.h"

#include <string>

namespace actiscope {

/** A ready experiment's, or the one of a file ("-" is standard input). Throws UsageError. */
Experiment openExperiment(const std::string &source);

} // namespace actiscope
