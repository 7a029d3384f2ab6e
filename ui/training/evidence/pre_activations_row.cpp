#include "ui/training/evidence/pre_activations_row.h"

#include "core/drawing/polyline.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"

#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actiscope {

namespace {

constexpr double sumsHeight = 128;
constexpr double belowSums = 20;
constexpr double aboveSums = 4;
constexpr double tallestBar = 0.85;  ///< of the plot
constexpr double leastReach = 2;     ///< of the z axis, on either side of 0: where f bends
constexpr double mostSlope = 3;      ///< of the y axis, in either direction
constexpr std::size_t curveSamples = 400;
constexpr double curveSteps = 1000;  ///< of the y axis: what a line may be off

/** Outwards to round numbers. */
Interval roundedOutwards(const Interval &range)
{
    const double step = std::pow(10.0, std::floor(std::log10(range.size() / 4)));
    return {std::floor(range.minimum / step) * step, std::ceil(range.maximum / step) * step};
}

/** As few points as draw the same line: a curve is painted at every frame. */
SampledLine thinned(const SampledLine &line, double tolerance)
{
    std::vector<PlanePoint> points;
    for (std::size_t i = 0; i < line.x.size(); ++i)
        points.push_back({line.x[i], line.y[i]});
    SampledLine result;
    for (const PlanePoint &point : thinnedLine(points, tolerance)) {
        result.x.push_back(point.x);
        result.y.push_back(point.y);
    }
    return result;
}

ActivationSpec specOfMoment(const Snapshot &run, std::size_t model, std::size_t layer)
{
    ActivationSpec spec = run.models[model].configuration.activation(layer);
    if (run.moment && model < run.moment->models.size() && layer < run.moment->models[model].activation.size())
        spec.parameters = run.moment->models[model].activation[layer]; // learned, perhaps
    return spec;
}

} // namespace

double PreActivationsRow::heightOf(const Snapshot &, double)
{
    return sumsHeight;
}

/** Where the run has it. */
std::optional<HiddenUnit> PreActivationsRow::unitOf(const EvidenceMoment &moment) const
{
    if (!moment.unit || !moment.snapshot)
        return std::nullopt;
    const std::vector<int> &hidden = moment.snapshot->experiment.hidden;
    const bool exists = moment.unit->layer < hidden.size() && moment.unit->unit < static_cast<std::size_t>(hidden[moment.unit->layer]);
    return exists ? moment.unit : std::nullopt;
}

/** The axis follows from the values alone, so that it is the same whenever this moment is shown; while nothing is known there is none to ask for. */
void PreActivationsRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    question.wantsDiagnostics = question.diagnostics.wantsHistograms = true;
    if (const auto unit = unitOf(moment))
        question.diagnostics.units = {*unit};
    const Interval range = rangeOf(moment);
    if (range.size() > 0)
        question.diagnostics.preActivationRange = HistogramRange{range.minimum, range.maximum};
}

EvidencePanel *PreActivationsRow::makePanel(std::size_t model, QWidget *parent)
{
    return new PreActivationsPanel(*this, model, parent);
}

QWidget *PreActivationsRow::makeControl(QWidget *parent)
{
    auto *layers = new QSpinBox(parent);
    layers->setPrefix(tr("layer "));
    layers->setRange(1, 8);
    layers->setAccessibleName(tr("Layer whose pre-activations are shown"));
    layers->setToolTip(tr("Pre-activation z: the weighted sum that goes into a unit, before f. Pointing at a unit shows its own."));
    m_control = layers;
    fit();
    QObject::connect(layers, &QSpinBox::valueChanged, layers, [this](int value) { setLayer(static_cast<std::size_t>(value - 1)); });
    return layers;
}

std::size_t PreActivationsRow::layer() const
{
    const std::size_t count = moment().snapshot ? moment().snapshot->experiment.hidden.size() : 1;
    if (const auto unit = unitOf(moment()))
        return unit->layer;
    return std::min(m_layer.value_or((count + 1) / 2 - 1), count - std::min<std::size_t>(1, count));
}

