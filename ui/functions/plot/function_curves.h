// The curves of the Functions workspace as graphs: f, f' and on demand f'' of each chosen curve, sampled only where something
// changed, and at the kinks both one-sided derivatives, the one in use filled. GUI thread.
#pragma once

#include "core/analysis/curve.h"
#include "ui/functions/state/curve_choice.h"

#include <array>
#include <vector>

class QCPGraph;
class QCPRange;
class QCustomPlot;

namespace actiscope {

struct Theme;
class FunctionPanel;

class FunctionCurves {
public:
    /** f, f', f'': derivatives are counted from 0. */
    static constexpr std::size_t orders = 3;
    static constexpr std::size_t samples = 2000; ///< of each curve

    struct Curve {
        CurveChoice choice;
        ActivationCurve lines;
        std::array<QCPGraph *, orders> graphs{};
        QCPGraph *usedMarks = nullptr;  ///< filled: the derivative in use at a kink
        QCPGraph *otherMarks = nullptr; ///< open: the one-sided value that is not
        bool isOld = true;              ///< to be sampled again
    };

    /** What a change of the choice made necessary. */
    enum class Change { None, OfFocus, OfAll };

    FunctionCurves(QCustomPlot &plot, std::array<FunctionPanel *, orders> panels);

    const std::vector<Curve> &curves() const { return m_curves; }
    /** The curve of a shown function, or null. */
    const Curve *functionCurve(const Activation &activation) const;
    /** That of the focused function, shown or previewed, or null. */
    const Curve *focusCurve() const;
    /** Takes over what is to be drawn; OfFocus when nothing but curves on the moving layer changed. */
    Change setChoices(std::vector<CurveChoice> choices, const Theme &theme);
    /** Whether f'' is drawn. */
    void setSecondDerivative(bool drawn);
    /** Computes what is old over this range of x and hands it to the graphs. */
    void sample(const QCPRange &range);
    /** All lines of one order that have to be in sight (a ghost was, what is drawn lies in the band). */
    std::vector<const SampledLine *> lines(std::size_t order) const;

private:
    void rebuild(const std::vector<CurveChoice> &choices);
    void addGraphs(Curve &curve);
    void addMarks(Curve &curve);
    void fillBands();
    void style(const Curve &curve, const Theme &theme);
    void fillMarks(const Curve &curve);

    QCustomPlot &m_plot;
    std::array<FunctionPanel *, orders> m_panels;
    std::vector<Curve> m_curves;
    bool m_drawsSecond = false;
    double m_from = 0;
    double m_to = 0;
};

} // namespace actiscope
