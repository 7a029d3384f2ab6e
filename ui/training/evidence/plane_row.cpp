#include "ui/training/evidence/plane_row.h"

#include "core/drawing/view_grid.h"
#include "ui/base/number_format.h"
#include "ui/training/evidence/axis_ticks.h"
#include "ui/training/evidence/model_titles.h"

#include <QLineF>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace actiscope {

namespace {

constexpr double viewMargin = 0.5; ///< around the points, in units of the data
constexpr double mapPoints = 100;      ///< of a unit's map, in the longer direction
constexpr double planeAxisHeight = 20; ///< below the plane
constexpr int legendClasses = 4;   ///< beyond, "…" stands for the others

} // namespace

void PlaneRow::ask(InspectionQuestion &question, const EvidenceMoment &moment) const
{
    question.wantsMistakes = true;
    if (!moment.unit)
        return;
    question.unit = moment.unit;
    for (const ModelSnapshot &model : moment.snapshot->models) {
        if (!model.boundary)
            continue;
        GridSpec grid = model.boundary->grid; // the same part of the plane, in less detail: a map is asked for under a moving pointer
        const double share = std::min(1.0, mapPoints / std::max(grid.width, grid.height));
        grid.width = std::max(2, static_cast<int>(grid.width * share));
        grid.height = std::max(2, static_cast<int>(grid.height * share));
        question.unitGrid = grid;
    }
}

void PlaneRow::fit()
{
    m_unitScale.reset();
    for (std::size_t model = 0; model < moment().models() && moment().unit; ++model) {
        const Inspection *known = moment().inspection(model);
        if (!known || !known->unitMap || known->question.unit != moment().unit)
            continue;
        if (!m_unitScale)
            m_unitScale = UnitScale{0, 1e-9};
        m_unitScale->include(*known->unitMap);
    }
}

EvidencePanel *PlaneRow::makePanel(std::size_t model, QWidget *parent)
{
    return new PlanePanel(*this, model, parent);
}

PlaneView PlaneRow::viewOf(const QRectF &panel) const
{
    const QRectF area = panel.adjusted(0, 0, 0, -style().px(planeAxisHeight));
    if (!moment().snapshot || !moment().snapshot->data || area.width() < 1 || area.height() < 1)
        return {QRectF(0, 0, 1, 1), area};
    const GridSpec grid = viewGrid(moment().snapshot->data->all, viewMargin, area.width() / area.height(), 2);
    return {QRectF(grid.xMin, grid.yMin, grid.xMax - grid.xMin, grid.yMax - grid.yMin), area};
}

std::optional<PlaneRow::Grids> PlaneRow::gridsOf(QSizeF panel) const
{
    const PlaneView view = viewOf(QRectF(QPointF(), panel));
    if (!moment().snapshot || !moment().snapshot->data || view.area.width() < 1 || view.area.height() < 1)
        return std::nullopt;
    const double pixels = std::max(view.area.width(), view.area.height());
    const auto grid = [&](double pixelsPerPoint, int most) {
        return viewGrid(moment().snapshot->data->all, viewMargin, view.area.width() / view.area.height(),
                        std::clamp(static_cast<int>(pixels / pixelsPerPoint), 32, most));
    };
    return Grids{grid(5, 112), grid(1.5, 360)};
}

QString PlaneRow::legend() const
{
    const bool isRegression = moment().snapshot && moment().snapshot->data && moment().snapshot->data->isRegression();
    return isRegression ? tr("shade: the value, light is large; test points larger, with a dot")
                        : tr("shade: probability; test points larger, with a dot; red: wrong");
}

void PlaneRow::drawLegend(QPainter &painter, const QRectF &area) const
{
    if (!moment().snapshot || !moment().snapshot->data || moment().snapshot->data->isRegression()) {
        EvidenceRow::drawLegend(painter, area);
        return;
    }
    if (m_unitScale)
        drawUnitLegend(painter, area);
    else
        drawMarks(painter, area);
}

