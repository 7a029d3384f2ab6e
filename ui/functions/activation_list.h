// The left panel of the Functions workspace: a field to search and the list of all activations. GUI thread.
#pragma once

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace actiscope {

struct Theme;
class ActivationColors;
class ActivationListModel;
class FunctionsState;

class ActivationList : public QWidget {
    Q_OBJECT

public:
    ActivationList(FunctionsState &state, const ActivationColors &colors, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    QLineEdit *searchField() const { return m_search; }
    QTreeView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupView();
    void showFocus();
    void takeCurrent(const QModelIndex &current);

    FunctionsState &m_state;
    ActivationListModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_search;
    QTreeView *m_view;
};

} // namespace actiscope
