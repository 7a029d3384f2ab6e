// How far two functions are from one another: the difference as a line to draw, and its largest absolute value. Pure
// functions.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/analysis/curve.h"

#include <cstddef>

namespace actiscope {

/** The largest |f - g| on an interval, and where. */
struct LargestDifference {
    double x = 0;
    double difference = 0; ///< f(x) - g(x), with its sign
};

/** f - g at `samples` ≥ 2 equally spaced points from `from` to `to`, both included, and at the kinks of both between. */
SampledLine sampleDifference(const ActivationSpec &f, const ActivationSpec &g, double from, double to, std::size_t samples);

/** Of |f - g| on [from, to], from < to: 4,096 samples and the kinks, then golden-section search around each sample that is no smaller
 *  than its neighbours and within a tenth of the largest. Of equal ones (even and odd functions) the one with the largest x. NaN where no
 *  difference is a number. */
LargestDifference largestDifference(const ActivationSpec &f, const ActivationSpec &g, double from, double to);

} // namespace actiscope