/** A line for each sign; those that do not fit are left out. Returns where they end. */
double PlaneRow::drawMarks(QPainter &painter, const QRectF &area) const
{
    PlanePainter marks;
    marks.setTheme(style().theme);
    const int classes = moment().snapshot->data->classes;
    const bool isOfUnit = m_unitScale.has_value();
    const PointSizes sizes{style().px(3.2), style().px(4)};
    painter.setFont(style().small);
    const QFontMetricsF metrics(style().small);
    double y = area.top() + metrics.height() / 2 + style().px(4);
    const auto line = [&](const QString &text, int label, bool isTest, bool isWrong) {
        if (y + metrics.height() / 2 > area.bottom())
            return;
        const QPointF place(area.left() + style().px(8), y); // the ring of what is wrong has room
        if (label >= 0)
            marks.drawMark(painter, place, label, isTest, isWrong, sizes);
        painter.setPen(style().theme.mutedText);
        painter.drawText(QPointF(area.left() + style().px(20), y + metrics.capHeight() / 2), text);
        y += metrics.height() + style().px(4);
    };
    for (int label = 0; label < std::min(classes, legendClasses); ++label)
        line(isOfUnit ? tr("class %1, test").arg(label) : tr("class %1").arg(label), label, isOfUnit, false);
    if (classes > legendClasses)
        line(tr("… to class %1").arg(classes - 1), -1, false, false);
    if (!isOfUnit) {
        line(tr("test point"), 0, true, false);
        line(tr("wrong"), 1, true, true);
    }
    return y;
}

/** Which unit, and what its greys mean. */
void PlaneRow::drawUnitLegend(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(style().small);
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    const QString text = tr("f(z) of unit %1,\nlayer %2").arg(moment().unit->unit + 1).arg(moment().unit->layer + 1);
    QRectF used;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
    double y = used.bottom() + style().px(10);
    const QString low = formatNumber(m_unitScale->low, 2), high = formatNumber(m_unitScale->high, 2);
    const double barLeft = area.left() + metrics.horizontalAdvance(low) + style().px(4), barWidth = style().px(36);
    painter.drawText(QPointF(area.left(), y + metrics.capHeight() / 2), low);
    painter.drawText(QPointF(barLeft + barWidth + style().px(4), y + metrics.capHeight() / 2), high);
    QLinearGradient shades(barLeft, 0, barLeft + barWidth, 0);
    shades.setColorAt(0, unitShade(0, style().theme));
    shades.setColorAt(1, unitShade(1, style().theme));
    painter.setBrush(shades);
    painter.setPen(QPen(style().theme.border, 1));
    painter.drawRect(QRectF(barLeft, y - style().px(4), barWidth, style().px(8)));
    y += metrics.height() + style().px(2);
    QPen dashed(style().theme.text, style().px(1.5));
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.left() + style().px(22), y));
    painter.setPen(style().theme.mutedText);
    painter.drawText(QPointF(area.left() + style().px(28), y + metrics.capHeight() / 2), QStringLiteral("z = 0"));
    drawMarks(painter, area.adjusted(0, y - area.top() + metrics.height() / 2, 0, 0));
}

std::vector<AxisNumber> PlaneRow::axisNumbers(QSizeF panel) const
{
    const PlaneView view = viewOf(QRectF(QPointF(), panel));
    std::vector<AxisNumber> numbers{{view.area.top() + style().px(7), QStringLiteral("x₂")}};
    const std::vector<double> ticks = axisTicks(view.plane.top(), view.plane.bottom(), std::max(2, static_cast<int>(view.area.height() / style().px(60))));
    for (const double tick : ticks) {
        const double y = view.toArea(view.plane.left(), tick).y();
        if (y > view.area.top() + style().px(22))
            numbers.push_back({y, tickText(tick, ticks)});
    }
    return numbers;
}

