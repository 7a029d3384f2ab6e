#include "ui/training/evidence/hidden_space_row.h"

#include "core/analysis/curve.h"
#include "ui/base/class_palette.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"


#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double highestSpace = 240;
constexpr double belowSpace = 20;
constexpr double spacePointRadius = 2.6;
constexpr std::size_t mostSpacePoints = 3000; ///< that are drawn
constexpr int spaceValueGroups = 9; ///< of the targets of a regression

/** A class' sign, drawn once for all of its points. */
QImage stampOf(const ClassColors &colors, const QPainterPath &shape, double radius, double ratio)
{
    const int side = static_cast<int>(std::ceil(2 * (radius + 2)));
    QImage stamp(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    painter.scale(radius, radius);
    QPen rim(colors.rim, 1);
    rim.setCosmetic(true);
    painter.setPen(rim);
    painter.setBrush(colors.fill);
    painter.drawPath(shape);
    return stamp;
}

/** The sign of each point: its class, or a ninth of the range of values. */
std::vector<int> spaceSigns(const LabelledPoints &points)
{
    if (points.targetCount == 0)
        return points.labels;
    const auto [least, largest] = std::ranges::minmax_element(points.targets);
    std::vector<int> groups;
    for (std::size_t i = 0; i < points.count(); ++i) {
        const double share = *largest > *least ? (points.targets[i * points.targetCount] - *least) / (*largest - *least) : 0.5;
        groups.push_back(static_cast<int>(std::lround(share * (spaceValueGroups - 1))));
    }
    return groups;
}

/** Of very many points not every one is drawn. */
std::size_t spaceStep(std::size_t points)
{
    return (points + mostSpacePoints - 1) / mostSpacePoints;
}

} // namespace

double HiddenSpaceRow::heightOf(const Snapshot &, double width)
{
    return std::min(highestSpace, 0.66 * width);
}

void HiddenSpaceRow::ask(InspectionQuestion &question, const EvidenceMoment &) const
{
    question.wantsHiddenSpace = true;
}

EvidencePanel *HiddenSpaceRow::makePanel(std::size_t model, QWidget *parent)
{
    return new HiddenSpacePanel(*this, model, parent);
}

QString HiddenSpaceRow::legend() const
{
    return tr("training points; each model has a space of its own: same scale, turned so that class 1 is right and up");
}

const HiddenSpace *HiddenSpaceRow::space(std::size_t model) const
{
    const Inspection *known = moment().inspection(model);
    return known && known->hiddenSpace && !moment().isDiverged(model) ? &*known->hiddenSpace : nullptr;
}

void HiddenSpaceRow::fit()
{
    m_x = m_y = {0, 0};
    for (std::size_t model = 0; model < moment().models(); ++model) {
        const HiddenSpace *known = space(model);
        for (std::size_t i = 0; known && i < known->points.size(); ++i) {
            m_x = united(m_x, {known->points[i][0], known->points[i][0]});
            m_y = united(m_y, {known->points[i][1], known->points[i][1]});
        }
    }
    if (m_x.size() <= 0)
        m_x = m_y = {-1, 1};
}

/** All points, at the largest scale that both directions allow. */
PanelPlot HiddenSpaceRow::plotOf(const QRectF &panel) const
{
    const QRectF area = panel.adjusted(0, 0, 0, -style().px(belowSpace));
    const double margin = 2 * style().px(8), top = style().px(12); // the sentence is there
    const double perUnit = std::min((area.width() - margin) / m_x.size(), (area.height() - margin - top) / std::max(m_y.size(), 1e-9 * m_x.size()));
    const double x = (m_x.minimum + m_x.maximum) / 2, y = (m_y.minimum + m_y.maximum) / 2 + top / 2 / perUnit;
    const double across = area.width() / 2 / perUnit, up = area.height() / 2 / perUnit;
    return {area, {x - across, x + across}, {y - up, y + up}};
}

std::vector<AxisNumber> HiddenSpaceRow::axisNumbers(QSizeF panel) const
{
    const PanelPlot plot = plotOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers;
    const std::vector<double> ticks = axisTicks(m_y.minimum, m_y.maximum, 3);
    for (const double tick : ticks)
        numbers.push_back({plot.y(tick), tickText(tick, ticks)});
    return numbers;
}

