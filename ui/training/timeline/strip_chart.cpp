#include "ui/training/timeline/strip_chart.h"

#include "ui/base/number_format.h"
#include "ui/charts/dense_graph.h"
#include "ui/charts/parts_graph.h"
#include "ui/charts/series_graph.h"
#include "ui/training/document/run_name.h"
#include "ui/training/timeline/strip_ticker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {

namespace {

constexpr double notThere = std::numeric_limits<double>::quiet_NaN();

/** The solid curve of a model, then its dashed one. */
double EpochFigures::*figureOf(const SeriesKind &kind, std::size_t place)
{
    return place == 0 ? kind.solid : kind.dashed;
}

/** A gap instead of a line to infinity. */
double finiteOrNone(double value)
{
    return std::isfinite(value) ? value : notThere;
}

QPen penOf(const ModelStyle &style, std::size_t place)
{
    QPen pen = style.pen;
    if (place == 0)
        return pen;
    pen.setDashPattern(place == 1 ? QList<qreal>{4, 2.5} : QList<qreal>{1.5, 2.5});
    pen.setWidthF(std::max(1.2, 0.65 * pen.widthF()));
    return pen;
}

} // namespace

QString stripNumber(double value)
{
    const bool isCount = value == std::round(value) && std::abs(value) < 1e6;
    return formatNumber(value, isCount ? 6 : 3);
}

double StripChart::Curve::at(std::int64_t epoch) const
{
    if (epoch < 0)
        return notThere;
    if (epoch == shown)
        return atShown;
    if (rows.size() > 0)
        return static_cast<std::size_t>(epoch) < rows.size() ? rows[static_cast<std::size_t>(epoch)] : notThere;
    const auto next = std::ranges::upper_bound(epochs, static_cast<double>(epoch));
    return next == epochs.begin() ? notThere : values[static_cast<std::size_t>(next - epochs.begin()) - 1];
}

double StripChart::Curve::withinAt(double epoch) const
{
    constexpr double near = 1e-6;
    if (!isSeenWithin())
        return notThere;
    const auto part = within->data()->findBegin(epoch - near, false);
    return part != within->data()->constEnd() && std::abs(part->key - epoch) < near ? part->value : notThere;
}

std::int64_t StripChart::Curve::kept(std::int64_t epoch) const
{
    const auto row = static_cast<std::size_t>(std::max<std::int64_t>(0, epoch));
    return epoch == shown || row >= rows.size() ? epoch : static_cast<std::int64_t>(rows.kept(row));
}

StripChart::StripChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, const SeriesKind &kind) : m_kind(kind), m_plot(plot)
{
    m_axisRect = new QCPAxisRect(&plot);
    layout.addElement(row, 0, m_axisRect);
    m_axisRect->setAutoMargins(QCP::msNone);
    for (const QCPAxis::AxisType type : {QCPAxis::atTop, QCPAxis::atRight})
        m_axisRect->axis(type)->setVisible(false);
    m_axisRect->axis(QCPAxis::atBottom)->setTicker(QSharedPointer<QCPAxisTicker>(new EpochTicker));
    m_axisRect->axis(QCPAxis::atLeft)->setTicker(QSharedPointer<QCPAxisTicker>(new StripTicker));
}

StripChart::~StripChart()
{
    removeCurves();
    for (QCPGraph *graph : m_kept)
        m_plot.removeGraph(graph);
}

void StripChart::removeCurves()
{
    for (const Curve &curve : m_curves) {
        m_plot.removeGraph(curve.graph);
        if (curve.within)
            m_plot.removeGraph(curve.within);
    }
    m_curves.clear();
}

const StripChart::Curve *StripChart::curve(std::size_t model, std::size_t place) const
{
    const auto found = std::ranges::find_if(m_curves, [&](const Curve &each) { return each.model == model && each.place == place; });
    return found == m_curves.end() ? nullptr : &*found;
}

bool StripChart::isLogarithmic() const
{
    if (m_options.isDifference)
        return false;
    return m_kind.scale == SeriesScale::Logarithmic || (m_kind.scale == SeriesScale::Either && m_options.isLogarithmic);
}

