#include "ui/training/evidence/panel_plot.h"

#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

QString depthText(const char *text)
{
    return QCoreApplication::translate("actiscope::DepthAxis", text);
}

/** Far beyond a plot a painter's integers end; a line that leaves it needs no more than this. */
QPointF withinReach(QPointF point, const QRectF &area)
{
    const double farthest = 4 * (area.width() + area.height());
    return {std::clamp(point.x(), area.left() - farthest, area.right() + farthest), std::clamp(point.y(), area.top() - farthest, area.bottom() + farthest)};
}

double middleOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

double PlotAxis::share(double value) const
{
    if (isLog)
        return (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low));
    return (value - low) / (high - low);
}

void PanelPlot::drawGrid(QPainter &painter, const EvidenceStyle &style, std::span<const double> values) const
{
    for (const double value : values) {
        const double place = std::round(y(value)) + 0.5;
        painter.setPen(QPen(value == 0 ? style.theme.zeroLine : style.theme.grid, 1));
        painter.drawLine(QPointF(m_area.left(), place), QPointF(m_area.right(), place));
    }
}

void PanelPlot::drawNumbersBelow(QPainter &painter, const EvidenceStyle &style, std::span<const double> ticks, const QString &name) const
{
    const QFontMetricsF metrics(style.small);
    const double baseline = m_area.bottom() + style.px(4) + metrics.ascent();
    const double nameLeft = m_area.right() - metrics.horizontalAdvance(name);
    const std::vector<double> all(ticks.begin(), ticks.end());
    painter.setFont(style.small);
    painter.setPen(style.theme.mutedText);
    painter.drawText(QPointF(nameLeft, baseline), name);
    for (const double tick : ticks) {
        const QString text = tickText(tick, all);
        const double half = metrics.horizontalAdvance(text) / 2;
        const double left = std::clamp(x(tick) - half, m_area.left(), std::max(m_area.left(), m_area.right() - 2 * half));
        painter.setPen(QPen(style.theme.zeroLine, 1));
        painter.drawLine(QPointF(x(tick), m_area.bottom()), QPointF(x(tick), m_area.bottom() + style.px(3)));
        painter.setPen(style.theme.mutedText);
        if (name.isEmpty() || left + 2 * half < nameLeft - style.px(4))
            painter.drawText(QPointF(left, baseline), text);
    }
}

void PanelPlot::drawLine(QPainter &painter, const SampledLine &line, const QPen &pen, const QColor &halo) const
{
    painter.save();
    painter.setClipRect(m_area.adjusted(-pen.widthF(), -pen.widthF(), pen.widthF(), pen.widthF()), Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    std::vector<QPolygonF> pieces(1);
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        if (std::isnan(line.y[i]))
            pieces.emplace_back();
        else
            pieces.back() << withinReach(at(line.x[i], line.y[i]), m_area);
    }
    if (halo.isValid()) {
        painter.setPen(QPen(halo, pen.widthF() + 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        for (const QPolygonF &piece : pieces)
            painter.drawPolyline(piece);
    }
    painter.setPen(pen);
    for (const QPolygonF &piece : pieces)
        painter.drawPolyline(piece);
    painter.restore();
}

double DepthAxis::x(std::size_t layer) const
{
    return area.left() + (static_cast<double>(layer) + 0.5) * area.width() / static_cast<double>(std::max<std::size_t>(1, count()));
}

void DepthAxis::drawNames(QPainter &painter, const EvidenceStyle &style) const
{
    const QFontMetricsF metrics(style.small);
    const double step = area.width() / static_cast<double>(std::max<std::size_t>(1, count()));
    const bool isWide = metrics.horizontalAdvance(depthText(QT_TRANSLATE_NOOP("actiscope::DepthAxis", "layer %1")).arg(8)) + style.px(12) < step;
    const double baseline = area.bottom() + style.px(4) + metrics.ascent();
    painter.setFont(style.small);
    painter.setPen(style.theme.mutedText);
    for (std::size_t layer = 0; layer < count(); ++layer) {
        const QString text = layer == hiddenLayers ? depthText(QT_TRANSLATE_NOOP("actiscope::DepthAxis", "output"))
                             : isWide              ? depthText("layer %1").arg(layer + 1)
                                                   : QString::number(layer + 1);
        const double width = metrics.horizontalAdvance(text);
        painter.drawText(QPointF(std::min(x(layer) - width / 2, area.right() - width), baseline), text);
    }
}

QString powerOfTenText(int exponent)
{
    if (exponent == 0)
        return QStringLiteral("1");
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = QStringLiteral("10");
    if (exponent < 0)
        text += QChar(0x207b);
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits[digit.digitValue()];
    return text;
}

QString readableNumber(double value, int digits)
{
    if (!std::isfinite(value) || value == 0)
        return formatNumber(value, digits);
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (exponent < -3 || exponent > 6) {
        const double mantissa = value / std::pow(10.0, exponent);
        return formatNumber(mantissa, std::max(1, digits - 1)) + QChar(0xb7) + powerOfTenText(exponent);
    }
    const double unit = std::pow(10.0, exponent - digits + 1);
    QString text = formatTrimmed(std::round(value / unit) * unit, std::clamp(digits - 1 - exponent, 0, 9));
    for (qsizetype place = text.indexOf(QLatin1Char('.')) < 0 ? text.size() - 3 : 0; exponent >= 4 && place > 0; place -= 3)
        text.insert(place, QChar(0x202f)); // a narrow blank between thousands
    return text;
}

Interval commonRange(std::span<const Interval> each)
{
    constexpr double beyond = 3;
    std::vector<double> below, above;
    for (const Interval &interval : each) {
        below.push_back(std::max(0.0, -interval.minimum));
        above.push_back(std::max(0.0, interval.maximum));
    }
    if (each.empty())
        return {0, 1};
    const auto end = [](const std::vector<double> &ends, double others) {
        const double largest = *std::ranges::max_element(ends), usual = std::max(middleOf(ends), others);
        return usual > 0 ? std::min(largest, beyond * usual) : largest;
    };
    const double usual = std::max(middleOf(below), middleOf(above));
    return {-end(below, usual), end(above, usual)};
}

void drawNote(QPainter &painter, const EvidenceStyle &style, const QRectF &area, Qt::Alignment alignment, const QString &text)
{
    if (text.isEmpty())
        return;
    painter.setFont(style.small);
    const QFontMetricsF metrics(style.small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width());
    QRectF place(QPointF(), QSizeF(metrics.horizontalAdvance(shown), metrics.height()));
    place.moveLeft(alignment & Qt::AlignRight ? area.right() - place.width() : area.left());
    place.moveTop(alignment & Qt::AlignBottom ? area.bottom() - place.height() : area.top());
    QColor ground = style.theme.plotBackground;
    ground.setAlphaF(0.8f);
    painter.fillRect(place.adjusted(-2, 0, 2, 0), ground);
    painter.setPen(style.theme.text);
    painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), shown);
}

} // namespace actiscope
