#include "ui/base/space_key.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace actiscope {

namespace {

bool isSpace(const QEvent &event)
{
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier;
}

constexpr const char *numbersProperty = "holdsNumbersInARow";

/** Whether the next blank could only follow a number; one that replaces what is selected does not. */
bool isAfterNumber(const QLineEdit &field)
{
    const QString text = field.text();
    return field.property(numbersProperty).toBool() && !field.hasSelectedText() && field.cursorPosition() == text.size() && !text.isEmpty()
           && text.back().isDigit();
}

/** Has a field ask for no Space after a number: fields for text ask for all keys that type something. */
class SpaceAfterNumbers : public QObject {
public:
    explicit SpaceAfterNumbers(QLineEdit &field) : QObject(&field), m_field(field) {}

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride || !isSpace(*event) || !isAfterNumber(m_field))
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }

private:
    QLineEdit &m_field;
};

bool takesSpace(const QWidget *widget)
{
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return !isAfterNumber(*field);
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QComboBox *>(widget);
}

} // namespace

void leaveSpaceAfterNumbers(QLineEdit &field)
{
    field.setProperty(numbersProperty, true);
    field.installEventFilter(new SpaceAfterNumbers(field));
}

void leaveSpaceToTheFocus(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isSpace(*event) && takesSpace(QApplication::focusWidget()))
        event->accept();
}

} // namespace actiscope
