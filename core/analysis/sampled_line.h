// A line to draw, as points, and an interval of an axis.
#pragma once

#include <optional>
#include <vector>

namespace actiscope {

struct Interval {
    double minimum = 0;
    double maximum = 0;

    double size() const { return maximum - minimum; }
    bool operator==(const Interval &) const = default;
};

/** Points in ascending x (twice the same x at a jump); y is NaN where the line is broken. */
struct SampledLine {
    std::vector<double> x;
    std::vector<double> y;
    std::optional<Interval> range = std::nullopt; ///< of y that a picture should show, where that is known better than from the points
};

} // namespace actiscope
