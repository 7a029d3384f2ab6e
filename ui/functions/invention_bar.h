// Below the list of activations: the way to new ones, and to those that the user made. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPushButton;

namespace actiscope {

class FunctionsState;
class Inventions;

class InventionBar : public QWidget {
    Q_OBJECT

public:
    InventionBar(FunctionsState &state, Inventions &inventions, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }

public slots:
    /** Asks for a formula; what comes of it is shown and in focus. */
    void invent();
    /** The same for the one in focus, if it is the user's. */
    void edit();
    /** Asks, and takes the one in focus off the list. */
    void remove();

private:
    QPushButton *addButton(const QString &text, const QString &toolTip, void (InventionBar::*clicked)());
    void showAvailable();
    void showFocus();

    FunctionsState &m_state;
    Inventions &m_inventions;
    Theme m_theme = Theme::light();
    QPushButton *m_edit;
    QPushButton *m_remove;
};

} // namespace actiscope
