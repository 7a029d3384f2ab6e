// The settings of an optimiser as kernels take them.
#pragma once

#include "core/engine/optimizer.h"

#include <cstdint>

namespace actiscope {

/** kernels/common/optimizer.cl's Optimizer. */
struct OptimizerConstants {
    std::int32_t method, nesterov;
    float learningRate, momentum, smoothing, oneMinusSmoothing, beta1, oneMinusBeta1, beta2, oneMinusBeta2, epsilon, l1, l2, kept, clipNorm;
    std::int32_t schedule;
};

/** `schedule` is the place of its corrections for each step. */
OptimizerConstants constantsOf(const OptimizerSettings &settings, std::int32_t schedule);

} // namespace actiscope
