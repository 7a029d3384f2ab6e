// Draws one decision boundary into a cell of a QCustomPlot, for figures: title, axes, and the plane as the window paints it. Owned by whoever owns the
// plot, and never outlives it. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"
#include "ui/charts/plane_item.h"

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
    /** The points, once a run; training points may be left out. */
    void setPoints(std::shared_ptr<const Dataset> data, bool withTraining);
    /** Of each point of Dataset::all, whether the model errs there; empty where it is not known. */
    void setMistakes(std::vector<bool> mistakes) { m_plane->plane().setMistakes(std::move(mistakes)); }
    /** The rectangle of the plane that is shown. */
    void setView(const GridSpec &view);
    /** Accuracy, boundary (kept when there is no newer one) and whether the model diverged: then it has no boundary. */
    void setState(const ModelSnapshot &model);
    /** Without the axes. */
    void setMaximumPlane(QSize size);
    /** As many ticks as there is room for, once the axes are laid out. */
    void fitToSize();

    QCPAxisRect *axisRect() const { return m_axisRect; }
    const PlaneItem &plane() const { return *m_plane; }
    const PanelTitle *title() const { return m_title; }
    /** Text over the boundary, empty unless there is something to say. */
    QString note() const;

private:
    PanelTitle *m_title = nullptr;
    QCPAxisRect *m_axisRect = nullptr;
    PlaneItem *m_plane = nullptr;
    PanelNote *m_note = nullptr;
};

} // namespace actiscope
