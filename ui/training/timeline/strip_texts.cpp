#include "ui/training/timeline/strip_texts.h"

#include "core/drawing/label_layout.h"
#include "ui/base/elided_name.h"
#include "ui/base/translation.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace actiscope {

namespace {

constexpr double gapToLabel = 8;
constexpr double leavingGap = 8; ///< between marks of curves that leave the range

} // namespace

StripTexts::StripTexts(QCustomPlot &plot, const QString &layer, const StripChart &strip) : QCPLayerable(&plot, layer), m_strip(strip) {}

void StripTexts::setStyle(const Theme &theme, const QFont &body, const QFont &small)
{
    m_theme = theme;
    m_body = body;
    m_small = small;
}

int StripTexts::wantedMargin(const QStringList &names, const QFont &small, const QString &widestValue)
{
    const QFontMetricsF metrics(small);
    double width = 0;
    for (const QString &name : names)
        width = std::max(width, metrics.horizontalAdvance(name + QLatin1Char(' ')));
    return static_cast<int>(std::ceil(width + metrics.horizontalAdvance(widestValue) + 1.5 * gapToLabel));
}

QString StripTexts::title() const
{
    return translated(Message(m_strip.kind().title));
}

QString StripTexts::note() const
{
    const SeriesKind &kind = m_strip.kind();
    if (kind.noteOfImages && m_strip.measuredImages() > 0)
        return translated({kind.noteOfImages, {std::to_string(m_strip.measuredImages())}});
    return translated(Message(kind.note));
}

void StripTexts::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

double StripTexts::yOf(double value) const
{
    const QRectF area = m_strip.axisRect()->rect();
    const double y = m_strip.axisRect()->axis(QCPAxis::atLeft)->coordToPixel(value);
    return std::isfinite(y) ? std::clamp(y, area.top(), area.bottom()) : area.top();
}

double StripTexts::xOf(double epoch) const
{
    const QRectF area = m_strip.axisRect()->rect();
    return std::clamp(m_strip.axisRect()->axis(QCPAxis::atBottom)->coordToPixel(epoch), area.left(), area.right());
}

void StripTexts::draw(QCPPainter *painter)
{
    painter->setClipping(false);
    drawTitle(painter);
    drawLeaving(painter);
    drawKept(painter);
    drawLabels(painter);
}

/** Of the numbers of the value axis, and their distance from it. */
double StripTexts::numbersWidth() const
{
    const QFontMetricsF metrics(m_small);
    double width = 0;
    for (const QString &label : m_strip.axisRect()->axis(QCPAxis::atLeft)->tickVectorLabels())
        width = std::max(width, metrics.horizontalAdvance(label));
    return width + 6;
}

/** The name in two lines of smaller letters where one line would run into the numbers; below it as much of the note as there is room for. */
void StripTexts::drawTitle(QCPPainter *painter) const
{
    const QRectF area = m_strip.axisRect()->rect(), outer = m_strip.axisRect()->outerRect();
    const double width = area.left() - outer.left() - numbersWidth();
    QFont bold = m_body;
    QStringList names{title()};
    bold.setBold(true);
    if (QFontMetricsF(bold).horizontalAdvance(title()) > width) {
        bold.setPointSizeF(m_small.pointSizeF());
        if (QFontMetricsF(bold).horizontalAdvance(title()) > width)
            names = title().split(QLatin1Char(' '));
    }
    const QFontMetricsF metrics(bold), small(m_small);
    double y = area.top() - metrics.height() / 4;
    const auto write = [&](const QString &line, const QFontMetricsF &font) {
        painter->drawText(QRectF(outer.left(), y, width, font.height()), Qt::AlignLeft | Qt::AlignTop,
                          font.elidedText(line, Qt::ElideRight, width));
        y += font.lineSpacing();
    };
    painter->setFont(bold);
    painter->setPen(m_theme.text);
    for (const QString &name : std::as_const(names))
        write(name, metrics);
    painter->setFont(m_small);
    painter->setPen(m_theme.mutedText);
    for (const QString &line : note().split(QLatin1Char('\n'))) {
        if (m_hasNote && y + small.height() <= area.bottom() + small.height() / 2)
            write(line, small);
    }
}

