// Places the names of curves inside a plot: beside their curves, where the others are far away, and never over one another.
#pragma once

#include "core/drawing/polyline.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** A rectangle in pixels, y downwards. */
struct PixelBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;

    double right() const { return left + width; }
    double bottom() const { return top + height; }
    bool overlaps(const PixelBox &other) const;
    bool operator==(const PixelBox &) const = default;
};

/** What of y a curve covers in one column of pixels; nothing when `low` is above `high`. */
struct ColumnSpan {
    double low = 1;
    double high = 0;

    bool isEmpty() const { return low > high; }
    void add(double y);
};

/** The columns, each `step` wide and the first at `left`, that a line through these points covers. The x of the points ascend; where a
 *  coordinate is not finite the line is broken. */
std::vector<ColumnSpan> columnSpans(std::span<const PlanePoint> points, double left, double step, std::size_t columns);

struct NamedCurve {
    std::vector<ColumnSpan> spans; ///< as many as the plot has columns
    double width = 0;              ///< of its name; 0 for a line without one, which names keep clear of
    double height = 0;
    std::optional<PixelBox> before = std::nullopt; ///< where its name was, which it leaves only for something better
};

struct PlacedName {
    PixelBox box;
    bool isBeside = true; ///< touches its curve; else a short line from `box` to `target` says whose it is
    PlanePoint target{};  ///< a point of the curve
};

/** The place of each curve's name in a plot `room`, in the order of the curves; nothing for those without a name or without room. The
 *  first have the choice. `taken` is kept free as well. Names lie beside their curves, above or below, where the nearest other curve is farthest; where there is no such
 *  place, in a free spot nearby; and over a curve only where there is none (of at most maxCrowdedNames curves), but never over a name. */
std::vector<std::optional<PlacedName>> placeNames(const PixelBox &room, double step, std::span<const NamedCurve> curves,
                                                  std::span<const PixelBox> taken);

inline constexpr std::size_t maxCrowdedNames = 8; ///< up to so many curves all have their names, whatever is behind them

} // namespace actiscope
