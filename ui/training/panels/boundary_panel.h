// One decision boundary of the training workspace: a widget around a BoundaryChart. GUI thread.
#pragma once

#include "ui/charts/boundary_chart.h"

namespace actiscope {

class BoundaryPanel : public QCustomPlot {
    Q_OBJECT

public:
    explicit BoundaryPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setModel(const ModelStyle &style);
    void setPoints(const Dataset &points);
    void setView(const GridSpec &view);
    /** What the model shows now; paints what changed, and no more. */
    void showState(const ModelSnapshot &model);

    /** Size of the area that shows the plane, in pixels. */
    QSize planeSize() const { return m_chart.axisRect()->size(); }
    const BoundaryChart &chart() const { return m_chart; }

signals:
    void planeResized();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitToSize();

    BoundaryChart m_chart;
};

} // namespace actiscope
