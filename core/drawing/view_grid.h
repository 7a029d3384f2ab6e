// Which part of the data plane a panel shows: all points with a margin, grown to the shape of the panel so that one
// unit is equally long in both directions.
#pragma once

#include "core/data/dataset.h"
#include "core/data/plane_grid.h"

namespace actiscope {

/** The smallest rectangle of width : height = `aspect` around the points with `margin` on each side, the points in its
 *  middle, sampled at `columns` ≥ 2 points across and as many rows as make the cells nearly square. At most `columns`
 *  points in the longer direction. Without points: around the origin. */
GridSpec viewGrid(const LabelledPoints &points, double margin, double aspect, int columns);

} // namespace actiscope
