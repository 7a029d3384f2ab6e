#include "ui/training/panels/boundary_panel.h"

#include "ui/charts/panel_title.h"

namespace actiscope {

namespace {

// Of a smaller panel, tick labels would cost too much.
constexpr int compactHeight = 260;
constexpr int compactWidth = 320;

/** The plot's own axis rect makes room for the chart's. */
} // namespace

BoundaryPanel::BoundaryPanel(QWidget *parent) : QCustomPlot(parent), m_chart(emptied(*this, {0, 0, 0, 0}), *plotLayout(), 0, 0)
{
    setMinimumSize(96, 72);
    setFocusPolicy(Qt::NoFocus);
    setToolTip(tr("Colour: the probability p of class 1 that the network gives; the line is p = ½. "
                  "Discs are training points, diamonds test points. Double click enlarges."));
}

void BoundaryPanel::setTheme(const Theme &theme)
{
    setBackground(QBrush(theme.plotBackground));
    m_chart.setTheme(theme);
    fitToSize();
    replot(rpQueuedReplot);
}

void BoundaryPanel::setModel(const ModelStyle &style)
{
    m_chart.setModel(style);
    setAccessibleName(tr("Decision boundary of %1").arg(style.name));
    replot(rpQueuedReplot);
}

void BoundaryPanel::setPoints(const Dataset &points)
{
    m_chart.setPoints(points, true);
    replot(rpQueuedReplot);
}

void BoundaryPanel::setView(const GridSpec &view)
{
    m_chart.setView(view);
    replot(rpQueuedReplot);
}

void BoundaryPanel::showState(const ModelSnapshot &model)
{
    m_chart.setState(model);
    setAccessibleDescription(m_chart.note().isEmpty() ? m_chart.title()->result() : m_chart.note());
    if (isVisible())
        m_chart.replotState();
}

void BoundaryPanel::fitToSize()
{
    m_chart.setCompact(height() < compactHeight || width() < compactWidth);
}

void BoundaryPanel::resizeEvent(QResizeEvent *event)
{
    fitToSize();
    QCustomPlot::resizeEvent(event);
    emit planeResized();
}

} // namespace actiscope
