#include "ui/functions/list/custom_activation_bar.h"

#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "ui/functions/formula/formula_dialog.h"
#include "ui/functions/state/custom_activation_list.h"
#include "ui/functions/state/functions_state.h"
#include "ui/window/actions/action_group.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

CustomActivationBar::CustomActivationBar(FunctionsState &state, CustomActivationList &customActivations, QWidget *parent)
    : QWidget(parent), m_state(state), m_customActivations(customActivations), m_tools(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QPushButton *newButton =
        addButton(*this, tr("&New activation…"), tr("Makes a function of your own from a formula (Ctrl+N)"), &CustomActivationBar::addNew);
    newButton->setObjectName(QStringLiteral("newActivation"));
    layout->addWidget(newButton);
    QPushButton *edit =
        addButton(*m_tools, tr("Edit…"), tr("Changes the formula, the name or the defaults of your function"), &CustomActivationBar::edit);
    edit->setObjectName(QStringLiteral("editActivation"));
    QPushButton *remove = addButton(*m_tools, tr("Remove…"), tr("Takes your function off the list; a run that uses it goes on"),
                                    &CustomActivationBar::remove);
    remove->setObjectName(QStringLiteral("removeActivation"));
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(8);
    tools->addWidget(edit);
    tools->addWidget(remove);
    connect(&customActivations, &CustomActivationList::changed, this, &CustomActivationBar::showAvailable);
    connect(&state, &FunctionsState::focusChanged, this, &CustomActivationBar::showFocus);
    connect(&state, &FunctionsState::availableChanged, this, &CustomActivationBar::showFocus);
    showAvailable();
    showFocus();
}

QPushButton *CustomActivationBar::addButton(QWidget &parent, const QString &text, const QString &toolTip,
                                            void (CustomActivationBar::*clicked)())
{
    auto *button = new QPushButton(text, &parent);
    button->setToolTip(toolTip);
    button->setAccessibleName(withoutMnemonic(text));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, clicked);
    return button;
}

void CustomActivationBar::showAvailable()
{
    std::vector<const Activation *> all;
    for (const Activation &activation : activations())
        all.push_back(&activation);
    std::ranges::copy(m_customActivations.all(), std::back_inserter(all));
    if (all != m_state.available())
        m_state.setAvailable(std::move(all));
}

void CustomActivationBar::showFocus()
{
    m_tools->setVisible(m_state.focus().family == customFamily);
}

void CustomActivationBar::addNew()
{
    auto *dialog = new FormulaDialog(m_theme, nullptr, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Activation &made = m_customActivations.add(dialog->formula(), dialog->properties());
        m_state.setShown(made, true);
        m_state.setFocus(made);
    });
    dialog->open();
}

void CustomActivationBar::edit()
{
    const Activation &old = m_state.focus();
    if (old.family != customFamily)
        return;
    auto *dialog = new FormulaDialog(m_theme, &old, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, &old] {
        const bool wasShown = m_state.isShown(old);
        const Activation &made = m_customActivations.replace(old, dialog->formula(), dialog->properties());
        m_state.setShown(made, wasShown || m_state.isShown(made));
        m_state.setFocus(made);
    });
    dialog->open();
}

void CustomActivationBar::remove()
{
    const Activation &activation = m_state.focus();
    if (activation.family != customFamily)
        return;
    const QString name = QString::fromStdString(activation.name);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove activation"),
                                     tr("Remove “%1” from the list? A run that uses it goes on.").arg(name), QMessageBox::Cancel, window());
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    connect(yes, &QPushButton::clicked, this, [this, &activation] { m_customActivations.remove(activation); });
    question->open();
}

} // namespace actiscope
