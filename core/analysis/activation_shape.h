// The shape of an activation for given parameters: the values it takes, whether it rises everywhere, how smooth it is,
// where its derivative vanishes. Found numerically on an interval that holds all its kinks, and in its limits. Pure functions.
#pragma once

#include "core/activations/activation.h"

#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** An end of the values that f takes. */
struct RangeEnd {
    double value = 0;      ///< infinite where f is unbounded
    bool attained = false; ///< some x gives it; else f only comes as near as one likes

    bool operator==(const RangeEnd &) const = default;
};

struct ValueRange {
    RangeEnd low;
    RangeEnd high;
};

/** All x between two; -∞ and ∞ are possible ends. */
struct InputInterval {
    double from = 0;
    double to = 0;
    bool includesFrom = true;
    bool includesTo = true;

    bool isPoint() const { return from == to; }
};

/** How f goes from left to right. */
enum class Trend { Constant, Rising, NeverFalling, Falling, NeverRising, Turning };

struct ActivationShape {
    std::optional<ValueRange> range; ///< nothing where f has no limit on one side
    Trend trend = Trend::Constant;
    std::vector<double> turns;            ///< where rising becomes falling or the other way round, ascending
    std::vector<double> jumps;            ///< where f jumps, ascending
    std::vector<double> kinks;            ///< where f' jumps, ascending
    std::vector<double> bends;            ///< where f' is continuous and f'' jumps, ascending; to 6 decimals
    std::vector<InputInterval> zeroSlope; ///< where f' is 0, ascending
    double slopeFarLeft = 0;              ///< f' at -∞
    double slopeFarRight = 0;             ///< f' at ∞
    bool isLinear = false;                ///< one straight line
    bool isOdd = false;                   ///< f(-x) = -f(x), as far as rounding goes

    bool isBoundedBelow() const;
    bool isBoundedAbove() const;
    bool isBounded() const { return isBoundedBelow() && isBoundedAbove(); }
    bool isMonotonic() const { return trend != Trend::Turning; }
    /** f and f' are continuous. */
    bool isSmooth() const { return kinks.empty() && jumps.empty(); }
};

/** Nothing when f is not a number somewhere on the interval looked at: [-10, 10], wider (up to [-100, 100]) where kinks lie farther out.
 *  Costs about ten to a hundred thousand evaluations. */
std::optional<ActivationShape> shapeOf(const Activation &activation, std::span<const double> parameters);

} // namespace actiscope
