#include "core/data/plane_grid.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

std::vector<float> gridPoints(const GridSpec &grid)
{
    std::vector<float> points;
    points.reserve(2 * static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height));
    const double dx = grid.width > 1 ? (grid.xMax - grid.xMin) / (grid.width - 1) : 0;
    const double dy = grid.height > 1 ? (grid.yMax - grid.yMin) / (grid.height - 1) : 0;
    for (int row = 0; row < grid.height; ++row) {
        for (int column = 0; column < grid.width; ++column) {
            points.push_back(static_cast<float>(grid.xMin + column * dx));
            points.push_back(static_cast<float>(grid.yMin + row * dy));
        }
    }
    return points;
}

GridSpec gridAround(const LabelledPoints &points, double margin, double step)
{
    double low[2] = {points.coordinates[0], points.coordinates[1]};
    double high[2] = {low[0], low[1]};
    for (std::size_t i = 0; i < points.count(); ++i) {
        for (int axis = 0; axis < 2; ++axis) {
            low[axis] = std::min(low[axis], points.point(i)[axis]);
            high[axis] = std::max(high[axis], points.point(i)[axis]);
        }
    }
    // As numpy.arange(low − margin, high + margin, step): the end is not reached.
    const auto count = [&](int axis) { return std::max(2, static_cast<int>(std::ceil((high[axis] - low[axis] + 2 * margin) / step))); };
    GridSpec grid;
    grid.width = count(0);
    grid.height = count(1);
    grid.xMin = low[0] - margin;
    grid.yMin = low[1] - margin;
    grid.xMax = grid.xMin + (grid.width - 1) * step;
    grid.yMax = grid.yMin + (grid.height - 1) * step;
    return grid;
}

} // namespace actiscope