void StripChart::setTheme(const Theme &theme, const QFont &numbers)
{
    m_theme = theme;
    for (QCPAxis *axis : m_axisRect->axes()) {
        styleAxis(*axis, theme);
        axis->setTickLabelFont(numbers);
    }
    m_axisRect->axis(QCPAxis::atBottom)->grid()->setVisible(false);
    m_axisRect->axis(QCPAxis::atLeft)->grid()->setZeroLinePen(Qt::NoPen);
    m_axisRect->setBackground(QBrush(theme.plotBackground));
    for (QCPGraph *graph : m_kept)
        graph->setPen(QPen(mix(theme.mutedText, theme.plotBackground, 0.35), 1));
}

QCPGraph *StripChart::addGraph()
{
    auto *graph = new DenseGraph(m_axisRect->axis(QCPAxis::atBottom), m_axisRect->axis(QCPAxis::atLeft)); // the plot's
    graph->setAdaptiveSampling(true);
    return graph;
}

/** What is within epochs lies below the curves. */
void StripChart::addCurve(std::size_t model, std::size_t place)
{
    const bool isTold = m_kind.solid && !m_options.isDifference && partFigureOf(figureOf(m_kind, place));
    QCPGraph *within = isTold ? addGraph() : nullptr;
    m_curves.push_back({.model = model, .place = place, .graph = addGraph(), .within = within});
}

