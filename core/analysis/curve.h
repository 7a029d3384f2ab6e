// An activation and its derivative as lines to draw: sampled over an interval, broken where f' jumps. Widgets draw these
// and compute nothing.
#pragma once

#include "core/activations/activation.h"
#include "core/analysis/sampled_line.h"

#include <cstddef>
#include <span>
#include <vector>

namespace actiscope {

/** A point at which f' jumps: both one-sided values and the one that is used there. */
struct KinkMark {
    double x = 0;
    OneSidedDerivatives derivative;
};

struct ActivationCurve {
    SampledLine value;
    SampledLine derivative;      ///< runs up to the one-sided values at each kink and is broken there
    SampledLine second;          ///< f'', only from sampleSecondDerivative()
    std::vector<KinkMark> kinks; ///< inside the interval, ascending; only where f' really jumps

    /** f, f' or f'', counted from 0. */
    const SampledLine &ofOrder(std::size_t order) const { return order == 0 ? value : order == 1 ? derivative : second; }
};

/** f and f' at `samples` ≥ 2 equally spaced points from `from` to `to`, both included, and at the kinks between; where a line jumps or has
 *  a pole it is followed up to there and broken. */
ActivationCurve sampleCurve(const Activation &activation, std::span<const double> parameters, double from, double to, std::size_t samples);

/** f'' at the points `x` (ascending; the second of equal ones is left out). Broken where there is no f'', or where it is known to less than a
 *  thousandth: at kinks and in a neighbourhood of about 1e-4 of them. */
SampledLine sampleSecondDerivative(const Activation &activation, std::span<const double> parameters, std::span<const double> x);

/** An interval that holds what should be shown of the lines (see shownRange(): every finite y, but for poles and the like) and zero, with
 *  `margin` times its size added at either end; [-1, 1] when there is nothing but zero. */
Interval rangeOf(std::span<const SampledLine *const> lines, double margin);

/** The smallest interval that holds both. */
Interval united(const Interval &a, const Interval &b);

/** `x` rounded to the power of ten at or below `resolution` (what a pixel stands for), so that figures shown for it are
 *  those of the x that is shown. */
double roundToResolution(double x, double resolution);

/** How many decimals that rounding keeps, 0 to 12. */
int decimalsOfResolution(double resolution);

} // namespace actiscope
