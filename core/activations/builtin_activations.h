// The rows of activations.def as Activation values.
#pragma once

#include "core/activations/activation.h"

#include <span>
#include <string_view>

namespace actiscope {

/** All built-in activations in the order of activations.def. */
std::span<const Activation> activations();

/** The row with this name, as it is typed on the command line (core/base/names.h), or nullptr. */
const Activation *rowNamed(std::string_view name);

} // namespace actiscope
