// What a NetworkPanel draws and says.
#include "core/data/input_features.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/network_row.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace actiscope {

namespace {

constexpr double networkWordsHeight = 18; ///< above the nodes: how many of a layer are shown; below: names of the layers
constexpr double faintest = 0.05;  ///< share of the thickest line below which none is drawn
constexpr std::size_t mapShades = 48;

QString subscriptText(std::size_t number)
{
    static const QString digits = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

/** A coordinate, or a feature that is made of them. */
QString inputName(const Dataset &data, std::size_t input)
{
    if (input >= data.all.features && input - data.all.features < data.features.size()) {
        const auto feature = std::ranges::find(inputFeatures(), std::string_view(data.features[input - data.all.features]), &InputFeature::name);
        if (feature != inputFeatures().end())
            return QString::fromUtf8(feature->symbol.data(), static_cast<qsizetype>(feature->symbol.size()));
    }
    return QLatin1Char('x') + subscriptText(input + 1);
}

} // namespace

NetworkPanel::NetworkPanel(NetworkRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_network(row)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QRectF NetworkPanel::drawing(const QRectF &area) const
{
    return area.adjusted(0, style().px(networkWordsHeight), 0, -style().px(networkWordsHeight));
}

NetworkLayout NetworkPanel::layout(const QRectF &area) const
{
    return NetworkLayout::of(moment().snapshot->cohort->shape, drawing(area), style().scale, moment().unit);
}

/** While training, a new picture comes with what was found out about units: a picture of thousands of lines cannot be made at every frame. */
void NetworkPanel::refresh()
{
    const Snapshot *run = moment().snapshot.get();
    const auto found = model() < moment().found.size() ? moment().found[model()] : nullptr;
    const bool isMoving = run && run->state == RunState::Running && found;
    const PictureKey key{found, isMoving || !run ? nullptr : run->moment, moment().unit, style().theme.isDark, style().scale};
    if (key == m_key && !m_picture.isNull())
        return;
    m_key = key;
    m_picture = QPixmap();
    EvidencePanel::refresh();
}

void NetworkPanel::paintEvent(QPaintEvent *event)
{
    if (!moment().snapshot || !moment().snapshot->cohort || model() >= moment().models()) {
        EvidencePanel::paintEvent(event);
        return;
    }
    const QSize pixels = size() * devicePixelRatioF();
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        m_picture.fill(style().theme.plotBackground);
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing);
        draw(painter, rect());
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, m_picture);
    drawHovered(painter);
}

void NetworkPanel::draw(QPainter &painter, const QRectF &area) const
{
    if (!m_network.parameters(model()))
        return;
    const NetworkLayout nodes = layout(area);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    drawWeights(painter, nodes);
    drawNodes(painter, nodes);
    drawCounts(painter, nodes, area);
}

void NetworkPanel::drawWeights(QPainter &painter, const NetworkLayout &layout) const
{
    const ModelParameters &parameters = *m_network.parameters(model());
    painter.setBrush(Qt::NoBrush);
    for (std::size_t l = 0; l < parameters.layers.size() && l + 1 < layout.columns().size(); ++l) {
        const LinearParameters &layer = parameters.layers[l];
        const NetworkLayout::Column &from = layout.columns()[l], &to = layout.columns()[l + 1];
        for (std::size_t row = to.first; row < to.first + to.shown; ++row) {
            for (std::size_t column = from.first; column < from.first + from.shown; ++column) {
                const double weight = layer.weight[row * static_cast<std::size_t>(layer.inputs) + column];
                const double share = std::min(1.0, std::abs(weight) / m_network.thickest());
                if (!(share >= faintest))
                    continue;
                const double width = m_network.lineWidth(weight) * layout.lineScale();
                QColor color = style().theme.text;
                color.setAlphaF(static_cast<float>(0.15 + 0.85 * share));
                QPen pen(color, width, Qt::SolidLine, Qt::FlatCap);
                if (weight < 0)
                    pen.setDashPattern({5 / width, 3.5 / width});
                painter.setPen(pen);
                painter.drawLine(layout.line({l, row, column}));
            }
        }
    }
}

