// What stands at the right end of the menu bar, so that the plots have the height of a status bar: the last news, and what the networks are trained on.
// As wide as the menus leave. GUI thread.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QMenuBar;

namespace actiscope {

class ElidedLabel;

class MenuCorner : public QWidget {
    Q_OBJECT

public:
    /** The button belongs to it from now on. */
    MenuCorner(QMenuBar &menus, QAbstractButton &button);

    /** For so many milliseconds. */
    void showMessage(const QString &text, int readFor);
    ElidedLabel *label() const { return m_label; }

    QSize sizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    int menusWidth() const;

    QMenuBar &m_menus;
    QAbstractButton &m_button;
    ElidedLabel *m_label = nullptr;
    QTimer m_timer;
};

} // namespace actiscope
