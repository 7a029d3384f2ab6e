// Paints what one unit says on the plane: f(z) in grey, and a dashed line where z = 0. GUI thread.
#pragma once

#include "core/diagnostics/unit_map.h"
#include "ui/charts/plane_painter.h"

namespace actiscope {

/** Of the values of a unit's maps, the same in all columns. */
struct UnitScale {
    double low = 0;
    double high = 1;

    /** Takes in the finite values of a map. */
    void include(const UnitMap &map);
    bool operator==(const UnitScale &) const = default;
};

/** The grey of a share of the scale: the ground's colour at its low end. */
QColor unitShade(double share, const Theme &theme);

class UnitMapPainter {
public:
    void setMap(const UnitMap &map, const GridSpec &grid, const UnitScale &scale, const Theme &theme);
    void draw(QPainter &painter, const PlaneView &view, double lineWidth) const;

private:
    GridSpec m_grid;
    QImage m_shading;
    std::vector<Polyline> m_zero;
    Theme m_theme = Theme::light();
};

} // namespace actiscope
