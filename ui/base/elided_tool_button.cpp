#include "ui/base/elided_tool_button.h"

#include <QEvent>

#include <algorithm>

namespace actiscope {

ElidedToolButton::ElidedToolButton(const QString &suffix, QWidget *parent) : QToolButton(parent), m_suffix(suffix)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedToolButton::setFullText(const QString &text, const QStringList &shorter)
{
    m_fullText = text;
    m_shorter = shorter;
    cut();
    updateGeometry();
}

void ElidedToolButton::setLeastCharacters(int count)
{
    m_leastCharacters = count;
    updateGeometry();
}

QString ElidedToolButton::label(const QString &text) const
{
    return QString(text + m_suffix).replace(QLatin1Char('&'), QLatin1String("&&"));
}

/** Measured as QToolButton does. */
int ElidedToolButton::labelWidth(const QString &label) const
{
    return fontMetrics().size(Qt::TextShowMnemonic, label).width();
}

/** What the style takes for the text that is shown, with the whole text in its place. */
QSize ElidedToolButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(labelWidth(label(m_fullText)) - labelWidth(text()), 0);
}

QSize ElidedToolButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    int least = labelWidth(label(QString(m_leastCharacters, QLatin1Char('x'))));
    if (!m_shorter.isEmpty())
        least = std::min(least, labelWidth(label(m_shorter.constLast())));
    return QSize(whole.width() - std::max(0, labelWidth(label(m_fullText)) - least), whole.height());
}

void ElidedToolButton::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    cut();
}

void ElidedToolButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        cut();
}

void ElidedToolButton::cut()
{
    const int missing = sizeHint().width() - width();
    const int room = fontMetrics().horizontalAdvance(m_fullText) - missing;
    QString shown = m_fullText;
    for (auto next = m_shorter.cbegin(); missing > 0 && next != m_shorter.cend() && fontMetrics().horizontalAdvance(shown) > room; ++next)
        shown = *next;
    setText(label(missing > 0 ? fontMetrics().elidedText(shown, Qt::ElideRight, room) : shown));
}

} // namespace actiscope
