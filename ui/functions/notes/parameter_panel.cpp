#include "ui/functions/notes/parameter_panel.h"

#include "core/activations/activation.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
#include "ui/functions/notes/parameter_sweep.h"
#include "ui/functions/state/functions_state.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStringList>
#include <QVBoxLayout>

namespace actiscope {

ParameterPanel::ParameterPanel(FunctionsState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(8);
    layout->addLayout(m_rows);
    setupButtons();
    connect(&state, &FunctionsState::focusChanged, this, &ParameterPanel::rebuild);
    connect(&state, &FunctionsState::parametersChanged, this, &ParameterPanel::takeParameters);
    rebuild();
}

void ParameterPanel::setupButtons()
{
    m_ghost = new QCheckBox(tr("Ghost"), this);
    m_ghost->setToolTip(tr("Keeps the curve from before the drag, pale and dashed"));
    m_ghost->setChecked(m_state.keepsGhost());
    connect(m_ghost, &QCheckBox::toggled, &m_state, &FunctionsState::setKeepsGhost);
    connect(&m_state, &FunctionsState::ghostChanged, m_ghost, [this] { m_ghost->setChecked(m_state.keepsGhost()); });
    m_draw = new QPushButton(tr("Draw slopes"), this);
    m_draw->setToolTip(tr("Draws slopes at random, as every element gets one while training"));
    connect(m_draw, &QPushButton::clicked, &m_state, &FunctionsState::drawAgain);
    m_defaults = new QPushButton(tr("Default"), this);
    connect(m_defaults, &QPushButton::clicked, this, [this] { m_state.resetParameters(m_state.focus()); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_ghost);
    buttons->addStretch(1);
    buttons->addWidget(m_defaults);
    for (QPushButton *button : {m_draw, m_defaults})
        button->setAutoDefault(false);
    layout()->addWidget(m_draw);
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
}

void ParameterPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (ParameterSweep *sweep : m_sweeps)
        sweep->setTheme(theme);
}

void ParameterPanel::rebuild()
{
    for (QWidget *row : m_rowWidgets)
        delete row;
    m_rowWidgets.clear();
    m_controls.clear();
    m_sweeps.clear();
    const Activation &activation = m_state.focus();
    for (std::size_t k = 0; k < activation.parameters.size(); ++k)
        addRow(k);
    setVisible(!m_controls.empty());
    m_draw->setVisible(activation.drawsWhileTraining());
    QWidget *before = m_sweeps.empty() ? nullptr : m_sweeps.back();
    for (QWidget *after : {static_cast<QWidget *>(m_draw), static_cast<QWidget *>(m_ghost), static_cast<QWidget *>(m_defaults)}) {
        if (before)
            setTabOrder(before, after);
        before = after;
    }
    takeParameters();
}

void ParameterPanel::addRow(std::size_t index)
{
    auto *row = new QWidget(this);
    auto *control = new ParameterControl(m_state.focus().parameters[index], row);
    auto *sweep = new ParameterSweep(*control, row);
    sweep->setTheme(m_theme);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(control, 1);
    layout->addWidget(sweep);
    m_rows->addWidget(row);
    row->show();
    setTabOrder(index > 0 ? m_sweeps.back() : static_cast<QWidget *>(this), control->slider());
    setTabOrder(control->slider(), control->spinBox());
    setTabOrder(control->spinBox(), sweep);
    connect(control->slider(), &QSlider::sliderPressed, &m_state, &FunctionsState::beginBend);
    connect(control->slider(), &QSlider::sliderReleased, &m_state, &FunctionsState::endBend);
    connect(control, &ParameterControl::valueChanged, this, [this, index](double value) { take(index, value); });
    m_rowWidgets.push_back(row);
    m_controls.push_back(control);
    m_sweeps.push_back(sweep);
}

void ParameterPanel::take(std::size_t index, double value)
{
    if (!m_state.isDrawn(m_state.focus()))
        m_state.setShown(m_state.focus(), true); // who moves a slider wants to see what it does
    const bool drags = m_controls[index]->slider()->isSliderDown();
    m_state.bend(index, value, drags);
}

void ParameterPanel::takeParameters()
{
    const Activation &activation = m_state.focus();
    const std::vector<double> &values = m_state.parameters(activation);
    for (std::size_t k = 0; k < m_controls.size(); ++k) {
        const QSignalBlocker blocker(m_controls[k]);
        m_controls[k]->setValue(values[k]);
    }
    m_defaults->setEnabled(values != activation.defaultParameters());
    QStringList defaults;
    for (const ActivationParameter &parameter : activation.parameters)
        defaults << QString::fromStdString(parameter.symbol) + QLatin1Char(' ') + formatNumber(parameter.defaultValue);
    m_defaults->setToolTip(tr("Sets every parameter to its default: %1").arg(defaults.join(QStringLiteral(", "))));
}

} // namespace actiscope