PlanePanel::PlanePanel(PlaneRow &row, std::size_t model, QWidget *parent) : EvidencePanel(row, model, parent), m_planeRow(row)
{
    setMouseTracking(true);
}

/** A diverged model keeps the last plane that it had. */
void PlanePanel::refresh()
{
    const Snapshot *run = moment().snapshot.get();
    if (run && model() < run->models.size()) {
        if (std::exchange(m_isDark, style().theme.isDark) != style().theme.isDark)
            m_plane.setTheme(style().theme);
        if (std::exchange(m_run, run->run) != run->run) {
            m_plane.setData(run->data);
            m_plane.setBoundary(nullptr);
        }
        const ModelSnapshot &state = run->models[model()];
        if (state.boundary && state.boundary != m_plane.boundary())
            m_plane.setBoundary(state.boundary);
        const Inspection *known = moment().inspection(model());
        if (known && known->run == run->run && !known->mistakes.empty())
            m_plane.setMistakes(known->mistakes);
    }
    refreshUnit();
    EvidencePanel::refresh();
}

/** Planes take turns. */
bool PlanePanel::changesWithEpoch() const
{
    const std::shared_ptr<const Boundary> newest = model() < moment().models() ? moment().snapshot->models[model()].boundary : nullptr;
    return newest && newest != m_plane.boundary();
}

void PlanePanel::refreshUnit()
{
    const bool isKnown = model() < moment().found.size() && m_planeRow.unitScale() && moment().found[model()]->unitMap;
    if (!isKnown) {
        m_unitOf.reset();
        return;
    }
    const std::shared_ptr<const Inspection> &known = moment().found[model()];
    if (known == m_unitOf && *m_planeRow.unitScale() == m_unitScale)
        return;
    m_unitOf = known;
    m_unitScale = *m_planeRow.unitScale();
    m_unit.setMap(*known->unitMap, *known->question.unitGrid, m_unitScale, style().theme);
}

void PlanePanel::draw(QPainter &painter, const QRectF &area) const
{
    const PlaneView view = m_planeRow.viewOf(area);
    PointSizes sizes = PointSizes::ofPlane(view.area.height());
    sizes = {style().px(sizes.training), style().px(sizes.test)};
    if (showsUnit()) {
        m_unit.draw(painter, view, style().px(1.5));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style().theme.border, 1));
        painter.drawRect(view.area.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        m_plane.drawShading(painter, view);
        m_plane.drawContour(painter, view, style().px(2));
    }
    m_plane.drawPoints(painter, view, sizes, !showsUnit());
    drawPoint(painter, view);
    if (moment().isDiverged(model())) {
        QColor veil = style().theme.plotBackground;
        veil.setAlphaF(0.6f);
        painter.fillRect(view.area, veil);
    }
    drawPointer(painter, view);
    drawAxis(painter, view);
}

void PlanePanel::drawAxis(QPainter &painter, const PlaneView &view) const
{
    painter.setFont(style().small);
    painter.setPen(style().theme.mutedText);
    const QFontMetricsF metrics(style().small);
    const double baseline = view.area.bottom() + style().px(4) + metrics.ascent();
    const QString name = QStringLiteral("x₁");
    const double nameLeft = view.area.right() - metrics.horizontalAdvance(name);
    painter.drawText(QPointF(nameLeft, baseline), name);
    const std::vector<double> ticks = axisTicks(view.plane.left(), view.plane.right(), std::max(2, static_cast<int>(view.area.width() / style().px(70))));
    for (const double tick : ticks) {
        const double x = view.toArea(tick, view.plane.top()).x();
        const QString text = tickText(tick, ticks);
        const double half = metrics.horizontalAdvance(text) / 2;
        painter.setPen(QPen(style().theme.zeroLine, 1));
        painter.drawLine(QPointF(x, view.area.bottom()), QPointF(x, view.area.bottom() + style().px(3)));
        painter.setPen(style().theme.mutedText);
        if (x - half > view.area.left() - style().px(4) && x + half < nameLeft - style().px(4))
            painter.drawText(QPointF(std::max(view.area.left(), x - half), baseline), text);
    }
}

