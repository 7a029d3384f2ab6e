// What a hidden unit makes of one point, term by term. In double, from the parameters alone.
#pragma once

#include "core/diagnostics/diagnostics.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** z = Σ products + bias. */
struct UnitSum {
    std::vector<double> products = {}; ///< of each input of the unit: weight · value
    double bias = 0;
    double z = 0;
    double value = 0; ///< f(z)
    double slope = 0; ///< f′(z)
};

/** Of a point by its place in Dataset::all, in evaluation mode. Throws ConfigurationError as diagnose(), and for a "unit" or "point" that is not there. */
UnitSum unitSum(const Cohort &cohort, const TrainingState &moment, std::size_t model, const HiddenUnit &unit, std::size_t point);

} // namespace actiscope