void PreActivationsRow::setLayer(std::size_t layer)
{
    m_layer = layer;
    emit selection().changed();
}

QJsonObject PreActivationsRow::choices() const
{
    return m_layer ? QJsonObject{{QStringLiteral("layer"), static_cast<int>(*m_layer) + 1}} : QJsonObject();
}

void PreActivationsRow::restoreChoices(const QJsonObject &choices)
{
    const int layer = choices.value(QLatin1String("layer")).toInt();
    m_layer = layer > 0 ? std::optional(static_cast<std::size_t>(layer) - 1) : std::nullopt;
}

QString PreActivationsRow::legend() const
{
    const auto unit = unitOf(moment());
    return unit ? tr("of unit %1\nsolid: f′\ndashed: f").arg(unit->unit + 1) : tr("solid: f′\ndashed: f");
}

const Histogram *PreActivationsRow::histogram(std::size_t model) const
{
    const Diagnostics *known = moment().diagnostics(model);
    if (!known || layer() >= known->layers.size())
        return nullptr;
    const auto unit = unitOf(moment());
    if (!unit) {
        const Histogram &ofLayer = known->layers[layer()].preActivations;
        return ofLayer.counts.empty() ? nullptr : &ofLayer; // of before this row was shown
    }
    const auto found = std::ranges::find(known->units, *unit, &UnitHistograms::unit);
    return found == known->units.end() ? nullptr : &found->preActivations;
}

double PreActivationsRow::meanSlope(std::size_t model) const
{
    const Diagnostics *known = moment().diagnostics(model);
    if (!known || layer() >= known->layers.size())
        return std::numeric_limits<double>::quiet_NaN();
    const LayerDiagnostics &shown = known->layers[layer()];
    const auto unit = unitOf(moment());
    return unit && unit->unit < shown.units.size() ? shown.units[unit->unit].figures.meanAbsoluteSlope : shown.figures.meanAbsoluteSlope;
}

/** Where most values of all models lie, and where f bends; an empty interval before anything is known. */
Interval PreActivationsRow::rangeOf(const EvidenceMoment &moment) const
{
    std::vector<Interval> middles;
    const auto unit = unitOf(moment);
    for (std::size_t model = 0; model < moment.models(); ++model) {
        const Diagnostics *known = moment.diagnostics(model);
        if (!known || moment.isDiverged(model) || layer() >= known->layers.size())
            continue;
        const auto found = unit ? std::ranges::find(known->units, *unit, &UnitHistograms::unit) : known->units.end();
        const std::optional<HistogramRange> &middle = found == known->units.end() ? known->layers[layer()].middle : found->middle;
        if (middle)
            middles.push_back({middle->low, middle->high});
    }
    if (middles.empty())
        return {0, 0};
    return roundedOutwards(united(commonRange(middles), {-leastReach, leastReach}));
}

void PreActivationsRow::fit()
{
    if (!moment().snapshot)
        return;
    if (m_control) {
        const QSignalBlocker quiet(m_control.data());
        m_control->setRange(1, std::max(1, static_cast<int>(moment().snapshot->experiment.hidden.size())));
        m_control->setValue(static_cast<int>(layer()) + 1);
    }
    // The axis is that of the histograms that are there; the one that is asked for comes with them.
    for (std::size_t model = 0; model < moment().models(); ++model) {
        if (const Histogram *known = histogram(model)) {
            m_z = {known->range.low, known->range.high};
            break;
        }
    }
    fitCurves();
}

