// Draws one decision boundary into a cell of a QCustomPlot: title, what the network says shaded, the lines where it decides, the
// points. The window and the figures draw with it. What changes in every frame lies on layers of its own, so that the
// points are not drawn again for each. Owned by whoever owns the plot, and never outlives it. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"
#include "ui/charts/plane_scale.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace actiscope {

class PanelNote;
class PanelTitle;

/** What a title says of a model: "test 99.0 %". */
QString accuracyText(double testAccuracy);
/** And where there is little room: "99.0 %". */
QString briefAccuracyText(double testAccuracy);
/** "diverged at epoch 12". */
QString divergedText(std::int64_t epoch);

class BoundaryChart {
    Q_DECLARE_TR_FUNCTIONS(actiscope::BoundaryChart)

public:
    /** Adds itself to the layout at (row, column). Colours and fonts come with setTheme(). */
    BoundaryChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, int column);

    void setTheme(const Theme &theme);
    void setModel(const ModelStyle &style);
    /** The points and the scale of colours that goes with them, once a run; training points may be left out. */
    void setPoints(const Dataset &data, bool withTraining);
    /** The rectangle of the plane that is shown. */
    void setView(const GridSpec &view);
    /** Accuracy, boundary (kept when there is no newer one) and whether the model diverged: then it has no boundary. */
    void setState(const ModelSnapshot &model);
    /** Without tick and axis labels, for small panels. */
    void setCompact(bool compact);

    /** Without the axes. */
    void setMaximumPlane(QSize size);
    /** As many ticks as there is room for, and points as large as suits the plane, once the axes are laid out. */
    void fitToSize();

    /** Draws what setState() changed, and no more than that. */
    void replotState();

    QCPAxisRect *axisRect() const { return m_axisRect; }
    QCPColorMap *map() const { return m_map; }
    QCPCurve *contour() const { return m_contour; }
    const PanelTitle *title() const { return m_title; }
    /** Text over the boundary, empty unless there is something to say. */
    QString note() const;
    const std::shared_ptr<const Boundary> &boundary() const { return m_boundary; }

private:
    void setupLayers();
    QCPGraph *addPoints();
    void stylePoints();
    void setBoundary(std::shared_ptr<const Boundary> boundary);

    QCustomPlot &m_plot;
    PanelTitle *m_title = nullptr;
    QCPAxisRect *m_axisRect = nullptr;
    QCPColorMap *m_map = nullptr;
    QCPCurve *m_contour = nullptr;
    PanelNote *m_note = nullptr;
    PlaneScale m_scale;
    std::vector<QCPGraph *> m_train; ///< by the scale's groups
    std::vector<QCPGraph *> m_test;
    std::shared_ptr<const Boundary> m_boundary;
    Theme m_theme;
    bool m_compact = false;
    double m_pointScale = 1;
};

} // namespace actiscope