/** A rim in the colour of the ground, so that grid and curves do not run into the letters. */
void StripTexts::drawHalo(QCPPainter *painter, const QRectF &rect, const QString &text, const QFont &font) const
{
    QPainterPath letters;
    letters.addText(rect.left(), rect.top() + QFontMetricsF(font).ascent(), font, text);
    painter->strokePath(letters, QPen(m_theme.plotBackground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void StripTexts::drawLabels(QCPPainter *painter)
{
    constexpr double smallest = 0.75;
    const QRectF area = m_strip.axisRect()->rect(), outer = m_strip.axisRect()->outerRect();
    QFont font = m_small;
    const double room = area.height() + QFontMetricsF(font).height();
    const double needed = double(m_labels.size()) * QFontMetricsF(font).height();
    if (needed > room)
        font.setPointSizeF(font.pointSizeF() * std::max(smallest, room / needed));
    const QFontMetricsF metrics(font);
    m_drawn.assign(m_labels.size(), QRectF());
    std::vector<std::size_t> placed;
    std::vector<double> wanted;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (m_labels[i].value.isEmpty())
            continue;
        placed.push_back(i);
        wanted.push_back(yOf(m_labels[i].level));
    }
    painter->setFont(font);
    const std::vector<double> centres = spreadLabels(wanted, metrics.height(), area.top(), area.bottom());
    for (std::size_t k = 0; k < placed.size(); ++k) {
        const Label &label = m_labels[placed[k]];
        const double left = area.right() + gapToLabel, width = outer.right() - left;
        const QString name = elidedName(label.name, metrics, width - metrics.horizontalAdvance(QLatin1Char(' ') + label.value));
        const QString text = name + QLatin1Char(' ') + label.value;
        const QRectF rect(left, centres[k] - metrics.height() / 2, metrics.horizontalAdvance(text) + 1, metrics.height());
        painter->setPen(m_theme.readable(label.color)); // without a rim, which is slow to draw: no curve comes here
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, text);
        m_drawn[placed[k]] = rect;
        if (!label.hasCross)
            continue;
        constexpr double arm = 4;
        const QPointF at(xOf(label.end), yOf(label.level));
        painter->setPen(QPen(label.color, 2.5));
        painter->drawLine(QPointF(at.x() - arm, at.y() - arm), QPointF(at.x() + arm, at.y() + arm));
        painter->drawLine(QPointF(at.x() - arm, at.y() + arm), QPointF(at.x() + arm, at.y() - arm));
    }
}

/** Above the end of its line, as far as others leave room. */
void StripTexts::drawKept(QCPPainter *painter) const
{
    QFont font = m_small;
    const QFontMetricsF metrics(font);
    const QRectF area = m_strip.axisRect()->rect();
    painter->setFont(font);
    std::vector<QRectF> taken;
    const std::vector<StripChart::KeptEnd> ends = m_hasKeptNames ? m_strip.keptEnds() : std::vector<StripChart::KeptEnd>();
    for (const StripChart::KeptEnd &end : ends) {
        const QString text = elidedName(end.name, metrics, area.width() / 4);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double right = std::max(area.left() + width, xOf(end.epoch) - 2);
        const double y = yOf(end.value);
        const bool isBelow = y - metrics.height() < area.top();
        const QRectF rect(right - width, isBelow ? y + 1 : y - metrics.height() + 1, width, metrics.height());
        if (std::ranges::any_of(taken, [&rect](const QRectF &other) { return other.intersects(rect); }))
            continue;
        taken.push_back(rect);
        drawHalo(painter, rect, text, font);
        painter->setPen(m_theme.mutedText);
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, text);
    }
}

/** A small triangle at the edge that points to where the values are. */
void StripTexts::drawLeaving(QCPPainter *painter) const
{
    constexpr double half = 4, length = 5;
    const QRectF area = m_strip.axisRect()->rect();
    double lastAbove = -leavingGap, lastBelow = -leavingGap;
    painter->setPen(Qt::NoPen);
    for (const StripChart::Leaving &leaving : m_strip.leaving()) {
        const double x = xOf(leaving.epoch);
        double &last = leaving.isAbove ? lastAbove : lastBelow;
        if (std::abs(x - last) < leavingGap)
            continue;
        last = x;
        const double edge = leaving.isAbove ? area.top() : area.bottom(), inside = leaving.isAbove ? edge + length : edge - length;
        painter->setBrush(leaving.model < m_labels.size() ? m_labels[leaving.model].color : m_theme.text);
        painter->drawPolygon(QPolygonF{QPointF(x - half, inside), QPointF(x + half, inside), QPointF(x, edge)});
    }
    painter->setBrush(Qt::NoBrush);
}

} // namespace actiscope