void PreActivationsRow::fitCurves()
{
    std::vector<ActivationSpec> specs;
    for (std::size_t model = 0; model < moment().models() && layer() < moment().snapshot->experiment.hidden.size(); ++model)
        specs.push_back(specOfMoment(*moment().snapshot, model, layer()));
    if (specs == m_curvesOf && m_z == m_curvesOver)
        return;
    m_curvesOf = specs;
    m_curvesOver = m_z;
    m_curves.clear();
    m_y = {0, 1};
    for (const ActivationSpec &spec : specs) {
        m_curves.push_back(sampleCurve(*spec.activation, spec.parameters, m_z.minimum, m_z.maximum, curveSamples));
        for (const double slope : m_curves.back().derivative.y) {
            if (std::isfinite(slope))
                m_y = united(m_y, {std::clamp(slope, -mostSlope, 0.0), std::clamp(slope, 0.0, mostSlope)});
        }
    }
    for (ActivationCurve &curve : m_curves) {
        curve.value = thinned(curve.value, m_y.size() / curveSteps);
        curve.derivative = thinned(curve.derivative, m_y.size() / curveSteps);
    }
}

PanelPlot PreActivationsRow::plotOf(const QRectF &panel) const
{
    const double margin = 0.06 * m_y.size();
    const QRectF area = panel.adjusted(0, style().px(aboveSums), 0, -style().px(belowSums));
    return {area, {m_z.minimum, m_z.maximum}, {m_y.minimum < 0 ? m_y.minimum - margin : 0, m_y.maximum + 3 * margin}};
}

std::vector<AxisNumber> PreActivationsRow::axisNumbers(QSizeF panel) const
{
    const PanelPlot plot = plotOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers;
    const std::vector<double> ticks = axisTicks(m_y.minimum, m_y.maximum, 2);
    for (const double tick : ticks)
        numbers.push_back({plot.y(tick), tick == 0.5 ? QStringLiteral("½") : tickText(tick, ticks)});
    return numbers;
}

QRectF PreActivationsRow::bar(const Histogram &histogram, std::size_t bin, const QRectF &panel) const
{
    const PanelPlot plot = plotOf(panel);
    const std::int64_t most = std::max<std::int64_t>(1, *std::ranges::max_element(histogram.counts));
    const double width = histogram.range.high - histogram.range.low, bins = static_cast<double>(histogram.counts.size());
    const double left = plot.x(histogram.range.low + width * static_cast<double>(bin) / bins);
    const double right = plot.x(histogram.range.low + width * static_cast<double>(bin + 1) / bins);
    const double height = static_cast<double>(histogram.counts[bin]) / static_cast<double>(most) * tallestBar * (plot.y(0) - plot.area().top());
    return {left, plot.y(0) - height, right - left, height};
}

PreActivationsPanel::PreActivationsPanel(PreActivationsRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_sums(row)
{
    setToolTip(PreActivationsRow::tr("Where the bars stand under f′ says how much a unit learns: where f′ is 0 it does not"));
}

void PreActivationsPanel::draw(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_sums.plotOf(area);
    for (const AxisNumber &number : m_sums.axisNumbers(area.size())) {
        const double place = std::round(area.top() + number.y) + 0.5;
        painter.setPen(QPen(style().theme.grid, 1));
        painter.drawLine(QPointF(plot.area().left(), place), QPointF(plot.area().right(), place));
    }
    const Interval z = m_sums.zRange();
    plot.drawNumbersBelow(painter, style(), axisTicks(z.minimum, z.maximum, std::max(2, static_cast<int>(area.width() / style().px(80)))), QStringLiteral("z"));
    const Histogram *histogram = m_sums.histogram(model());
    if (histogram)
        drawBars(painter, area, *histogram);
    painter.setPen(QPen(style().theme.zeroLine, 1));
    painter.drawLine(QPointF(plot.x(0), plot.area().top()), QPointF(plot.x(0), plot.area().bottom()));
    drawCurves(painter, plot);
    if (!histogram)
        return;
    drawBeyond(painter, area, *histogram);
    const double slope = m_sums.meanSlope(model());
    painter.setFont(style().bold);
    painter.setPen(style().theme.text);
    if (!std::isnan(slope))
        painter.drawText(QPointF(area.left() + style().px(8), plot.area().top() + QFontMetricsF(style().bold).ascent()),
                         PreActivationsRow::tr("mean |f′| %1").arg(readableNumber(slope)));
}

void PreActivationsPanel::drawBars(QPainter &painter, const QRectF &area, const Histogram &histogram) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mix(style().theme.plotBackground, style().theme.mutedText, 0.75));
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const QRectF bar = m_sums.bar(histogram, bin, area);
        if (histogram.counts[bin] > 0) // one that is there is seen
            painter.drawRect(QRectF(bar.left(), std::min(bar.top(), bar.bottom() - 1), std::max(1.0, bar.width() - 1), std::max(1.0, bar.height())));
    }
    painter.restore();
}

