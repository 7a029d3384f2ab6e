// A PlanePainter in an axis rect of a QCustomPlot: for figures. Owned by the plot's layer, and never outlives it. GUI thread.
#pragma once

#include "ui/base/plot.h"
#include "ui/charts/plane_painter.h"

namespace actiscope {

class PlaneItem : public QCPLayerable {
    Q_OBJECT

public:
    PlaneItem(QCPAxisRect *axisRect, const QString &layer);

    PlanePainter &plane() { return m_plane; }
    const PlanePainter &plane() const { return m_plane; }
    /** What a network of weights that are no numbers says is nothing that it learned. */
    void setShaded(bool isShaded) { m_isShaded = isShaded; }
    bool isShaded() const { return m_isShaded; }
    /** Colours, and how much larger than usual lines and points are. */
    void setTheme(const Theme &theme);
    void setWithTraining(bool withTraining) { m_withTraining = withTraining; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    QCPAxisRect *m_axisRect;
    PlanePainter m_plane;
    double m_scale = 1;
    bool m_isShaded = true;
    bool m_withTraining = true;
};

} // namespace actiscope
