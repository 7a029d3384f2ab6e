#include "ui/training/evidence/gradients_row.h"

#include <QComboBox>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double gradientsHeight = 96;
constexpr double deepGradientsHeight = 128;   ///< from five layers on
constexpr std::size_t manyLayers = 5;
constexpr double belowGradients = 20;     ///< names of the layers
constexpr double aboveGradients = 20;     ///< the sentence
constexpr int mostDecades = 20;      ///< below the largest value

bool isOnLogAxis(double value)
{
    return std::isfinite(value) && value > 0;
}

} // namespace

double GradientsRow::heightOf(const Snapshot &run, double)
{
    return run.experiment.hidden.size() >= manyLayers ? deepGradientsHeight : gradientsHeight;
}

void GradientsRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsDiagnostics = true;
}

EvidencePanel *GradientsRow::makePanel(std::size_t model, QWidget *parent)
{
    return new GradientsPanel(*this, model, parent);
}

QWidget *GradientsRow::makeControl(QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->addItems({tr("norm"), QStringLiteral("Π |f′|")});
    choice->setCurrentIndex(static_cast<int>(m_quantity));
    choice->setAccessibleName(tr("What is shown by layer"));
    choice->setToolTip(tr("The norm of the gradient ∂loss/∂W that a layer gets, or the mean |f′| of all layers up to it, multiplied: what f does to a gradient "
                          "on its way back"));
    QObject::connect(choice, &QComboBox::currentIndexChanged, choice, [this](int index) { setQuantity(static_cast<Quantity>(index)); });
    return choice;
}

void GradientsRow::styleControl(QWidget &control) const
{
    control.setFont(style().small);
    control.setMaximumWidth(qRound(style().px(88))); // numbers of the axis are beside it
}

void GradientsRow::setQuantity(Quantity quantity)
{
    m_quantity = quantity;
    emit selection().changed();
}

QJsonObject GradientsRow::choices() const
{
    return m_quantity == Quantity::Norm ? QJsonObject() : QJsonObject{{QStringLiteral("quantity"), QStringLiteral("slope-product")}};
}

void GradientsRow::restoreChoices(const QJsonObject &choices)
{
    m_quantity = choices.value(QLatin1String("quantity")).toString() == QLatin1String("slope-product") ? Quantity::SlopeProduct : Quantity::Norm;
}

QString GradientsRow::legend() const
{
    const QString what = m_quantity == Quantity::Norm ? tr("by layer") : tr("up to each layer");
    const QString dotted = dottedNote();
    return dotted.isEmpty() ? what : what + QLatin1Char('\n') + dotted;
}

std::vector<double> GradientsRow::values(std::size_t model) const
{
    std::vector<double> result;
    const Diagnostics *known = moment().diagnostics(model);
    if (!known)
        return result;
    for (const LayerDiagnostics &layer : known->layers)
        result.push_back(m_quantity == Quantity::Norm ? layer.figures.gradientNorm : layer.slopeProduct);
    if (m_quantity == Quantity::Norm)
        result.push_back(known->output.gradientNorm);
    return result;
}

void GradientsRow::fit()
{
    double least = 0, largest = 0;
    for (std::size_t model = 0; model < moment().models(); ++model) {
        for (const double value : values(model)) {
            if (!isOnLogAxis(value))
                continue;
            least = least == 0 ? value : std::min(least, value);
            largest = std::max(largest, value);
        }
    }
    if (largest == 0) {
        m_lowest = -1;
        m_highest = 1;
        return;
    }
    m_highest = static_cast<int>(std::ceil(std::log10(largest)));
    m_lowest = std::clamp(static_cast<int>(std::floor(std::log10(least))), m_highest - mostDecades, m_highest - 1);
}

PanelPlot GradientsRow::plotOf(const QRectF &panel) const
{
    const QRectF area = panel.adjusted(0, style().px(aboveGradients), 0, -style().px(belowGradients));
    return {area, {0, 1}, {std::pow(10.0, m_lowest), std::pow(10.0, m_highest), true}};
}

DepthAxis GradientsRow::depthOf(const QRectF &panel) const
{
    const std::size_t hidden = moment().snapshot ? moment().snapshot->experiment.hidden.size() : 0;
    return {plotOf(panel).area(), hidden, m_quantity == Quantity::Norm};
}

/** As many as have room for their numbers, the highest among them. */
std::vector<int> GradientsRow::decades(double height) const
{
    const double room = QFontMetricsF(style().small).height() * 1.1;
    const int most = std::max(1, static_cast<int>(height / room));
    const int step = (m_highest - m_lowest + most - 1) / most;
    std::vector<int> exponents;
    for (int exponent = m_highest; exponent >= m_lowest; exponent -= std::max(1, step))
        exponents.push_back(exponent);
    return exponents;
}

std::vector<AxisNumber> GradientsRow::axisNumbers(QSizeF panel) const
{
    const PanelPlot plot = plotOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers;
    for (const int exponent : decades(plot.area().height()))
        numbers.push_back({plot.y(std::pow(10.0, exponent)), powerOfTenText(exponent)});
    return numbers;
}

