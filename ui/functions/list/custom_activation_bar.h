// Below the list of activations: the way to new ones. What can be done with those that the user made stands in tools(), beside the notes on
// the one in focus. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

class QPushButton;

namespace actiscope {

class FunctionsState;
class CustomActivationList;

class CustomActivationBar : public QWidget {
    Q_OBJECT

public:
    CustomActivationBar(FunctionsState &state, CustomActivationList &customActivations, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) { m_theme = theme; }
    /** To edit and to remove the one in focus; hidden while that is not the user's. */
    QWidget *tools() const { return m_tools; }

public slots:
    /** Asks for a formula; what comes of it is shown and in focus. */
    void addNew();
    /** The same for the one in focus, if it is the user's. */
    void edit();
    /** Asks, and takes the one in focus off the list. */
    void remove();

private:
    QPushButton *addButton(QWidget &parent, const QString &text, const QString &toolTip, void (CustomActivationBar::*clicked)());
    void showAvailable();
    void showFocus();

    FunctionsState &m_state;
    CustomActivationList &m_customActivations;
    Theme m_theme = Theme::light();
    QWidget *m_tools;
};

} // namespace actiscope