void NetworkPanel::drawNodes(QPainter &painter, const NetworkLayout &layout) const
{
    const std::size_t last = layout.columns().size() - 1;
    for (std::size_t column = 0; column <= last; ++column) {
        const NetworkLayout::Column &nodes = layout.columns()[column];
        for (std::size_t unit = nodes.first; unit < nodes.first + nodes.shown; ++unit) {
            if (column == 0 || column == last) {
                drawEnd(painter, layout, column, unit);
                continue;
            }
            const QRectF square = layout.node(column, unit);
            const bool isChosen = moment().unit == HiddenUnit{column - 1, unit};
            painter.fillRect(square, style().theme.plotBackground);
            if (m_network.map(model(), column - 1, unit))
                painter.drawImage(square, mapImage(column - 1, unit));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(isChosen ? style().theme.text : style().theme.mutedText, style().px(isChosen ? 2.5 : 1)));
            painter.drawRect(square);
        }
    }
}

/** An input or an output: a disc, its name beside it. */
void NetworkPanel::drawEnd(QPainter &painter, const NetworkLayout &layout, std::size_t column, std::size_t unit) const
{
    const QRectF square = layout.node(column, unit);
    const double radius = square.width() / 2;
    painter.setPen(QPen(style().theme.mutedText, style().px(1)));
    painter.setBrush(style().theme.plotBackground);
    painter.drawEllipse(square.center(), radius, radius);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    const QFontMetricsF metrics(style().small);
    if (column == 0) {
        const QString name = unitName(0, unit);
        painter.drawText(QPointF(square.center().x() - radius - metrics.horizontalAdvance(name) - style().px(4), square.center().y() + metrics.capHeight() / 2), name);
        return;
    }
    const QString name = moment().snapshot->data->isRegression() ? QStringLiteral("y") : QString::number(unit);
    painter.drawText(QPointF(square.center().x() + radius + style().px(4), square.center().y() + metrics.capHeight() / 2), name);
}

void NetworkPanel::drawCounts(QPainter &painter, const NetworkLayout &layout, const QRectF &area) const
{
    const QFontMetricsF metrics(style().small);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    const std::size_t last = layout.columns().size() - 1;
    const double step = last > 0 ? layout.columns()[1].x - layout.columns()[0].x : area.width();
    for (std::size_t column = 1; column < last; ++column) {
        const NetworkLayout::Column &nodes = layout.columns()[column];
        const auto centred = [&](const QString &text, double baseline) {
            if (metrics.horizontalAdvance(text) < step)
                painter.drawText(QPointF(nodes.x - metrics.horizontalAdvance(text) / 2, baseline), text);
        };
        const QString part = NetworkRow::tr("%1 to %2 of %3").arg(nodes.first + 1).arg(nodes.first + nodes.shown).arg(nodes.units);
        const QString brief = NetworkRow::tr("of %1").arg(nodes.units);
        if (nodes.shown < nodes.units)
            centred(metrics.horizontalAdvance(part) < step ? part : brief, area.top() + metrics.ascent() + style().px(2));
        const QString name = NetworkRow::tr("layer %1").arg(column);
        centred(metrics.horizontalAdvance(name) + 4 < step ? name : QString::number(column), area.bottom() - style().px(4));
    }
}

/** A pixel a cell; the y of the plane goes up. */
QImage NetworkPanel::mapImage(std::size_t layer, std::size_t unit) const
{
    std::array<QRgb, mapShades> shades;
    const Interval scale = m_network.mapScale();
    for (std::size_t i = 0; i < mapShades; ++i)
        shades[i] = m_network.mapColor(std::lerp(scale.minimum, scale.maximum, static_cast<double>(i) / (mapShades - 1))).rgb();
    const GridSpec &grid = *m_network.mapGrid();
    const std::vector<float> &outputs = m_network.map(model(), layer, unit)->outputs;
    QImage image(grid.width, grid.height, QImage::Format_RGB32);
    for (int row = 0; row < grid.height; ++row) {
        for (int column = 0; column < grid.width; ++column) {
            const double output = outputs[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.width) + static_cast<std::size_t>(column)];
            const double share = std::isnan(output) ? 0 : std::clamp((output - scale.minimum) / scale.size(), 0.0, 1.0);
            image.setPixel(column, grid.height - 1 - row, shades[static_cast<std::size_t>(std::lround(share * (mapShades - 1)))]);
        }
    }
    return image;
}

