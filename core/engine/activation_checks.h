// The checks that the program does of an activation while it runs, before the eyes of whoever doubts it: against reference
// figures, of f' against differences of f, and of another backend's float against double. Pure functions.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/engine/backend.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** f and f' at one input, as somebody else computed them. */
struct ReferencePoint {
    ActivationSpec spec;
    double x = 0;
    double value = 0;
    double derivative = 0;
};

/** What came out of one check. */
struct CheckResult {
    double largestError = 0; ///< infinite where something was not a number that should have been
    double allowed = 0;
    std::size_t points = 0;

    bool holds() const { return largestError <= allowed; }
};

/** f and f' of the points that are this activation's, relative to the figure (below 1e-3: to 1e-3), 1e-12 being allowed. Nothing when
 *  no point is. */
std::optional<CheckResult> checkReference(const Activation &activation, std::span<const ReferencePoint> points);

/** f' between -8 and 8, away from kinks, against the central difference of order four of f with step 1e-3; relative to f' where that
 *  is above 1. Places where a step of 2e-3 gives another difference (poles, jumps) and where f is no number are left out. 1e-8 is
 *  allowed, of which 5e-9 is what PyTorch's float 1/6 in hardsigmoid takes. */
CheckResult checkDifferences(const ActivationSpec &spec);

/** Floats from -20 to 20, and ever closer to 0. */
std::vector<double> singlePrecisionInputs();

/** f and f' at these inputs, computed in float, against double, in units in the last place (ulp) of the float: 4 are allowed
 *  where the formulas only add, multiply, divide and choose, else 16; more where rounding the formula's own steps to float costs more: four
 *  times what the standard library's float loses close by. Where f' changes its sign, and in sums, the ulp is that of the terms. The result has the
 *  error that is largest compared with what is allowed at its place. */
CheckResult compareSinglePrecision(const ActivationSpec &spec, std::span<const double> inputs, const Backend::ActivationValues &computed);

/** The same for what a backend computes at singlePrecisionInputs(). Throws BackendError. */
CheckResult checkSinglePrecision(Backend &backend, const ActivationSpec &spec);

} // namespace actiscope
