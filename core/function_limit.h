// Limits of a function at ±∞, told from its values far out. A few thousand operations; used where somebody asks for f(∞).
#pragma once

#include <span>
#include <vector>

namespace actiscope {

/** Places on the way to +∞ or -∞ (`infinity` says which), one an octave from 2^4 to 2^largestExponent, no round numbers, so that a wave is not met
 *  at the same phase; the last one is `infinity` itself. 1023 is the largest exponent of a double, 127 that of a float. */
std::vector<double> placesTowards(double infinity, int largestExponent);

/** The limit, from what was computed at placesTowards(): a number or ±∞ (0 is +0), or NaN where there is none, as of a wave, and where
 *  none can be told. `rounding` is how far values of a constant may lie apart, relatively.
 *
 *  Only values before the first NaN count (∞/∞ of an overflow, say), and of these the last third, over which it is asked, in this order,
 *  whether they are the same; whether they grow with one sign; whether they shrink. A growth or a decay as slow as a logarithm's
 *  has to be confirmed by what arithmetic gives at infinity itself. Where that is NaN and the values had settled before
 *  on something else than in the end (differences of what is nearly equal, like sqrt(x*x + x) - x, are lost in rounding and overflow far out),
 *  nothing is told. What lies beyond the last place, as a logarithm of a logarithm's infinity, only arithmetic at infinity knows. */
double limitOf(std::span<const double> values, double rounding);

} // namespace actiscope
