#include "ui/training/evidence/outputs_row.h"

#include "core/analysis/curve.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double outputsHeight = 104;
constexpr double belowOutputs = 34; ///< shares of zeros, names of the layers
constexpr double aboveOutputs = 20;

QString wholePercent(double share)
{
    return std::isfinite(share) ? formatFixed(100 * share, 0) + QStringLiteral(" %") : QString();
}

} // namespace

double OutputsRow::heightOf(const Snapshot &, double)
{
    return outputsHeight;
}

void OutputsRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsDiagnostics = true;
}

EvidencePanel *OutputsRow::makePanel(std::size_t model, QWidget *parent)
{
    return new OutputsPanel(*this, model, parent);
}

QString OutputsRow::legend() const
{
    const QString all = tr("mean ± σ by layer,\n% of zeros below");
    const QString dotted = dottedNote();
    return dotted.isEmpty() ? all : all + QLatin1Char('\n') + dotted;
}

std::vector<OutputsRow::Spread> OutputsRow::spreads(std::size_t model) const
{
    std::vector<Spread> result;
    if (const Diagnostics *known = moment().diagnostics(model)) {
        for (const LayerDiagnostics &layer : known->layers)
            result.push_back({layer.figures.mean, std::sqrt(layer.figures.variance), layer.figures.sparsity});
    }
    return result;
}

void OutputsRow::fit()
{
    std::vector<Interval> each;
    for (std::size_t model = 0; model < moment().models(); ++model) {
        Interval all;
        for (const Spread &spread : spreads(model)) {
            if (std::isfinite(spread.mean) && std::isfinite(spread.deviation) && !moment().isDiverged(model))
                all = united(all, {spread.mean - spread.deviation, spread.mean + spread.deviation});
        }
        if (all.size() > 0)
            each.push_back(all);
    }
    m_y = commonRange(each);
    if (m_y.size() <= 0)
        m_y = {0, 1};
}

PanelPlot OutputsRow::plotOf(const QRectF &panel) const
{
    const QRectF area = panel.adjusted(0, style().px(aboveOutputs), 0, -style().px(belowOutputs));
    return {area, {0, 1}, {m_y.minimum, m_y.maximum}};
}

DepthAxis OutputsRow::depthOf(const QRectF &panel) const
{
    return {plotOf(panel).area(), moment().snapshot ? moment().snapshot->experiment.hidden.size() : 0, false};
}

std::vector<AxisNumber> OutputsRow::axisNumbers(QSizeF panel) const
{
    const PanelPlot plot = plotOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers;
    const std::vector<double> ticks = axisTicks(m_y.minimum, m_y.maximum, 3);
    for (const double tick : ticks)
        numbers.push_back({plot.y(tick), tickText(tick, ticks)});
    return numbers;
}

QString OutputsRow::sentence(std::size_t model) const
{
    const std::vector<Spread> known = spreads(model);
    if (known.empty() || !std::isfinite(known.front().deviation) || !std::isfinite(known.back().deviation))
        return {};
    if (known.size() == 1)
        return tr("σ %1").arg(readableNumber(known.front().deviation));
    return tr("σ from %1 in layer 1 to %2 in layer %3")
        .arg(readableNumber(known.front().deviation), readableNumber(known.back().deviation), QString::number(known.size()));
}

