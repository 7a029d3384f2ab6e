#include "ui/training/foot_splitter.h"

#include "ui/base/scale.h"

#include <QChildEvent>
#include <QEvent>

#include <algorithm>

namespace actiscope {

FootSplitter::FootSplitter(QWidget *parent) : QSplitter(Qt::Vertical, parent)
{
    setHandleWidth(12);
    setChildrenCollapsible(false);
    setStyleSheet(QStringLiteral("QSplitter::handle { background: transparent; }"));
    connect(this, &QSplitter::splitterMoved, this, [this] {
        if (!widget(1)->isHidden())
            m_chosenFoot = qRound(sizes().value(1) / interfaceScale());
    });
}

void FootSplitter::setChosenFoot(int height)
{
    m_chosenFoot = std::max(0, height);
    share();
}

int FootSplitter::footHeight(int room) const
{
    const int least = widget(1)->minimumSizeHint().height();
    const int wanted = widget(1)->sizeHint().height();
    const int head = widget(0)->sizeHint().height();
    const int foot = m_chosenFoot > 0 ? scaled(m_chosenFoot) : room - wanted >= head ? wanted : least;
    const int leastOfHead = std::max(widget(0)->minimumHeight(), widget(0)->minimumSizeHint().height());
    // What the panels cannot take is the chart's, too.
    return std::max({std::min(foot, room - leastOfHead), least, room - widget(0)->maximumHeight()});
}

void FootSplitter::share()
{
    if (count() < 2 || widget(0)->isHidden() || widget(1)->isHidden())
        return;
    const int room = height() - handleWidth();
    const int foot = footHeight(room);
    const QList<int> wanted = {std::max(0, room - foot), foot};
    if (sizes() != wanted)
        setSizes(wanted);
}

bool FootSplitter::event(QEvent *event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        share();
    return done;
}

void FootSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    share();
}

void FootSplitter::childEvent(QChildEvent *event)
{
    QSplitter::childEvent(event);
    if (event->added())
        share();
}

} // namespace actiscope
