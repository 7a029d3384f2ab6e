#include "ui/functions/plot/panel_stack.h"

#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <algorithm>

namespace actiscope {

namespace {

constexpr double smallestXRange = 1e-4;
constexpr double largestXRange = 2e4;
constexpr double insideHeight = 0.55; ///< of the histogram, in heights of the other plots

} // namespace

PanelStack::PanelStack(QCustomPlot &plot) : QObject(&plot), m_plot(plot)
{
    addLayers(plot);
    const QString hint = tr("Tick an activation in the list to draw it here");
    m_panels = {new FunctionPanel(plot, tr("f(x)"), hint), new FunctionPanel(plot, tr("f′(x)"), hint),
                new FunctionPanel(plot, tr("f″(x)"), hint)};
    m_inside = new InsidePanel(plot);
    m_difference = new DifferencePanel(plot);
    plot.plotLayout()->clear(); // of what a QCustomPlot begins with, which its items looked for
    plot.plotLayout()->setRowSpacing(0);
    auto *leftMargins = new QCPMarginGroup(&plot);
    for (FunctionPanel *panel : all()) {
        panel->rect()->setMarginGroup(QCP::msLeft, leftMargins);
        connect(panel->x(), qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &PanelStack::setXRange);
    }
}

void PanelStack::addLayers(QCustomPlot &plot)
{
    QCPLayer *below = plot.layer(QStringLiteral("main"));
    for (const QString &name : {FunctionPanel::movingLayer(), FunctionPanel::pointerLayer()}) {
        plot.addLayer(name, below, QCustomPlot::limAbove);
        below = plot.layer(name);
        below->setMode(QCPLayer::lmBuffered);
    }
}

std::vector<FunctionPanel *> PanelStack::all() const
{
    return {m_panels[0], &m_inside->panel(), m_panels[1], m_panels[2], &m_difference->panel()};
}

std::vector<FunctionPanel *> PanelStack::shown() const
{
    std::vector<FunctionPanel *> shown = all();
    std::erase_if(shown, [](const FunctionPanel *panel) { return !panel->isShown(); });
    return shown;
}

std::vector<FunctionPanel *> PanelStack::wanted(const FunctionsState &state) const
{
    const ViewOptions &options = state.view().options();
    if (m_only)
        return {all()[*m_only]};
    std::vector<FunctionPanel *> wanted{m_panels[0]};
    if (state.looksInside())
        wanted.push_back(&m_inside->panel());
    wanted.push_back(m_panels[1]);
    if (options.secondDerivative)
        wanted.push_back(m_panels[2]);
    if (options.comparison)
        wanted.push_back(&m_difference->panel());
    return wanted;
}

void PanelStack::setTheme(const Theme &theme)
{
    for (FunctionPanel *panel : m_panels)
        panel->setTheme(theme);
    m_inside->setTheme(theme);
    m_difference->setTheme(theme);
}

bool PanelStack::arrange(const FunctionsState &state)
{
    const std::vector<FunctionPanel *> now = wanted(state);
    const std::vector<FunctionPanel *> before = shown();
    if (now == before)
        return false;
    for (FunctionPanel *panel : before)
        panel == &m_difference->panel() ? m_difference->hide() : panel->hide();
    m_plot.plotLayout()->simplify();
    for (std::size_t i = 0; i < now.size(); ++i) {
        now[i]->show(int(2 * i));
        now[i]->setLowest(i + 1 == now.size());
        m_plot.plotLayout()->setRowStretchFactor(int(2 * i + 1), now[i] == &m_inside->panel() ? insideHeight : 1);
    }
    return true;
}

void PanelStack::setXRange(const QCPRange &range)
{
    const double width = std::clamp(range.size(), smallestXRange, largestXRange);
    const double center = std::clamp(range.center(), -largestXRange, largestXRange);
    const QCPRange limited = width == range.size() && center == range.center() ? range : QCPRange(center - width / 2, center + width / 2);
    for (FunctionPanel *panel : all())
        panel->x()->setRange(limited);
}

bool PanelStack::fitTicks()
{
    bool changed = false;
    for (FunctionPanel *panel : shown())
        changed = panel->fitTicks() || changed;
    return changed;
}

} // namespace actiscope
