// Finds an action by a few letters and does it: a field, and below it the actions whose name or sentence has every word, with their keys. GUI thread.
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace actiscope {

class ActionRegistry;

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(ActionRegistry &registry, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    /** Those that the words leave, in the order of the list. */
    QList<QAction *> found() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void addRow(QAction &action, const QString &where);
    void search();
    void runCurrent();

    ActionRegistry &m_registry;
    QLineEdit *m_field = nullptr;
    QTreeWidget *m_list = nullptr;
    QList<QAction *> m_actions; ///< of the rows
};

} // namespace actiscope
