#include "ui/training/evidence/images/activity_row.h"

#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/images/image_canvas.h"
#include "ui/training/evidence/images/image_painting.h"
#include "ui/training/evidence/panel_plot.h"
#include "ui/training/evidence/unit_words.h"

#include <QJsonArray>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double layerHead = 17;
constexpr double stripHeight = 34;
constexpr double betweenStrips = 3;
constexpr double belowLayer = 7;
constexpr double answerHeight = 76; ///< a line of words, bars of the classes
constexpr double answerWords = 18;

constexpr double layerBlock = layerHead + 2 * stripHeight + betweenStrips + belowLayer;

double reachOf(const std::vector<double> &values)
{
    double reach = 0;
    for (const double value : values)
        reach = std::isfinite(value) ? std::max(reach, std::abs(value)) : reach;
    return reach;
}

} // namespace

double ActivityRow::heightOf(const Snapshot &run, double)
{
    constexpr double ofCanvas = 190; ///< with its name and its buttons
    return std::max(ofCanvas, static_cast<double>(run.experiment.hidden.size()) * layerBlock + answerHeight);
}

std::optional<std::size_t> ActivityRow::placeIn(const EvidenceMoment &moment) const
{
    if (m_drawing || !moment.snapshot || !moment.snapshot->data)
        return std::nullopt;
    const Dataset &data = *moment.snapshot->data;
    if (moment.point && *moment.point < data.all.count())
        return moment.point;
    return data.testIndices.empty() ? std::nullopt : std::optional(data.testIndices.front());
}

/** The same one as long as it is the same image, so that the same question is known for that. */
std::shared_ptr<const std::vector<float>> ActivityRow::imageIn(const EvidenceMoment &moment) const
{
    if (m_drawing)
        return moment.snapshot && m_drawing->size() == moment.snapshot->data->all.features ? m_drawing : nullptr;
    const std::optional<std::size_t> place = placeIn(moment);
    if (!place)
        return nullptr;
    const Dataset &data = *moment.snapshot->data;
    if (!m_image || m_imagePlace != *place || m_imageData != &data) {
        std::vector<float> pixels(data.all.features);
        data.all.copyPoint(*place, pixels.data());
        m_image = std::make_shared<const std::vector<float>>(std::move(pixels));
        m_imagePlace = *place;
        m_imageData = &data;
    }
    return m_image;
}

void ActivityRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    question.image = imageIn(moment);
}

EvidencePanel *ActivityRow::makePanel(std::size_t model, QWidget *parent)
{
    return new ActivityPanel(*this, model, parent);
}

QWidget *ActivityRow::makeControl(QWidget *parent)
{
    auto *canvas = new ImageCanvas(parent);
    m_canvas = canvas;
    m_canvasData = nullptr;
    showOnCanvas();
    QObject::connect(canvas, &ImageCanvas::drawn, canvas, [this, canvas] {
        m_drawing = canvas->image();
        showOnCanvas();
        emit selection().changed();
    });
    QObject::connect(&selection(), &EvidenceSelection::pointChosen, canvas, [this, canvas] {
        if (m_drawing) {
            m_drawing.reset();
            canvas->clear();
        }
    });
    return canvas;
}

void ActivityRow::showOnCanvas()
{
    if (!m_canvas || !moment().snapshot || !moment().snapshot->data)
        return;
    const Dataset &data = *moment().snapshot->data;
    if (m_canvasData != &data) {
        m_canvas->setImages(data.imageWidth, data.imageHeight, usualExtentOf(data.train, data.imageWidth, data.imageHeight));
        m_canvasData = &data;
        if (m_drawing && m_drawing->size() != data.all.features)
            m_drawing.reset(); // of other images
    }
    const std::shared_ptr<const std::vector<float>> image = imageIn(moment());
    if (image && !m_canvas->image()) // a drawing that is another canvas's, or of an earlier session, is shown as an image
        m_canvas->setShown(pictureOf(*image, data.imageWidth, data.imageHeight));
}

void ActivityRow::fit()
{
    showOnCanvas();
    m_sums.clear();
    m_outputs.clear();
    for (std::size_t model = 0; model < moment().models(); ++model) {
        const ImageActivity *known = activity(model);
        if (!known || moment().isDiverged(model))
            continue;
        m_sums.resize(known->outputs.size());
        m_outputs.resize(known->outputs.size());
        for (std::size_t layer = 0; layer < known->outputs.size(); ++layer) {
            m_sums[layer] = std::max(m_sums[layer], reachOf(known->preActivations[layer]));
            m_outputs[layer] = std::max(m_outputs[layer], reachOf(known->outputs[layer]));
        }
    }
}

/** Pixels as numbers, so that the same question has the same answer again. */
QJsonObject ActivityRow::choices() const
{
    QJsonArray pixels;
    for (const float pixel : m_drawing ? *m_drawing : std::vector<float>())
        pixels.append(double{pixel});
    return pixels.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("drawing"), pixels}};
}

