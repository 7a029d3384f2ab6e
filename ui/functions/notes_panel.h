// The right panel of the Functions workspace: the activation in focus, its formulas, a control for each parameter, and two
// or three sentences about it. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/functions/notes.h"

#include <QScrollArea>

#include <vector>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace actiscope {

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
    ParameterPanel *parameters() const { return m_parameters; }

private:
    void setupContents();
    QLabel *addText(QVBoxLayout &layout, const QString &objectName);
    void showFocus();
    void updateShown();

    FunctionsState &m_state;
    Notes m_notes;
    QLabel *m_name = nullptr;
    QCheckBox *m_shown = nullptr;
    FormulaView *m_value = nullptr;
    FormulaView *m_derivative = nullptr;
    QLabel *m_range = nullptr;
    ParameterPanel *m_parameters = nullptr;
    QLabel *m_sentences = nullptr;
};

} // namespace actiscope
