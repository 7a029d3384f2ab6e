#include "core/drawing/view_grid.h"

#include "core/base/real.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

struct Box {
    double xMin = infinity;
    double xMax = -infinity;
    double yMin = infinity;
    double yMax = -infinity;
};

Box boundingBox(const LabelledPoints &points)
{
    Box box;
    for (std::size_t i = 0; i < points.count(); ++i) {
        const double *point = points.point(i);
        box.xMin = std::min(box.xMin, point[0]);
        box.xMax = std::max(box.xMax, point[0]);
        box.yMin = std::min(box.yMin, point[1]);
        box.yMax = std::max(box.yMax, point[1]);
    }
    return points.count() == 0 ? Box{0, 0, 0, 0} : box;
}

} // namespace

GridSpec viewGrid(const LabelledPoints &points, double margin, double aspect, int columns)
{
    const Box box = boundingBox(points);
    double width = box.xMax - box.xMin + 2 * margin;
    double height = box.yMax - box.yMin + 2 * margin;
    if (width < height * aspect)
        width = height * aspect;
    else
        height = width / aspect;
    const double x = (box.xMin + box.xMax) / 2;
    const double y = (box.yMin + box.yMax) / 2;
    const int across = std::max(2, columns);
    const auto scaled = [across](double part) { return std::max(2, static_cast<int>(std::lround(across * part))); };
    return {.xMin = x - width / 2,
            .xMax = x + width / 2,
            .yMin = y - height / 2,
            .yMax = y + height / 2,
            .width = aspect >= 1 ? across : scaled(aspect),
            .height = aspect >= 1 ? scaled(1 / aspect) : across};
}

} // namespace actiscope
