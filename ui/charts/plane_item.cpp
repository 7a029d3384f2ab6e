#include "ui/charts/plane_item.h"

#include <algorithm>

namespace actiscope {

PlaneItem::PlaneItem(QCPAxisRect *axisRect, const QString &layer) : QCPLayerable(axisRect->parentPlot(), layer), m_axisRect(axisRect) {}

void PlaneItem::setTheme(const Theme &theme)
{
    m_plane.setTheme(theme);
    m_scale = theme.scale;
}

void PlaneItem::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void PlaneItem::draw(QCPPainter *painter)
{
    const QCPRange x = m_axisRect->axis(QCPAxis::atBottom)->range();
    const QCPRange y = m_axisRect->axis(QCPAxis::atLeft)->range();
    const PlaneView view{QRectF(x.lower, y.lower, x.size(), y.size()), QRectF(m_axisRect->rect())};
    constexpr double roomy = 260; // pixels; points of smaller planes are smaller
    const double small = std::clamp(std::min(view.area.width(), view.area.height()) / roomy, 0.6, 1.0);
    const PointSizes sizes = PointSizes::ofPlane(view.area.height());
    if (m_isShaded) {
        m_plane.drawShading(*painter, view);
        m_plane.drawContour(*painter, view, 2 * m_scale);
    }
    m_plane.drawPoints(*painter, view, {sizes.training * small * m_scale, sizes.test * small * m_scale}, m_withTraining);
}

} // namespace actiscope