OutputsPanel::OutputsPanel(OutputsRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_outputs(row)
{
    setToolTip(OutputsRow::tr("Outputs f(z) of a layer's units over the training data: where σ shrinks from layer to layer, less and less is passed on; zeros "
                              "are units that say nothing about a point"));
}

void OutputsPanel::draw(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_outputs.plotOf(area);
    for (const AxisNumber &number : m_outputs.axisNumbers(area.size())) {
        const double place = std::round(area.top() + number.y) + 0.5;
        painter.setPen(QPen(style().theme.grid, 1));
        painter.drawLine(QPointF(plot.area().left(), place), QPointF(plot.area().right(), place));
    }
    DepthAxis names = m_outputs.depthOf(area);
    names.area.setBottom(area.bottom() - style().px(belowOutputs) / 2 - style().px(2));
    names.drawNames(painter, style());
    drawFirstModel(painter, area);
    drawZeros(painter, area);
    drawBands(painter, area);
    drawNote(painter, style(), area.adjusted(style().px(8), style().px(2), -style().px(4), 0), Qt::AlignLeft | Qt::AlignTop, m_outputs.sentence(model()));
}

/** Mean ± σ of each layer, the means joined. */
void OutputsPanel::drawBands(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_outputs.plotOf(area);
    const DepthAxis depth = m_outputs.depthOf(area);
    painter.save();
    painter.setClipRect(plot.area().adjusted(-1, -style().px(4), 1, style().px(4)));
    const std::vector<OutputsRow::Spread> known = m_outputs.spreads(model());
    const QColor color = pen().color();
    QPolygonF means;
    for (std::size_t layer = 0; layer < known.size(); ++layer) {
        if (!std::isfinite(known[layer].mean) || !std::isfinite(known[layer].deviation))
            continue;
        const QPointF mean(depth.x(layer), plot.y(known[layer].mean));
        const double top = plot.y(known[layer].mean + known[layer].deviation), bottom = plot.y(known[layer].mean - known[layer].deviation);
        QColor band = color;
        band.setAlphaF(0.35f);
        painter.fillRect(QRectF(mean.x() - style().px(6), top, style().px(12), std::max(1.0, bottom - top)), band);
        means << mean;
    }
    painter.setPen(pen(2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(means);
    painter.setPen(QPen(style().theme.plotBackground, style().px(1.5)));
    painter.setBrush(color);
    for (const QPointF &mean : means)
        painter.drawEllipse(mean, style().px(4), style().px(4));
    painter.restore();
}

/** Both ends of its bands, to compare with. */
void OutputsPanel::drawFirstModel(QPainter &painter, const QRectF &area) const
{
    if (model() == 0)
        return;
    const PanelPlot plot = m_outputs.plotOf(area);
    const DepthAxis depth = m_outputs.depthOf(area);
    QPolygonF upper, lower;
    const std::vector<OutputsRow::Spread> first = m_outputs.spreads(0);
    for (std::size_t layer = 0; layer < first.size(); ++layer) {
        if (!std::isfinite(first[layer].mean) || !std::isfinite(first[layer].deviation))
            continue;
        upper << QPointF(depth.x(layer), std::clamp(plot.y(first[layer].mean + first[layer].deviation), plot.area().top(), plot.area().bottom()));
        lower << QPointF(depth.x(layer), std::clamp(plot.y(first[layer].mean - first[layer].deviation), plot.area().top(), plot.area().bottom()));
    }
    painter.setPen(QPen(style().theme.mutedText, style().px(1.2), Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(upper);
    painter.drawPolyline(lower);
}

void OutputsPanel::drawZeros(QPainter &painter, const QRectF &area) const
{
    const DepthAxis depth = m_outputs.depthOf(area);
    const QFontMetricsF metrics(style().small);
    const double step = area.width() / static_cast<double>(std::max<std::size_t>(1, depth.count()));
    const std::vector<OutputsRow::Spread> known = m_outputs.spreads(model());
    painter.setFont(style().small);
    painter.setPen(style().theme.text);
    for (std::size_t layer = 0; layer < known.size(); ++layer) {
        QString text = wholePercent(known[layer].sparsity);
        if (metrics.horizontalAdvance(text) > step - style().px(2))
            text.chop(2); // the gutter says what it is
        painter.drawText(QPointF(depth.x(layer) - metrics.horizontalAdvance(text) / 2, depth.area.bottom() + style().px(3) + metrics.ascent()), text);
    }
}

QString OutputsPanel::description() const
{
    QStringList parts;
    const std::vector<OutputsRow::Spread> known = m_outputs.spreads(model());
    for (std::size_t layer = 0; layer < known.size(); ++layer)
        parts << OutputsRow::tr("layer %1: mean %2, σ %3, %4 zeros")
                     .arg(QString::number(layer + 1), readableNumber(known[layer].mean, 3), readableNumber(known[layer].deviation, 3),
                          wholePercent(known[layer].sparsity));
    return parts.join(QStringLiteral("; "));
}

EvidenceTable OutputsPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("mean"), QStringLiteral("standard_deviation"), QStringLiteral("sparsity")}, {}};
    const std::vector<OutputsRow::Spread> known = m_outputs.spreads(model());
    for (std::size_t layer = 0; layer < known.size(); ++layer)
        table.rows.push_back({QString::number(layer + 1), tableNumber(known[layer].mean), tableNumber(known[layer].deviation), tableNumber(known[layer].sparsity)});
    return table;
}

} // namespace actiscope
