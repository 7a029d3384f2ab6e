#include "ui/training/settings/setting_spin_box.h"

#include <QKeyEvent>

namespace actiscope {

namespace {

bool mayBePartOfNumber(QChar character)
{
    return character.isDigit() || QStringLiteral("+-\u2212.,eE").contains(character);
}

} // namespace

bool SettingSpinBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        if (!text.isEmpty() && text.front().isPrint() && !mayBePartOfNumber(text.front())) {
            event->ignore();
            return false;
        }
    }
    return NumberSpinBox::event(event);
}

} // namespace actiscope
