#include "ui/functions/plot/curve_end_labels.h"

#include "core/drawing/label_layout.h"
#include "ui/base/elided_name.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr int leaderWidth = 16;
constexpr int endLabelGap = 6; ///< between the leader and the text, and at the right of the text

} // namespace

CurveEndLabels::CurveEndLabels(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer, &axisRect), m_axisRect(axisRect)
{
}

void CurveEndLabels::setRestText(const QString &text, const QColor &color)
{
    m_restText = text;
    m_restColor = color;
}

int CurveEndLabels::neededWidth() const
{
    int width = 0;
    for (const Label &label : m_labels)
        width = std::max(width, QFontMetrics(font(true)).horizontalAdvance(label.text));
    if (m_labels.empty())
        return 2 * endLabelGap;
    return std::min(leaderWidth + 2 * endLabelGap + width, mParentPlot->viewport().width() * 2 / 5);
}

QString CurveEndLabels::fittingText(const Label &label) const
{
    return elidedName(label.text, QFontMetricsF(font(label.bold)), neededWidth() - leaderWidth - 2 * endLabelGap + 1);
}

std::vector<QRectF> CurveEndLabels::textRectangles() const
{
    const QRect rect = m_axisRect.rect();
    const double half = lineHeight() / 2;
    const std::size_t count = fittingCount();
    std::vector<double> wanted = endPixels();
    wanted.resize(count);
    const std::vector<double> places = spreadLabels(wanted, lineHeight(), rect.top() + half, rect.bottom() - half);
    std::vector<QRectF> rectangles(m_labels.size());
    for (std::size_t i = 0; i < count; ++i) {
        const double width = QFontMetricsF(font(m_labels[i].bold)).horizontalAdvance(fittingText(m_labels[i]));
        rectangles[i] = QRectF(rect.right() + leaderWidth + endLabelGap, places[i] - half, width + 1, 2 * half);
    }
    return rectangles;
}

void CurveEndLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void CurveEndLabels::draw(QCPPainter *painter)
{
    const std::vector<QRectF> rectangles = textRectangles();
    const std::vector<double> ends = endPixels();
    const double left = m_axisRect.rect().right();
    for (std::size_t i = 0; i < rectangles.size(); ++i) {
        if (rectangles[i].isEmpty())
            continue;
        const Label &label = m_labels[i];
        painter->setPen(QPen(label.pen.color(), 1.5));
        if (m_axisRect.axis(QCPAxis::atLeft)->range().contains(label.y)) // else the curve left the plot before its edge
            painter->drawLine(QPointF(left + 2, ends[i]), QPointF(left + leaderWidth, rectangles[i].center().y()));
        painter->setPen(label.textColor);
        painter->setFont(font(label.bold));
        painter->drawText(rectangles[i], Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, fittingText(label));
    }
    const std::size_t rest = m_labels.size() - fittingCount();
    if (rest == 0)
        return;
    painter->setPen(m_restColor);
    painter->setFont(font(false));
    const QRectF below(left + leaderWidth + endLabelGap, m_axisRect.rect().bottom(), neededWidth(), lineHeight());
    painter->drawText(below, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, m_restText.arg(rest));
}

QRect CurveEndLabels::clipRect() const
{
    return mParentPlot->viewport();
}

QFont CurveEndLabels::font(bool bold) const
{
    QFont font = plotFont(*mParentPlot);
    font.setBold(bold);
    return font;
}

double CurveEndLabels::lineHeight() const
{
    return QFontMetricsF(font(false)).height();
}

std::size_t CurveEndLabels::fittingCount() const
{
    return std::min(m_labels.size(), std::size_t(std::max(0.0, std::floor((m_axisRect.rect().height() - 1) / lineHeight()))));
}

/** The y pixels at which the curves leave the axis rect; those beyond it are held at its edge. */
std::vector<double> CurveEndLabels::endPixels() const
{
    const QCPAxis *axis = m_axisRect.axis(QCPAxis::atLeft);
    const QRect rect = m_axisRect.rect();
    std::vector<double> pixels;
    for (const Label &label : m_labels) {
        const double pixel = std::isfinite(label.y) ? axis->coordToPixel(label.y) : label.y < 0 ? rect.bottom() : rect.top();
        pixels.push_back(std::clamp<double>(pixel, rect.top(), rect.bottom()));
    }
    return pixels;
}

} // namespace actiscope