HiddenSpacePanel::HiddenSpacePanel(HiddenSpaceRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_hidden(row)
{
    setToolTip(HiddenSpaceRow::tr("Outputs of the last hidden layer, seen along the two directions in which they vary most (principal components): the output "
                                  "layer can only cut this picture by a straight line"));
}

void HiddenSpacePanel::draw(QPainter &painter, const QRectF &area) const
{
    const PanelPlot plot = m_hidden.plotOf(area);
    const std::vector<double> ticks = axisTicks(plot.xAxis().low, plot.xAxis().high, std::max(2, static_cast<int>(area.width() / style().px(80))));
    plot.drawGrid(painter, style(), std::vector<double>{0});
    painter.setPen(QPen(style().theme.zeroLine, 1));
    painter.drawLine(QPointF(plot.x(0), plot.area().top()), QPointF(plot.x(0), plot.area().bottom()));
    plot.drawNumbersBelow(painter, style(), ticks, HiddenSpaceRow::tr("1st component"));
    if (const HiddenSpace *space = m_hidden.space(model()))
        drawPoints(painter, plot, *space);
    drawNote(painter, style(), area.adjusted(style().px(8), style().px(2), -style().px(8), 0), Qt::AlignLeft | Qt::AlignTop, sharesText());
}

void HiddenSpacePanel::drawPoints(QPainter &painter, const PanelPlot &plot, const HiddenSpace &space) const
{
    const LabelledPoints &points = moment().snapshot->data->train;
    const double radius = style().px(spacePointRadius), ratio = devicePixelRatioF();
    const bool isRegression = moment().snapshot->data->isRegression();
    const int groups = isRegression ? spaceValueGroups : moment().snapshot->data->classes;
    std::vector<QImage> stamps;
    for (int group = 0; group < groups; ++group) {
        ClassColors colors = classColorsOn(style().theme.plotBackground, isRegression ? 0 : group, style().theme);
        if (isRegression)
            colors = {{}, valueShade(static_cast<double>(group) / (spaceValueGroups - 1), style().theme), style().theme.text};
        stamps.push_back(stampOf(colors, classShape(isRegression ? 0 : group), radius, ratio));
    }
    const std::vector<int> signs = spaceSigns(points);
    for (std::size_t i = 0; i < std::min(space.points.size(), signs.size()); i += spaceStep(signs.size())) {
        const QImage &stamp = stamps[static_cast<std::size_t>(signs[i])];
        const QSizeF size = QSizeF(stamp.size()) / ratio;
        painter.drawImage(plot.at(space.points[i][0], space.points[i][1]) - QPointF(size.width() / 2, size.height() / 2), stamp);
    }
}

QString HiddenSpacePanel::sharesText() const
{
    const HiddenSpace *space = m_hidden.space(model());
    if (!space)
        return {};
    const auto percent = [](double share) { return formatFixed(100 * share, 0); };
    const QString text = HiddenSpaceRow::tr("%1 % + %2 % of the variance").arg(percent(space->shares[0]), percent(space->shares[1]));
    const std::size_t step = spaceStep(space->points.size());
    return step > 1 ? text + QStringLiteral(", ") + HiddenSpaceRow::tr("one point in %1 is drawn").arg(step) : text;
}

QString HiddenSpacePanel::description() const
{
    const HiddenSpace *space = m_hidden.space(model());
    return space ? HiddenSpaceRow::tr("%1 training points; %2").arg(QString::number(space->points.size()), sharesText()) : QString();
}

EvidenceTable HiddenSpacePanel::table() const
{
    EvidenceTable table{{QStringLiteral("point"), QStringLiteral("component_1"), QStringLiteral("component_2"), QStringLiteral("label")}, {}};
    const HiddenSpace *space = m_hidden.space(model());
    const LabelledPoints &points = moment().snapshot->data->train;
    for (std::size_t i = 0; space && i < space->points.size(); ++i) {
        const QString label = points.targetCount > 0 ? tableNumber(points.targets[i * points.targetCount]) : QString::number(points.labels[i]);
        table.rows.push_back({QString::number(i), tableNumber(space->points[i][0]), tableNumber(space->points[i][1]), label});
    }
    return table;
}

} // namespace actiscope
