#include "ui/training/evidence/network_layout.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double smallestNodePitch = 24; // a map of fewer pixels is not read
constexpr double largestNodePitch = 44;
constexpr double nodeShare = 0.8; ///< of the pitch
constexpr double besideEnds = 26; ///< left of the inputs and right of the outputs
constexpr double endDiscSize = 14;    ///< of an input's or output's disc
constexpr double lineReach = 4;       ///< from a line
constexpr double wideStep = 100;  ///< between columns: lines in narrower ones are thinner

double distanceToLine(const QLineF &line, QPointF place)
{
    const QPointF along = line.p2() - line.p1(), from = place - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(from, along) / length, 0.0, 1.0) : 0;
    const QPointF away = from - share * along;
    return std::hypot(away.x(), away.y());
}

} // namespace

NetworkLayout NetworkLayout::of(const NetworkShape &shape, const QRectF &area, double scale, std::optional<HiddenUnit> chosen)
{
    NetworkLayout layout;
    layout.m_top = area.top();
    layout.m_height = area.height();
    layout.m_scale = scale;
    const std::size_t count = shape.layerCount() + 1;
    const double left = area.left() + besideEnds * scale, step = (area.width() - 2 * besideEnds * scale) / static_cast<double>(count - 1);
    const auto room = static_cast<std::size_t>(std::max(1.0, area.height() / (smallestNodePitch * scale)));
    for (std::size_t c = 0; c < count; ++c) {
        Column column{.x = left + static_cast<double>(c) * step};
        column.units = static_cast<std::size_t>(c == 0 ? shape.inputs : shape.layerOutputs(c - 1));
        column.shown = std::min(column.units, room);
        if (chosen && chosen->layer + 1 == c && chosen->unit < column.units && !column.shows(chosen->unit))
            column.first = std::min(chosen->unit - std::min(chosen->unit, column.shown / 2), column.units - column.shown);
        column.pitch = std::min({largestNodePitch * scale, area.height() / static_cast<double>(std::max<std::size_t>(1, column.shown)), 0.7 * step});
        layout.m_columns.push_back(column);
    }
    return layout;
}

QRectF NetworkLayout::node(std::size_t column, std::size_t unit) const
{
    const Column &c = m_columns[column];
    const double slot = static_cast<double>(unit) - static_cast<double>(c.first) + 0.5;
    const double y = m_top + m_height / 2 + (slot - static_cast<double>(c.shown) / 2) * c.pitch;
    const bool isEnd = column == 0 || column + 1 == m_columns.size();
    const double half = (isEnd ? std::min(endDiscSize * m_scale, c.pitch * nodeShare) : c.pitch * nodeShare) / 2;
    return {c.x - half, y - half, 2 * half, 2 * half};
}

double NetworkLayout::lineScale() const
{
    const double step = m_columns.size() > 1 ? m_columns[1].x - m_columns[0].x : wideStep * m_scale;
    return m_scale * std::clamp(step / (wideStep * m_scale), 0.4, 1.0);
}

QLineF NetworkLayout::line(const ParameterPlace &weight) const
{
    const QRectF from = node(weight.layer, weight.column), to = node(weight.layer + 1, weight.row);
    return {QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y())};
}

std::optional<NetworkLayout::Node> NetworkLayout::nodeAt(QPointF place) const
{
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        for (std::size_t unit = m_columns[column].first; unit < m_columns[column].first + m_columns[column].shown; ++unit) {
            if (node(column, unit).contains(place))
                return Node{column, unit};
        }
    }
    return std::nullopt;
}

std::optional<ParameterPlace> NetworkLayout::weightAt(QPointF place) const
{
    std::optional<ParameterPlace> nearest;
    double least = lineReach * m_scale;
    for (std::size_t layer = 0; layer + 1 < m_columns.size(); ++layer) {
        const Column &from = m_columns[layer], &to = m_columns[layer + 1];
        if (place.x() < from.x || place.x() > to.x)
            continue;
        for (std::size_t row = to.first; row < to.first + to.shown; ++row) {
            for (std::size_t column = from.first; column < from.first + from.shown; ++column) {
                const double away = distanceToLine(line({layer, row, column}), place);
                if (away < least) {
                    least = away;
                    nearest = ParameterPlace{layer, row, column};
                }
            }
        }
    }
    return nearest;
}

} // namespace actiscope
