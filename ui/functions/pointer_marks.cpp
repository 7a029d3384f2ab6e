#include "ui/functions/pointer_marks.h"

#include <cmath>

namespace actiscope {

namespace {

constexpr double dotRadius = 4.5;

} // namespace

PointerMarks::PointerMarks(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer), m_axisRect(axisRect)
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

void PointerMarks::draw(QCPPainter *painter)
{
    if (!m_x)
        return;
    const QRect rect = m_axisRect.rect();
    const double x = std::round(m_axisRect.axis(QCPAxis::atBottom)->coordToPixel(*m_x)) + 0.5; // one sharp pixel
    painter->setPen(QPen(m_line, 1));
    painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
    for (const Dot &dot : m_dots) {
        const double y = m_axisRect.axis(QCPAxis::atLeft)->coordToPixel(dot.y);
        if (!std::isfinite(y))
            continue;
        painter->setPen(QPen(m_ground, 1.5));
        painter->setBrush(dot.color);
        painter->drawEllipse(QPointF(x, y), dotRadius, dotRadius);
    }
}

} // namespace actiscope
