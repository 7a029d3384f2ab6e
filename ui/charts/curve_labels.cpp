#include "ui/charts/curve_labels.h"

#include "core/drawing/label_layout.h"
#include "ui/base/elided_name.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double curveLabelGap = 8;
constexpr double keyGap = 4; ///< between the key and the plot

} // namespace

CurveLabels::CurveLabels(QCPAxisRect *axisRect, const QString &layer) : QCPLayerable(axisRect->parentPlot(), layer), m_axisRect(axisRect) {}

void CurveLabels::setKey(const QString &solid, const QString &dashed)
{
    m_solid = solid;
    m_dashed = dashed;
}

int CurveLabels::wantedMargin() const
{
    double width = 0;
    for (const Label &label : m_labels)
        width = std::max(width, QFontMetricsF(plotFont(*mParentPlot)).horizontalAdvance(label.text));
    const int room = m_axisRect->outerRect().width();
    const int wanted = static_cast<int>(std::ceil(width + 2 * curveLabelGap));
    return room > 0 ? std::min(wanted, room / 3) : wanted;
}

void CurveLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void CurveLabels::draw(QCPPainter *painter)
{
    painter->setFont(labelFont());
    drawLabels(painter);
    painter->setFont(plotFont(*mParentPlot));
    drawKey(painter);
}

/** Smaller where there are more labels than lines. */
QFont CurveLabels::labelFont() const
{
    constexpr double smallest = 0.7;
    QFont font = plotFont(*mParentPlot);
    const double needed = double(m_labels.size()) * QFontMetricsF(font).height();
    const int height = m_axisRect->rect().height();
    if (height > 0 && needed > height)
        font.setPointSizeF(font.pointSizeF() * std::max(smallest, height / needed));
    return font;
}

/** The name, shortened to the margin, and what there is to note. */
QString CurveLabels::fittingText(const Label &label) const
{
    const double room = wantedMargin() - curveLabelGap;
    const QString name = elidedName(label.text, QFontMetricsF(labelFont()), room);
    return label.note.isEmpty() ? name : QStringLiteral("%1, %2").arg(name, label.note);
}

QPointF CurveLabels::pixelOf(const Label &label) const
{
    const QRectF area = m_axisRect->rect();
    const double x = m_axisRect->axis(QCPAxis::atBottom)->coordToPixel(label.epoch);
    const double y = m_axisRect->axis(QCPAxis::atLeft)->coordToPixel(label.loss);
    return {std::clamp(x, area.left(), area.right()), std::isfinite(y) ? std::clamp(y, area.top(), area.bottom()) : area.top()};
}

void CurveLabels::drawLabels(QCPPainter *painter)
{
    const QFontMetricsF metrics(labelFont());
    const QRectF area = m_axisRect->rect();
    m_drawn.assign(m_labels.size(), QRectF());
    std::vector<std::size_t> placed;
    std::vector<double> wanted;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        if (m_labels[i].isPlaced) {
            placed.push_back(i);
            wanted.push_back(pixelOf(m_labels[i]).y());
        }
    }
    const double half = metrics.height() / 2;
    const std::vector<double> centres = spreadLabels(wanted, metrics.height(), area.top() + half, area.bottom() - half);
    for (std::size_t k = 0; k < placed.size(); ++k) {
        const Label &label = m_labels[placed[k]];
        const QPointF end = pixelOf(label);
        if (!label.note.isEmpty())
            drawCross(painter, label, end);
        const QString text = fittingText(label);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double left = std::min(end.x() + curveLabelGap, m_axisRect->outerRect().right() - width);
        const QRectF rect(left, centres[k] - half, width, metrics.height());
        drawHalo(painter, rect, text);
        painter->setPen(m_theme.readable(label.color));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, text);
        m_drawn[placed[k]] = rect;
    }
}

/** A rim in the colour of the ground, so that grid and curves do not run into the letters. */
void CurveLabels::drawHalo(QCPPainter *painter, const QRectF &rect, const QString &text) const
{
    const QFont font = labelFont();
    const QFontMetricsF metrics(font);
    QPainterPath letters;
    letters.addText(rect.left(), rect.center().y() - metrics.height() / 2 + metrics.ascent(), font, text);
    painter->strokePath(letters, QPen(m_theme.plotBackground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void CurveLabels::drawCross(QCPPainter *painter, const Label &label, QPointF at) const
{
    constexpr double arm = 5;
    painter->setPen(QPen(label.color, 2.5 * m_theme.scale));
    painter->drawLine(QPointF(at.x() - arm, at.y() - arm), QPointF(at.x() + arm, at.y() + arm));
    painter->drawLine(QPointF(at.x() - arm, at.y() + arm), QPointF(at.x() + arm, at.y() - arm));
}

/** "—— training  - - test" above the right end of the plot, where no curve is. */
void CurveLabels::drawKey(QCPPainter *painter) const
{
    const QFontMetricsF metrics(plotFont(*mParentPlot));
    constexpr double sample = 32;
    const auto widthOf = [&](const QString &text) { return metrics.horizontalAdvance(text) + 1 + sample + 3 * curveLabelGap; };
    const QRectF room = m_axisRect->outerRect();
    const double needed = widthOf(m_dashed) + widthOf(m_solid);
    if (needed > room.width())
        return;
    double right = std::max<double>(m_axisRect->rect().right(), std::min(room.right(), room.left() + needed));
    const double y = m_axisRect->rect().top() - metrics.height() / 2 - keyGap / 2;
    const auto entry = [&](const QString &text, Qt::PenStyle style) {
        const double width = metrics.horizontalAdvance(text) + 1;
        painter->setPen(m_theme.mutedText);
        painter->drawText(QRectF(right - width, y - metrics.height() / 2, width, metrics.height()), Qt::AlignVCenter, text);
        painter->setPen(QPen(m_theme.mutedText, 2 * m_theme.scale, style, Qt::FlatCap));
        painter->drawLine(QPointF(right - width - curveLabelGap - sample, y), QPointF(right - width - curveLabelGap, y));
        right -= widthOf(text) - curveLabelGap;
    };
    entry(m_dashed, Qt::DashLine);
    entry(m_solid, Qt::SolidLine);
}

int CurveLabels::keyHeight() const
{
    return static_cast<int>(std::ceil(QFontMetricsF(plotFont(*mParentPlot)).height() + keyGap));
}

} // namespace actiscope
