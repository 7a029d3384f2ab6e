#include "ui/base/focus_ring.h"

#include <QEvent>
#include <QPainter>

namespace actiscope {

namespace {

constexpr int ringWidth = 2;

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
    setGeometry(parentWidget()->rect().adjusted(m_inset, m_inset, -m_inset, -m_inset));
    setMask(QRegion(rect()) - QRegion(rect().adjusted(ringWidth, ringWidth, -ringWidth, -ringWidth)));
}

void FocusRing::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_color);
}

} // namespace actiscope
