#include "ui/charts/plane_painter.h"

#include "ui/base/class_palette.h"

#include <QLineF>
#include <QPaintEngine>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace actiscope {

namespace {

constexpr int valueSteps = 64; ///< of the shades of a regression
constexpr double ringWidth = 1.5;
constexpr double ringGap = 2;

/** Which class wins at a point of the grid; −1 where the scores are no numbers. */
int winnerAt(const Boundary &boundary, std::size_t place)
{
    int winner = -1;
    float best = -std::numeric_limits<float>::infinity();
    for (std::size_t label = 0; label < boundary.scores.size(); ++label) {
        if (boundary.scores[label][place] > best) {
            best = boundary.scores[label][place];
            winner = static_cast<int>(label);
        }
    }
    return winner;
}

/** Shades in steps, the last one for what is not a number. */
template <class Shade>
std::array<QRgb, valueSteps + 1> tableOf(int steps, Shade shade)
{
    std::array<QRgb, valueSteps + 1> table{};
    for (int i = 0; i < steps; ++i)
        table[static_cast<std::size_t>(i)] = shade((i + 0.5) / steps).rgb();
    table[static_cast<std::size_t>(steps)] = qRgba(0, 0, 0, 0);
    return table;
}

std::size_t stepOf(double share, int steps)
{
    return std::isfinite(share) ? static_cast<std::size_t>(std::clamp(static_cast<int>(share * steps), 0, steps - 1))
                                : static_cast<std::size_t>(steps);
}

/** The part of a line that lies in the area, by Liang and Barsky; nothing where none does. */
std::optional<QLineF> within(const QLineF &line, const QRectF &area)
{
    double from = 0, to = 1;
    const auto cut = [&](double slope, double room) { // slope · t <= room
        if (slope == 0)
            return room >= 0;
        if (slope > 0)
            to = std::min(to, room / slope);
        else
            from = std::max(from, room / slope);
        return from <= to;
    };
    const bool isSeen = cut(-line.dx(), line.x1() - area.left()) && cut(line.dx(), area.right() - line.x1()) && cut(-line.dy(), line.y1() - area.top())
                        && cut(line.dy(), area.bottom() - line.y1());
    if (!isSeen)
        return std::nullopt;
    return QLineF(from > 0 ? line.pointAt(from) : line.p1(), to < 1 ? line.pointAt(to) : line.p2());
}

/** Upside down, since rows of a picture go down and y goes up. */
template <class PixelOf>
QImage pictureOf(const GridSpec &grid, PixelOf pixelOf)
{
    QImage image(grid.width, grid.height, QImage::Format_ARGB32_Premultiplied);
    std::size_t place = 0;
    for (int row = 0; row < grid.height; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(grid.height - 1 - row));
        for (int column = 0; column < grid.width; ++column)
            line[column] = pixelOf(place++);
    }
    return image;
}

} // namespace

QPointF PlaneView::toArea(double x, double y) const
{
    return {area.left() + (x - plane.left()) / plane.width() * area.width(), area.bottom() - (y - plane.top()) / plane.height() * area.height()};
}

PlanePoint PlaneView::toPlane(QPointF place) const
{
    return {plane.left() + (place.x() - area.left()) / area.width() * plane.width(),
            plane.top() + (area.bottom() - place.y()) / area.height() * plane.height()};
}

void drawGridImage(QPainter &painter, const PlaneView &view, const GridSpec &grid, const QImage &image)
{
    const double halfX = (grid.xMax - grid.xMin) / std::max(1, grid.width - 1) / 2;
    const double halfY = (grid.yMax - grid.yMin) / std::max(1, grid.height - 1) / 2;
    const QRectF target(view.toArea(grid.xMin - halfX, grid.yMax + halfY), view.toArea(grid.xMax + halfX, grid.yMin - halfY));
    painter.save();
    painter.setClipRect(view.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, image);
    painter.restore();
}

