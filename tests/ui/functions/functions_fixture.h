// What the tests of the Functions workspace share: the workspace as it opens, and whether what is drawn is true.
#pragma once

#include "core/activations/activation_catalog.h"
#include "ui/base/activation_colors.h"
#include "ui/base/parameter_control.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QAction>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

namespace actiscope::test {

/** The workspace as it opens, shown. */
struct Window {
    ActivationColors colors;
    FunctionsWorkspace workspace{colors};

    Window()
    {
        workspace.resize(1280, 760);
        workspace.show();
        (void)QTest::qWaitForWindowExposed(&workspace);
        workspace.plot()->replot();
    }
    FunctionsState &state() { return workspace.state(); }
    /** With all that changed taken over. */
    FunctionPlot &plot()
    {
        workspace.plot()->updateNow();
        return *workspace.plot();
    }
    ParameterControl &control(std::size_t k = 0) { return *workspace.notes()->parameterControls().at(k); }
};

inline const Activation &byId(const char *id)
{
    return *findActivation(id);
}

/** Whether the slope in use at a point differs from that of a side. */
inline bool isApart(const OneSidedDerivatives &sides)
{
    return sides.isKink() || OneSidedDerivatives{sides.left, sides.left, sides.at}.isKink();
}

/** What core says f (or f') is at a point of a graph; at a jump either side will do. */
inline bool isTrue(const Activation &activation, const std::vector<double> &p, bool ofDerivative, double x, double y)
{
    if (std::isnan(y) && ofDerivative)
        return isApart(activation.oneSidedDerivatives(x, p));
    if (!ofDerivative && y == activation.value(x, p))
        return true;
    if (!ofDerivative) {
        const double left = activation.value(std::nextafter(x, -HUGE_VAL), p), right = activation.value(std::nextafter(x, HUGE_VAL), p);
        return std::abs(left - right) > 1e-6 && (std::isnan(y) || std::abs(y - left) < 1e-9 || std::abs(y - right) < 1e-9);
    }
    const OneSidedDerivatives sides = activation.oneSidedDerivatives(x, p);
    return y == sides.at || (isApart(sides) && (y == sides.left || y == sides.right));
}

/** True when every point drawn for an activation is what core computes for these parameters. */
inline bool drawsTheTruth(const FunctionPlot &plot, const Activation &activation, const std::vector<double> &p)
{
    for (const bool ofDerivative : {false, true}) {
        const QCPGraph *graph = ofDerivative ? plot.derivativeGraph(activation) : plot.valueGraph(activation);
        if (!graph || graph->data()->size() < 200)
            return false;
        for (const QCPGraphData &point : *graph->data()) {
            if (!isTrue(activation, p, ofDerivative, point.key, point.value)) {
                qWarning("%s at %g: drawn %g", activation.id.c_str(), point.key, point.value);
                return false;
            }
        }
    }
    return true;
}

/** Shows one activation, in focus. */
inline void focusOn(Window &window, const char *id)
{
    window.state().showOnly({&byId(id)});
    window.state().setFocus(byId(id));
}

/** As a click on its button. */
inline void press(Window &window, bool ViewOptions::*option)
{
    window.workspace.viewBar()->action(option)->trigger();
}

inline void turnWheel(QWidget &widget, QPointF at, int angle)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace actiscope::test
