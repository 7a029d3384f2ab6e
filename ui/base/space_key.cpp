#include "ui/base/space_key.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace actiscope {

namespace {

bool takesSpace(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget);
}

} // namespace

void leaveSpaceToTheFocus(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return;
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && takesSpace(QApplication::focusWidget()))
        event->accept();
}

} // namespace actiscope
