// f'' of an activation, from its exact f'. Used for drawing; nothing is trained with it. Pure functions.
#pragma once

#include "core/activations/activation.h"

#include <span>

namespace actiscope {

/** f'' and how far it may be off. */
struct SecondDerivative {
    double value = 0; ///< NaN where f' has no derivative
    double error = 0; ///< bound, as estimated; infinite where f' has no derivative
};

/** Central differences of f' (which is exact to rounding) with steps from 1/4 down by halves, extrapolated to step 0 by
 *  Richardson's tableau; the entry whose neighbours agree best counts, and their disagreement plus the rounding of the
 *  differences is the error (Ridders 1982, Advances in Engineering Software 4(2)). One row of values settles most points, close to
 *  a kink the small steps do. Where the slopes of f' to the left and right do not come together there is no f''. */
SecondDerivative secondDerivative(const Activation &activation, double x, std::span<const double> parameters);

} // namespace actiscope
