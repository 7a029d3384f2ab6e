// What is said of doubles in many places.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/** Equal up to rounding: within 1e-12 of the larger one, or of 1. */
inline bool closeTo(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

} // namespace actiscope
