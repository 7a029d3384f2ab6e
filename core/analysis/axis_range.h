// What an axis shows.
#pragma once

namespace actiscope {

struct AxisRange {
    double lower = 0;
    double upper = 1;

    bool operator==(const AxisRange &) const = default;
};

} // namespace actiscope
