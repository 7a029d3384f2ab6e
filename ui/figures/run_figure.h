// The drawing of a run's figure: a QCustomPlot that is never shown, built of the same charts as the window. GUI thread.
#pragma once

#include "core/snapshot.h"
#include "ui/base/activation_colors.h"
#include "ui/base/plot.h"
#include "ui/base/plot_picture.h"
#include "ui/base/theme.h"
#include "ui/figures/boundary_chart.h"
#include "ui/figures/loss_chart.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace actiscope {

/** Columns in which this many boundary panels are arranged in an area of this shape, so that they come out largest. */
int panelColumns(std::size_t panels, double areaAspect, double panelAspect = 4.0 / 3);

class RunFigure {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunFigure)

public:
    RunFigure(const Snapshot &run, const Theme &theme, QSize size);

    QByteArray bytes(PictureFormat format);

private:
    void addCaption(const Snapshot &run, const Theme &theme);
    void addBoundaries(const Snapshot &run, const Theme &theme, const std::vector<ModelStyle> &styles);
    void equalizeAspect();

    QCustomPlot m_plot;
    ActivationColors m_colors;
    std::unique_ptr<LossChart> m_loss;
    std::vector<std::unique_ptr<BoundaryChart>> m_boundaries;
};

} // namespace actiscope
