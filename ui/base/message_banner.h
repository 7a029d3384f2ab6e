// A line above the plots that says what went wrong and offers what can be done. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QFrame>
#include <QPlainTextEdit>

class QLabel;
class QPushButton;

namespace actiscope {

struct Snapshot;

class MessageBanner : public QFrame {
    Q_OBJECT

public:
    explicit MessageBanner(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** With a button for what can be done, unless `action` is empty, and one that shows and hides a compiler's log, unless that is. */
    void showMessage(const QString &text, const QString &action = {}, const QString &log = {});
    /** Why a run stopped and what can be done, or what else it has to say; hides what was said of an earlier run when this one is new. */
    void showMessageOf(const Snapshot &snapshot, bool offersEigen, bool isNewRun);
    /** Something to answer: `action`, or not (`dismissal`). An empty action leaves only the other. */
    void ask(const QString &text, const QString &action, const QString &dismissal);
    QString text() const;
    bool isLogShown() const { return !m_log->isHidden() && !isHidden(); }
    QPushButton *actionButton() const { return m_action; }
    QPushButton *dismissButton() const { return m_dismiss; }
    QPushButton *logButton() const { return m_logButton; }
    QPlainTextEdit *logView() const { return m_log; }

signals:
    void actionRequested();
    /** And it is hidden. */
    void dismissed();

private:
    void showLog(bool isShown);
    void fitLog();

    QLabel *m_text = nullptr;
    QPushButton *m_logButton = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_dismiss = nullptr;
    QPlainTextEdit *m_log = nullptr;
};

} // namespace actiscope
