#include "ui/figures/curve_labels.h"

#include "core/label_layout.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double curveLabelGap = 8;

QString fullText(const CurveLabels::Label &label)
{
    return label.note.isEmpty() ? label.text : QStringLiteral("%1, %2").arg(label.text, label.note);
}

} // namespace

CurveLabels::CurveLabels(QCPAxisRect *axisRect, const QString &layer)
    : QCPLayerable(axisRect->parentPlot(), layer), m_axisRect(axisRect)
{
}

void CurveLabels::setKey(const QString &solid, const QString &dashed)
{
    m_solid = solid;
    m_dashed = dashed;
}

int CurveLabels::wantedMargin() const
{
    double width = 0;
    for (const Label &label : m_labels)
        width = std::max(width, QFontMetricsF(plotFont()).horizontalAdvance(label.text));
    return static_cast<int>(std::ceil(width + 2 * curveLabelGap));
}

void CurveLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void CurveLabels::draw(QCPPainter *painter)
{
    painter->setFont(plotFont());
    drawLabels(painter);
    drawKey(painter);
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
    const QFontMetricsF metrics(plotFont());
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
        const QString text = fullText(label);
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
    const QFont font = plotFont();
    const QFontMetricsF metrics(font);
    QPainterPath letters;
    letters.addText(rect.left(), rect.center().y() - metrics.height() / 2 + metrics.ascent(), font, text);
    painter->strokePath(letters, QPen(m_theme.plotBackground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void CurveLabels::drawCross(QCPPainter *painter, const Label &label, QPointF at) const
{
    constexpr double arm = 5;
    painter->setPen(QPen(label.color, 2.5));
    painter->drawLine(QPointF(at.x() - arm, at.y() - arm), QPointF(at.x() + arm, at.y() + arm));
    painter->drawLine(QPointF(at.x() - arm, at.y() + arm), QPointF(at.x() + arm, at.y() - arm));
}

/** "—— training  - - test" in the upper right corner, where a loss curve seldom is. */
void CurveLabels::drawKey(QCPPainter *painter) const
{
    const QFontMetricsF metrics(plotFont());
    constexpr double sample = 32;
    double right = m_axisRect->rect().right() - curveLabelGap;
    const double y = m_axisRect->rect().top() + metrics.height() / 2 + curveLabelGap / 2;
    const auto entry = [&](const QString &text, Qt::PenStyle style) {
        const double width = metrics.horizontalAdvance(text) + 1;
        painter->setPen(m_theme.mutedText);
        painter->drawText(QRectF(right - width, y - metrics.height() / 2, width, metrics.height()), Qt::AlignVCenter, text);
        painter->setPen(QPen(m_theme.mutedText, 2, style, Qt::FlatCap));
        painter->drawLine(QPointF(right - width - curveLabelGap - sample, y), QPointF(right - width - curveLabelGap, y));
        right -= width + curveLabelGap + sample + 2 * curveLabelGap;
    };
    entry(m_dashed, Qt::DashLine);
    entry(m_solid, Qt::SolidLine);
}

} // namespace actiscope
