#include "core/drawing/polyline.h"

#include "core/base/real.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace actiscope {

namespace {

/** The slopes from a point at which all gates since then are passed. */
struct Sight {
    double low = -infinity;
    double high = infinity;

    bool sees(double slope) const { return slope >= low && slope <= high; }
};

constexpr PlanePoint gap{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

/** The part of a segment between two values of one coordinate, as shares of its length; empty where first > last (Liang and Barsky 1984). */
struct Part {
    double first = 0;
    double last = 1;

    void keepBetween(double from, double to, double low, double high)
    {
        const double run = to - from;
        if (run == 0) {
            if (from < low || from > high)
                last = -1;
            return;
        }
        const auto [enters, leaves] = std::minmax({(low - from) / run, (high - from) / run});
        first = std::max(first, enters);
        last = std::min(last, leaves);
    }
};

/** Near enough to be computed with, far enough to be outside. */
PlanePoint within(const PlanePoint &point, PlanePoint low, PlanePoint high)
{
    constexpr double farOff = 1e6;
    const double width = farOff * (high.x - low.x);
    const double height = farOff * (high.y - low.y);
    return {std::clamp(point.x, low.x - width, high.x + width), std::clamp(point.y, low.y - height, high.y + height)};
}

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

std::vector<PlanePoint> clippedLine(std::span<const PlanePoint> points, PlanePoint low, PlanePoint high)
{
    std::vector<PlanePoint> kept;
    const auto breakOff = [&kept] {
        if (!kept.empty() && !std::isnan(kept.back().y))
            kept.push_back(gap);
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (std::isnan(points[i - 1].y) || std::isnan(points[i].y)) {
            breakOff();
            continue;
        }
        const PlanePoint from = within(points[i - 1], low, high);
        const PlanePoint to = within(points[i], low, high);
        Part part;
        part.keepBetween(from.x, to.x, low.x, high.x);
        part.keepBetween(from.y, to.y, low.y, high.y);
        if (part.first > part.last) {
            breakOff();
            continue;
        }
        const auto at = [&](double share) { return PlanePoint{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}; };
        if (part.first > 0)
            breakOff();
        if (kept.empty() || std::isnan(kept.back().y))
            kept.push_back(at(part.first));
        kept.push_back(part.last < 1 ? at(part.last) : to);
        if (part.last < 1)
            breakOff();
    }
    return kept;
}

} // namespace actiscope
