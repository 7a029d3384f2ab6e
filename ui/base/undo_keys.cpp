#include "ui/base/undo_keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace actiscope {

namespace {

/** The field of a spin box is within it. */
const QLineEdit *focusedField()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto *field = qobject_cast<const QLineEdit *>(focus);
    return field || !focus ? field : focus->findChild<const QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

UndoKeys::UndoKeys(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool undoes = key->matches(QKeySequence::Undo);
    const bool redoes = key->matches(QKeySequence::Redo) || key->keyCombination() == (Qt::CTRL | Qt::Key_Y);
    const QLineEdit *field = undoes || redoes ? focusedField() : nullptr;
    if (!field)
        return QObject::eventFilter(watched, event);
    event->setAccepted(undoes ? field->isUndoAvailable() : field->isRedoAvailable()); // else it is a key of the window
    return true;
}

} // namespace actiscope
