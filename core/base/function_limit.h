// Limits of a function at ±∞, told from its values far out. A few thousand operations; used where somebody asks for f(∞).
#pragma once

#include <span>
#include <vector>

namespace actiscope {

/** What values were computed in. */
struct FloatKind {
    int largestExponent = 0;
    double rounding = 0; ///< how far values of a constant may lie apart, relatively
    int digits = 0;      ///< from two to the power of this on every number is whole, and 1 + 1/x is 1
};

inline constexpr FloatKind doubleKind = {1023, 1e-12, 53};
inline constexpr FloatKind floatKind = {127, 1e-5, 24};

/** Places on the way to +∞ or -∞ (`infinity` says which), one an octave from 2^4 to the largest exponent, no round numbers, so that a wave is not
 *  met at the same phase; the last one is `infinity` itself. */
std::vector<double> placesTowards(double infinity, const FloatKind &kind);

/** The limit, from what was computed at placesTowards(): a number or ±∞ (0 is +0), or NaN where there is none, as of a wave, and where
 *  none can be told.
 *
 *  Only values before the first NaN count (∞/∞ of an overflow, say), or before an infinity that comes out of nothing, and of these the last third,
 *  over which it is asked, in this order, whether they are the same; whether they grow with one sign; whether they shrink. A growth or a decay as slow as a logarithm's
 *  has to be confirmed by what arithmetic gives at infinity itself. Where that is NaN and the values had settled before
 *  on something else than in the end (differences of what is nearly equal, like sqrt(x*x + x) - x, are lost in rounding and overflow far out),
 *  nothing is told. Nor is it where the values leap about until there are no digits left behind the point and are constant only from there on, like
 *  x - floor(x), or leap about after they had settled elsewhere, like (1 + 1/x)^x. What lies beyond the last place, as a logarithm of a logarithm's infinity, only arithmetic at infinity knows. */
double limitOf(std::span<const double> values, const FloatKind &kind);

} // namespace actiscope
