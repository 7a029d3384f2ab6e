// Finds an action by a few letters and does it: a field, and below it the actions whose name or sentence has every word, with their keys; after them devices,
// files and ready experiments. GUI thread.
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace actiscope {

class ActionRegistry;
struct ActionGroup;

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    explicit CommandPalette(ActionRegistry &registry, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    /** Those that the words leave, in the order of the list. */
    QList<QAction *> found() const;
    /** What stands in the place of the list when nothing is found; empty otherwise. */
    QString noMatchText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void addGroup(const ActionGroup &group);
    void addRow(QAction &action, const QString &where);
    void setupList();
    void search();
    void runCurrent();

    ActionRegistry &m_registry;
    QLineEdit *m_field = nullptr;
    QTreeWidget *m_list = nullptr;
    QLabel *m_noMatch = nullptr;
    QList<QAction *> m_actions; ///< of the rows
};

} // namespace actiscope
