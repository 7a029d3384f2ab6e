#include "ui/functions/bars/read_out.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int edge = 16;
constexpr int margin = 8;
constexpr int dotWidth = 16;
constexpr int nameGap = 8;
constexpr int leastNameWidth = 48; ///< pixels of a name that is cut, so that its figures are beside it
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

void ReadOut::setIdleText(const QString &text)
{
    m_idleText = text;
    viewport()->setToolTip(text); // its end may have no room
    viewport()->update();
}

QSize ReadOut::sizeHint() const
{
    return {600, heightForWidth(600)};
}

QSize ReadOut::minimumSizeHint() const
{
    return {edge + dotWidth + columnWidth(), heightForWidth(std::max(width(), edge + dotWidth + columnWidth()))};
}

int ReadOut::heightForWidth(int width) const
{
    const int lines = rowCount(width) * linesOfRow(width) + (isNarrow(width) ? 1 : 0);
    return std::clamp(lines, 1, m_maximumRows) * lineHeight() + 2 * margin;
}

int ReadOut::rowCount(int width) const
{
    const int perRow = columns(width);
    return (int(m_entries.size()) + perRow - 1) / perRow;
}

int ReadOut::visibleRows() const
{
    const int lines = (height() - 2 * margin) / lineHeight() - (isNarrow(width()) ? 1 : 0);
    return std::max(1, lines / linesOfRow(width()));
}

/** No room for x, a name and its figures side by side: x has a line of its own. */
bool ReadOut::isNarrow(int width) const
{
    return width < xWidth() + cellWidth();
}

/** Nor for some of a name and its figures: the name has one, too. */
bool ReadOut::isFolded(int width) const
{
    return width < 2 * edge + leastCellWidth();
}

int ReadOut::figuresPerLine(int width) const
{
    return std::clamp((width - edge - dotWidth) / columnWidth(), 1, columnCount());
}

/** Of text, that an entry takes. */
int ReadOut::linesOfRow(int width) const
{
    const int perLine = figuresPerLine(width);
    return isFolded(width) ? 1 + (columnCount() + perLine - 1) / perLine : 1;
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

int ReadOut::leastCellWidth() const
{
    return std::min(cellWidth(), dotWidth + leastNameWidth + nameGap + columnCount() * columnWidth());
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
    return isNarrow(width) ? 1 : (width - xWidth()) / cellWidth();
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
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    const QRect first(edge, margin, width() - 2 * edge, line);
    if (m_x.isEmpty()) {
        paintIdle(painter);
        return;
    }
    painter.setPen(m_theme.text);
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, tr("x %1").arg(m_x));
    paintPlace(painter);
    const int perRow = columns(width());
    const int cell = cellWidth();
    const auto [begin, end] = inSight();
    const bool narrow = isNarrow(width());
    const int left = narrow ? edge : xWidth();
    const int top = narrow ? margin + line : margin;
    for (int i = begin; i < end; ++i) {
        const int place = i - begin;
        const QRect where(left + place % perRow * cell, top + place / perRow * linesOfRow(width()) * line,
                          narrow ? width() - 2 * edge : cell, line);
        paintEntry(painter, where, m_entries[std::size_t(i)]);
    }
}

/** In as many lines as there is room for. */
void ReadOut::paintIdle(QPainter &painter) const
{
    if (m_entries.empty())
        return;
    painter.setPen(m_theme.mutedText);
    const QRect room(edge, margin, width() - 2 * edge, height() - 2 * margin);
    QStringList words = (m_idleText.isEmpty() ? text() : m_idleText).split(QLatin1Char(' '));
    QString shown = words.join(QLatin1Char(' '));
    while (words.size() > 1 && fontMetrics().boundingRect(room, Qt::TextWordWrap, shown).height() > room.height()) {
        words.removeLast();
        shown = words.join(QLatin1Char(' ')) + QStringLiteral(" …");
    }
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, shown);
}

/** Under x, which of the functions are in sight where there is not room for all. */
void ReadOut::paintPlace(QPainter &painter) const
{
    const bool narrow = isNarrow(width());
    if (verticalScrollBar()->maximum() == 0 || (!narrow && visibleRows() < 2))
        return;
    const auto [begin, end] = inSight();
    painter.setPen(m_theme.mutedText);
    const QRect beside(xWidth(), margin, std::max(0, width() - xWidth() - edge), lineHeight());
    const QRect below(edge, margin + lineHeight(), xWidth() - edge, lineHeight());
    painter.drawText(narrow ? beside : below, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1–%2 of %3").arg(begin + 1).arg(end).arg(m_entries.size()));
}

void ReadOut::paintEntry(QPainter &painter, const QRect &cell, const Entry &entry) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.color);
    painter.drawEllipse(QPointF(cell.left() + 5, cell.center().y() + 1), 4.5, 4.5);
    const QFontMetrics metrics = fontMetrics();
    const bool folded = isFolded(width());
    const auto write = [&](const QRect &place, const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    const int nameWidth = folded ? cell.width() - dotWidth : std::min(cell.width(), cellWidth()) - dotWidth - columnCount() * columnWidth();
    const QRect name(cell.left() + dotWidth, cell.top(), nameWidth, cell.height());
    write(name, metrics.elidedText(entry.name, Qt::ElideRight, folded ? nameWidth : nameWidth - nameGap), m_theme.text);
    const std::pair<QString, QString> figures[] = {
        {QStringLiteral("f"), entry.value}, {QStringLiteral("f′"), entry.derivative}, {QStringLiteral("f″"), entry.second}};
    const int perLine = figuresPerLine(width());
    for (int k = 0; k < columnCount(); ++k) {
        const auto &[symbol, figure] = figures[k];
        const int left = folded ? name.left() + k % perLine * columnWidth() : name.right() + 1 + k * columnWidth();
        const int top = folded ? cell.top() + (1 + k / perLine) * lineHeight() : cell.top();
        const int symbolWidth = metrics.horizontalAdvance(k == 0 ? QStringLiteral("f") : QStringLiteral("f″")) + 4;
        write(QRect(left, top, symbolWidth, cell.height()), symbol, m_theme.mutedText);
        write(QRect(left + symbolWidth, top, columnWidth() - symbolWidth, cell.height()), figure, m_theme.text);
    }
}

} // namespace actiscope