/** A drawing keeps what lies beyond its clip: lines end at the area. */
QPainterPath pathOf(const std::vector<Polyline> &lines, const PlaneView &view)
{
    QPainterPath path;
    for (const Polyline &line : lines) {
        bool isDrawing = false;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const QLineF whole(view.toArea(line[i - 1].x, line[i - 1].y), view.toArea(line[i].x, line[i].y));
            const std::optional<QLineF> part = within(whole, view.area);
            if (!part) {
                isDrawing = false;
                continue;
            }
            if (!isDrawing || part->p1() != whole.p1())
                path.moveTo(part->p1());
            path.lineTo(part->p2());
            isDrawing = true;
        }
    }
    return path;
}

PointSizes PointSizes::ofPlane(double height)
{
    const double large = std::clamp((height - 300) / 284, 0.0, 1.0); // from a laptop's to a presenter's
    return {std::lerp(2.2, 4.0, large), std::lerp(3.8, 7.5, large)};
}

void PlanePainter::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_stamps.clear();
    setBoundary(m_boundary);
}

void PlanePainter::setData(std::shared_ptr<const Dataset> data)
{
    m_data = std::move(data);
    m_stamps.clear();
    m_mistakes.clear();
    m_order[0] = m_data ? m_data->trainIndices : std::vector<std::size_t>{};
    m_order[1] = m_data ? m_data->testIndices : std::vector<std::size_t>{};
    if (m_data && m_data->isRegression()) {
        const auto [least, largest] = std::ranges::minmax(m_data->all.targets);
        m_least = least;
        m_largest = std::max(largest, least + 1e-9);
    }
    for (std::vector<std::size_t> &order : m_order)
        std::ranges::stable_sort(order, {}, [this](std::size_t point) { return markOf(point).label; });
}

void PlanePainter::setBoundary(std::shared_ptr<const Boundary> boundary)
{
    m_boundary = std::move(boundary);
    m_shading = {};
    m_contour.clear();
    if (!m_boundary)
        return;
    const Boundary &known = *m_boundary;
    if (!known.probability.empty()) {
        const auto table = tableOf(shadingSteps, [this](double p) { return probabilityShade(p, m_theme); });
        m_shading = pictureOf(known.grid, [&](std::size_t i) { return table[stepOf(known.probability[i], shadingSteps)]; });
    } else if (!known.prediction.empty()) {
        const auto table = tableOf(valueSteps, [this](double share) { return valueShade(share, m_theme); });
        m_shading = pictureOf(known.grid, [&](std::size_t i) {
            return table[stepOf((double{known.prediction[i]} - m_least) / (m_largest - m_least), valueSteps)];
        });
    } else {
        std::vector<QRgb> areas{qRgba(0, 0, 0, 0)};
        for (std::size_t label = 0; label < known.scores.size(); ++label)
            areas.push_back(classColors(static_cast<int>(label), m_theme).area.rgb());
        m_shading = pictureOf(known.grid, [&](std::size_t i) { return areas[static_cast<std::size_t>(winnerAt(known, i) + 1)]; });
    }
    m_contour = decisionContour(known);
}

void PlanePainter::drawShading(QPainter &painter, const PlaneView &view) const
{
    if (!m_shading.isNull())
        drawGridImage(painter, view, m_boundary->grid, m_shading);
}

