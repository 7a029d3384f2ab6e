#include "ui/functions/bars/view_bar.h"

#include "ui/base/flow_layout.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/scale.h"
#include "ui/base/theme.h"
#include "ui/functions/bars/comparison_row.h"
#include "ui/functions/bars/family_row.h"
#include "ui/functions/bars/inside_row.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/actions/action_group.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

namespace actiscope {

ViewBar::ViewBar(FunctionsState &state, QWidget *parent) : QWidget(parent), m_state(state)
{
    setObjectName(QStringLiteral("viewBar"));
    m_buttons = new FlowLayout;
    m_buttons->setSpacing(4);
    addButton({&ViewOptions::secondDerivative, "second-derivative", tr("f″"), tr("A plot of the second derivative f″, the slope of f′")});
    addButton(
        {&ViewOptions::equalScale, "equal-scale", tr("Equal scale"), tr("One unit is as long on y as on x, so that slope 1 rises at 45°")});
    addMarks();
    addButton({&ViewOptions::family, "family", tr("Family"), tr("Draws the function in focus for several values of a parameter at once")});
    addButton(
        {&ViewOptions::comparison, "compare", tr("Compare"), tr("A plot of the difference of two functions and where it is largest")});
    addButton(
        {&ViewOptions::inside, "look-inside", tr("Look inside"),
         tr("The pre-activations z of the network that is being trained: what its units put into the function in focus, on the same x "
            "axis")});
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

QString ViewBar::buttonSheet(const Theme &theme)
{
    return scaledSheet(QStringLiteral("QToolButton { border: 1px solid %1; border-radius: 4dp; padding: 3dp 8dp; background: %2; }"
                                      "QToolButton:hover { background: %3; }"
                                      "QToolButton:checked { border-color: %4; background: %5; }"
                                      "QToolButton:disabled { color: %6; background: %3; }"
                                      "QToolButton:focus { border-color: %4; }"
                                      "QToolButton::menu-indicator { subcontrol-position: right center; right: 4dp; }"
                                      "QToolButton[popupMode=\"2\"] { padding-right: 20dp; }"))
        .arg(theme.border.name(), theme.panel.name(), theme.background.name(), theme.accent.name(), theme.selection.name(),
             mix(theme.mutedText, theme.background, 0.4).name());
}

void ViewBar::setTheme(const Theme &theme)
{
    setStyleSheet(buttonSheet(theme));
}

QAction *ViewBar::addAction(const Wanted &wanted)
{
    QAction *action = makeAction(this, {QStringLiteral("functions.") + QLatin1String(wanted.id), wanted.text, wanted.toolTip}, nullptr);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, option = wanted.option](bool on) { m_state.view().set(option, on); });
    return action;
}

void ViewBar::addButton(const Wanted &wanted)
{
    auto *button = new QToolButton(this);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setDefaultAction(addAction(wanted));
    button->setAccessibleName(wanted.text);
    m_buttons->addWidget(button);
    m_options.push_back({wanted.option, button->defaultAction(), button, wanted.toolTip});
}

void ViewBar::addMarks()
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    const auto add = [&](const Wanted &wanted) {
        m_options.push_back({wanted.option, addAction(wanted), nullptr, wanted.toolTip});
        menu->addAction(m_options.back().action);
    };
    add({&ViewOptions::tangent, "tangent", tr("Tangent at the pointer"),
         tr("The straight line with the slope f′ that the function in focus has there")});
    add({&ViewOptions::asymptotes, "asymptotes", tr("Asymptotes"),
         tr("The lines that the function in focus comes ever closer to, dashed")});
    add({&ViewOptions::saturation, "saturation", tr("Saturation"), tr("Shades where |f′| is so small that hardly any gradient passes")});
    menu->addAction(addThreshold(*menu));
    auto *button = new QToolButton(this);
    button->setText(tr("Marks"));
    button->setAccessibleName(button->text());
    button->setToolTip(tr("What is marked of the function in focus"));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    m_buttons->addWidget(button);
}

/** Below the mark that it belongs to. */
QAction *ViewBar::addThreshold(QMenu &menu)
{
    m_saturation = new QWidget(&menu);
    auto *label = new QLabel(tr("where |f′| <"), m_saturation);
    m_threshold = new NumberSpinBox(m_saturation);
    m_threshold->setDecimals(4);
    m_threshold->setRange(FunctionsView::smallestThreshold, FunctionsView::largestThreshold);
    m_threshold->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_threshold->setAccessibleName(tr("Saturation threshold"));
    m_threshold->setToolTip(tr("Where |f′| is below this, the function in focus counts as saturated"));
    label->setBuddy(m_threshold);
    auto *layout = new QHBoxLayout(m_saturation);
    layout->setContentsMargins(28, 4, 12, 4);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_threshold, 1);
    m_saturation->setFocusProxy(m_threshold);
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(m_saturation);
    action->setToolTip(m_threshold->toolTip());
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { m_state.view().set(&ViewOptions::saturationThreshold, value); });
    return action;
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

QList<QAction *> ViewBar::optionActions() const
{
    QList<QAction *> actions;
    for (const Option &each : m_options)
        actions.append(each.action);
    return actions;
}

void ViewBar::showOptions()
{
    const ViewOptions &options = m_state.view().options();
    for (const Option &each : m_options)
        each.action->setChecked(options.*each.option);
    const QString name = QString::fromStdString(m_state.focus().name);
    enable(&ViewOptions::family, !m_state.focus().parameters.empty(), tr("%1 has no parameter, so there is no family of it").arg(name));
    enable(&ViewOptions::inside, m_state.hasRun(), tr("There is no network to look into: begin a run in the Training workspace"));
    m_saturation->setEnabled(options.saturation);
    if (m_threshold->value() != options.saturationThreshold)
        m_threshold->setValue(options.saturationThreshold);
    // Stays while the focus has no family, so that the plots stay where they are.
    m_family->setVisible(options.family);
    m_family->setEnabled(m_state.showsFamily());
    m_comparison->setVisible(options.comparison);
    m_inside->setVisible(m_state.looksInside());
}

/** What does not apply is disabled and says why; nothing moves. */
void ViewBar::enable(bool ViewOptions::*option, bool applies, const QString &whyNot)
{
    const auto found = std::ranges::find(m_options, option, &Option::option);
    found->action->setEnabled(applies);
    found->action->setToolTip(applies ? found->toolTip : whyNot);
}

} // namespace actiscope
