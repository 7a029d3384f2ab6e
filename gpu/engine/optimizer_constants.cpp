#include "gpu/engine/optimizer_constants.h"

#include <cmath>
#include <limits>

namespace actiscope {
namespace {

/** Devices take what is closer to 0 than the least normal float for 0, which would divide by it or not clip at all. */
float real(double value)
{
    const auto rounded = static_cast<float>(value);
    constexpr float least = std::numeric_limits<float>::min();
    return value != 0 && std::abs(rounded) < least ? std::copysign(least, rounded) : rounded;
}

} // namespace

kernels::Optimizer constantsOf(const OptimizerSettings &s, std::int32_t schedule)
{
    return {static_cast<std::int32_t>(s.method),
            s.nesterov,
            real(s.learningRate),
            real(s.momentum),
            real(s.smoothing),
            real(1 - s.smoothing),
            real(s.beta1),
            real(1 - s.beta1),
            real(s.beta2),
            real(1 - s.beta2),
            real(s.epsilon),
            real(s.l1),
            real(s.l2),
            real(1 - s.learningRate * s.l2),
            real(s.clipNorm),
            schedule};
}

} // namespace actiscope
