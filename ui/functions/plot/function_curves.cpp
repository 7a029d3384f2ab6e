#include "ui/functions/plot/function_curves.h"

#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/functions/plot/function_panel.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double markSize = 9;
constexpr int bandOpacity = 40; ///< of 255

using Kind = CurveChoice::Kind;

void setLine(QCPGraph *graph, const SampledLine &line)
{
    QVector<QCPGraphData> points;
    points.reserve(qsizetype(line.x.size()));
    for (std::size_t i = 0; i < line.x.size(); ++i) // where f is infinite the line ends, beyond what is in sight
        points.append({line.x[i], std::isfinite(line.y[i]) ? line.y[i] : std::numeric_limits<double>::quiet_NaN()});
    graph->data()->set(points, true);
}

/** The same curves but for values, colours and names: the graphs can stay. */
bool isSameStructure(const CurveChoice &a, const CurveChoice &b)
{
    return a.kind == b.kind && a.activation == b.activation && a.isFocus == b.isFocus;
}

} // namespace

FunctionCurves::FunctionCurves(QCustomPlot &plot, std::array<FunctionPanel *, orders> panels) : m_plot(plot), m_panels(panels) {}

const FunctionCurves::Curve *FunctionCurves::functionCurve(const Activation &activation) const
{
    const auto found = std::ranges::find_if(
        m_curves, [&](const Curve &curve) { return curve.choice.kind == Kind::Function && curve.choice.activation == &activation; });
    return found == m_curves.end() ? nullptr : &*found;
}

const FunctionCurves::Curve *FunctionCurves::focusCurve() const
{
    const auto found = std::ranges::find_if(m_curves, [](const Curve &curve) {
        return curve.choice.isFocus && (curve.choice.kind == Kind::Function || curve.choice.kind == Kind::Preview);
    });
    return found == m_curves.end() ? nullptr : &*found;
}

FunctionCurves::Change FunctionCurves::setChoices(std::vector<CurveChoice> choices, const Theme &theme)
{
    Change change = Change::None;
    const auto sameAs = [](const Curve &curve, const CurveChoice &choice) { return isSameStructure(curve.choice, choice); };
    if (!std::ranges::equal(m_curves, choices, sameAs)) {
        rebuild(choices);
        change = Change::OfAll;
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        Curve &curve = m_curves[i];
        if (change != Change::OfAll && curve.choice == choices[i])
            continue;
        curve.isOld = curve.isOld || curve.choice.parameters != choices[i].parameters;
        curve.choice = std::move(choices[i]);
        style(curve, theme);
        if (change != Change::OfAll)
            change = curve.choice.isFocus ? Change::OfFocus : Change::OfAll;
    }
    return change;
}

void FunctionCurves::rebuild(const std::vector<CurveChoice> &choices)
{
    for (const Curve &curve : m_curves) {
        for (QCPGraph *graph : {curve.graphs[0], curve.graphs[1], curve.graphs[2], curve.usedMarks, curve.otherMarks}) {
            if (graph)
                m_plot.removeGraph(graph);
        }
    }
    m_curves.clear();
    for (const CurveChoice &choice : choices) {
        Curve curve;
        curve.choice = choice;
        addGraphs(curve);
        m_curves.push_back(std::move(curve));
    }
    // After all lines, so that no curve crosses a mark.
    for (Curve &curve : m_curves)
        addMarks(curve);
    fillBands();
}

void FunctionCurves::addGraphs(Curve &curve)
{
    for (std::size_t order = 0; order < orders; ++order) {
        curve.graphs[order] = m_panels[order]->addLine();
        if (curve.choice.isFocus)
            curve.graphs[order]->setLayer(FunctionPanel::movingLayer());
    }
}

void FunctionCurves::addMarks(Curve &curve)
{
    const Kind kind = curve.choice.kind;
    if (kind != Kind::Function && kind != Kind::Member && kind != Kind::Preview)
        return;
    for (QCPGraph **marks : {&curve.otherMarks, &curve.usedMarks}) {
        *marks = m_panels[1]->addLine();
        (*marks)->setLineStyle(QCPGraph::lsNone);
        if (curve.choice.isFocus)
            (*marks)->setLayer(FunctionPanel::movingLayer());
    }
}

void FunctionCurves::fillBands()
{
    for (std::size_t i = 0; i + 1 < m_curves.size(); ++i) {
        if (m_curves[i].choice.kind != Kind::BandLow)
            continue;
        for (std::size_t order = 0; order < 2; ++order)
            m_curves[i].graphs[order]->setChannelFillGraph(m_curves[i + 1].graphs[order]);
    }
}

void FunctionCurves::style(const Curve &curve, const Theme &theme)
{
    const QPen &pen = curve.choice.pen;
    for (QCPGraph *graph : curve.graphs) {
        graph->setPen(pen);
        if (curve.choice.kind == Kind::BandLow) {
            QColor band = pen.color();
            band.setAlpha(bandOpacity);
            graph->setBrush(band);
        }
    }
    if (!curve.usedMarks)
        return;
    const QPen outline(pen.color(), 2);
    curve.usedMarks->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, outline, QBrush(pen.color()), markSize * theme.scale));
    curve.otherMarks->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, outline, QBrush(theme.plotBackground), markSize * theme.scale));
}

void FunctionCurves::setSecondDerivative(bool drawn)
{
    if (drawn == m_drawsSecond)
        return;
    m_drawsSecond = drawn;
    for (Curve &curve : m_curves)
        curve.isOld = true;
}

void FunctionCurves::sample(const QCPRange &range)
{
    const bool rangeIsNew = range.lower != m_from || range.upper != m_to;
    m_from = range.lower;
    m_to = range.upper;
    for (Curve &curve : m_curves) {
        if (!curve.isOld && !rangeIsNew)
            continue;
        const auto &[kind, activation, parameters, pen, textColor, label, isFocus] = curve.choice;
        curve.lines = sampleCurve(*activation, parameters, m_from, m_to, samples);
        if (m_drawsSecond)
            curve.lines.second = sampleSecondDerivative(*activation, parameters, curve.lines.value.x);
        setLine(curve.graphs[0], curve.lines.value);
        setLine(curve.graphs[1], curve.lines.derivative);
        setLine(curve.graphs[2], curve.lines.second);
        if (curve.usedMarks)
            fillMarks(curve);
        curve.isOld = false;
    }
}

void FunctionCurves::fillMarks(const Curve &curve)
{
    SampledLine used, other;
    for (const auto &[x, derivative] : curve.lines.kinks) {
        used.x.push_back(x);
        used.y.push_back(derivative.at);
        for (const double side : {derivative.left, derivative.right}) {
            if (std::abs(side - derivative.at) <= 1e-9)
                continue;
            other.x.push_back(x);
            other.y.push_back(side);
        }
    }
    setLine(curve.usedMarks, used);
    setLine(curve.otherMarks, other);
}

std::vector<const SampledLine *> FunctionCurves::lines(std::size_t order) const
{
    std::vector<const SampledLine *> lines;
    for (const Curve &curve : m_curves) {
        if (curve.choice.kind != Kind::Ghost && curve.choice.kind != Kind::Drawn)
            lines.push_back(&curve.lines.ofOrder(order));
    }
    return lines;
}

} // namespace actiscope
