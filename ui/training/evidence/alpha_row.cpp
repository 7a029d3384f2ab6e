#include "ui/training/evidence/alpha_row.h"

#include "core/analysis/curve.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace actiscope {

namespace {

constexpr double alphaHeight = 104;
constexpr double belowAlphas = 20;
constexpr double aboveAlphas = 8;

const ActivationParameter &parameterOf(const Snapshot &run, std::size_t model, const AlphaRow::Series &series)
{
    return run.models[model].configuration.activation(series.layer).activation->parameters[series.parameter];
}

/** Solid for the first layer, dashed for the second, and so on. */
QPen dashesOfLayer(QPen pen, std::size_t layer)
{
    static const std::array<QList<qreal>, 4> patterns{QList<qreal>{}, QList<qreal>{5, 3}, QList<qreal>{1.5, 2.5}, QList<qreal>{7, 2, 1.5, 2}};
    const QList<qreal> &pattern = patterns[layer % patterns.size()];
    if (pattern.isEmpty())
        pen.setStyle(Qt::SolidLine);
    else
        pen.setDashPattern(pattern);
    return pen;
}

void addMoment(std::vector<AlphaRow::Series> &all, const TrainingState &moment, std::size_t model)
{
    if (model >= moment.models.size())
        return;
    for (AlphaRow::Series &series : all) {
        const std::vector<std::vector<double>> &known = moment.models[model].activation;
        if (series.layer >= known.size() || series.parameter >= known[series.layer].size())
            continue;
        if (!series.line.x.empty() && series.line.x.back() >= static_cast<double>(moment.epoch))
            continue;
        series.line.x.push_back(static_cast<double>(moment.epoch));
        series.line.y.push_back(known[series.layer][series.parameter]);
    }
}

bool isConstant(const SampledLine &line)
{
    return std::ranges::all_of(line.y, [&](double value) { return value == line.y.front(); });
}

} // namespace

double AlphaRow::heightOf(const Snapshot &, double)
{
    return alphaHeight;
}

EvidencePanel *AlphaRow::makePanel(std::size_t model, QWidget *parent)
{
    return new AlphaPanel(*this, model, parent);
}

QString AlphaRow::legend() const
{
    const std::size_t layers = moment().snapshot ? moment().snapshot->experiment.hidden.size() : 0;
    return layers > 1 ? tr("over epochs\nsolid: layer 1\ndashed: layer 2") : tr("over epochs");
}

const std::vector<AlphaRow::Series> &AlphaRow::series(std::size_t model) const
{
    static const std::vector<Series> none;
    return model < m_series.size() ? m_series[model] : none;
}

/** The run keeps up to 128 of its moments, evenly spread over all that was trained: what parameters were then. A rewound run shows all of it. */
void AlphaRow::fit()
{
    m_series.clear();
    m_y = {0, 0};
    const Snapshot *run = moment().snapshot.get();
    for (std::size_t model = 0; run && model < moment().models(); ++model) {
        std::vector<Series> &all = m_series.emplace_back();
        for (std::size_t layer = 0; layer < run->experiment.hidden.size(); ++layer) {
            const Activation &activation = *run->models[model].configuration.activation(layer).activation;
            for (std::size_t p = 0; p < activation.parameters.size(); ++p)
                all.push_back({layer, p, activation.parameters[p].learnable, {}});
        }
        bool isNowAdded = !run->moment;
        for (std::size_t i = 0; run->record && i < run->record->timeline.size(); ++i) {
            const Moment &kept = run->record->timeline[i].moment;
            if (!isNowAdded && kept->epoch >= run->epoch) {
                addMoment(all, *run->moment, model);
                isNowAdded = true;
            }
            addMoment(all, *kept, model);
        }
        if (!isNowAdded)
            addMoment(all, *run->moment, model);
        for (const Series &each : all) {
            for (const double value : each.line.y) {
                if (std::isfinite(value))
                    m_y = united(m_y, {value, value});
            }
        }
    }
    if (m_y.size() <= 0)
        m_y = {0, 1};
}

PanelPlot AlphaRow::plotOf(const QRectF &panel) const
{
    const QRectF area = panel.adjusted(0, style().px(aboveAlphas), 0, -style().px(belowAlphas));
    const double last = moment().snapshot ? static_cast<double>(std::max<std::int64_t>(1, moment().snapshot->furthest)) : 1;
    const double margin = 0.08 * m_y.size();
    return {area, {0, last}, {m_y.minimum < 0 ? m_y.minimum - margin : m_y.minimum, m_y.maximum + margin}};
}

