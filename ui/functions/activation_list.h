// The left panel of the Functions workspace: a field to search, presets, and the list of all activations. Typing in the list searches. GUI
// thread.
#pragma once

#include <QWidget>

#include <memory>

class QLineEdit;
class QKeyEvent;
class QToolButton;
class QTreeView;

namespace actiscope {

struct Theme;
class ActivationColors;
class ActivationFilter;
class ActivationListModel;
class ActivationSearch;
class FunctionsState;

class ActivationList : public QWidget {
    Q_OBJECT

public:
    ActivationList(FunctionsState &state, const ActivationColors &colors, QWidget *parent = nullptr);
    ~ActivationList() override;

    void setTheme(const Theme &theme);
    QLineEdit *searchField() const { return m_search; }
    QTreeView *view() const { return m_view; }
    /** Its menu has the presets. */
    QToolButton *presetButton() const { return m_presets; }
    const ActivationSearch &search() const { return *m_words; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupView();
    void setupPresets();
    bool searchKey(const QKeyEvent &key);
    bool listKey(const QKeyEvent &key);
    void showFocus();
    void takeCurrent(const QModelIndex &current);

    FunctionsState &m_state;
    ActivationListModel *m_model;
    std::unique_ptr<ActivationSearch> m_words;
    ActivationFilter *m_filtered;
    QLineEdit *m_search;
    bool m_isFiltering = false;
    QToolButton *m_presets;
    QTreeView *m_view;
};

} // namespace actiscope
