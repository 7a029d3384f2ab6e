// The plots of the Functions workspace one above the other: which there are, in which order, and their common x axis. GUI thread.
#pragma once

#include "ui/functions/plot/function_curves.h"
#include "ui/functions/plot/function_panel.h"

#include <QObject>

#include <array>
#include <optional>
#include <vector>

namespace actiscope {

struct Theme;
class DifferencePanel;
class FunctionsState;
class InsidePanel;

class PanelStack : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t orders = FunctionCurves::orders;

    /** Empties the plot's layout and adds the layers that the panels draw on. */
    explicit PanelStack(QCustomPlot &plot);

    /** Of f, f' and f''. */
    const std::array<FunctionPanel *, orders> &panels() const { return m_panels; }
    InsidePanel &inside() const { return *m_inside; }
    DifferencePanel &difference() const { return *m_difference; }
    /** From above, shown or not. */
    enum Place { Value, Inside, Derivative, SecondDerivative, Difference };
    std::vector<FunctionPanel *> all() const;
    std::vector<FunctionPanel *> shown() const;

    void setTheme(const Theme &theme);
    /** Whatever the state asks for: for a picture of one panel. */
    void setOnly(Place place) { m_only = place; }
    /** Shows what the state asks for. True when that changed anything. */
    bool arrange(const FunctionsState &state);
    QCPRange xRange() const { return m_panels[0]->x()->range(); }
    /** Keeps all x axes equal and within what can be sampled sensibly. */
    void setXRange(const QCPRange &range);
    /** After the layout, which says how much room there is. True when a number of ticks changed. */
    bool fitTicks();

private:
    static void addLayers(QCustomPlot &plot);
    std::vector<FunctionPanel *> wanted(const FunctionsState &state) const;

    QCustomPlot &m_plot;
    std::array<FunctionPanel *, orders> m_panels{};
    InsidePanel *m_inside = nullptr;
    DifferencePanel *m_difference = nullptr;
    std::optional<Place> m_only;
};

} // namespace actiscope
