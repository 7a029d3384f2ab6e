#include "ui/figures/panel_title.h"

#include "ui/base/theme.h"

namespace actiscope {

namespace {

constexpr double dotSize = 12;
constexpr double gap = 8;
constexpr double narrow = 320;

} // namespace

PanelTitle::PanelTitle(QCustomPlot *plot, const QString &layer) : QCPLayoutElement(plot)
{
    setLayer(layer);
    setMargins(QMargins(0, 0, 0, 0));
}

void PanelTitle::setTheme(const Theme &theme)
{
    m_font = plotFont();
    m_font.setPointSizeF(m_font.pointSizeF() * 13 / 11);
    m_text = theme.text;
    m_mutedText = theme.mutedText;
    const int height = QFontMetrics(m_font).height() + int(gap);
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
        font = plotFont();
    const QFontMetricsF metrics(font);

    painter->setPen(Qt::NoPen);
    painter->setBrush(m_dot);
    painter->drawEllipse(QRectF(area.left(), area.center().y() - dotSize / 2, dotSize, dotSize));

    const double resultWidth = metrics.horizontalAdvance(m_result);
    painter->setFont(font);
    painter->setPen(m_text);
    const double nameLeft = area.left() + dotSize + gap;
    const double nameWidth = std::max(0.0, area.right() - resultWidth - gap - nameLeft);
    painter->drawText(QRectF(nameLeft, area.top(), nameWidth, area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(m_name, Qt::ElideRight, nameWidth));
    painter->drawText(QRectF(area.right() - resultWidth - 1, area.top(), resultWidth + 1, area.height()),
                      Qt::AlignVCenter | Qt::AlignRight, m_result);
}

} // namespace actiscope