void ActivityRow::restoreChoices(const QJsonObject &choices)
{
    std::vector<float> pixels;
    for (const QJsonValue &pixel : choices.value(QLatin1String("drawing")).toArray())
        pixels.push_back(static_cast<float>(std::clamp(pixel.toDouble(), 0.0, 1.0)));
    m_drawing = pixels.empty() ? nullptr : std::make_shared<const std::vector<float>>(std::move(pixels));
}

const ImageActivity *ActivityRow::activity(std::size_t model) const
{
    const Inspection *known = moment().inspection(model);
    return known && known->imageActivity ? &*known->imageActivity : nullptr;
}

std::optional<std::size_t> ActivityRow::place() const
{
    return placeIn(moment());
}

std::optional<int> ActivityRow::truth() const
{
    const std::optional<std::size_t> image = place();
    return image ? std::optional(moment().snapshot->data->all.labels[*image]) : std::nullopt;
}

QString ActivityRow::legend() const
{
    const std::optional<int> label = truth();
    return label ? tr("is: %1").arg(ImageWords::className(*moment().snapshot->data, *label)) : QString();
}

ActivityPanel::ActivityPanel(ActivityRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_activity(row)
{
    setMouseTracking(true);
}

QRectF ActivityPanel::strip(std::size_t layer, int which, const QRectF &area) const
{
    const double layers = static_cast<double>(moment().snapshot->experiment.hidden.size());
    const double block = layers > 0 ? (area.height() - style().px(answerHeight)) / layers : 0;
    const double height = (block - style().px(layerHead + betweenStrips + belowLayer)) / 2;
    const double top = area.top() + static_cast<double>(layer) * block + style().px(layerHead) + which * (height + style().px(betweenStrips));
    return {area.left(), top, area.width(), std::max(4.0, height)};
}

/** What the strips of a layer reach to, in as many words as have room. */
QString ActivityPanel::scaleText(std::size_t layer, double width) const
{
    const auto filled = [&](const QString &text) {
        return text.arg(QString::number(layer + 1), readableNumber(m_activity.reachOfSums(layer)), readableNumber(m_activity.reachOfOutputs(layer)));
    };
    const QString whole = filled(ActivityRow::tr("layer %1: z to ±%2, below it f(z) to ±%3"));
    return QFontMetricsF(style().small).horizontalAdvance(whole) <= width ? whole : filled(ActivityRow::tr("layer %1: z ±%2, f ±%3"));
}

void ActivityPanel::draw(QPainter &painter, const QRectF &area) const
{
    const ImageActivity *known = m_activity.activity(model());
    if (!known)
        return;
    const std::optional<HiddenUnit> chosen = moment().unit;
    for (std::size_t layer = 0; layer < known->outputs.size(); ++layer) {
        const bool isHere = chosen && chosen->layer == layer && chosen->unit < known->outputs[layer].size();
        const std::optional<std::size_t> unit = isHere ? std::optional(chosen->unit) : std::nullopt;
        const QString head = isHere ? unitText(*chosen) : scaleText(layer, area.width());
        const QRectF sums = strip(layer, 0, area);
        painter.setFont(style().small);
        painter.setPen(isHere ? style().theme.text : style().theme.mutedText);
        painter.drawText(QPointF(area.left(), sums.top() - style().px(4)), QFontMetricsF(style().small).elidedText(head, Qt::ElideRight, area.width()));
        drawStrip(painter, sums, known->preActivations[layer], m_activity.reachOfSums(layer), unit);
        drawStrip(painter, strip(layer, 1, area), known->outputs[layer], m_activity.reachOfOutputs(layer), unit);
    }
    const QRectF answer(area.left(), area.bottom() - style().px(answerHeight), area.width(), style().px(answerHeight));
    const std::vector<float> probabilities(known->probabilities.begin(), known->probabilities.end());
    const ProbabilityBars bars{probabilities, m_activity.truth()};
    const bool isWrong = bars.truth && bars.said() != *bars.truth;
    painter.setFont(style().small);
    painter.setPen(isWrong ? style().theme.readable(wrongColor(style().theme)) : style().theme.text);
    painter.drawText(QPointF(answer.left(), answer.top() + style().px(14)), QFontMetricsF(style().small).elidedText(answerText(), Qt::ElideRight, answer.width()));
    bars.draw(painter, style(), answer.adjusted(0, style().px(answerWords), 0, 0), pen().color());
}

/** A bar a unit from the line of 0; above it where the value is. */
void ActivityPanel::drawStrip(QPainter &painter, const QRectF &strip, const std::vector<double> &values, double reach, std::optional<std::size_t> chosen) const
{
    painter.fillRect(strip, mix(style().theme.plotBackground, style().theme.grid, 0.4));
    const double step = strip.width() / static_cast<double>(std::max<std::size_t>(1, values.size()));
    const double zero = strip.center().y(), half = strip.height() / 2;
    for (std::size_t unit = 0; unit < values.size(); ++unit) {
        const double x = strip.left() + static_cast<double>(unit) * step, width = std::max(0.6, step > 4 ? step - 1 : step * 0.85);
        if (chosen == unit)
            painter.fillRect(QRectF(x - 1, strip.top(), width + 2, strip.height()), style().theme.selection);
        if (!std::isfinite(values[unit]) || reach <= 0)
            continue;
        const double length = std::clamp(values[unit] / reach, -1.0, 1.0) * half;
        painter.fillRect(QRectF(x, length < 0 ? zero : zero - length, width, std::abs(length)), chosen == unit ? style().theme.text : pen().color());
    }
    painter.setPen(QPen(style().theme.zeroLine, 1));
    painter.drawLine(QPointF(strip.left(), zero), QPointF(strip.right(), zero));
}

QString ActivityPanel::unitText(HiddenUnit unit) const
{
    const ImageActivity &known = *m_activity.activity(model());
    return ActivityRow::tr("%1: z = %2, f(z) = %3")
        .arg(UnitWords::name(unit), formatNumber(known.preActivations[unit.layer][unit.unit], 3), formatNumber(known.outputs[unit.layer][unit.unit], 3));
}

QString ActivityPanel::answerText() const
{
    const ImageActivity &known = *m_activity.activity(model());
    const Dataset &dataset = *moment().snapshot->data;
    const auto largest = std::ranges::max_element(known.probabilities);
    const int said = static_cast<int>(largest - known.probabilities.begin());
    const QString what = ImageWords::className(dataset, said) + QStringLiteral(": ") + ImageWords::percent(*largest);
    const std::optional<int> truth = m_activity.truth();
    return truth && *truth != said ? ActivityRow::tr("%1, but is %2").arg(what, ImageWords::className(dataset, *truth)) : what;
}

QString ActivityPanel::description() const
{
    const ImageActivity *known = m_activity.activity(model());
    if (!known)
        return {};
    QStringList parts{answerText()};
    for (std::size_t layer = 0; layer < known->outputs.size(); ++layer) {
        const auto above = std::ranges::count_if(known->preActivations[layer], [](double z) { return z > 0; });
        parts << ActivityRow::tr("layer %1: z is above 0 in %2 of %3 units, largest f(z) %4")
                     .arg(QString::number(layer + 1), QString::number(above), QString::number(known->outputs[layer].size()),
                          formatNumber(known->outputs[layer].empty() ? 0 : *std::ranges::max_element(known->outputs[layer]), 3));
    }
    const std::optional<HiddenUnit> unit = moment().unit;
    if (unit && unit->layer < known->outputs.size() && unit->unit < known->outputs[unit->layer].size())
        parts << unitText(*unit);
    return parts.join(QStringLiteral("; "));
}

EvidenceTable ActivityPanel::table() const
{
    EvidenceTable table{{QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("pre_activation"), QStringLiteral("output")}, {}};
    const ImageActivity *known = m_activity.activity(model());
    for (std::size_t layer = 0; known && layer < known->outputs.size(); ++layer) {
        for (std::size_t unit = 0; unit < known->outputs[layer].size(); ++unit)
            table.rows.push_back({QString::number(layer + 1), QString::number(unit + 1), tableNumber(known->preActivations[layer][unit]),
                                  tableNumber(known->outputs[layer][unit])});
    }
    for (std::size_t label = 0; known && label < known->probabilities.size(); ++label)
        table.rows.push_back({QStringLiteral("probability"), QString::number(label), QString(), tableNumber(known->probabilities[label])});
    return table;
}

std::optional<HiddenUnit> ActivityPanel::unitAt(QPointF place) const
{
    if (!moment().snapshot)
        return std::nullopt;
    const std::vector<int> &hidden = moment().snapshot->experiment.hidden;
    for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
        const QRectF both = strip(layer, 0, rect()).united(strip(layer, 1, rect()));
        if (both.contains(place))
            return HiddenUnit{layer, std::min(static_cast<std::size_t>((place.x() - both.left()) / both.width() * hidden[layer]), static_cast<std::size_t>(hidden[layer]) - 1)};
    }
    return std::nullopt;
}

void ActivityPanel::mouseMoveEvent(QMouseEvent *event)
{
    row().selection().pointAt(unitAt(event->position()));
}

void ActivityPanel::mousePressEvent(QMouseEvent *event)
{
    const std::optional<HiddenUnit> unit = unitAt(event->position());
    if (event->button() == Qt::LeftButton && unit)
        row().selection().keep(*unit, model());
}

void ActivityPanel::leaveEvent(QEvent *)
{
    row().selection().pointAt(std::nullopt);
}

} // namespace actiscope
