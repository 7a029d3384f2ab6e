// Experiments as JSON values, for those in core/io that write them into their own.
#pragma once

#include "core/training/experiment.h"

#include <nlohmann/json.hpp>

namespace actiscope {

nlohmann::ordered_json experimentJson(const Experiment &experiment);

/** See keptExperimentText(). */
nlohmann::ordered_json keptExperimentJson(const Experiment &experiment);

} // namespace actiscope
