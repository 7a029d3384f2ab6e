#include "core/drawing/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace actiscope {

namespace {

/** An edge between two neighbouring points of the grid; -1 for none. Edges to the right of a point come first, in the
 *  order of the points, then the edges to the point above. */
using Edge = std::int32_t;

/** Collects the segments of all cells as links between edges, then follows the links. */
class Tracer {
public:
    Tracer(const GridSpec &grid, std::span<const float> values, float level)
        : m_grid(grid), m_values(values), m_level(level), m_points(grid.width * grid.height),
          m_links(static_cast<std::size_t>(2 * m_points), {-1, -1})
    {
    }

    std::vector<Polyline> trace()
    {
        for (int row = 0; row + 1 < m_grid.height; ++row) {
            for (int column = 0; column + 1 < m_grid.width; ++column)
                addCell(column, row);
        }
        std::vector<Polyline> lines;
        // Open lines start at the border of the grid (or beside a hole); what is left after them is closed.
        for (const bool open : {true, false}) {
            for (const Edge edge : m_crossed) {
                const auto &link = m_links[static_cast<std::size_t>(edge)];
                if (link[0] >= 0 && (!open || link[1] < 0))
                    lines.push_back(follow(edge));
            }
        }
        return lines;
    }

private:
    float value(int point) const { return m_values[static_cast<std::size_t>(point)]; }

    void addCell(int column, int row)
    {
        const int lowerLeft = row * m_grid.width + column;
        const int upperLeft = lowerLeft + m_grid.width;
        const std::array<float, 4> corner = {value(lowerLeft), value(lowerLeft + 1), value(upperLeft + 1), value(upperLeft)};
        int above = 0;
        for (std::size_t i = 0; i < corner.size(); ++i)
            above |= (corner[i] >= m_level ? 1 : 0) << i;
        const float sum = corner[0] + corner[1] + corner[2] + corner[3];
        if (above == 0 || above == 15 || !std::isfinite(sum))
            return;
        const Edge bottom = lowerLeft;
        const Edge top = upperLeft;
        const Edge left = m_points + lowerLeft;
        const Edge right = m_points + lowerLeft + 1;
        // Of the corners lower left, lower right, upper right, upper left, bit i says that corner i is above. A saddle
        // cuts off the two corners that are unlike its middle.
        const bool middleAbove = sum >= 4 * m_level;
        const bool cutsLowerLeft = above == 1 || above == 14 || (above == 5 && !middleAbove) || (above == 10 && middleAbove);
        const bool isSaddle = above == 5 || above == 10;
        if (isSaddle) {
            connect(left, cutsLowerLeft ? bottom : top);
            connect(right, cutsLowerLeft ? top : bottom);
        } else if (cutsLowerLeft) {
            connect(left, bottom);
        } else if (above == 2 || above == 13) {
            connect(bottom, right);
        } else if (above == 4 || above == 11) {
            connect(right, top);
        } else if (above == 8 || above == 7) {
            connect(left, top);
        } else if (above == 3 || above == 12) {
            connect(left, right);
        } else {
            connect(bottom, top);
        }
    }

    void connect(Edge a, Edge b)
    {
        addLink(a, b);
        addLink(b, a);
    }

    void addLink(Edge from, Edge to)
    {
        auto &link = m_links[static_cast<std::size_t>(from)];
        if (link[0] < 0)
            m_crossed.push_back(from);
        link[link[0] < 0 ? 0 : 1] = to;
    }

    /** The line that starts at `edge`; its links are consumed. */
    Polyline follow(Edge edge)
    {
        Polyline line{crossing(edge)};
        for (Edge next = takeLink(edge); next >= 0; next = takeLink(next)) {
            line.push_back(crossing(next));
            removeLink(next, edge);
            edge = next;
        }
        return line;
    }

    Edge takeLink(Edge from)
    {
        auto &link = m_links[static_cast<std::size_t>(from)];
        const Edge to = link[0];
        link = {link[1], -1};
        return to;
    }

    void removeLink(Edge from, Edge to)
    {
        auto &link = m_links[static_cast<std::size_t>(from)];
        if (link[0] == to)
            link = {link[1], -1};
        else
            link[1] = -1;
    }

    PlanePoint crossing(Edge edge) const
    {
        const bool vertical = edge >= m_points;
        const int from = vertical ? edge - m_points : edge;
        const int to = vertical ? from + m_grid.width : from + 1;
        const double part = (double{m_level} - value(from)) / (double{value(to)} - value(from));
        const double column = from % m_grid.width + (vertical ? 0 : part);
        const double row = from / m_grid.width + (vertical ? part : 0);
        return {m_grid.xMin + column * (m_grid.xMax - m_grid.xMin) / (m_grid.width - 1),
                m_grid.yMin + row * (m_grid.yMax - m_grid.yMin) / (m_grid.height - 1)};
    }

    const GridSpec &m_grid;
    std::span<const float> m_values;
    float m_level;
    int m_points;
    std::vector<std::array<Edge, 2>> m_links; ///< of each edge: the edges that a segment leads to
    std::vector<Edge> m_crossed;              ///< edges with a link, in the order of the cells
};

/** By how much a class is ahead of the best of the others. */
std::vector<float> leadOf(std::size_t label, const std::vector<std::vector<float>> &scores)
{
    std::vector<float> lead = scores[label];
    for (std::size_t i = 0; i < lead.size(); ++i) {
        float others = -std::numeric_limits<float>::infinity();
        for (std::size_t other = 0; other < scores.size(); ++other)
            others = other == label ? others : std::max(others, scores[other][i]);
        lead[i] -= others;
    }
    return lead;
}

} // namespace

std::vector<Polyline> contourLines(const GridSpec &grid, std::span<const float> values, float level)
{
    if (grid.width < 2 || grid.height < 2)
        return {};
    if (values.size() != static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height))
        throw std::invalid_argument("contourLines: the number of values is not that of the grid's points");
    return Tracer(grid, values, level).trace();
}

std::vector<Polyline> decisionContour(const Boundary &boundary)
{
    if (boundary.scores.size() == 1)
        return contourLines(boundary.grid, boundary.scores.front(), 0.0f);
    std::vector<Polyline> all;
    for (std::size_t label = 0; label < boundary.scores.size(); ++label) {
        const std::vector<Polyline> lines = contourLines(boundary.grid, leadOf(label, boundary.scores), 0.0f);
        all.insert(all.end(), lines.begin(), lines.end());
    }
    return all;
}

} // namespace actiscope
