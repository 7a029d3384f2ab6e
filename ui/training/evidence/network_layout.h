// Where the nodes and weights of a network are drawn: columns from left to right, inputs, hidden layers, outputs. Of a layer with more units than have
// room a part is shown. Lengths in pixels.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/engine/network.h"
#include "core/training/change.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <cstddef>
#include <optional>
#include <vector>

namespace actiscope {

class NetworkLayout {
public:
    /** Column 0 are the inputs, column l + 1 the outputs of linear layer l. */
    struct Column {
        double x = 0;           ///< of the middle of its nodes
        std::size_t units = 0;  ///< of the network
        std::size_t first = 0;  ///< shown are `shown` of them from this one on
        std::size_t shown = 0;
        double pitch = 0;       ///< from node to node

        bool shows(std::size_t unit) const { return unit >= first && unit < first + shown; }
    };

    /** In this area, at this scale; of long layers the first units, or a part with the chosen one in its middle. */
    static NetworkLayout of(const NetworkShape &shape, const QRectF &area, double scale, std::optional<HiddenUnit> chosen);

    const std::vector<Column> &columns() const { return m_columns; }
    /** The square of a node. */
    QRectF node(std::size_t column, std::size_t unit) const;
    /** What widths of lines are multiplied by. */
    double lineScale() const;
    /** From node to node. */
    QLineF line(const ParameterPlace &weight) const;

    struct Node {
        std::size_t column = 0;
        std::size_t unit = 0;

        bool operator==(const Node &) const = default;
    };
    std::optional<Node> nodeAt(QPointF place) const;
    /** The nearest shown line, where one is within a few pixels. */
    std::optional<ParameterPlace> weightAt(QPointF place) const;

private:
    std::vector<Column> m_columns;
    double m_top = 0;
    double m_height = 0;
    double m_scale = 1;
};

} // namespace actiscope
