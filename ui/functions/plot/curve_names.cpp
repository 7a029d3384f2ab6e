#include "ui/functions/plot/curve_names.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actiscope {

namespace {

constexpr double columnWidth = 4; ///< pixels

PixelBox toPixelBox(const QRectF &rect)
{
    return {rect.left(), rect.top(), rect.width(), rect.height()};
}

} // namespace

CurveNames::CurveNames(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect)
    : QCPLayerable(&plot, layer, &axisRect), m_axisRect(axisRect)
{
}

/** A name stays near its place as long as it is the same. */
void CurveNames::setEntries(std::vector<Entry> entries)
{
    std::vector<std::optional<PixelBox>> before(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        // Of the same line: the text changes with a parameter.
        const auto same = std::ranges::find_if(m_entries, [&](const Entry &old) { return old.line == entries[i].line; });
        if (same != m_entries.end() && std::size_t(same - m_entries.begin()) < m_before.size())
            before[i] = m_before[std::size_t(same - m_entries.begin())];
    }
    m_entries = std::move(entries);
    m_before = std::move(before);
}

void CurveNames::setRestText(const QString &text, const QColor &color)
{
    m_restText = text;
    m_restColor = color;
}

std::vector<PlanePoint> CurveNames::pixelsOf(const Entry &entry) const
{
    const QCPAxis *x = m_axisRect.axis(QCPAxis::atBottom);
    const QCPAxis *y = m_axisRect.axis(QCPAxis::atLeft);
    std::vector<PlanePoint> points;
    points.reserve(std::size_t(entry.line->size()));
    for (const QCPGraphData &point : *entry.line)
        points.push_back({x->coordToPixel(point.key), y->coordToPixel(point.value)});
    return points;
}

std::vector<std::optional<PlacedName>> CurveNames::place() const
{
    const QRectF rect = m_axisRect.rect();
    const auto columns = std::size_t(std::max(1.0, std::ceil(rect.width() / columnWidth)));
    std::vector<NamedCurve> curves;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const QFontMetricsF metrics(font(m_entries[i].bold));
        const double width = m_entries[i].text.isEmpty() ? 0 : metrics.horizontalAdvance(m_entries[i].text) + 1;
        curves.push_back({columnSpans(pixelsOf(m_entries[i]), rect.left(), columnWidth, columns), width, metrics.height(),
                          i < m_before.size() ? m_before[i] : std::nullopt});
    }
    std::vector<PixelBox> taken;
    if (m_taken)
        std::ranges::transform(m_taken(), std::back_inserter(taken), toPixelBox);
    return placeNames(toPixelBox(rect), columnWidth, curves, taken);
}

std::vector<QRectF> CurveNames::textRectangles() const
{
    std::vector<QRectF> rectangles;
    for (const std::optional<PlacedName> &name : place())
        rectangles.push_back(name ? QRectF(name->box.left, name->box.top, name->box.width, name->box.height) : QRectF());
    return rectangles;
}

void CurveNames::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void CurveNames::draw(QCPPainter *painter)
{
    const std::vector<std::optional<PlacedName>> names = place();
    m_before.assign(names.size(), std::nullopt);
    std::size_t rest = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        rest += !names[i] && !m_entries[i].text.isEmpty();
        if (!names[i])
            continue;
        m_before[i] = names[i]->box;
        drawName(painter, m_entries[i], *names[i]);
    }
    if (rest > 0)
        drawRest(painter, rest);
}

void CurveNames::drawName(QCPPainter *painter, const Entry &entry, const PlacedName &name) const
{
    const QRectF box(name.box.left, name.box.top, name.box.width, name.box.height);
    if (!name.isBeside) {
        const double edge = name.target.y < box.top() ? box.top() : box.bottom();
        painter->setPen(QPen(entry.color, 1));
        painter->drawLine(QPointF(name.target.x, name.target.y), QPointF(std::clamp(name.target.x, box.left(), box.right()), edge));
    }
    const QFont face = font(entry.bold);
    QPainterPath letters;
    letters.addText(box.left(), box.top() + QFontMetricsF(face).ascent(), face, entry.text);
    painter->strokePath(letters, QPen(m_ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setPen(entry.color);
    painter->setFont(face);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip, entry.text);
}

/** Above the plot, at its right end. */
void CurveNames::drawRest(QCPPainter *painter, std::size_t count) const
{
    const QFont face = font(false);
    const QRectF rect = m_axisRect.rect();
    const double height = QFontMetricsF(face).height();
    painter->setPen(m_restColor);
    painter->setFont(face);
    painter->drawText(QRectF(rect.left(), rect.top() - height, rect.width(), height), Qt::AlignRight | Qt::AlignTop | Qt::TextDontClip,
                      m_restText.arg(count));
}

QRect CurveNames::clipRect() const
{
    return mParentPlot->viewport();
}

QFont CurveNames::font(bool bold) const
{
    QFont font = plotFont(*mParentPlot);
    font.setBold(bold);
    return font;
}

} // namespace actiscope
