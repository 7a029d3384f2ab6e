// The drawing of a run's figure: a QCustomPlot that is never shown, built of the same charts as the window. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/picture_layout.h"
#include "ui/base/plot.h"
#include "ui/base/plot_picture.h"
#include "ui/charts/boundary_chart.h"
#include "ui/charts/figure_layout.h"
#include "ui/charts/loss_chart.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace actiscope {

class ActivationColors;

/** Loss curves, and where the points lie in the plane every model's boundary. */
class RunFigure {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunFigure)

public:
    /** In the colours of the window that it is made in, if there is one (figureStyles()). */
    RunFigure(const Snapshot &run, const PictureLayout &layout, const ActivationColors *colors = nullptr);

    QByteArray bytes(PictureFormat format, double scale = 1);
    /** For tests: where the panels are. */
    const std::vector<std::unique_ptr<BoundaryChart>> &boundaries() const { return m_boundaries; }
    const LossChart &loss() const { return *m_loss; }
    QSize size() const { return m_plot.viewport().size(); }

private:
    void addText(int row, const QString &text, double pointShare, bool bold, const QColor &color);
    void arrange(const FigureLayout &layout, const Snapshot &run, const Theme &theme, const std::vector<ModelStyle> &styles);
    void addBoundary(QCPLayoutGrid &grid, std::size_t model, const FigureLayout &layout, const Snapshot &run, const Theme &theme, const ModelStyle &style);
    void showEqualScales();
    void showEqualScale();
    void showOfPlane(const QRectF &view);

    QCustomPlot m_plot;
    QSize m_size;
    QString m_title;
    QRectF m_whole;  ///< what is known of the plane
    QRectF m_points; ///< where the points are
    std::unique_ptr<LossChart> m_loss;
    QCPLayoutGrid *m_grid = nullptr; ///< of the boundaries, where there are any
    std::vector<std::unique_ptr<BoundaryChart>> m_boundaries;
};

} // namespace actiscope