QString GradientsRow::sentence(std::size_t model) const
{
    const std::vector<double> known = values(model);
    if (known.empty() || !std::isfinite(known.front()) || !std::isfinite(known.back()))
        return {};
    if (m_quantity == Quantity::SlopeProduct)
        return tr("The layers' f′ multiply a gradient by %1").arg(readableNumber(known.back()));
    if (known.size() < 2 || known.back() == 0)
        return known.back() == 0 ? tr("No layer gets a gradient") : QString();
    if (known.front() == 0)
        return tr("Layer 1 gets no gradient");
    const double times = known.back() / known.front();
    if (readableNumber(std::max(times, 1 / times)) == readableNumber(1))
        return tr("Layer 1 gets as much as the output");
    return times >= 1 ? tr("Layer 1 gets %1 times less than the output").arg(readableNumber(times))
                      : tr("Layer 1 gets %1 times more than the output").arg(readableNumber(1 / times));
}

QString GradientsRow::briefSentence(std::size_t model) const
{
    const std::vector<double> known = values(model);
    const bool isRatio = known.size() > 1 && m_quantity == Quantity::Norm && isOnLogAxis(known.front()) && isOnLogAxis(known.back());
    if (!isRatio)
        return sentence(model);
    const double times = known.back() / known.front();
    if (readableNumber(std::max(times, 1 / times)) == readableNumber(1))
        return tr("layer 1: as much");
    return times >= 1 ? tr("layer 1: %1 times less").arg(readableNumber(times)) : tr("layer 1: %1 times more").arg(readableNumber(1 / times));
}

GradientsPanel::GradientsPanel(GradientsRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_gradients(row)
{
    setToolTip(GradientsRow::tr("Gradient norm: how far the loss would fall if the layer's weights moved a little; a layer with a norm near 0 does not learn"));
}

void GradientsPanel::draw(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_gradients.plotOf(area);
    for (const AxisNumber &number : m_gradients.axisNumbers(area.size())) { // where the gutter has its numbers
        const double place = std::round(area.top() + number.y) + 0.5;
        painter.setPen(QPen(style().theme.grid, 1));
        painter.drawLine(QPointF(plot.area().left(), place), QPointF(plot.area().right(), place));
    }
    m_gradients.depthOf(area).drawNames(painter, style());
    if (model() > 0)
        drawSeries(painter, area, m_gradients.values(0), QPen(style().theme.mutedText, style().px(1.2), Qt::DotLine), false);
    drawSeries(painter, area, m_gradients.values(model()), pen(2), true);
    const QRectF noteArea = area.adjusted(style().px(8), style().px(2), -style().px(4), 0);
    const QString whole = m_gradients.sentence(model());
    const bool fits = QFontMetricsF(style().small).horizontalAdvance(whole) <= noteArea.width();
    drawNote(painter, style(), noteArea, Qt::AlignLeft | Qt::AlignTop, fits ? whole : m_gradients.briefSentence(model()));
}

/** What is 0 has no place on the axis: a ring at its lower edge. */
void GradientsPanel::drawSeries(QPainter &painter, const QRectF &area, const std::vector<double> &values, const QPen &pen, bool hasDots) const
{
    const PanelPlot plot = m_gradients.plotOf(area);
    const DepthAxis depth = m_gradients.depthOf(area);
    QPolygonF points;
    for (std::size_t layer = 0; layer < values.size(); ++layer) {
        const double y = values[layer] > 0 ? std::clamp(plot.y(values[layer]), plot.area().top(), plot.area().bottom()) : plot.area().bottom();
        if (!std::isnan(values[layer]))
            points << QPointF(depth.x(layer), y);
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
    if (!hasDots)
        return;
    const double radius = style().px(4);
    for (std::size_t layer = 0, place = 0; layer < values.size(); ++layer) {
        if (std::isnan(values[layer]))
            continue;
        painter.setPen(QPen(isOnLogAxis(values[layer]) ? style().theme.plotBackground : pen.color(), style().px(1.5)));
        painter.setBrush(isOnLogAxis(values[layer]) ? pen.color() : style().theme.plotBackground);
        painter.drawEllipse(points[static_cast<qsizetype>(place++)], radius, radius);
    }
}

QString GradientsPanel::description() const
{
    QStringList parts;
    const std::vector<double> values = m_gradients.values(model());
    const std::size_t hidden = m_gradients.depthOf(rect()).hiddenLayers;
    for (std::size_t layer = 0; layer < values.size(); ++layer) {
        const QString name = layer < hidden ? GradientsRow::tr("layer %1").arg(layer + 1) : GradientsRow::tr("output");
        parts << GradientsRow::tr("%1: %2").arg(name, readableNumber(values[layer], 3));
    }
    const QString sentence = m_gradients.sentence(model());
    return parts.join(QStringLiteral(", ")) + (sentence.isEmpty() ? QString() : QStringLiteral(". ") + sentence);
}

EvidenceTable GradientsPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("gradient_norm"), QStringLiteral("slope_product")}, {}};
    const Diagnostics *known = moment().diagnostics(model());
    for (std::size_t layer = 0; known && layer < known->layers.size(); ++layer)
        table.rows.push_back({QString::number(layer + 1), tableNumber(known->layers[layer].figures.gradientNorm), tableNumber(known->layers[layer].slopeProduct)});
    if (known)
        table.rows.push_back({QStringLiteral("output"), tableNumber(known->output.gradientNorm), QString()});
    return table;
}

} // namespace actiscope
