// Fewer points for the same line on the screen. Pure functions.
#pragma once

#include "core/base/plane_point.h"

#include <span>
#include <vector>

namespace actiscope {

/** Points of the line through `points` (x not descending) that are enough to draw it: left out are those that the line through the
 *  rest passes within `tolerance` > 0 above or below. First and last points stay, vertical steps (equal x) and breaks (y not finite), too.
 *  One pass: from each point on, the next one is the last that can be seen through all the gates of height 2 · tolerance in
 *  between (Williams 1978, Computer Graphics and Image Processing 8(2)). */
std::vector<PlanePoint> thinnedLine(std::span<const PlanePoint> points, double tolerance);

/** What of the line lies in the rectangle between two corners, with breaks (y not a number) where it leaves it. Values may be infinite: they
 *  are far beyond the rectangle in the direction of their sign. Breaks stay. */
std::vector<PlanePoint> clippedLine(std::span<const PlanePoint> points, PlanePoint low, PlanePoint high);

} // namespace actiscope
