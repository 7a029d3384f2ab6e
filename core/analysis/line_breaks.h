// Where a sampled line must not be drawn through: jumps and poles between two samples, and the ends of where a function is defined. And what
// part of y shows such a line. Pure functions.
#pragma once

#include "core/analysis/sampled_line.h"

#include <functional>

namespace actiscope {

/** The part of y that a picture of the line should show. All of it, unless a few values are out of all proportion (a pole, an exponential
 *  over a wide interval): then what most of the line takes, or as much as there is of x. Zero is in it. */
Interval shownRange(const SampledLine &line);

/** The line (of f, at ascending x) with a break wherever f jumps or has a pole between two samples, followed up to there; also up to the
 *  point from which on f is not a number. Its shownRange() is kept in it. */
SampledLine brokenWhereItJumps(const SampledLine &line, const std::function<double(double)> &f);

} // namespace actiscope
