// Level lines of a sampled surface by marching squares: the 1/2 contour of a decision boundary.
#pragma once

#include "core/base/plane_point.h"
#include "core/training/snapshot.h"

#include <span>
#include <vector>

namespace actiscope {

/** A line through neighbouring cells; closed when the first and the last point are equal. */
using Polyline = std::vector<PlanePoint>;

/** The lines along which `values` (grid.width × grid.height, row-major from (xMin, yMin)) crosses `level`, interpolated
 *  linearly along the edges of the cells (Lorensen and Cline 1987, in the plane). A saddle is resolved by the mean of
 *  its four corners. Cells with a corner that is not finite have no line. Values equal to `level` count as above it.
 *  Each line is as long as possible; a grid of fewer than 2 × 2 points has none. */
std::vector<Polyline> contourLines(const GridSpec &grid, std::span<const float> values, float level);

/** Where a boundary decides between its classes. Two: where their outputs are equal, and the probability 1/2; interpolated in the
 *  difference of the outputs, which is nearly linear across the boundary however sure the network is, where the probability jumps from 0 to 1 between
 *  two points of the grid. More: around each class, where its output equals the largest of the others. None for a regression. */
std::vector<Polyline> decisionContour(const Boundary &boundary);

} // namespace actiscope
