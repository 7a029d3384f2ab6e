// A grid of points of the data plane.
#pragma once

#include "core/data/dataset.h"

#include <vector>

namespace actiscope {

/** A rectangle of the data plane sampled on a grid of width × height points, both ends included. */
struct GridSpec {
    double xMin = -2.5, xMax = 3.5;
    double yMin = -2.0, yMax = 2.5;
    int width = 201;
    int height = 151;

    bool operator==(const GridSpec &) const = default;
};

/** Points of a grid, row-major from (xMin, yMin): point (column, row) is at 2 · (row · width + column). */
std::vector<float> gridPoints(const GridSpec &grid);

/** The data's bounding box with this margin on each side, sampled every `step`: 602 × 448 points for the default
 *  moons at step 0.01 and margin 1. */
GridSpec gridAround(const LabelledPoints &points, double margin, double step);

} // namespace actiscope
