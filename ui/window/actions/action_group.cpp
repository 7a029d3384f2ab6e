#include "ui/window/actions/action_group.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

namespace actiscope {

QAction *makeAction(QObject *parent, const ActionText &text, std::function<void()> run)
{
    auto *action = new QAction(text.text, parent);
    action->setObjectName(text.id);
    action->setToolTip(text.help.isEmpty() ? actionWords(*action) : text.help);
    action->setShortcuts(text.keys);
    action->setAutoRepeat(false);
    if (run)
        QObject::connect(action, &QAction::triggered, parent, [run = std::move(run)] { run(); });
    return action;
}

QString actionText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression apart(QStringLiteral("\\(&[^&]\\)")); // as Korean has it: a letter that is no part of the words
    text.remove(apart);
    QString words;
    bool isEscaped = false; // "&&" is a "&" that is meant
    for (const QChar letter : std::as_const(text)) {
        isEscaped = letter == QLatin1Char('&') && !isEscaped;
        if (!isEscaped)
            words += letter;
    }
    return words;
}

QString actionWords(const QAction &action)
{
    return withoutMnemonic(action.text());
}

QString actionKeys(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &key : action.shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

QString actionToolTip(const QAction &action)
{
    const QString keys = actionKeys(action);
    return keys.isEmpty() ? action.toolTip() : QStringLiteral("%1 (%2)").arg(action.toolTip(), keys);
}

} // namespace actiscope
