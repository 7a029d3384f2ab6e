// A graph of many points that is drawn with as few as it takes on the screen, and with none that is not in sight. GUI thread.
#pragma once

#include "ui/base/plot.h"

namespace actiscope {

class CurveGraph : public QCPGraph {
    Q_OBJECT

public:
    /** Belongs to the plot of its axes from then on. */
    CurveGraph(QCPAxis *keyAxis, QCPAxis *valueAxis);

protected:
    void drawLinePlot(QCPPainter *painter, const QVector<QPointF> &lines) const override;
    void drawScatterPlot(QCPPainter *painter, const QVector<QPointF> &scatters, const QCPScatterStyle &style) const override;
};

} // namespace actiscope
