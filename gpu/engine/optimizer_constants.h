// The settings of an optimiser as kernels take them.
#pragma once

#include "core/engine/optimizer.h"
#include "gpu/kernels/common/shared_layout.h"

#include <cstdint>

namespace actiscope {

/** `schedule` is the place of its corrections for each step. */
kernels::Optimizer constantsOf(const OptimizerSettings &settings, std::int32_t schedule);

} // namespace actiscope
