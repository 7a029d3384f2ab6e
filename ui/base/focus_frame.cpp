#include "ui/base/focus_frame.h"

#include "ui/base/focus_ring.h"
#include "ui/base/scale.h"

#include <QApplication>
#include <QCheckBox>
#include <QEvent>
#include <QPainter>
#include <QSlider>

#include <utility>

namespace actiscope {

namespace {

constexpr int frameThickness = 2;

/** Its style, or a ring of its own, says so already. */
bool showsFocusItself(const QWidget &widget)
{
    return qobject_cast<const QCheckBox *>(&widget) || qobject_cast<const QSlider *>(&widget)
           || widget.findChild<const FocusRing *>(QString(), Qt::FindDirectChildrenOnly) || widget.property("showsFocus").toBool();
}

/** Of the widget, what its ancestors do not cut off. Not its visible region, which is without what its own children cover. */
QRect inSight(const QWidget &widget)
{
    QRect seen = widget.rect();
    for (const QWidget *each = widget.parentWidget(); each && !seen.isEmpty(); each = each->isWindow() ? nullptr : each->parentWidget())
        seen &= QRect(widget.mapFrom(each, QPoint()), each->size());
    return seen;
}

} // namespace

FocusFrame::FocusFrame(QWidget &window) : QWidget(&window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { take(now); });
}

void FocusFrame::setColor(const QColor &color)
{
    m_color = color;
    update();
}

void FocusFrame::take(QWidget *focus)
{
    for (const QPointer<QWidget> &each : std::as_const(m_watched)) {
        if (each)
            each->removeEventFilter(this);
    }
    m_watched.clear();
    m_focus = focus && focus->window() == parentWidget() && focus != parentWidget() && !showsFocusItself(*focus) ? focus : nullptr;
    for (QWidget *each = m_focus; each && each != parentWidget(); each = each->parentWidget()) {
        each->installEventFilter(this); // it moves with what it lies in
        m_watched << each;
    }
    follow();
}

bool FocusFrame::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        follow();
        break;
    default:
        break;
    }
    return false;
}

/** On the part of the widget that is in sight; masked to the frame, so that what lies inside is not painted twice. */
void FocusFrame::follow()
{
    const QRect seen = m_focus && m_focus->isVisible() ? inSight(*m_focus) : QRect();
    if (seen.isEmpty()) {
        hide();
        return;
    }
    const int thickness = scaled(frameThickness);
    setGeometry(QRect(m_focus->mapTo(parentWidget(), seen.topLeft()), seen.size()));
    setMask(QRegion(rect()) - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
    raise();
    show();
}

void FocusFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_color);
}

} // namespace actiscope
