// What bends the activation in focus: a slider, a spin box and a button that sweeps to and fro for each parameter, the
// defaults, the ghost of the curve before the drag, and random slopes where an activation draws them. Absent when the
// activation has no parameter. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace actiscope {

class FunctionsState;
class ParameterControl;
class ParameterSweep;

class ParameterPanel : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPanel(FunctionsState &state, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** One per parameter of the activation in focus. */
    const std::vector<ParameterControl *> &controls() const { return m_controls; }
    /** The one that moves each of them by itself, in the same order. */
    const std::vector<ParameterSweep *> &sweeps() const { return m_sweeps; }
    QCheckBox *ghostBox() const { return m_ghost; }
    QPushButton *drawButton() const { return m_draw; }

private:
    void setupButtons();
    void rebuild();
    void addRow(std::size_t index);
    void takeParameters();
    void take(std::size_t index, double value);

    FunctionsState &m_state;
    Theme m_theme = Theme::light();
    QVBoxLayout *m_rows = nullptr;
    QCheckBox *m_ghost = nullptr;
    QPushButton *m_draw = nullptr;
    QPushButton *m_defaults = nullptr;
    std::vector<QWidget *> m_rowWidgets;
    std::vector<ParameterControl *> m_controls;
    std::vector<ParameterSweep *> m_sweeps;
};

} // namespace actiscope
