#include "ui/functions/formula/formula_preview.h"

#include "core/activations/activation.h"
#include "core/analysis/curve.h"
#include "ui/functions/plot/curve_end_labels.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double reach = 5;
constexpr std::size_t samples = 401;
constexpr double highest = 10; ///< what grows beyond this is cut off: a pole would flatten everything else

/** The last finite value of a line; nothing (0) when there is none. */
double endOf(const QCPGraph &graph)
{
    double end = 0;
    for (const QCPGraphData &point : *graph.data())
        end = std::isfinite(point.value) ? point.value : end;
    return end;
}

void fill(QCPGraph &graph, const SampledLine &line)
{
    graph.setData(QVector<double>(line.x.begin(), line.x.end()), QVector<double>(line.y.begin(), line.y.end()), true);
}

} // namespace

FormulaPreview::FormulaPreview(QWidget *parent)
    : QCustomPlot(parent), m_value(addGraph()), m_derivative(addGraph()),
      m_labels(new CurveEndLabels(*this, QStringLiteral("overlay"), *axisRect()))
{
    xAxis->setRange(-reach, reach);
    yAxis->setRange(-1, 1);
    xAxis->setLabel(QStringLiteral("x"));
    setMinimumSize(320, 200);
    setAccessibleName(tr("The function and its derivative"));
    setFocusPolicy(Qt::NoFocus);
    setTheme(m_theme);
}

void FormulaPreview::setTheme(const Theme &theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    m_value->setPen(QPen(theme.curves[0], 2));
    m_derivative->setPen(QPen(theme.curves[1], 2, Qt::DashLine));
    draw();
}

void FormulaPreview::show(const Activation &activation, const std::vector<double> &parameters)
{
    const ActivationCurve curve = sampleCurve(activation, parameters, -reach, reach, samples);
    fill(*m_value, curve.value);
    fill(*m_derivative, curve.derivative);
    const SampledLine *lines[] = {&curve.value, &curve.derivative};
    const Interval range = rangeOf(lines, 0.08);
    yAxis->setRange(std::max(range.minimum, -highest), std::min(range.maximum, highest));
    draw();
}

void FormulaPreview::clear()
{
    m_value->data()->clear();
    m_derivative->data()->clear();
    draw();
}

void FormulaPreview::draw()
{
    std::vector<CurveEndLabels::Label> labels;
    const auto add = [&](const QString &text, const QCPGraph &graph) {
        if (!graph.data()->isEmpty())
            labels.push_back({text, graph.pen(), m_theme.readable(graph.pen().color()),
                              std::clamp(endOf(graph), yAxis->range().lower, yAxis->range().upper), false});
    };
    add(QStringLiteral("f"), *m_value);
    add(QStringLiteral("f′"), *m_derivative);
    m_labels->setLabels(std::move(labels));
    axisRect()->setMinimumMargins(QMargins(0, 8, m_labels->neededWidth(), 0));
    replot(QCustomPlot::rpQueuedReplot);
}

} // namespace actiscope