std::vector<AxisNumber> AlphaRow::axisNumbers(QSizeF panel) const
{
    const PanelPlot plot = plotOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers;
    const std::vector<double> ticks = axisTicks(m_y.minimum, m_y.maximum, 3);
    for (const double tick : ticks)
        numbers.push_back({plot.y(tick), tickText(tick, ticks)});
    return numbers;
}

/** Of the first layer, and of the others where they differ in kind. */
QString AlphaRow::sentence(std::size_t model) const
{
    const std::vector<Series> &all = series(model);
    if (all.empty())
        return tr("has no parameter");
    QStringList parts;
    for (const Series &each : all) {
        if (each.line.y.empty())
            continue;
        const QString symbol = QString::fromStdString(parameterOf(*moment().snapshot, model, each).symbol);
        const QString first = formatNumber(each.line.y.front());
        const QString text = each.isLearned              ? tr("%1 learned, starts at %2").arg(symbol, first)
                             : isConstant(each.line)     ? tr("%1 fixed at %2").arg(symbol, first)
                                                         : tr("%1 set by hand, from %2").arg(symbol, first);
        if (!parts.contains(text))
            parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

AlphaPanel::AlphaPanel(AlphaRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_alphas(row)
{
    setToolTip(AlphaRow::tr("Parameters of f, as α is the slope of a leaky rectifier left of 0: each layer learns its own, or all keep what was set"));
}

void AlphaPanel::draw(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_alphas.plotOf(area);
    for (const AxisNumber &number : m_alphas.axisNumbers(area.size())) {
        const double place = std::round(area.top() + number.y) + 0.5;
        painter.setPen(QPen(number.text == QLatin1String("0") ? style().theme.zeroLine : style().theme.grid, 1));
        painter.drawLine(QPointF(plot.area().left(), place), QPointF(plot.area().right(), place));
    }
    const double last = static_cast<double>(std::max<std::int64_t>(1, moment().snapshot->furthest));
    std::vector<double> epochs = axisTicks(0, last, 4);
    std::erase_if(epochs, [](double epoch) { return epoch != std::floor(epoch); });
    plot.drawNumbersBelow(painter, style(), epochs, QString());
    for (const AlphaRow::Series &each : m_alphas.series(model()))
        plot.drawLine(painter, each.line, dashesOfLayer(pen(2), each.layer));
    if (moment().snapshot->epoch < moment().snapshot->furthest) {
        const double now = plot.x(static_cast<double>(moment().snapshot->epoch));
        painter.setPen(QPen(style().theme.text, 1));
        painter.drawLine(QPointF(now, plot.area().top()), QPointF(now, plot.area().bottom()));
    }
    drawNote(painter, style(), plot.area().adjusted(style().px(4), 0, -style().px(4), 0), Qt::AlignRight | Qt::AlignTop, m_alphas.sentence(model()));
}

QString AlphaPanel::description() const
{
    QStringList parts{m_alphas.sentence(model())};
    for (const AlphaRow::Series &each : m_alphas.series(model())) {
        if (!each.isLearned || each.line.y.empty())
            continue;
        const auto now = std::ranges::find(each.line.x, static_cast<double>(moment().snapshot->epoch));
        if (now != each.line.x.end())
            parts << AlphaRow::tr("layer %1: %2").arg(QString::number(each.layer + 1), formatNumber(each.line.y[static_cast<std::size_t>(now - each.line.x.begin())]));
    }
    return parts.join(QStringLiteral(", "));
}

EvidenceTable AlphaPanel::table() const
{
    EvidenceTable table{{QStringLiteral("epoch"), QStringLiteral("layer"), QStringLiteral("parameter"), QStringLiteral("value")}, {}};
    for (const AlphaRow::Series &each : m_alphas.series(model())) {
        const QString name = QString::fromStdString(parameterOf(*moment().snapshot, model(), each).name);
        for (std::size_t i = 0; i < each.line.x.size(); ++i)
            table.rows.push_back({QString::number(each.line.x[i], 'f', 0), QString::number(each.layer + 1), name, tableNumber(each.line.y[i])});
    }
    return table;
}

} // namespace actiscope