void StripChart::setRun(const Snapshot &run, const std::vector<ModelStyle> &styles, StripOptions options)
{
    removeCurves();
    m_options = options;
    m_measuredImages = run.data && run.data->isOfImages() ? std::min(run.data->train.count(), actiscope::measuredImages) : 0;
    for (std::size_t model = 0; model < run.models.size(); ++model) {
        for (std::size_t place = curveCount(m_kind, run.experiment, model); place-- > 0;) // the solid one above the others
            addCurve(model, place);
    }
    setStyles(styles);
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    y->setScaleType(isLogarithmic() ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    const auto ticker = y->ticker().dynamicCast<StripTicker>();
    const bool hasEnds = m_kind.range && !m_options.isDifference;
    ticker->setKind(isLogarithmic() ? StripTicker::Kind::Powers : hasEnds ? StripTicker::Kind::Ends : StripTicker::Kind::Round);
    append(run);
}

void StripChart::setStyles(const std::vector<ModelStyle> &styles)
{
    for (const Curve &curve : m_curves) {
        if (curve.model >= styles.size())
            continue;
        curve.graph->setPen(penOf(styles[curve.model], curve.place));
        if (curve.within)
            curve.within->setPen(penWithinEpochs(styles[curve.model].pen));
    }
}

void StripChart::append(const Snapshot &run)
{
    for (Curve &curve : m_curves) {
        if (m_kind.solid && curve.model < run.models.size())
            appendRows(curve, run);
    }
    showCurrent(run);
}

void StripChart::showComing(const Snapshot &run, const ComingEpoch &epoch)
{
    for (const Curve &curve : m_curves) {
        if (curve.within && curve.model < std::min(run.models.size(), epoch.parts.size()))
            showParts(*curve.within, run.models[curve.model].history, partFigureOf(figureOf(m_kind, curve.place)), m_kind.factor, epoch.parts[curve.model], epoch.epoch);
    }
}

void StripChart::showCurrent(const Snapshot &run)
{
    for (Curve &curve : m_curves) {
        curve.shown = -1;
        if (!m_kind.solid || curve.model >= run.models.size() || static_cast<std::size_t>(run.epoch) >= curve.rows.size())
            continue;
        double EpochFigures::*figure = figureOf(m_kind, curve.place);
        const auto valueOf = [&](const ModelSnapshot &model) {
            const auto row = static_cast<std::size_t>(run.epoch);
            const bool isKept = row < model.history.size() && model.history.kept(row) == row;
            return (isKept ? model.history[row] : model.current).*figure;
        };
        const double base = m_options.isDifference ? valueOf(run.models.front()) : 0;
        curve.shown = run.epoch;
        curve.atShown = finiteOrNone(m_kind.factor * (valueOf(run.models[curve.model]) - base));
    }
}

void StripChart::appendRows(Curve &curve, const Snapshot &run)
{
    double EpochFigures::*figure = figureOf(m_kind, curve.place);
    const History &history = run.models[curve.model].history, &first = run.models.front().history;
    const std::size_t before = curve.rows.size();
    const std::size_t end = m_options.isDifference ? std::min(history.size(), first.size()) : history.size();
    for (std::size_t row = before; row < end; ++row) {
        const double minuend = history[row].*figure;
        const double value = m_options.isDifference ? minuend - first[row].*figure : minuend;
        curve.rows.append(finiteOrNone(m_kind.factor * value));
    }
    if (curve.rows.size() > before)
        showSeries(*curve.graph, curve.rows, before, maxRows);
    if (curve.within)
        showParts(*curve.within, history, partFigureOf(figure), m_kind.factor);
}

void StripChart::showSurvey(const RunSurvey &survey)
{
    if (!m_kind.measured)
        return;
    for (Curve &curve : m_curves) {
        curve.epochs.clear();
        curve.values.clear();
        for (const auto &moment : survey.moments) {
            const auto valueOf = [&](std::size_t model) {
                const std::vector<double> all =
                    model < moment->models.size() ? m_kind.measured(moment->models[model]) : std::vector<double>();
                return curve.place < all.size() ? m_kind.factor * all[curve.place] : notThere;
            };
            curve.epochs.push_back(static_cast<double>(moment->epoch));
            curve.values.push_back(finiteOrNone(m_options.isDifference ? valueOf(curve.model) - valueOf(0) : valueOf(curve.model)));
        }
        curve.graph->setData({curve.epochs.begin(), curve.epochs.end()}, {curve.values.begin(), curve.values.end()}, true);
    }
}

void StripChart::setKept(const std::vector<KeptRun> &runs)
{
    for (QCPGraph *graph : m_kept)
        m_plot.removeGraph(graph);
    m_kept.clear();
    m_keptNames.clear();
    for (const KeptRun &run : runs) {
        for (std::size_t model = 0; !m_options.isDifference && model < run.record->start->models.size(); ++model)
            keepLine(run, model);
    }
}

/** Only the solid curve of a model. */
void StripChart::keepLine(const KeptRun &run, std::size_t model)
{
    DecimatedSeries rows;
    QVector<double> epochs, values;
    if (m_kind.solid && model < run.record->histories.size()) {
        const History &history = run.record->histories[model];
        for (std::size_t row = 0; row < history.size(); ++row)
            rows.append(finiteOrNone(m_kind.factor * history[row].*m_kind.solid));
    }
    const auto isMeant = [&](const NamedSeries &series) { return series.name == m_kind.name && series.model == model; };
    if (const auto found = std::ranges::find_if(run.record->series, isMeant); m_kind.measured && found != run.record->series.end()) {
        for (std::size_t i = 0; i < found->epochs.size(); ++i) {
            epochs << static_cast<double>(found->epochs[i]);
            values << finiteOrNone(m_kind.factor * found->values[i]);
        }
    }
    if (rows.size() == 0 && epochs.isEmpty())
        return;
    QCPGraph *graph = addGraph();
    graph->setLayer(QStringLiteral("grid"));
    graph->setPen(QPen(mix(m_theme.mutedText, m_theme.plotBackground, 0.35), 1));
    if (rows.size() > 0)
        showSeries(*graph, rows, 0, maxRows / 2);
    else
        graph->setData(epochs, values, true);
    m_kept.push_back(graph);
    if (model == 0)
        m_keptNames.emplace_back(runName(run), graph);
}

std::vector<StripChart::KeptEnd> StripChart::keptEnds() const
{
    std::vector<KeptEnd> ends;
    const double edge = m_axisRect->axis(QCPAxis::atBottom)->range().upper;
    for (const auto &[name, graph] : m_keptNames) {
        const auto next = graph->data()->findEnd(edge, false);
        if (next == graph->data()->constBegin())
            continue;
        const auto last = std::prev(next);
        if (std::isfinite(last->value))
            ends.push_back({name, last->key, last->value});
    }
    return ends;
}

std::optional<double> StripChart::nearestPart(double epoch) const
{
    std::optional<double> nearest;
    for (const Curve &curve : m_curves) {
        if (!curve.isSeenWithin())
            continue;
        for (auto part = curve.within->data()->findBegin(epoch); part != curve.within->data()->findEnd(epoch); ++part) {
            if (!std::isnan(part->value) && (!nearest || std::abs(part->key - epoch) < std::abs(*nearest - epoch)))
                nearest = part->key;
        }
    }
    return nearest;
}

} // namespace actiscope