void PlanePainter::drawContour(QPainter &painter, const PlaneView &view, double width) const
{
    painter.save();
    painter.setClipRect(view.area, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.isDark ? QColor(Qt::white) : m_theme.text, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(pathOf(m_contour, view));
    painter.restore();
}

PlanePainter::Mark PlanePainter::markOf(std::size_t point) const
{
    if (!m_data->isRegression())
        return {m_data->all.labels[point]};
    const double value = m_data->all.targets[point * m_data->all.targetCount];
    return {static_cast<int>(stepOf((value - m_least) / (m_largest - m_least), valueSteps))};
}

void PlanePainter::drawMark(QPainter &painter, QPointF place, int label, bool isTest, bool isWrong, const PointSizes &sizes) const
{
    paintMark(painter, place, {label, isTest, isWrong}, sizes);
}

/** A test point is larger and carries a dot. An error is a red rim, of a test point a ring besides. */
void PlanePainter::paintMark(QPainter &painter, QPointF place, const Mark &mark, const PointSizes &sizes) const
{
    const bool isValue = m_data && m_data->isRegression();
    ClassColors colors = classColors(isValue ? 0 : mark.label, m_theme);
    if (isValue)
        colors = {colors.area, valueShade((mark.label + 0.5) / valueSteps, m_theme), m_theme.text};
    const double radius = mark.isTest ? sizes.test : sizes.training;
    const QColor wrong = wrongColor(m_theme);
    painter.save();
    painter.translate(place);
    painter.setPen(QPen(mark.isWrong && !mark.isTest ? wrong : colors.rim, mark.isWrong && !mark.isTest ? 1.4 : 0.9));
    painter.setBrush(colors.fill);
    painter.drawPath(QTransform::fromScale(radius, radius).map(classShape(isValue ? 0 : mark.label)));
    if (mark.isTest) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.rim);
        painter.drawEllipse(QPointF(0, 0), radius * 0.38, radius * 0.38);
    }
    if (mark.isTest && mark.isWrong) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(wrong, ringWidth));
        painter.drawEllipse(QPointF(0, 0), radius + ringGap + ringWidth / 2, radius + ringGap + ringWidth / 2);
    }
    painter.restore();
}

const QPixmap &PlanePainter::stamp(const Mark &mark, const PointSizes &sizes, double ratio) const
{
    if (m_stampSizes.test != sizes.test || m_stampSizes.training != sizes.training || m_stampRatio != ratio)
        m_stamps.clear();
    m_stampSizes = sizes;
    m_stampRatio = ratio;
    QPixmap &stamp = m_stamps[mark];
    if (stamp.isNull()) {
        const int side = 2 * static_cast<int>(std::ceil(1.5 * sizes.test + ringGap + ringWidth + 1)) + 1; // odd: its middle is a pixel's
        stamp = QPixmap(static_cast<int>(std::ceil(side * ratio)), static_cast<int>(std::ceil(side * ratio)));
        stamp.setDevicePixelRatio(ratio);
        stamp.fill(Qt::transparent);
        QPainter painter(&stamp);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMark(painter, QPointF(side / 2.0, side / 2.0), mark, sizes);
    }
    return stamp;
}

void PlanePainter::drawGroup(QPainter &painter, const PlaneView &view, const PointSizes &sizes, bool isTest, bool isWrong) const
{
    // Pixels are stamped, which is fast; a drawing keeps its shapes.
    const bool isRaster = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    for (const std::size_t point : m_order[isTest ? 1 : 0]) {
        if ((point < m_mistakes.size() && m_mistakes[point]) != isWrong)
            continue;
        Mark mark = markOf(point);
        mark.isTest = isTest;
        mark.isWrong = isWrong;
        const double *place = m_data->all.point(point);
        const QPointF middle = view.toArea(place[0], place[1]);
        if (!isRaster || painter.worldTransform().isScaling()) {
            paintMark(painter, middle, mark, sizes);
            continue;
        }
        const QPixmap &picture = stamp(mark, sizes, ratio);
        const double half = picture.deviceIndependentSize().width() / 2;
        painter.drawPixmap(QPointF(std::floor(middle.x() - half + 0.5), std::floor(middle.y() - half + 0.5)), picture);
    }
}

/** Class 0, class 1 …, then test points, then those on which the model errs. */
void PlanePainter::drawPoints(QPainter &painter, const PlaneView &view, const PointSizes &sizes, bool withTraining) const
{
    if (!m_data || !m_data->liesInPlane())
        return;
    painter.save();
    painter.setClipRect(view.area, Qt::IntersectClip);
    for (const bool isWrong : {false, true}) {
        for (const bool isTest : {false, true}) {
            if (isTest || withTraining)
                drawGroup(painter, view, sizes, isTest, isWrong);
        }
    }
    painter.restore();
}

} // namespace actiscope
