// Hidden layers that come and go: activations that are one for each layer go with them.
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** These widths; of models with an activation for each layer the last one goes on, or the last ones are left out. */
void setHidden(Experiment &experiment, std::vector<int> widths);

/** One more at the end, as the last one is; 16 units in a network without. At most maxHiddenLayers. */
void addLayer(Experiment &experiment);

/** That one, and its activations. */
void removeLayer(Experiment &experiment, std::size_t layer);

} // namespace actiscope
