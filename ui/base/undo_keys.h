// Who has the keys that undo and redo: a field for text while it has something of its own to take back, else the window. GUI thread.
#pragma once

#include <QObject>

namespace actiscope {

/** Some fields keep these keys to themselves where they can do nothing with them, others never get them. Watches all of the program. */
class UndoKeys : public QObject {
    Q_OBJECT

public:
    explicit UndoKeys(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace actiscope
