#include "ui/base/focus_ring.h"

#include "ui/base/scale.h"

#include <QEvent>
#include <QPainter>

namespace actiscope {

namespace {

constexpr int ringThickness = 2;

} // namespace

FocusRing::FocusRing(QWidget *around, int inset) : QWidget(around), m_inset(inset)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    around->installEventFilter(this);
    hide();
    follow();
}

void FocusRing::setColor(const QColor &color)
{
    m_color = color;
    update();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != parent())
        return false;
    switch (event->type()) {
    case QEvent::FocusIn:
        follow();
        raise();
        show();
        break;
    case QEvent::FocusOut:
        hide();
        break;
    case QEvent::Resize:
        follow();
        break;
    default:
        break;
    }
    return false;
}

/** Masked to the ring, so that what lies inside is not painted twice. */
void FocusRing::follow()
{
    const int inset = scaled(m_inset);
    const int thickness = scaled(ringThickness);
    setGeometry(parentWidget()->rect().adjusted(inset, inset, -inset, -inset));
    setMask(QRegion(rect()) - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_color);
}

} // namespace actiscope
