#include "ui/functions/plot/pointer_marks.h"

#include <cmath>

namespace actiscope {

namespace {

constexpr double dotRadius = 4.5;

} // namespace

PointerMarks::PointerMarks(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer, &axisRect), m_axisRect(axisRect)
{
}

void PointerMarks::setMarks(std::optional<double> x, std::vector<Dot> dots)
{
    m_x = x;
    m_dots = std::move(dots);
}

void PointerMarks::setColors(const QColor &line, const QColor &ground)
{
    m_line = line;
    m_ground = ground;
}

void PointerMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void PointerMarks::drawTangent(QCPPainter *painter) const
{
    if (!m_tangent || !std::isfinite(m_tangent->y))
        return;
    const QCPAxis *xAxis = m_axisRect.axis(QCPAxis::atBottom);
    const QCPAxis *yAxis = m_axisRect.axis(QCPAxis::atLeft);
    const double y = m_tangent->y;
    const auto line = [&](double slope, double from, double to, Qt::PenStyle style) {
        if (!std::isfinite(slope))
            return;
        const auto pixel = [&](double x) { return QPointF(xAxis->coordToPixel(x), yAxis->coordToPixel(y + slope * (x - *m_x))); };
        painter->setPen(QPen(m_tangent->color, 1.5 * m_scale, style));
        painter->drawLine(QLineF(pixel(from), pixel(to)));
    };
    const QCPRange range = xAxis->range();
    const auto &[left, at, right] = m_tangent->slope;
    if (!m_tangent->slope.isKink()) {
        line(at, range.lower, range.upper, Qt::DashDotLine);
        return;
    }
    line(left, range.lower, *m_x, Qt::DashDotLine);
    line(right, *m_x, range.upper, Qt::DashDotLine);
    line(at, range.lower, range.upper, Qt::DotLine);
}

void PointerMarks::draw(QCPPainter *painter)
{
    if (!m_x)
        return;
    const QRect rect = m_axisRect.rect();
    const double x = std::round(m_axisRect.axis(QCPAxis::atBottom)->coordToPixel(*m_x)) + 0.5; // one sharp pixel
    painter->setPen(QPen(m_line, m_scale));
    painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
    drawTangent(painter);
    for (const Dot &dot : m_dots) {
        const double y = m_axisRect.axis(QCPAxis::atLeft)->coordToPixel(dot.y);
        if (!std::isfinite(y))
            continue;
        painter->setPen(QPen(m_ground, 1.5 * m_scale));
        painter->setBrush(dot.color);
        painter->drawEllipse(QPointF(x, y), dotRadius * m_scale, dotRadius * m_scale);
    }
}

} // namespace actiscope
