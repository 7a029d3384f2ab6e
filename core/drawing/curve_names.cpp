#include "core/drawing/curve_names.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double nameGap = 2;          ///< pixels between a name and its curve
constexpr double nameSpacing = 8;      ///< between two names that stand side by side
constexpr double leastClearance = 5;   ///< to any other curve
constexpr double enoughClearance = 70; ///< more of it says nothing more
constexpr double steadiness = 14;      ///< pixels of clearance that a name does not move for
constexpr double ambiguous = 200;      ///< pixels of a longer line that are better than one whose end could be another curve's
constexpr double longLeader = 1e6;

double distanceBetween(const ColumnSpan &span, const PixelBox &box)
{
    return std::max({span.low - box.bottom(), box.top - span.high, 0.0});
}

/** The names of one plot while they are being placed. */
class NamePlacer {
public:
    NamePlacer(const PixelBox &room, double step, std::span<const NamedCurve> curves, std::span<const PixelBox> taken)
        : m_room(room), m_step(step), m_curves(curves), m_taken(taken.begin(), taken.end())
    {
    }

    std::vector<std::optional<PlacedName>> place()
    {
        std::vector<std::optional<PlacedName>> names(m_curves.size());
        std::size_t named = 0;
        for (const NamedCurve &curve : m_curves)
            named += curve.width > 0;
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            if (m_curves[i].width > 0)
                names[i] = besideCurve(i);
            if (names[i])
                m_taken.push_back(names[i]->box);
        }
        // After all that have a place at their curves, so that they take none away.
        for (const bool overCurves : {false, true}) {
            for (std::size_t i = 0; i < m_curves.size(); ++i) {
                if (names[i] || m_curves[i].width <= 0 || (overCurves && named > maxCrowdedNames))
                    continue;
                names[i] = nearCurve(i, overCurves);
                if (names[i]) {
                    m_taken.push_back(names[i]->box);
                    m_taken.push_back(leaderOf(*names[i]));
                }
            }
        }
        return names;
    }

