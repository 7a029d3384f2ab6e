#include "ui/base/menu_fit.h"

#include <QAction>
#include <QMenu>
#include <QScreen>

#include <algorithm>
#include <iterator>

namespace actiscope {

namespace {

constexpr int edgeOfScreen = 8; // pixels

QString nameOfAction(const QAction &action)
{
    return action.text().section(QLatin1Char('\t'), 0, 0);
}

/** The tooltip of an action without one of its own is its text. */
void keepInToolTip(QAction &action, const QString &said)
{
    if (!action.toolTip().contains(said))
        action.setToolTip(said + QStringLiteral("\n") + action.toolTip());
}

} // namespace

void fitToScreen(QMenu &menu)
{
    const QWidget *parent = menu.parentWidget() ? menu.parentWidget()->window() : &menu;
    const int room = parent->screen()->availableSize().width() - edgeOfScreen;
    QList<QAction *> own;
    std::ranges::copy_if(menu.actions(), std::back_inserter(own), [&menu](const QAction *action) { return action->parent() == &menu && !action->isSeparator(); });
    if (menu.sizeHint().width() <= room)
        return;
    for (QAction *action : own) {
        const QString beside = action->text().section(QLatin1Char('\t'), 1);
        if (beside.isEmpty())
            continue;
        keepInToolTip(*action, beside);
        action->setText(nameOfAction(*action));
    }
    const int excess = menu.sizeHint().width() - room;
    if (excess <= 0)
        return;
    const QFontMetrics metrics(menu.font());
    int widest = 0;
    for (const QAction *action : own)
        widest = std::max(widest, metrics.horizontalAdvance(action->text()));
    for (QAction *action : own) {
        const QString whole = action->text();
        const QString cut = metrics.elidedText(whole, Qt::ElideMiddle, widest - excess);
        if (cut == whole)
            continue;
        keepInToolTip(*action, whole);
        action->setText(cut);
    }
}

} // namespace actiscope
