// The left panel of the Functions workspace: a field to search, presets, and the list of all activations. Typing in the list searches; a
// name that is selected and not ticked is previewed. GUI thread.
#pragma once

#include <QWidget>

#include <memory>

class QBoxLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace actiscope {

struct Activation;
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
    /** In the place of the list while a search finds nothing: what was not found, and the way back. */
    QLabel *noMatchText() const { return m_noMatchText; }
    QPushButton *clearButton() const { return m_clear; }
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupView();
    void setupPresets();
    void setupNoMatch();
    void takeQuery(const QString &text);
    bool searchKey(const QKeyEvent &key);
    bool listKey(const QKeyEvent &key);
    void showFocus();
    void takeCurrent(const QModelIndex &current);
    const Activation *activationAt(const QModelIndex &index) const;

    FunctionsState &m_state;
    ActivationListModel *m_model;
    std::unique_ptr<ActivationSearch> m_words;
    ActivationFilter *m_filtered;
    QLineEdit *m_search;
    bool m_follows = false; ///< the current row is set by the search or the state, not by a hand
    QToolButton *m_presets;
    QTreeView *m_view;
    QBoxLayout *m_top = nullptr; ///< search and presets
    QWidget *m_noMatch = nullptr;
    QLabel *m_noMatchText = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace actiscope
