// Every activation that there is: the built-in rows and whatever a formula describes.
#pragma once

#include "core/activations/builtin_activations.h"

#include <string_view>

namespace actiscope {

/** The activation with this id, or nullptr: a built-in one, or for "formula:…" the one that the formula describes. */
const Activation *findActivation(std::string_view id);

} // namespace actiscope
