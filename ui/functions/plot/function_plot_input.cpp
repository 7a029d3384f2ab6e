// FunctionPlot under mouse and keys.
#include "ui/functions/plot/function_plot.h"

#include "ui/base/number_format.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

/** A tenth of the range, left or right. */
void FunctionPlot::pan(int direction)
{
    const QCPRange range = xRange();
    const double step = direction * range.size() / 10;
    showXRange(range.lower + step, range.upper + step);
}

/** Around the pointer, or the middle. */
void FunctionPlot::zoom(double factor)
{
    const QCPRange range = xRange();
    const double fixed = m_pointedX.value_or(range.center());
    showXRange(fixed + factor * (range.lower - fixed), fixed + factor * (range.upper - fixed));
}

/** Along what is in sight, beginning in the middle. */
void FunctionPlot::movePointer(int direction, bool finely)
{
    const QCPRange range = xRange();
    const double step = std::pow(10.0, -xDecimals()) * (finely ? 1 : 10);
    const bool isInSight = m_pointedX && range.contains(*m_pointedX);
    const double from = isInSight ? *m_pointedX : range.center();
    setPointedX(roundToResolution(std::clamp(from + direction * step, range.lower, range.upper), step));
}

void FunctionPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons().testFlag(Qt::LeftButton))
        m_followsCurves = false;
    const QRect rect = valueRect()->rect();
    const double pixel = event->position().x();
    if (pixel < rect.left() || pixel > rect.right()) {
        setPointedX(std::nullopt);
        return;
    }
    setPointedX(roundToResolution(panel(0).x()->pixelToCoord(pixel), m_stack->xRange().size() / std::max(1, rect.width())));
}

void FunctionPlot::mouseDoubleClickEvent(QMouseEvent *)
{
    resetView();
}

void FunctionPlot::wheelEvent(QWheelEvent *event)
{
    m_followsCurves = false;
    QCustomPlot::wheelEvent(event);
}

void FunctionPlot::leaveEvent(QEvent *event)
{
    setPointedX(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

void FunctionPlot::keyPressEvent(QKeyEvent *event)
{
    constexpr double zoomStep = 1.25;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            pan(direction);
        else
            movePointer(direction, event->modifiers().testFlag(Qt::ControlModifier));
        break;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / zoomStep);
        break;
    case Qt::Key_Minus:
        zoom(zoomStep);
        break;
    case Qt::Key_Home:
        resetView();
        break;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

} // namespace actiscope
