#include "ui/functions/read_out.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int edge = 16;
constexpr int margin = 8;
constexpr int dotWidth = 16;
constexpr int nameGap = 8;
constexpr int shortestName = 64;
constexpr int leastWidth = 240;
/** As wide as a number of four digits gets. */
const QString widestNumber = QStringLiteral("−0.000e−00");

} // namespace

ReadOut::ReadOut(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setAccessibleName(tr("Scroll the values"));
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
    viewport()->update();
}

void ReadOut::setSecondShown(bool shown)
{
    if (m_showsSecond == shown)
        return;
    m_showsSecond = shown;
    relayout();
}

void ReadOut::setMaximumRows(int rows)
{
    if (m_maximumRows == rows)
        return;
    m_maximumRows = rows;
    relayout();
}

/** After a change of the cells, or of the room for them. */
void ReadOut::relayout()
{
    const int hidden = std::max(0, rowCount(width()) - visibleRows());
    verticalScrollBar()->setRange(0, hidden); // in rows
    verticalScrollBar()->setPageStep(visibleRows());
    updateGeometry();
    viewport()->update();
}

void ReadOut::setEntries(const QString &x, std::vector<Entry> entries)
{
    const int cell = cellWidth();
    const bool fewerOrMore = entries.size() != m_entries.size();
    m_x = x;
    m_entries = std::move(entries);
    if (fewerOrMore || cell != cellWidth())
        relayout();
    setAccessibleDescription(text());
    viewport()->update();
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
    return {leastWidth, heightForWidth(std::max(width(), leastWidth))};
}

int ReadOut::heightForWidth(int width) const
{
    return (std::clamp(rowCount(width), 1, m_maximumRows) + rowsAbove(width)) * lineHeight() + 2 * margin;
}

int ReadOut::rowCount(int width) const
{
    const int perRow = columns(width);
    return (int(m_entries.size()) + perRow - 1) / perRow;
}

int ReadOut::visibleRows() const
{
    return std::max(1, (height() - 2 * margin) / lineHeight() - rowsAbove(width()));
}

int ReadOut::lineHeight() const
{
    return std::max(24, fontMetrics().height() + 4);
}

int ReadOut::xWidth() const
{
    return edge + fontMetrics().horizontalAdvance(tr("x %1").arg(widestNumber)) + 8;
}

/** Where x and one function do not fit side by side, x has a row of its own. */
int ReadOut::rowsAbove(int width) const
{
    return !m_entries.empty() && width < xWidth() + cellWidth() ? 1 : 0;
}

int ReadOut::entriesLeft(int width) const
{
    return rowsAbove(width) > 0 ? edge : xWidth();
}

int ReadOut::cellWidth() const
{
    int nameWidth = 0;
    for (const Entry &entry : m_entries)
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(entry.name));
    const int others = dotWidth + nameGap + columnCount() * columnWidth();
    return others + std::min(nameWidth, std::max(shortestName, width() - 2 * edge - others)); // a long name is cut
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
    return std::max(1, (width - entriesLeft(width)) / cellWidth());
}

std::pair<int, int> ReadOut::inSight() const
{
    const int begin = verticalScrollBar()->value() * columns(width());
    return {begin, std::min(int(m_entries.size()), begin + visibleRows() * columns(width()))};
}

void ReadOut::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void ReadOut::enterEvent(QEnterEvent *event)
{
    QAbstractScrollArea::enterEvent(event);
    emit entered();
}

void ReadOut::leaveEvent(QEvent *event)
{
    QAbstractScrollArea::leaveEvent(event);
    emit left();
}

void ReadOut::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = lineHeight();
    const QRect first(edge, margin, width() - 2 * edge, line);
    if (m_x.isEmpty()) {
        painter.setPen(m_theme.mutedText);
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, m_entries.empty() ? QString() : text());
        return;
    }
    painter.setPen(m_theme.text);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, tr("x %1").arg(m_x));
    paintPlace(painter);
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const int perRow = columns(width());
    const int cell = cellWidth();
    const QPoint origin(entriesLeft(width()), margin + rowsAbove(width()) * line);
    const auto [begin, end] = inSight();
    for (int i = begin; i < end; ++i) {
        const int place = i - begin;
        paintEntry(painter, QRect(origin + QPoint(place % perRow * cell, place / perRow * line), QSize(cell, line)), m_entries[std::size_t(i)]);
    }
}

/** Under x, or beside it where it has a row of its own, which of the functions are in sight where there is not room for all. */
void ReadOut::paintPlace(QPainter &painter) const
{
    const bool isBeside = rowsAbove(width()) > 0;
    if (verticalScrollBar()->maximum() == 0 || (visibleRows() < 2 && !isBeside))
        return;
    const auto [begin, end] = inSight();
    painter.setPen(m_theme.mutedText);
    const QPoint place = isBeside ? QPoint(xWidth(), margin) : QPoint(edge, margin + lineHeight());
    painter.drawText(QRect(place, QSize(xWidth() - edge, lineHeight())), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1–%2 of %3").arg(begin + 1).arg(end).arg(m_entries.size()));
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
    const int name = cellWidth() - dotWidth - columnCount() * columnWidth();
    write(metrics.elidedText(entry.name, Qt::ElideRight, name - nameGap), m_theme.text, name);
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
