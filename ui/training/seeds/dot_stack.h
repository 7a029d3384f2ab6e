// A dot for each value, on one axis: equal values stand on each other, and where a pile would be too high it becomes wider.
#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace actiscope {

/** Places of dots at these x (in pixels), `pitch` apart, piles of at most `highest`: x in pixels, y the number of dots below. What is not finite has y = −1:
 *  no dot. */
std::vector<QPointF> stackedDots(std::span<const double> x, double pitch, int highest);

/** Round numbers from `low` to `high`, at most so many. */
std::vector<double> roundNumbers(double low, double high, int most);

/** How many decimals tell numbers apart that lie so far from each other. */
int decimalsOfStep(double step);
/** The same of round numbers. */
int decimalsOf(std::span<const double> numbers);

} // namespace actiscope
