#include "ui/base/elided_label.h"

#include <QEvent>

namespace actiscope {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_fullText = text;
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
    const QString shown = fontMetrics().elidedText(m_fullText, Qt::ElideRight, width());
    setToolTip(shown == m_fullText ? QString() : m_fullText);
    if (shown != text())
        setText(shown);
}

} // namespace actiscope