/** Values that the axis does not show, at the edge that they are beyond. */
void PreActivationsPanel::drawBeyond(QPainter &painter, const QRectF &area, const Histogram &histogram) const
{
    const auto whole = static_cast<double>(std::accumulate(histogram.counts.begin(), histogram.counts.end(), histogram.below + histogram.above + histogram.nan));
    const auto share = [whole](std::int64_t count) {
        const double percent = 100 * static_cast<double>(count) / whole;
        return percent < 1 ? QStringLiteral("< 1 %") : formatFixed(percent, 0) + QStringLiteral(" %");
    };
    const QFontMetricsF bold(style().bold);
    const QRectF below(area.left() + style().px(4), area.top() + style().px(6) + bold.height(), area.width() / 2, style().px(16));
    const QRectF above(area.center().x(), below.top(), area.width() / 2 - style().px(4), below.height());
    if (histogram.below > 0)
        drawNote(painter, style(), below, Qt::AlignLeft, QStringLiteral("◂ ") + share(histogram.below));
    if (histogram.above > 0)
        drawNote(painter, style(), above, Qt::AlignRight, share(histogram.above) + QStringLiteral(" ▸"));
}

void PreActivationsPanel::drawCurves(QPainter &painter, const PanelPlot &plot) const
{
    if (model() >= moment().models() || m_sums.layer() >= moment().snapshot->experiment.hidden.size())
        return;
    const ActivationCurve &curve = m_sums.curve(model());
    QPen dashed = pen(1.4);
    dashed.setStyle(Qt::CustomDashLine);
    dashed.setDashPattern({4, 3});
    plot.drawLine(painter, curve.value, dashed, style().theme.plotBackground);
    plot.drawLine(painter, curve.derivative, pen(2.6), style().theme.plotBackground);
}

QString PreActivationsPanel::description() const
{
    const Histogram *histogram = m_sums.histogram(model());
    if (!histogram)
        return {};
    const auto whole = std::accumulate(histogram->counts.begin(), histogram->counts.end(), std::int64_t{0});
    return PreActivationsRow::tr("layer %1, mean |f′| %2; %3 values from %4 to %5, %6 below, %7 above")
        .arg(QString::number(m_sums.layer() + 1), readableNumber(m_sums.meanSlope(model())), QString::number(whole), formatNumber(histogram->range.low),
             formatNumber(histogram->range.high), QString::number(histogram->below), QString::number(histogram->above));
}

EvidenceTable PreActivationsPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("from"), QStringLiteral("to"), QStringLiteral("count")}, {}};
    const Histogram *histogram = m_sums.histogram(model());
    if (!histogram)
        return table;
    const QString layer = QString::number(m_sums.layer() + 1), unit = moment().unit ? QString::number(moment().unit->unit + 1) : QString();
    const double low = histogram->range.low, width = histogram->range.high - low, bins = static_cast<double>(histogram->counts.size());
    const auto add = [&](const QString &from, const QString &to, std::int64_t count) { table.rows.push_back({layer, unit, from, to, QString::number(count)}); };
    add(QStringLiteral("-inf"), tableNumber(low), histogram->below);
    for (std::size_t bin = 0; bin < histogram->counts.size(); ++bin)
        add(tableNumber(low + width * static_cast<double>(bin) / bins), tableNumber(low + width * static_cast<double>(bin + 1) / bins), histogram->counts[bin]);
    add(tableNumber(histogram->range.high), QStringLiteral("inf"), histogram->above);
    return table;
}

} // namespace actiscope
