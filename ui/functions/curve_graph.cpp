#include "ui/functions/curve_graph.h"

#include "core/polyline.h"

namespace actiscope {

namespace {

constexpr double tolerance = 0.08; ///< pixels; what antialiasing does not show

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
    QVector<QPointF> thin;
    for (const PlanePoint &point : thinnedLine(points, tolerance))
        thin.append({point.x, point.y});
    QCPGraph::drawLinePlot(painter, thin);
}

} // namespace actiscope
