#include "ui/base/elided_label.h"

#include <QEvent>

namespace actiscope {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setFullText(const QString &text, const QString &shorter)
{
    m_fullText = text;
    m_shorter = shorter.isEmpty() ? text : shorter;
    cut();
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    cut();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        cut();
}

void ElidedLabel::cut()
{
    const bool fits = fontMetrics().horizontalAdvance(m_fullText) <= width();
    const QString shown = fontMetrics().elidedText(fits ? m_fullText : m_shorter, Qt::ElideRight, width());
    setToolTip(shown == m_fullText ? QString() : m_fullText);
    if (shown != text())
        setText(shown);
}

} // namespace actiscope
