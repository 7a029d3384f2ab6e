#include "ui/training/data/points_canvas.h"

#include "core/base/errors.h"
#include "core/data/dividing_curve.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double pointRadius = 3.8;
constexpr double strokeStep = 8; ///< pixels of a stroke to a point
constexpr double grabReach = 10; ///< pixels
constexpr double leastErased = 5;

/** The square in which data sets lie, and all points that there are. */
QRectF canvasPlaneOf(const LabelledPoints &points)
{
    const QRectF usual(-2.5, -2, 5, 4);
    if (points.count() == 0)
        return usual;
    const QRectF bounds = boundsOf(points, 0.15);
    const double largest = std::max(bounds.width(), bounds.height());
    return largest < 1 || largest > 8 ? bounds : bounds.united(usual);
}

} // namespace

PointsCanvas::PointsCanvas(LabelledPoints begin, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_drawn(std::move(begin)), m_theme(theme), m_plane(canvasPlaneOf(m_drawn.points())), m_cross(m_plane.center())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Points"));
    setAccessibleDescription(tr("Arrow keys move a cross, Space draws, erases or grabs there"));
}

void PointsCanvas::refresh()
{
    m_grabbed.reset();
    m_isGrabbedWithKey = false;
    update();
    emit pointsChanged();
}

void PointsCanvas::setTool(Tool tool)
{
    m_tool = tool;
    m_grabbed.reset();
    m_isGrabbedWithKey = false;
    update();
}

void PointsCanvas::setBrush(int pixels)
{
    m_brush = pixels;
    update();
}

void PointsCanvas::setCurve(const std::string &curve)
{
    m_curve = curve;
    update();
}

void PointsCanvas::begin(QPointF pixel, Tool tool)
{
    m_stroke = tool;
    m_last = pixel;
    if (tool == Tool::Move) {
        m_grabbed = m_drawn.nearest(toPlane(pixel), grabReach / fit().scale());
        if (m_grabbed)
            m_drawn.beginStroke();
        return;
    }
    m_drawn.beginStroke();
    draw(pixel, true);
}

/** The first point of a stroke lies where the pointer is. */
void PointsCanvas::draw(QPointF pixel, bool isFirst)
{
    const double reach = m_brush / fit().scale();
    if (*m_stroke == Tool::Draw)
        m_drawn.add(toPlane(pixel), m_label, isFirst ? 0 : reach);
    else
        m_drawn.erase(toPlane(pixel), std::max(reach, leastErased / fit().scale()));
    update();
    emit pointsChanged();
}

void PointsCanvas::goOn(QPointF pixel)
{
    if (*m_stroke == Tool::Move) {
        if (m_grabbed)
            m_drawn.move(*m_grabbed, toPlane(pixel));
        update();
        emit pointsChanged();
        return;
    }
    while (true) { // the pointer may have jumped
        const QPointF way = pixel - m_last;
        const double length = std::hypot(way.x(), way.y());
        if (length < strokeStep)
            return;
        m_last += way * (strokeStep / length);
        draw(m_last, false);
    }
}

void PointsCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position(), m_tool);
    else if (event->button() == Qt::RightButton)
        begin(event->position(), Tool::Erase);
}

void PointsCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_stroke)
        goOn(event->position());
    update();
}

void PointsCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_stroke.reset();
    m_grabbed.reset();
}

void PointsCanvas::leaveEvent(QEvent *)
{
    m_pointer.reset();
    update();
}

void PointsCanvas::moveCross(QPointF by)
{
    m_cross += by / fit().scale();
    m_cross.setX(std::clamp(m_cross.x(), m_plane.left(), m_plane.right()));
    m_cross.setY(std::clamp(m_cross.y(), m_plane.top(), m_plane.bottom()));
    m_pointer.reset();
    if (m_isGrabbedWithKey && m_grabbed) {
        m_drawn.move(*m_grabbed, m_cross);
        emit pointsChanged();
    }
    update();
}

/** What a click does; a point that is grabbed is let go the next time. */
void PointsCanvas::pressWithKey()
{
    const bool lets = m_isGrabbedWithKey;
    if (!lets)
        begin(toPixel(m_cross), m_tool);
    m_stroke.reset();
    m_isGrabbedWithKey = !lets && m_grabbed.has_value();
    if (!m_isGrabbedWithKey)
        m_grabbed.reset();
    update();
}

void PointsCanvas::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 1 : 10;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCross({-step, 0});
    case Qt::Key_Right:
        return moveCross({step, 0});
    case Qt::Key_Up:
        return moveCross({0, step});
    case Qt::Key_Down:
        return moveCross({0, -step});
    case Qt::Key_Space:
        return pressWithKey();
    default:
        QWidget::keyPressEvent(event);
    }
}

void PointsCanvas::paintAxes(QPainter &painter) const
{
    const QPointF origin = toPixel({0, 0});
    painter.setPen(QPen(m_theme.grid, 1));
    painter.drawLine(QPointF(0, origin.y()), QPointF(width(), origin.y()));
    painter.drawLine(QPointF(origin.x(), 0), QPointF(origin.x(), height()));
    painter.setPen(m_theme.mutedText);
    painter.drawText(rect().adjusted(4, 4, -6, -4), Qt::AlignRight | Qt::AlignBottom, QStringLiteral("x₁"));
    painter.drawText(rect().adjusted(6, 4, -4, -4), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("x₂"));
}

void PointsCanvas::paintCurve(QPainter &painter) const
{
    if (m_curve.empty())
        return;
    std::vector<double> x;
    for (int pixel = 0; pixel <= width(); ++pixel)
        x.push_back(toPlane(QPointF(pixel, 0)).x());
    std::vector<double> y;
    try {
        y = curveValues(m_curve, x);
    } catch (const ConfigurationError &) {
        return; // said elsewhere
    }
    painter.setPen(QPen(m_theme.text, 1.5, Qt::DashLine));
    QPolygonF line;
    for (std::size_t i = 0; i <= x.size(); ++i) {
        const QPointF place = i < x.size() && std::isfinite(y[i]) ? toPixel({x[i], y[i]}) : QPointF(0, INFINITY);
        if (std::abs(place.y()) < 4.0 * height()) {
            line << place;
            continue;
        }
        painter.drawPolyline(line); // until the next stretch that has a value
        line.clear();
    }
}

void PointsCanvas::paintPointer(QPainter &painter) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.text, 1));
    if (m_pointer && m_tool != Tool::Move)
        painter.drawEllipse(*m_pointer, std::max<double>(m_brush, 2), std::max<double>(m_brush, 2));
    if (!hasFocus())
        return;
    if (!m_pointer) {
        const QPointF at = toPixel(m_cross);
        painter.drawLine(at - QPointF(9, 0), at + QPointF(9, 0));
        painter.drawLine(at - QPointF(0, 9), at + QPointF(0, 9));
        painter.drawEllipse(at, std::max<double>(m_brush, 2), std::max<double>(m_brush, 2));
    }
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void PointsCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.plotBackground);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    drawPoints(painter, m_drawn.points(), fit(), pointRadius, m_theme);
    paintCurve(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(m_theme.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    paintPointer(painter);
}

} // namespace actiscope
