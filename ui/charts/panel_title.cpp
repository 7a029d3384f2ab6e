#include "ui/charts/panel_title.h"

#include "ui/base/elided_name.h"
#include "ui/base/theme.h"

namespace actiscope {

namespace {

constexpr double titleDotSize = 12;
constexpr double titleGap = 8;
constexpr double narrow = 320;

} // namespace

PanelTitle::PanelTitle(QCustomPlot *plot, const QString &layer) : QCPLayoutElement(plot)
{
    setLayer(layer);
    setMargins(QMargins(0, 0, 0, 0));
}

void PanelTitle::setTheme(const Theme &theme)
{
    m_font = plotFont(*parentPlot());
    m_font.setPointSizeF(m_font.pointSizeF() * theme.titleShare);
    m_text = theme.text;
    m_mutedText = theme.mutedText;
    const int height = QFontMetrics(m_font).height() + int(titleGap);
    setMinimumSize(QSize(0, height));
    setMaximumSize(QSize(QWIDGETSIZE_MAX, height));
}

void PanelTitle::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void PanelTitle::draw(QCPPainter *painter)
{
    const QRectF area = mRect;
    QFont font = m_font;
    // By the width alone, so that panels side by side have titles of one size.
    if (area.width() < narrow)
        font = plotFont(*parentPlot());
    const QFontMetricsF metrics(font);

    painter->setPen(Qt::NoPen);
    painter->setBrush(m_dot);
    painter->drawEllipse(QRectF(area.left(), area.center().y() - titleDotSize / 2, titleDotSize, titleDotSize));

    const double nameLeft = area.left() + titleDotSize + titleGap;
    const auto roomBeside = [&](const QString &result) { return area.right() - metrics.horizontalAdvance(result) - titleGap - nameLeft; };
    const QString &result = metrics.horizontalAdvance(m_name) <= roomBeside(m_result) ? m_result : m_briefResult;
    const double resultWidth = metrics.horizontalAdvance(result);
    painter->setFont(font);
    painter->setPen(m_text);
    const double nameWidth = std::max(0.0, roomBeside(result));
    painter->drawText(QRectF(nameLeft, area.top(), nameWidth, area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      elidedName(m_name, metrics, nameWidth));
    painter->drawText(QRectF(area.right() - resultWidth - 1, area.top(), resultWidth + 1, area.height()), Qt::AlignVCenter | Qt::AlignRight,
                      result);
}

} // namespace actiscope
