#include "ui/window/workspace.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPixmap>

#include <algorithm>

namespace actiscope {

QMimeData *Workspace::copiedView()
{
    auto *view = new QMimeData;
    view->setImageData(grab().toImage());
    return view;
}

/** On a plot; fields and lists have menus of their own, or none. */
void Workspace::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QWidget *at = isKey ? focusWidget() : childAt(event->pos());
    const QList<QWidget *> drawn = plots();
    const bool isPlot = at && std::ranges::any_of(drawn, [at](const QWidget *plot) { return plot == at || plot->isAncestorOf(at); });
    if (!isPlot) {
        QWidget::contextMenuEvent(event);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("plotMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy view"), this, &Workspace::copyRequested);
    menu->addAction(tr("Export…"), this, &Workspace::exportRequested);
    menu->popup(event->globalPos());
}

} // namespace actiscope
