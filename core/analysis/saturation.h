// Where an activation is saturated: where its slope is so small that little is passed back through it. Pure functions.
#pragma once

#include "core/activations/activation.h"
#include "core/analysis/curve.h"

#include <span>
#include <vector>

namespace actiscope {

/** Where |f'| is below `threshold` > 0 within [from, to]: intervals in ascending order, their inner ends found by bisection to 1e-9 of the
 *  whole. At kinks either side counts by itself. One narrower than a thousandth of the whole, as around a zero of f', is found unless |f'| falls and rises
 *  more than once on that way. */
std::vector<Interval> saturatedIntervals(const Activation &activation, std::span<const double> parameters, double threshold, double from,
                                         double to);

} // namespace actiscope
