// A second opinion on a derivative that GiNaC gave: differences of the values. Pure.
#pragma once

#include "core/activation.h"

#include <cstddef>
#include <span>

namespace actiscope {

struct FormulaCheck {
    double largestError = 0; ///< relative to f' where that is above 1
    double at = 0;           ///< where it is
    std::size_t points = 0;  ///< that were compared

    bool holds() const { return largestError <= 1e-6; }
};

/** f' at 321 points from -8 to 8 against the central difference of order four of f with step 1e-3. Left out are kinks and jumps, and
 *  whatever is no number or so steep that steps of 1e-3 and 2e-3 give two answers (a pole). */
FormulaCheck checkDerivative(const Activation &activation, std::span<const double> parameters);

} // namespace actiscope
