// Places labels beside the ends of curves so that they do not cover one another.
#pragma once

#include <span>
#include <vector>

namespace actiscope {

/** Positions, in the order of `wanted`, that are at least `spacing` apart, lie in [minimum, maximum] and are as near to
 *  the wanted ones as possible (least squares). Labels keep their order. Where there is not room for all at that
 *  spacing, they share the room evenly. */
std::vector<double> spreadLabels(std::span<const double> wanted, double spacing, double minimum, double maximum);

} // namespace actiscope
