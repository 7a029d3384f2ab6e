#include "ui/training/data/points_picture.h"

#include "ui/base/class_palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr std::size_t maxThumbnailPoints = 80;

void drawValue(QPainter &painter, QPointF place, double share, double radius, const Theme &theme)
{
    painter.setPen(radius < 2 ? QPen(Qt::NoPen) : QPen(theme.text, 0.6));
    painter.setBrush(valueShade(share, theme));
    painter.drawEllipse(place, radius, radius);
}

} // namespace

void drawClassMark(QPainter &painter, QPointF place, int label, double radius, const Theme &theme)
{
    const ClassColors colors = classColors(label, theme);
    painter.save();
    painter.translate(place);
    painter.scale(radius, radius);
    painter.setPen(QPen(colors.rim, std::min(0.45, 1 / radius)));
    painter.setBrush(colors.fill);
    painter.drawPath(classShape(label));
    painter.restore();
}

PlaneFit::PlaneFit(const QRectF &plane, const QRectF &area)
    : m_planeCenter(plane.center()), m_areaCenter(area.center()),
      m_scale(std::min(area.width() / std::max(plane.width(), 1e-12), area.height() / std::max(plane.height(), 1e-12)))
{
}

QPointF PlaneFit::toArea(double x, double y) const
{
    return m_areaCenter + QPointF((x - m_planeCenter.x()) * m_scale, -(y - m_planeCenter.y()) * m_scale);
}

QPointF PlaneFit::toPlane(QPointF place) const
{
    const QPointF offset = (place - m_areaCenter) / m_scale;
    return m_planeCenter + QPointF(offset.x(), -offset.y());
}

QRectF boundsOf(const LabelledPoints &points, double margin)
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (std::size_t i = 0; i < points.count(); ++i) {
        for (int axis = 0; axis < 2; ++axis) {
            low[axis] = std::min(low[axis], points.point(i)[axis]);
            high[axis] = std::max(high[axis], points.point(i)[axis]);
        }
    }
    const double longer = std::max({high[0] - low[0], high[1] - low[1], 1e-9});
    const double around = margin * longer;
    return QRectF(low[0] - around, low[1] - around, high[0] - low[0] + 2 * around, high[1] - low[1] + 2 * around);
}

void drawPoints(QPainter &painter, const LabelledPoints &points, const PlaneFit &fit, double radius, const Theme &theme)
{
    const auto placeOf = [&](std::size_t i) { return fit.toArea(points.point(i)[0], points.point(i)[1]); };
    if (points.targetCount > 0) {
        const auto [least, largest] = std::ranges::minmax(points.targets);
        for (std::size_t i = 0; i < points.count(); ++i) {
            const double share = (points.targets[i * points.targetCount] - least) / std::max(largest - least, 1e-300);
            drawValue(painter, placeOf(i), share, radius, theme);
        }
        return;
    }
    for (std::size_t i = 0; i < points.count(); ++i)
        drawClassMark(painter, placeOf(i), points.labels[i], radius, theme);
}

QPixmap pointsThumbnail(const LabelledPoints &points, int size, double pixelRatio, const Theme &theme)
{
    QPixmap pixmap(QSize(size, size) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(theme.plotBackground);
    if (points.count() == 0)
        return pixmap;
    std::vector<std::size_t> some;
    const std::size_t step = (points.count() + maxThumbnailPoints - 1) / maxThumbnailPoints;
    for (std::size_t i = 0; i < points.count(); i += step)
        some.push_back(i);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPoints(painter, points.at(some), PlaneFit(boundsOf(points, 0.06), QRectF(0, 0, size, size)), std::max(1.4, size / 21.0), theme);
    return pixmap;
}

} // namespace actiscope
