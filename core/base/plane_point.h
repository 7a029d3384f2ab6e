#pragma once

namespace actiscope {

/** A point of the plane, in the units of its axes. */
struct PlanePoint {
    double x = 0;
    double y = 0;

    bool operator==(const PlanePoint &) const = default;
};

} // namespace actiscope
