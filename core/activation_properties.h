// What can be found out about an activation by computing it: whether it is smooth, monotonic, bounded; what it tends to far
// out; where it is saturated. The list is searched by these words and the plots mark them. Pure functions.
#pragma once

#include "core/activation.h"
#include "core/curve.h"

#include <optional>
#include <span>
#include <vector>

namespace actiscope {

struct ActivationProperties {
    bool isSmooth = false;       ///< f' has no jump
    bool isMonotonic = false;    ///< f' nowhere has the other sign (f' = 0 is allowed)
    bool isBoundedBelow = false; ///< has a finite lower bound
    bool isBoundedAbove = false;
    bool isLinear = false;       ///< one straight line
    bool isOdd = false;          ///< f(-x) = -f(x), as far as rounding goes

    bool isBounded() const { return isBoundedBelow && isBoundedAbove; }
};

/** With these parameter values. Looks at 4,000 inputs, half of them from -30 to 30 and the rest ever sparser up to 1e6, both sides of
 *  the kinks, and the limits. */
ActivationProperties propertiesOf(const Activation &activation, std::span<const double> parameters);

/** The line slope · x + intercept that f comes ever closer to far out. */
struct Asymptote {
    double slope = 0;
    double intercept = 0;
    /** From here on outwards f is the line itself, having turned into it at once (ReLU's halves), not by ever smaller steps that rounding
     *  swallows in the end (tanh); to half a unit, within 100 of 0. */
    std::optional<double> reachedAt;

    double at(double x) const { return slope * x + intercept; }
    bool operator==(const Asymptote &) const = default;
};

/** Towards -∞ (`direction` < 0) or +∞; nothing where f comes close to no line (log-like, oscillating or growing faster). */
std::optional<Asymptote> asymptote(const Activation &activation, std::span<const double> parameters, int direction);

/** Where |f'| is below `threshold` > 0 within [from, to]: intervals in ascending order, their inner ends found by bisection to 1e-9 of the
 *  whole. At kinks either side counts by itself. */
std::vector<Interval> saturatedIntervals(const Activation &activation, std::span<const double> parameters, double threshold, double from,
                                         double to);

} // namespace actiscope
