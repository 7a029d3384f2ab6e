// The strip above the plots: which plots and marks there are, and below it a row each for the family, the comparison and the
// look inside while they are on. Reads and changes a FunctionsView. GUI thread.
#pragma once

#include "ui/functions/state/functions_view.h"

#include <QWidget>

#include <vector>

class QMenu;
class QToolButton;

namespace actiscope {

class ComparisonRow;
class FamilyRow;
class FlowLayout;
class FunctionsState;
class InsideRow;
class NumberSpinBox;
struct Theme;

class ViewBar : public QWidget {
    Q_OBJECT

public:
    explicit ViewBar(FunctionsState &state, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** The look of its buttons, for others of the workspace. */
    static QString buttonSheet(const Theme &theme);
    /** The button or menu entry of an option; null for one that has none. */
    QAction *action(bool ViewOptions::*option) const;
    QToolButton *button(bool ViewOptions::*option) const;
    /** All of them, in the order of the bar. */
    QList<QAction *> optionActions() const;
    /** In the menu of the marks. */
    NumberSpinBox *threshold() const { return m_threshold; }
    FamilyRow *family() const { return m_family; }
    ComparisonRow *comparison() const { return m_comparison; }
    InsideRow *inside() const { return m_inside; }

private:
    struct Wanted {
        bool ViewOptions::*option;
        const char *id; ///< of the action, after "functions."
        QString text;
        QString toolTip;
    };
    QAction *addAction(const Wanted &wanted);
    void addButton(const Wanted &wanted);
    void addMarks();
    QAction *addThreshold(QMenu &menu);
    void showOptions();
    void enable(bool ViewOptions::*option, bool applies, const QString &whyNot);

    struct Option {
        bool ViewOptions::*option;
        QAction *action;
        QToolButton *button; ///< null for an entry of the menu
        QString toolTip;     ///< while it applies
    };

    FunctionsState &m_state;
    FlowLayout *m_buttons = nullptr;
    std::vector<Option> m_options;
    QWidget *m_saturation = nullptr; ///< the threshold with its label
    NumberSpinBox *m_threshold = nullptr;
    FamilyRow *m_family = nullptr;
    ComparisonRow *m_comparison = nullptr;
    InsideRow *m_inside = nullptr;
};

} // namespace actiscope