void NetworkPanel::drawHovered(QPainter &painter) const
{
    if (!m_hoveredWeight && !m_hoveredNode)
        return;
    const NetworkLayout nodes = layout(rect());
    QString text;
    QPointF place;
    if (m_hoveredNode) {
        text = nodeText(*m_hoveredNode);
        place = nodes.node(m_hoveredNode->column, m_hoveredNode->unit).bottomLeft();
    } else {
        text = weightText(*m_hoveredWeight);
        const QLineF line = nodes.line(*m_hoveredWeight);
        place = line.center() + QPointF(0, style().px(6));
        painter.setPen(QPen(style().theme.text, style().px(2), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(line);
        painter.setBrush(style().theme.plotBackground);
        for (const QPointF &end : {line.p1(), line.p2()})
            painter.drawEllipse(end, style().px(3), style().px(3));
    }
    const QFontMetricsF metrics(style().small);
    QRectF box(place + QPointF(0, style().px(4)), QSizeF(std::min<double>(width(), metrics.horizontalAdvance(text) + style().px(12)), metrics.height() + style().px(6)));
    box.moveLeft(std::clamp(box.left(), 0.0, width() - box.width()));
    if (box.bottom() > height())
        box.moveBottom(place.y() - style().px(22));
    painter.setPen(QPen(style().theme.border, 1));
    painter.setBrush(style().theme.panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(style().small);
    painter.setPen(style().theme.text);
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, box.width() - style().px(8)));
}

QString NetworkPanel::unitName(std::size_t column, std::size_t unit) const
{
    if (column == 0)
        return inputName(*moment().snapshot->data, unit);
    if (column == moment().snapshot->cohort->shape.layerCount())
        return NetworkRow::tr("output %1").arg(unit);
    return NetworkRow::tr("unit %1 of layer %2").arg(unit + 1).arg(column);
}

QString NetworkPanel::weightText(const ParameterPlace &weight) const
{
    const ModelParameters *parameters = m_network.parameters(model());
    if (!parameters || weight.layer >= parameters->layers.size())
        return {};
    const LinearParameters &layer = parameters->layers[weight.layer];
    return NetworkRow::tr("%1 to %2: w = %3")
        .arg(unitName(weight.layer, weight.column), unitName(weight.layer + 1, weight.row),
             formatNumber(layer.weight[weight.row * static_cast<std::size_t>(layer.inputs) + weight.column]));
}

QString NetworkPanel::nodeText(const NetworkLayout::Node &node) const
{
    const ModelParameters *parameters = m_network.parameters(model());
    if (!parameters || node.column == 0 || node.column > parameters->layers.size())
        return unitName(node.column, node.unit);
    const QString text = NetworkRow::tr("%1: bias %2").arg(unitName(node.column, node.unit), formatNumber(parameters->layers[node.column - 1].bias[node.unit]));
    const UnitMap *map = m_network.map(model(), node.column - 1, node.unit);
    if (!map || map->outputs.empty())
        return text;
    const auto [least, largest] = std::ranges::minmax_element(map->outputs);
    return NetworkRow::tr("%1, f(z) %2 to %3").arg(text, readableNumber(*least), readableNumber(*largest));
}

QString NetworkPanel::description() const
{
    const ModelParameters *parameters = m_network.parameters(model());
    QStringList parts;
    for (std::size_t l = 0; parameters && l < parameters->layers.size(); ++l) {
        const LinearParameters &layer = parameters->layers[l];
        const auto [least, largest] = std::ranges::minmax_element(layer.weight);
        parts << NetworkRow::tr("%1 inputs to %2 units: weights from %3 to %4").arg(QString::number(layer.inputs), QString::number(layer.outputs), formatNumber(*least), formatNumber(*largest));
    }
    return parts.join(QStringLiteral("; "));
}

EvidenceTable NetworkPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("input"), QStringLiteral("value")}, {}};
    const ModelParameters *parameters = m_network.parameters(model());
    for (std::size_t l = 0; parameters && l < parameters->layers.size(); ++l) {
        const LinearParameters &layer = parameters->layers[l];
        const auto inputs = static_cast<std::size_t>(layer.inputs);
        for (std::size_t row = 0; row < layer.bias.size(); ++row) {
            for (std::size_t column = 0; column < inputs; ++column)
                table.rows.push_back({QString::number(l + 1), QString::number(row + 1), QString::number(column + 1), tableNumber(layer.weight[row * inputs + column])});
            table.rows.push_back({QString::number(l + 1), QString::number(row + 1), QStringLiteral("bias"), tableNumber(layer.bias[row])});
        }
    }
    return table;
}

} // namespace actiscope
