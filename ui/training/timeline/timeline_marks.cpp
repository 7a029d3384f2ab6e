#include "ui/training/timeline/timeline_marks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

QString epochText(double epoch)
{
    return epoch == std::round(epoch) ? QString::number(epoch, 'f', 0) : QString::number(epoch, 'f', 1);
}

TimelineMarks::TimelineMarks(QCustomPlot &plot, const QString &layer) : QCPLayerable(&plot, layer) {}

void TimelineMarks::setStyle(const Theme &theme, const QFont &small)
{
    m_theme = theme;
    m_small = small;
}

void TimelineMarks::setPointer(std::optional<double> epoch, std::vector<Dot> dots)
{
    m_pointer = epoch;
    m_dots = std::move(dots);
}

void TimelineMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

double TimelineMarks::xOf(double epoch) const
{
    const QRectF area = m_rects.front()->rect();
    return std::clamp(m_rects.front()->axis(QCPAxis::atBottom)->coordToPixel(epoch), area.left(), area.right());
}

/** 24 by 18 pixels at the usual text size, wider for long numbers. */
QRectF TimelineMarks::plate(double x, const QString &text) const
{
    const QFontMetricsF metrics(m_small);
    const double height = std::max(18.0, metrics.height() + 4), width = std::max(24.0, metrics.horizontalAdvance(text) + 10);
    const double left = std::clamp(x - width / 2, 0.0, mParentPlot->width() - width);
    return {left, m_rects.back()->rect().bottom() + 2.0, width, height};
}

QRectF TimelineMarks::handle() const
{
    return m_cursor && !m_rects.empty() ? plate(xOf(static_cast<double>(*m_cursor)), QString::number(*m_cursor)) : QRectF();
}

QPolygonF TimelineMarks::mark(const Event &event) const
{
    constexpr double half = 6, height = 9;
    const double x = xOf(static_cast<double>(event.epoch)), tip = m_rects.front()->rect().top() - 2.0;
    return {QPointF(x - half, tip - height), QPointF(x + half, tip - height), QPointF(x, tip)};
}

const TimelineMarks::Event *TimelineMarks::eventAt(QPointF place) const
{
    constexpr double reach = 4;
    if (m_rects.empty())
        return nullptr;
    const auto isHere = [&](const Event &event) {
        return mark(event).boundingRect().adjusted(-reach, -reach, reach, reach).contains(place);
    };
    const auto found = std::ranges::find_if(m_events, isHere);
    return found == m_events.end() ? nullptr : &*found;
}

void TimelineMarks::draw(QCPPainter *painter)
{
    if (m_rects.empty())
        return;
    painter->setClipping(false);
    drawWord(painter);
    drawEvents(painter);
    drawPointer(painter);
    drawCursor(painter);
}

/** "epoch", left of the numbers of the axis. */
void TimelineMarks::drawWord(QCPPainter *painter) const
{
    const QRectF area = m_rects.back()->rect();
    const QFontMetricsF metrics(m_small);
    const double zero = metrics.horizontalAdvance(QLatin1Char('0'));
    painter->setFont(m_small);
    painter->setPen(m_theme.text);
    painter->drawText(QRectF(0, area.bottom() + 4, area.left() - zero, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, m_word);
}

void TimelineMarks::drawEvents(QCPPainter *painter) const
{
    for (const Event &event : m_events) {
        const double x = std::round(xOf(static_cast<double>(event.epoch))) + 0.5;
        painter->setPen(QPen(m_theme.text, 1, Qt::CustomDashLine));
        QPen dots(m_theme.text, 1);
        dots.setDashPattern({1, 3});
        painter->setPen(dots);
        painter->drawLine(QPointF(x, m_rects.front()->rect().top()), QPointF(x, m_rects.back()->rect().bottom()));
        painter->setPen(QPen(m_theme.text, 1.2));
        painter->setBrush(m_spoken == event.epoch ? QBrush(m_theme.text) : QBrush(m_theme.plotBackground));
        painter->drawPolygon(mark(event));
        painter->setBrush(Qt::NoBrush);
    }
}

void TimelineMarks::drawPointer(QCPPainter *painter) const
{
    if (!m_pointer)
        return;
    const double x = xOf(*m_pointer);
    painter->setPen(QPen(m_theme.zeroLine, 1));
    painter->drawLine(QPointF(x, m_rects.front()->rect().top()), QPointF(x, m_rects.back()->rect().bottom()));
    for (const Dot &dot : m_dots) {
        const QRectF area = dot.axisRect->rect();
        const double y = dot.axisRect->axis(QCPAxis::atLeft)->coordToPixel(dot.value);
        if (!(y >= area.top() - 1 && y <= area.bottom() + 1))
            continue;
        painter->setPen(QPen(m_theme.plotBackground, 1));
        painter->setBrush(dot.color);
        painter->drawEllipse(QPointF(x, y), 3.5, 3.5);
    }
    const QString text = epochText(*m_pointer);
    const QRectF rect = plate(x, text);
    painter->setPen(QPen(m_theme.text, 1));
    painter->setBrush(m_theme.plotBackground);
    painter->drawRoundedRect(rect, 4, 4);
    painter->setBrush(Qt::NoBrush);
    painter->setFont(m_small);
    painter->drawText(rect, Qt::AlignCenter, text);
}

void TimelineMarks::drawCursor(QCPPainter *painter) const
{
    if (!m_cursor)
        return;
    const double x = xOf(static_cast<double>(*m_cursor));
    painter->setPen(QPen(m_theme.text, 2, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(QPointF(x, m_rects.front()->rect().top() - 4.0), QPointF(x, m_rects.back()->rect().bottom() + 3.0));
    const QRectF rect = handle();
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.text);
    painter->drawRoundedRect(rect, 4, 4);
    painter->setBrush(Qt::NoBrush);
    QFont font = m_small;
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(m_theme.plotBackground);
    painter->drawText(rect, Qt::AlignCenter, QString::number(*m_cursor));
}

} // namespace actiscope
