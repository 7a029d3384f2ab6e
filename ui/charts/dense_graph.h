// A curve with more points than its plot has columns of pixels. Stroking each of its segments would take longer than a frame; what is seen of it is what it
// covers of each column. GUI thread.
#pragma once

#include "ui/base/plot.h"

#include <vector>

namespace actiscope {

/** What a curve covers of one column of pixels; nothing where `low` is above `high`. */
struct CoveredColumn {
    double low = 1e9;
    double high = -1e9;

    bool isEmpty() const { return low > high; }
    void add(double y)
    {
        low = y < low ? y : low;
        high = y > high ? y : high;
    }
};

/** Of a polyline whose points come from left to right; a point that is not finite breaks it. The first column begins at `left`. */
std::vector<CoveredColumn> coveredColumns(const QVector<QPointF> &line, double left, int columns);

/** Drawn as any graph where it has few points, or into a drawing that keeps its lines; else column by column, in its pen's width, colour and dashes. */
class DenseGraph : public QCPGraph {
    Q_OBJECT

public:
    using QCPGraph::QCPGraph;

    /** Whether it has more points in sight than that many columns show. */
    bool isDense() const;

protected:
    void draw(QCPPainter *painter) override;

private:
    QVector<QPointF> seenPoints() const;
    void drawColumns(QCPPainter &painter, double ratio) const;
};

} // namespace actiscope
