#include "ui/charts/panel_note.h"

#include "ui/base/theme.h"

namespace actiscope {

PanelNote::PanelNote(QCPAxisRect *axisRect, const QString &layer) : QCPLayerable(axisRect->parentPlot(), layer), m_axisRect(axisRect) {}

void PanelNote::setTheme(const Theme &theme)
{
    m_textColor = theme.text;
    m_fill = theme.plotBackground;
    m_border = theme.border;
}

void PanelNote::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void PanelNote::draw(QCPPainter *painter)
{
    if (m_text.isEmpty())
        return;
    const QFont font = plotFont(*mParentPlot);
    const QRectF area = m_axisRect->rect();
    const double padding = 8;
    const QSizeF available(std::max(20.0, area.width() - 4 * padding), area.height());
    QRectF text = QFontMetricsF(font).boundingRect(QRectF(QPointF(), available), Qt::AlignCenter | Qt::TextWordWrap, m_text);
    text.moveCenter(QPointF(area.center().x(), 0));
    text.moveTop(area.top() + 2 * padding);
    painter->setPen(QPen(m_border, 1));
    painter->setBrush(m_fill);
    painter->drawRoundedRect(text.adjusted(-padding, -padding / 2, padding, padding / 2), 4, 4);
    painter->setFont(font);
    painter->setPen(m_textColor);
    painter->drawText(text.adjusted(-1, -1, 1, 1), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace actiscope
