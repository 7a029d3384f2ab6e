// The rows of activations.def as Activation values.
#pragma once

#include "core/activations/activation.h"

#include <vector>

namespace actiscope {

/** All rows, in order. */
std::vector<Activation> builtinActivations();

} // namespace actiscope
