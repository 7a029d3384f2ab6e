#include "ui/functions/plot/curve_graph.h"

#include "core/drawing/polyline.h"

#include <algorithm>
#include <iterator>

namespace actiscope {

namespace {

constexpr double tolerance = 0.08; ///< pixels; what antialiasing does not show
constexpr double beyond = 6;       ///< pixels that a line goes on beyond its plot, so that no end is seen

} // namespace

CurveGraph::CurveGraph(QCPAxis *keyAxis, QCPAxis *valueAxis) : QCPGraph(keyAxis, valueAxis)
{
    setAdaptiveSampling(false); // would drop the breaks
    setSelectable(QCP::stNone);
}

void CurveGraph::drawLinePlot(QCPPainter *painter, const QVector<QPointF> &lines) const
{
    std::vector<PlanePoint> points;
    points.reserve(std::size_t(lines.size()));
    for (const QPointF &point : lines)
        points.push_back({point.x(), point.y()});
    // Before the painter gets them: coordinates of 1e300 overflow in it, and not every format clips.
    const QRectF area = QRectF(clipRect()).adjusted(-beyond, -beyond, beyond, beyond);
    const std::vector<PlanePoint> visible = clippedLine(points, {area.left(), area.top()}, {area.right(), area.bottom()});
    QVector<QPointF> thin;
    for (const PlanePoint &point : thinnedLine(visible, tolerance))
        thin.append({point.x, point.y});
    QCPGraph::drawLinePlot(painter, thin);
}

void CurveGraph::drawScatterPlot(QCPPainter *painter, const QVector<QPointF> &scatters, const QCPScatterStyle &style) const
{
    const QRectF area = QRectF(clipRect()).adjusted(-style.size(), -style.size(), style.size(), style.size());
    QVector<QPointF> visible;
    std::copy_if(scatters.begin(), scatters.end(), std::back_inserter(visible),
                 [&area](const QPointF &point) { return area.contains(point); });
    QCPGraph::drawScatterPlot(painter, visible, style);
}

} // namespace actiscope
