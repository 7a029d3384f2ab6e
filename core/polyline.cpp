#include "core/polyline.h"

#include "core/real.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace actiscope {

namespace {

/** The slopes from a point at which all gates since then are passed. */
struct Sight {
    double low = -infinity;
    double high = infinity;

    bool sees(double slope) const { return slope >= low && slope <= high; }
};

} // namespace

std::vector<PlanePoint> thinnedLine(std::span<const PlanePoint> points, double tolerance)
{
    std::vector<PlanePoint> kept;
    Sight sight;
    bool isNewPiece = true; ///< the next point stays, whatever it is
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PlanePoint &point = points[i];
        if (!std::isfinite(point.y)) {
            if (!isNewPiece)
                kept.push_back(points[i - 1]);
            kept.push_back(point);
            isNewPiece = true;
            continue;
        }
        if (isNewPiece) {
            kept.push_back(point);
            sight = {};
            isNewPiece = false;
            continue;
        }
        double run = point.x - kept.back().x;
        if (!(run > 0) || !sight.sees((point.y - kept.back().y) / run)) {
            if (i > 0 && (points[i - 1].x != kept.back().x || points[i - 1].y != kept.back().y))
                kept.push_back(points[i - 1]);
            sight = {};
            run = point.x - kept.back().x;
            if (!(run > 0)) {
                kept.push_back(point);
                continue;
            }
        }
        const double rise = point.y - kept.back().y;
        sight.low = std::max(sight.low, (rise - tolerance) / run);
        sight.high = std::min(sight.high, (rise + tolerance) / run);
    }
    if (!isNewPiece && (kept.back().x != points.back().x || kept.back().y != points.back().y))
        kept.push_back(points.back());
    return kept;
}

} // namespace actiscope