/** At the same place in all columns. */
void PlanePanel::drawPointer(QPainter &painter, const PlaneView &view) const
{
    const std::optional<PlanePoint> pointer = row().selection().pointer();
    if (!pointer)
        return;
    const QPointF place = view.toArea(pointer->x, pointer->y);
    if (!view.area.contains(place))
        return;
    painter.setPen(QPen(style().theme.text, 1));
    painter.drawLine(QPointF(view.area.left(), place.y()), QPointF(view.area.right(), place.y()));
    painter.drawLine(QPointF(place.x(), view.area.top()), QPointF(place.x(), view.area.bottom()));
}

/** The one that sums are told of. */
void PlanePanel::drawPoint(QPainter &painter, const PlaneView &view) const
{
    if (!moment().point || *moment().point >= moment().snapshot->data->all.count())
        return;
    const double *place = moment().snapshot->data->all.point(*moment().point);
    const QPointF middle = view.toArea(place[0], place[1]);
    const double radius = style().px(9);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style().theme.text, style().px(2)));
    painter.drawEllipse(middle, radius, radius);
    for (const QPointF away : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawLine(middle + 0.7 * radius * away, middle + 1.4 * radius * away);
}

/** The nearest point is the one that sums are told of; the same again is none. */
void PlanePanel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !moment().snapshot || !moment().snapshot->data)
        return;
    const PlaneView now = view();
    const LabelledPoints &all = moment().snapshot->data->all;
    std::optional<std::size_t> nearest;
    double least = style().px(12);
    for (std::size_t i = 0; i < all.count(); ++i) {
        const double away = QLineF(event->position(), now.toArea(all.point(i)[0], all.point(i)[1])).length();
        if (away < least) {
            least = away;
            nearest = i;
        }
    }
    row().selection().choosePoint(nearest == row().selection().point() ? std::nullopt : nearest, model());
}

QString PlanePanel::description() const
{
    return moment().snapshot && model() < moment().models() ? resultOf(*moment().snapshot, model()).value : QString();
}

void PlanePanel::mouseMoveEvent(QMouseEvent *event)
{
    const PlaneView now = view();
    row().selection().setPointer(now.area.contains(event->position()) ? std::optional(now.toPlane(event->position())) : std::nullopt);
}

void PlanePanel::leaveEvent(QEvent *)
{
    row().selection().setPointer(std::nullopt);
}

EvidenceTable PlanePanel::table() const
{
    if (!moment().snapshot || !moment().snapshot->data)
        return {};
    const Dataset &dataset = *moment().snapshot->data;
    EvidenceTable table{{QStringLiteral("x1"), QStringLiteral("x2"), dataset.isRegression() ? QStringLiteral("target") : QStringLiteral("class"),
                         QStringLiteral("set"), QStringLiteral("wrong")},
                        {}};
    const Inspection *known = moment().inspection(model());
    std::vector<bool> isTest(dataset.all.count());
    for (const std::size_t place : dataset.testIndices)
        isTest[place] = true;
    for (std::size_t i = 0; i < dataset.all.count(); ++i) {
        const bool isTold = known && i < known->mistakes.size();
        table.rows.push_back({tableNumber(dataset.all.point(i)[0]), tableNumber(dataset.all.point(i)[1]),
                              dataset.isRegression() ? tableNumber(dataset.all.targets[i * dataset.all.targetCount]) : QString::number(dataset.all.labels[i]),
                              isTest[i] ? QStringLiteral("test") : QStringLiteral("training"),
                              isTold ? QString::number(known->mistakes[i] ? 1 : 0) : QString()});
    }
    return table;
}

} // namespace actiscope
