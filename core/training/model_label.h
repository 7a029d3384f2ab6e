// What a model of a comparison is called, wherever people read it.
#pragma once

#include "core/training/experiment.h"

#include <string>

namespace actiscope {

/** The activation as people know it, with its parameters unless they are learned from their defaults: "Leaky ReLU (α 0.01)", "PReLU"; of layers that
 *  differ "ReLU → Tanh". */
std::string activationLabel(const ModelConfiguration &model);

/** The same, and after it the other settings in which the models differ: "ReLU", "ReLU, η 0.1". */
std::string modelLabel(const Experiment &experiment, std::size_t model);

} // namespace actiscope
