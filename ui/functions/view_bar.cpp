#include "ui/functions/view_bar.h"

#include "ui/base/flow_layout.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/theme.h"
#include "ui/functions/comparison_row.h"
#include "ui/functions/family_row.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/inside_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace actiscope {

ViewBar::ViewBar(FunctionsState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setObjectName(QStringLiteral("viewBar"));
    m_buttons = new FlowLayout;
    m_buttons->setSpacing(4);
    addButton(&ViewOptions::secondDerivative, tr("f″"), tr("A plot of the second derivative f″, the slope of f′"));
    addButton(&ViewOptions::equalScale, tr("Equal scale"), tr("One unit is as long on y as on x, so that slope 1 rises at 45°"));
    addMarks();
    addButton(&ViewOptions::family, tr("Family"), tr("Draws the function in focus for several values of a parameter at once"));
    addButton(&ViewOptions::comparison, tr("Compare"), tr("A plot of the difference of two functions and where it is largest"));
    addButton(&ViewOptions::inside, tr("Look inside"), tr("What goes into the units of the network that is being trained, on the same x axis"));
    addThreshold();
    m_family = new FamilyRow(state, this);
    m_comparison = new ComparisonRow(state, this);
    m_inside = new InsideRow(state, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(8);
    layout->addLayout(m_buttons);
    for (QWidget *row : {static_cast<QWidget *>(m_family), static_cast<QWidget *>(m_comparison), static_cast<QWidget *>(m_inside)})
        layout->addWidget(row);
    connect(&state.view(), &FunctionsView::changed, this, &ViewBar::showOptions);
    connect(&state, &FunctionsState::focusChanged, this, &ViewBar::showOptions);
    connect(&state, &FunctionsState::runChanged, this, &ViewBar::showOptions);
    showOptions();
}

void ViewBar::setTheme(const Theme &theme)
{
    setStyleSheet(QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 4px; padding: 3px 8px; background: %2; }"
                                 "QToolButton:hover { background: %3; }"
                                 "QToolButton:checked { border-color: %4; background: %5; }"
                                 "QToolButton:focus { border-color: %4; }"
                                 "QToolButton::menu-indicator { subcontrol-position: right center; right: 4px; }"
                                 "QToolButton[popupMode=\"2\"] { padding-right: 20px; }")
                      .arg(theme.border.name(), theme.panel.name(), theme.background.name(), theme.accent.name(), theme.selection.name()));
}

QAction *ViewBar::addAction(bool ViewOptions::*option, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    action->setToolTip(toolTip);
    connect(action, &QAction::toggled, this, [this, option](bool on) { m_state.view().set(option, on); });
    return action;
}

void ViewBar::addButton(bool ViewOptions::*option, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setDefaultAction(addAction(option, text, toolTip));
    button->setAccessibleName(text);
    m_buttons->addWidget(button);
    m_options.push_back({option, button->defaultAction(), button});
}

void ViewBar::addMarks()
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    const auto add = [&](bool ViewOptions::*option, const QString &text, const QString &toolTip) {
        m_options.push_back({option, addAction(option, text, toolTip), nullptr});
        menu->addAction(m_options.back().action);
    };
    add(&ViewOptions::tangent, tr("Tangent at the pointer"), tr("The straight line with the slope f′ that the function in focus has there"));
    add(&ViewOptions::asymptotes, tr("Asymptotes"), tr("The lines that the function in focus comes ever closer to, dashed"));
    add(&ViewOptions::saturation, tr("Saturation"), tr("Shades where |f′| is so small that hardly any gradient passes"));
    auto *button = new QToolButton(this);
    button->setText(tr("Marks"));
    button->setAccessibleName(button->text());
    button->setToolTip(tr("What is marked of the function in focus"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    m_buttons->addWidget(button);
}

void ViewBar::addThreshold()
{
    m_saturation = new QWidget(this);
    auto *label = new QLabel(tr("|f′| <"), m_saturation);
    m_threshold = new NumberSpinBox(m_saturation);
    m_threshold->setDecimals(4);
    m_threshold->setRange(FunctionsView::smallestThreshold, FunctionsView::largestThreshold);
    m_threshold->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_threshold->setAccessibleName(tr("Saturation threshold"));
    m_threshold->setToolTip(tr("Where |f′| is below this, the function in focus counts as saturated"));
    label->setBuddy(m_threshold);
    auto *layout = new QHBoxLayout(m_saturation);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_threshold);
    m_buttons->addWidget(m_saturation);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { m_state.view().set(&ViewOptions::saturationThreshold, value); });
}

QAction *ViewBar::action(bool ViewOptions::*option) const
{
    const auto found = std::ranges::find(m_options, option, &Option::option);
    return found == m_options.end() ? nullptr : found->action;
}

QToolButton *ViewBar::button(bool ViewOptions::*option) const
{
    const auto found = std::ranges::find(m_options, option, &Option::option);
    return found == m_options.end() ? nullptr : found->button;
}

void ViewBar::showOptions()
{
    const ViewOptions &options = m_state.view().options();
    for (const auto &[option, action, button] : m_options)
        action->setChecked(options.*option);
    button(&ViewOptions::family)->setVisible(!m_state.focus().parameters.empty());
    button(&ViewOptions::inside)->setVisible(m_state.hasRun());
    m_saturation->setVisible(options.saturation);
    if (m_threshold->value() != options.saturationThreshold)
        m_threshold->setValue(options.saturationThreshold);
    m_family->setVisible(m_state.showsFamily());
    m_comparison->setVisible(options.comparison);
    m_inside->setVisible(m_state.looksInside());
}

} // namespace actiscope
