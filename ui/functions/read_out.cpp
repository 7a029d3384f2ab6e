#include "ui/functions/read_out.h"

#include <QPainter>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int edge = 16;
constexpr int dotWidth = 16;
constexpr int nameGap = 8;
/** As wide as a number of four digits gets. */
const QString widestNumber = QStringLiteral("−0.000e−00");

} // namespace

ReadOut::ReadOut(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(QStringLiteral("readOut"));
    setAccessibleName(tr("Values under the pointer"));
    setToolTip(tr("x under the pointer, and the value f and the slope f′ of each curve there"));
}

void ReadOut::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void ReadOut::setSecondShown(bool shown)
{
    if (m_showsSecond == shown)
        return;
    m_showsSecond = shown;
    updateGeometry();
    update();
}

void ReadOut::setMaximumRows(int rows)
{
    if (m_maximumRows == rows)
        return;
    m_maximumRows = rows;
    updateGeometry();
}

void ReadOut::setEntries(const QString &x, std::vector<Entry> entries)
{
    const bool relayout = entries.size() != m_entries.size();
    m_x = x;
    m_entries = std::move(entries);
    if (relayout)
        updateGeometry();
    setAccessibleDescription(text());
    update();
}

QString ReadOut::text() const
{
    if (m_x.isEmpty())
        return tr("Point at the plots to read values");
    QString line = tr("x %1").arg(m_x);
    for (const Entry &entry : m_entries) {
        line += QStringLiteral("   ") + tr("%1: f %2, f′ %3").arg(entry.name, entry.value, entry.derivative);
        if (m_showsSecond)
            line += tr(", f″ %1").arg(entry.second);
    }
    return line;
}

QSize ReadOut::sizeHint() const
{
    return {600, heightForWidth(600)};
}

QSize ReadOut::minimumSizeHint() const
{
    return {xWidth() + cellWidth(), heightForWidth(std::max(width(), xWidth() + cellWidth()))};
}

int ReadOut::heightForWidth(int width) const
{
    const int perRow = columns(width);
    const int rows = std::clamp((int(m_entries.size()) + perRow - 1) / perRow, 1, m_maximumRows);
    return rows * lineHeight() + 16;
}

int ReadOut::lineHeight() const
{
    return std::max(24, fontMetrics().height() + 4);
}

int ReadOut::xWidth() const
{
    return edge + fontMetrics().horizontalAdvance(tr("x %1").arg(widestNumber)) + 8;
}

int ReadOut::cellWidth() const
{
    int nameWidth = 0;
    for (const Entry &entry : m_entries)
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(entry.name));
    return dotWidth + nameWidth + nameGap + columnCount() * columnWidth();
}

/** Figures of each function: f, f′ and on demand f″. */
int ReadOut::columnCount() const
{
    return m_showsSecond ? 3 : 2;
}

/** A symbol and its figure. */
int ReadOut::columnWidth() const
{
    return fontMetrics().horizontalAdvance(QStringLiteral("f″") + widestNumber) + 6;
}

int ReadOut::columns(int width) const
{
    return std::max(1, (width - xWidth()) / cellWidth());
}

void ReadOut::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = lineHeight();
    const QRect first(edge, 8, width() - 2 * edge, line);
    if (m_x.isEmpty()) {
        painter.setPen(m_theme.mutedText);
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, m_entries.empty() ? QString() : text());
        return;
    }
    painter.setPen(m_theme.text);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, tr("x %1").arg(m_x));
    const int perRow = columns(width());
    const int cell = cellWidth();
    const int all = int(m_entries.size());
    const int room = std::max(1, (height() - 16) / line) * perRow;
    const int shown = all > room ? room - 1 : all;
    const auto place = [&](int i) { return QRect(xWidth() + i % perRow * cell, 8 + i / perRow * line, cell, line); };
    for (int i = 0; i < shown; ++i)
        paintEntry(painter, place(i), m_entries[std::size_t(i)]);
    if (shown < all) {
        painter.setPen(m_theme.mutedText);
        painter.drawText(place(shown), Qt::AlignLeft | Qt::AlignVCenter, tr("and %1 more").arg(all - shown));
    }
}

void ReadOut::paintEntry(QPainter &painter, const QRect &cell, const Entry &entry) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.color);
    painter.drawEllipse(QPointF(cell.left() + 5, cell.center().y() + 1), 4.5, 4.5);
    const QFontMetrics metrics = fontMetrics();
    int left = cell.left() + dotWidth;
    const auto write = [&](const QString &text, const QColor &color, int width) {
        painter.setPen(color);
        painter.drawText(QRect(left, cell.top(), width, cell.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        left += width;
    };
    const int symbol = metrics.horizontalAdvance(QStringLiteral("f″")) + 4;
    const int number = columnWidth() - symbol;
    write(entry.name, m_theme.text, cellWidth() - dotWidth - columnCount() * columnWidth());
    write(QStringLiteral("f"), m_theme.mutedText, metrics.horizontalAdvance(QStringLiteral("f")) + 4);
    write(entry.value, m_theme.text, number);
    write(QStringLiteral("f′"), m_theme.mutedText, symbol);
    write(entry.derivative, m_theme.text, number);
    if (!m_showsSecond)
        return;
    write(QStringLiteral("f″"), m_theme.mutedText, symbol);
    write(entry.second, m_theme.text, number);
}

} // namespace actiscope
