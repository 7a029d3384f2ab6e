// The lines that an activation comes ever closer to far out. Pure functions.
#pragma once

#include "core/activations/activation.h"

#include <optional>
#include <span>

namespace actiscope {

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

} // namespace actiscope
