// The right panel of the Functions workspace: the activation in focus, its formulas, what was checked of it, a control for each
// parameter, its shape, and what there is to read about it. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/functions/notes/notes.h"

#include <QScrollArea>

#include <vector>

class QCheckBox;
class QLabel;
class QTimer;
class QVBoxLayout;

namespace actiscope {

class ActivationChecker;
class CheckBadge;
class FormulaView;
class FunctionsState;
class ParameterControl;
class ParameterPanel;

class NotesPanel : public QScrollArea {
    Q_OBJECT

public:
    NotesPanel(FunctionsState &state, Notes notes, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** One per parameter of the activation in focus. */
    const std::vector<ParameterControl *> &parameterControls() const;
    /** The first that is said of the activation in focus; empty for one without notes. */
    QString sentence() const;
    ParameterPanel *parameters() const { return m_parameters; }
    /** Takes in, below the name, what can be done with the activation in focus. */
    void addTools(QWidget *tools);
    /** Nothing in it is cut off. */
    QSize minimumSizeHint() const override;
    /** What computes the badge. */
    ActivationChecker *checker() const { return m_checker; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void setupContents();
    void setupShape(QVBoxLayout &layout);
    void setupBadge(QVBoxLayout &layout);
    QLabel *addText(QVBoxLayout &layout, const QString &objectName);
    void showName();
    void showFocus();
    void updateShown();
    void updateShape();
    void showText();
    void requestChecks();
    void showChecks();

    FunctionsState &m_state;
    Notes m_notes;
    Theme m_theme = Theme::light();
    QLabel *m_name = nullptr;
    QCheckBox *m_shown = nullptr;
    FormulaView *m_value = nullptr;
    FormulaView *m_derivative = nullptr;
    CheckBadge *m_badge = nullptr;
    ActivationChecker *m_checker = nullptr;
    ParameterPanel *m_parameters = nullptr;
    QLabel *m_shape = nullptr;
    QTimer *m_shapeTimer = nullptr; ///< the table follows a slider at its leisure
    QLabel *m_text = nullptr;
};

} // namespace actiscope
