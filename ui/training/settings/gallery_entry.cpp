#include "ui/training/settings/gallery_entry.h"

#include "ui/base/scale.h"

#include <QPainter>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int leastEntryHeight = 44;
constexpr int entryPadding = 8;
constexpr double smallerText = 9.0 / 11.0;

} // namespace

GalleryEntry::GalleryEntry(const QString &title, const QString &summary, QWidget *parent) : QAbstractButton(parent), m_summary(summary)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(summary);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GalleryEntry::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void GalleryEntry::setMissing(const QString &text)
{
    if (text == m_missing)
        return;
    m_missing = text;
    setAccessibleDescription(shownSummary());
    updateGeometry();
    update();
}

void GalleryEntry::setCurrent(bool current, bool changed)
{
    m_current = current;
    m_changed = current && changed;
    setAccessibleName(m_changed ? tr("%1, changed").arg(text()) : text());
    update();
}

QFont GalleryEntry::titleFont() const
{
    QFont bold = font();
    bold.setBold(m_current);
    return bold;
}

QFont GalleryEntry::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * smallerText);
    return small;
}

QSize GalleryEntry::sizeHint() const
{
    const int lines = QFontMetrics(titleFont()).height() + QFontMetrics(smallFont()).height();
    return QSize(QFontMetrics(smallFont()).horizontalAdvance(shownSummary()) + 2 * entryPadding, std::max(scaled(leastEntryHeight), lines + 6));
}

QSize GalleryEntry::minimumSizeHint() const
{
    return QSize(scaled(120), sizeHint().height());
}

void GalleryEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_current || underMouse())
        painter.fillRect(rect(), m_current ? m_theme.selection : m_theme.background);
    const QRect inner = rect().adjusted(entryPadding, 2, -entryPadding, -2);
    const QFontMetrics title(titleFont()), small(smallFont());
    const int top = inner.top() + (inner.height() - title.height() - small.height()) / 2;
    const QString mark = m_changed ? tr("changed") : QString();
    const int markWidth = mark.isEmpty() ? 0 : small.horizontalAdvance(mark) + entryPadding;
    painter.setFont(titleFont());
    painter.setPen(m_theme.text);
    painter.drawText(QRect(inner.left(), top, inner.width() - markWidth, title.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     title.elidedText(text(), Qt::ElideRight, inner.width() - markWidth));
    painter.setFont(smallFont());
    painter.setPen(m_theme.mutedText);
    painter.drawText(QRect(inner.left(), top, inner.width(), title.height()), Qt::AlignRight | Qt::AlignVCenter, mark);
    painter.drawText(QRect(inner.left(), top + title.height(), inner.width(), small.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(shownSummary(), Qt::ElideRight, inner.width()));
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

} // namespace actiscope
