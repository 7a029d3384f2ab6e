// A line above the plots that says what went wrong and offers what can be done. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace actiscope {

class MessageBanner : public QFrame {
    Q_OBJECT

public:
    explicit MessageBanner(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** With a button for what can be done, unless `action` is empty. */
    void showMessage(const QString &text, const QString &action = {});
    QString text() const;
    QPushButton *actionButton() const { return m_action; }

signals:
    void actionRequested();

private:
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace actiscope
