// Points with labels or targets, as they are generated, read or drawn.
#pragma once

#include <cstddef>
#include <vector>

namespace actiscope {

/** `count` points with `features` coordinates each, row-major (count × features), and for each a class label or, for
 *  regression, `targetCount` real values (count × targetCount). */
struct LabelledPoints {
    std::size_t features = 2;
    std::vector<double> coordinates = {};
    std::vector<int> labels = {};
    std::size_t targetCount = 0; ///< 0: the points have labels
    std::vector<double> targets = {};

    std::size_t count() const { return coordinates.size() / features; }
    const double *point(std::size_t i) const { return coordinates.data() + i * features; }
    /** The points of these indices (each below count()), in that order, with their labels or targets. */
    LabelledPoints at(const std::vector<std::size_t> &indices) const;

    bool operator==(const LabelledPoints &) const = default;
};

} // namespace actiscope
