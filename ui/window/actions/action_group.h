// Actions that belong together: those of the window, or of one of its workspaces. An action is a QAction with its name in objectName() ("training.step"), its
// text, its keys, one sentence on what it does in toolTip(), and what it does in triggered(): menus, the keys page, the palette and the buttons read it
// from there. GUI thread.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace actiscope {

/** What a hand does that is no action: "Wheel, drag", "zoom and pan the plots". */
struct HandNote {
    QString hands;
    QString meaning;
};

struct ActionGroup {
    QString title = {};
    QList<QAction *> actions = {};
    std::vector<HandNote> notes = {};
};

struct ActionText {
    QString id;
    QString text; ///< with the mnemonic of its menu: "&Export…"
    QString help = {};
    QList<QKeySequence> keys = {};
};

/** Whose triggered() calls `run`, once for each press of a key. */
QAction *makeAction(QObject *parent, const ActionText &text, std::function<void()> run);

/** As an action has to have a text, to say just that. */
QString actionText(QString text);

/** Without mnemonic: what is read aloud, and shown where there is no menu. */
QString actionWords(const QAction &action);
/** What is written, without the letter to press: "Save" of "&Save", "저장" of "저장(&S)". */
QString withoutMnemonic(QString text);

/** "S", "Ctrl+Y, Ctrl+Shift+Z". */
QString actionKeys(const QAction &action);

/** For a button: the sentence with the keys, "One epoch (S)". */
QString actionToolTip(const QAction &action);

} // namespace actiscope
