#include "ui/training/evidence/unit_map_painter.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

void UnitScale::include(const UnitMap &map)
{
    for (const float value : map.outputs) {
        if (std::isfinite(value)) {
            low = std::min(low, double{value});
            high = std::max(high, double{value});
        }
    }
}

QColor unitShade(double share, const Theme &theme)
{
    const QColor strong = theme.isDark ? QColor(0xb4, 0xbc, 0xc6) : QColor(0x53, 0x5d, 0x69);
    return std::isnan(share) ? theme.plotBackground : mix(theme.plotBackground, strong, std::clamp(share, 0.0, 1.0));
}

void UnitMapPainter::setMap(const UnitMap &map, const GridSpec &grid, const UnitScale &scale, const Theme &theme)
{
    m_theme = theme;
    m_grid = grid;
    m_zero = contourLines(grid, map.preActivations, 0);
    m_shading = QImage(grid.width, grid.height, QImage::Format_RGB32);
    for (int row = 0; row < grid.height; ++row) {
        auto *line = reinterpret_cast<QRgb *>(m_shading.scanLine(grid.height - 1 - row));
        for (int column = 0; column < grid.width; ++column) {
            const double value = double{map.outputs[static_cast<std::size_t>(row * grid.width + column)]};
            line[column] = unitShade((value - scale.low) / (scale.high - scale.low), theme).rgb();
        }
    }
}

void UnitMapPainter::draw(QPainter &painter, const PlaneView &view, double lineWidth) const
{
    painter.save();
    painter.setClipRect(view.area, Qt::IntersectClip);
    drawGridImage(painter, view, m_grid, m_shading);
    painter.setBrush(Qt::NoBrush);
    QPen dashed(m_theme.text, lineWidth, Qt::DashLine);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawPath(pathOf(m_zero, view));
    painter.restore();
}

} // namespace actiscope