private:
    std::size_t columnAt(double x) const
    {
        const double column = std::floor((x - m_room.left) / m_step);
        return std::size_t(std::clamp(column, 0.0, double(columns()) - 1));
    }

    std::size_t columns() const { return m_curves.empty() ? 1 : std::max<std::size_t>(1, m_curves.front().spans.size()); }

    bool isFree(const PixelBox &box) const
    {
        const bool isInside =
            box.left >= m_room.left && box.right() <= m_room.right() && box.top >= m_room.top && box.bottom() <= m_room.bottom();
        const PixelBox wider{box.left - nameSpacing, box.top, box.width + 2 * nameSpacing, box.height};
        return isInside && std::ranges::none_of(m_taken, [&wider](const PixelBox &other) { return wider.overlaps(other); });
    }

    /** From the box straight to the target. */
    static PixelBox leaderOf(const PlacedName &name)
    {
        const bool isAbove = name.target.y < name.box.top;
        const double from = isAbove ? name.target.y : name.box.bottom();
        const double to = isAbove ? name.box.top : name.target.y;
        return {name.target.x - 1, from, 2, std::max(0.0, to - from)};
    }

    /** From the box to a curve, looking a little to the left and right as well. */
    double clearance(const PixelBox &box, const NamedCurve &curve) const
    {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t column = columnAt(box.left - m_step); column <= columnAt(box.right() + m_step); ++column) {
            if (column < curve.spans.size() && !curve.spans[column].isEmpty())
                nearest = std::min(nearest, distanceBetween(curve.spans[column], box));
        }
        return nearest;
    }

    /** To the nearest of all curves but this one. */
    double clearanceOfOthers(const PixelBox &box, std::size_t own) const
    {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            if (i != own)
                nearest = std::min(nearest, clearance(box, m_curves[i]));
        }
        return nearest;
    }

    bool isClear(const PixelBox &box) const
    {
        for (std::size_t column = columnAt(box.left - m_step); column <= columnAt(box.right() + m_step); ++column) {
            for (const NamedCurve &curve : m_curves) {
                if (!curve.spans[column].isEmpty() && distanceBetween(curve.spans[column], box) < leastClearance)
                    return false;
            }
        }
        return true;
    }

    /** What the curve covers beside the columns from `left` on; empty where it leaves the plot or is broken. */
    ColumnSpan covered(const NamedCurve &curve, double left) const
    {
        ColumnSpan all;
        for (std::size_t column = columnAt(left); column <= columnAt(left + curve.width); ++column) {
            const ColumnSpan &span = curve.spans[column];
            if (span.isEmpty())
                return {};
            all.add(span.low);
            all.add(span.high);
        }
        return all;
    }

    std::optional<PlacedName> besideCurve(std::size_t index) const
    {
        const NamedCurve &curve = m_curves[index];
        std::optional<PlacedName> best;
        double bestScore = -std::numeric_limits<double>::infinity();
        for (double left = m_room.left + m_step; left + curve.width <= m_room.right() - m_step; left += m_step) {
            const ColumnSpan own = covered(curve, left);
            if (own.isEmpty())
                continue;
            for (const double top : {own.low - nameGap - curve.height, own.high + nameGap}) {
                const PixelBox box{left, top, curve.width, curve.height};
                if (!isFree(box))
                    continue;
                const double clear = clearanceOfOthers(box, index);
                // A steep curve is beside its name at one end only.
                const double score = std::min(clear, enoughClearance) - 0.4 * (own.high - own.low) + preference(curve, box);
                if (clear < leastClearance || score <= bestScore)
                    continue;
                bestScore = score;
                best = PlacedName{box, true, {left, own.low}};
            }
        }
        return best;
    }

    /** Where it was, and, of two places that are as good, the one that is farther out. */
    double preference(const NamedCurve &curve, const PixelBox &box) const
    {
        const double middle = m_room.left + m_room.width / 2;
        const double outward = 6 * std::abs(box.left + box.width / 2 - middle) / (m_room.width / 2);
        const bool stays =
            curve.before && std::abs(curve.before->left - box.left) <= m_step && std::abs(curve.before->top - box.top) <= curve.height;
        return stays ? outward + steadiness : outward;
    }

    std::optional<PlacedName> nearCurve(std::size_t index, bool overCurves) const
    {
        const NamedCurve &curve = m_curves[index];
        std::optional<PlacedName> best;
        double bestCost = longLeader;
        for (double top = m_room.top + 2; top + curve.height <= m_room.bottom() - 2; top += curve.height / 6) {
            for (double left = m_room.left + m_step; left + curve.width <= m_room.right() - m_step; left += 2 * m_step) {
                const PixelBox box{left, top, curve.width, curve.height};
                if (!isFree(box))
                    continue;
                if (!overCurves && !isClear(box))
                    continue;
                const std::optional<PlacedName> name = withLeader(box, index);
                const double cost = name ? leaderCost(*name, index) + (overCurves ? hidden(box) : 0) : longLeader;
                if (cost >= bestCost)
                    continue;
                bestCost = cost;
                best = name;
            }
        }
        return best;
    }

    /** To the nearest point of the curve straight above or below the box; rather to one that no other curve runs through. */
    std::optional<PlacedName> withLeader(const PixelBox &box, std::size_t index) const
    {
        std::optional<PlacedName> name;
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t column = columnAt(box.left); column <= columnAt(box.right()); ++column) {
            const ColumnSpan &span = m_curves[index].spans[column];
            if (span.isEmpty() || span.low > m_room.bottom() || span.high < m_room.top)
                continue;
            const double distance = distanceBetween(span, box) + (isShared(index, column) ? ambiguous : 0);
            if (distance >= nearest)
                continue;
            nearest = distance;
            const double x = m_room.left + (double(column) + 0.5) * m_step;
            name = PlacedName{box, false, {x, box.top > span.high ? span.high : span.low}};
        }
        return name;
    }

    /** Another curve is so near there that a line to it could be to either. */
    bool isShared(std::size_t index, std::size_t column) const
    {
        const ColumnSpan &own = m_curves[index].spans[column];
        const PixelBox place{m_room.left + double(column) * m_step, own.low, m_step, own.high - own.low};
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            const ColumnSpan &other = m_curves[i].spans[column];
            if (i != index && !other.isEmpty() && distanceBetween(other, place) < leastClearance)
                return true;
        }
        return false;
    }

    /** Its length, much for each curve that it crosses, and more for a name that it crosses or an end that could be another's. */
    double leaderCost(const PlacedName &name, std::size_t index) const
    {
        const PixelBox leader = leaderOf(name);
        double cost = leader.height + (isShared(index, columnAt(name.target.x)) ? ambiguous : 0);
        for (std::size_t i = 0; i < m_curves.size(); ++i) {
            if (i != index && clearance(leader, m_curves[i]) < 2)
                cost += 40;
        }
        for (const PixelBox &other : m_taken)
            cost += leader.overlaps(other) ? 5 * ambiguous : 0;
        return cost;
    }

    /** How much of the curves the box would hide: crossings hide most. */
    double hidden(const PixelBox &box) const
    {
        double cost = 1000;
        for (std::size_t column = columnAt(box.left); column <= columnAt(box.right()); ++column) {
            double here = 0;
            for (const NamedCurve &curve : m_curves)
                here += !curve.spans[column].isEmpty() && distanceBetween(curve.spans[column], box) <= 0;
            cost += 10 * here * here;
        }
        return cost;
    }

    PixelBox m_room;
    double m_step;
    std::span<const NamedCurve> m_curves;
    std::vector<PixelBox> m_taken;
};

} // namespace

bool PixelBox::overlaps(const PixelBox &other) const
{
    return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
}

void ColumnSpan::add(double y)
{
    const bool first = isEmpty();
    low = first ? y : std::min(low, y);
    high = first ? y : std::max(high, y);
}

std::vector<ColumnSpan> columnSpans(std::span<const PlanePoint> points, double left, double step, std::size_t columns)
{
    std::vector<ColumnSpan> spans(columns);
    const auto isDrawn = [](const PlanePoint &point) { return std::isfinite(point.x) && std::isfinite(point.y); };
    const auto columnOf = [&](double x) { return std::floor((x - left) / step); };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const PlanePoint &from = points[i];
        const PlanePoint &to = points[i + 1];
        if (!isDrawn(from) || !isDrawn(to))
            continue;
        const double first = std::max(0.0, columnOf(from.x));
        const double last = std::min(double(columns) - 1, columnOf(to.x));
        const double slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
        for (double column = first; column <= last; ++column) {
            ColumnSpan &span = spans[std::size_t(column)];
            const double begin = std::max(from.x, left + column * step);
            const double end = std::min(to.x, left + (column + 1) * step);
            span.add(from.y + slope * (begin - from.x));
            span.add(end == to.x ? to.y : from.y + slope * (end - from.x));
        }
    }
    return spans;
}

std::vector<std::optional<PlacedName>> placeNames(const PixelBox &room, double step, std::span<const NamedCurve> curves,
                                                  std::span<const PixelBox> taken)
{
    return NamePlacer(room, step, curves, taken).place();
}

} // namespace actiscope
