// The page of keys: fits a small screen in any font, and is scrolled where it does not. GUI thread.
#pragma once

#include <QDialog>

namespace actiscope {

class ActionRegistry;

class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const ActionRegistry &actions, QWidget *parent = nullptr);
};

} // namespace actiscope
