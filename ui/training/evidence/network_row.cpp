#include "ui/training/evidence/network_row.h"

#include "core/analysis/curve.h"
#include "core/drawing/view_grid.h"
#include "ui/base/number_format.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double networkHeight = 224;
constexpr double mapMargin = 0.5;         ///< around the points, as in the plane
constexpr int mapCells = 16;              ///< of a map, across and up
constexpr int fewCells = 8;               ///< of a large network's
constexpr std::size_t largeNetwork = 50'000; ///< weights
constexpr std::size_t hugeNetwork = 400'000; ///< of which no maps are made
constexpr double thinnestLine = 0.4, widestLine = 3.5; ///< lines, in pixels
constexpr double usualShare = 0.98;       ///< of the weights are thinner than the thickest line, of the outputs lie between light and dark

double usualLargest(const std::vector<ModelParameters> &models)
{
    std::vector<double> sizes;
    for (const ModelParameters &model : models) {
        for (const LinearParameters &layer : model.layers) {
            for (const double weight : layer.weight) {
                if (std::isfinite(weight))
                    sizes.push_back(std::abs(weight));
            }
        }
    }
    if (sizes.empty())
        return 1;
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(usualShare * static_cast<double>(sizes.size() - 1));
    std::ranges::nth_element(sizes, place);
    return *place > 0 ? *place : 1;
}

} // namespace

double NetworkRow::heightOf(const Snapshot &, double)
{
    return networkHeight;
}

void NetworkRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    if (!moment.snapshot || !moment.snapshot->cohort || !moment.snapshot->cohort->data->liesInPlane())
        return;
    const std::size_t weights = moment.snapshot->cohort->shape.weightCount();
    if (weights > hugeNetwork || moment.snapshot->cohort->shape.hidden.empty())
        return;
    GridSpec grid = viewGrid(moment.snapshot->data->all, mapMargin, 1, mapCells);
    grid.width = grid.height = weights > largeNetwork ? fewCells : mapCells;
    question.unitMapsGrid = grid;
}

EvidencePanel *NetworkRow::makePanel(std::size_t model, QWidget *parent)
{
    return new NetworkPanel(*this, model, parent);
}

QString NetworkRow::legend() const
{
    return tr("width: |w|, thickest %1; solid +, dashed −; squares: f(z) on the plane, %2 light to %3 dark")
        .arg(readableNumber(m_thickest), readableNumber(m_scale.minimum), readableNumber(m_scale.maximum));
}

/** The scale of the maps, and the widths that lines have. */
void NetworkRow::drawLegend(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(style().small);
    double y = area.top() + style().px(4);
    painter.setFont(style().small);
    const auto text = [&](const QString &words) {
        painter.setPen(style().theme.mutedText);
        painter.drawText(QPointF(area.left(), y + metrics.ascent()), words);
        y += metrics.height() + style().px(3);
    };
    const double across = std::min(area.width(), style().px(88));
    text(tr("squares: f(z)"));
    const QString low = readableNumber(m_scale.minimum), high = readableNumber(m_scale.maximum);
    const double from = area.left() + metrics.horizontalAdvance(low) + style().px(4), to = area.left() + across - metrics.horizontalAdvance(high) - style().px(4);
    painter.drawText(QPointF(area.left(), y + metrics.ascent()), low);
    painter.drawText(QPointF(area.left() + across - metrics.horizontalAdvance(high), y + metrics.ascent()), high);
    for (double x = from; x < to; ++x)
        painter.fillRect(QRectF(x, y + style().px(2), 1.5, style().px(9)), mapColor(std::lerp(m_scale.minimum, m_scale.maximum, (x - from) / (to - from))));
    y += metrics.height() + style().px(5);
    text(tr("lines: weights"));
    for (const double sign : {1.0, -1.0}) {
        QPen pen(style().theme.text, style().px(widestLine) / 1.6, Qt::SolidLine, Qt::FlatCap);
        if (sign < 0)
            pen.setDashPattern({2, 1.4});
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left(), y + metrics.height() / 2), QPointF(area.left() + style().px(24), y + metrics.height() / 2));
        painter.setPen(style().theme.mutedText);
        painter.drawText(QPointF(area.left() + style().px(30), y + metrics.ascent()), sign > 0 ? tr("above 0") : tr("below 0"));
        y += metrics.height() + style().px(3);
    }
    text(tr("thickest: %1").arg(readableNumber(m_thickest)));
}

const ModelParameters *NetworkRow::parameters(std::size_t model) const
{
    return model < m_parameters.size() ? &m_parameters[model] : nullptr;
}

/** Those of a huge network are unfolded at rest only. */
void NetworkRow::fit()
{
    const Snapshot *run = moment().snapshot.get();
    if (!run || !run->moment || !run->cohort)
        return;
    const bool isHeavy = run->state == RunState::Running && run->cohort->shape.weightCount() > largeNetwork;
    if (m_parametersOf != run->moment && !(isHeavy && m_parametersOf)) {
        m_parametersOf = run->moment;
        m_parameters.clear();
        for (const ModelState &state : run->moment->models)
            m_parameters.push_back(state.parameters());
        m_thickest = usualLargest(m_parameters);
    }
    fitScale();
}

/** Once for each answer: it goes through all maps. */
void NetworkRow::fitScale()
{
    if (moment().found == m_scaleOf)
        return;
    m_scaleOf = moment().found;
    std::vector<Interval> each;
    m_grid.reset();
    for (std::size_t model = 0; model < moment().models(); ++model) {
        const Inspection *known = moment().inspection(model);
        if (!known || known->unitMaps.empty() || moment().isDiverged(model))
            continue;
        m_grid = known->question.unitMapsGrid;
        std::vector<double> outputs;
        for (const std::vector<UnitMap> &layer : known->unitMaps) {
            for (const UnitMap &map : layer)
                outputs.insert(outputs.end(), map.outputs.begin(), map.outputs.end());
        }
        if (const auto middle = middleOf(outputs, usualShare))
            each.push_back({std::min(0.0, middle->low), std::max(0.0, middle->high)});
    }
    m_scale = commonRange(each);
    if (m_scale.size() <= 0)
        m_scale = {0, 1};
}

double NetworkRow::lineWidth(double weight) const
{
    return std::isfinite(weight) ? std::lerp(thinnestLine, widestLine, std::min(1.0, std::abs(weight) / m_thickest)) : 0;
}

QColor NetworkRow::mapColor(double output) const
{
    constexpr double darkest = 0.75; ///< of the way to the text's colour
    if (std::isnan(output))
        return style().theme.plotBackground;
    return mix(style().theme.plotBackground, style().theme.text, darkest * std::clamp((output - m_scale.minimum) / m_scale.size(), 0.0, 1.0));
}

const UnitMap *NetworkRow::map(std::size_t model, std::size_t layer, std::size_t unit) const
{
    const Inspection *known = moment().inspection(model);
    const bool exists = known && layer < known->unitMaps.size() && unit < known->unitMaps[layer].size();
    return exists ? &known->unitMaps[layer][unit] : nullptr;
}

} // namespace actiscope
