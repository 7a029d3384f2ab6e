// Cohorts that are measured.
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace actiscope::bench {

/** The default experiment with these activations. */
Experiment experimentWith(std::vector<ActivationSpec> activations);

/** `models` models of this experiment, cycling through its activations. */
Cohort cohortOf(const Experiment &experiment, std::size_t models);

/** A cohort of networks on points that are only noise, for sizes that no data set has. */
Cohort noiseCohort(NetworkShape shape, std::vector<std::string_view> activations, std::size_t trainCount, std::size_t testCount);

} // namespace actiscope::bench
