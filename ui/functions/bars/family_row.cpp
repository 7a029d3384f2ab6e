#include "ui/functions/bars/family_row.h"

#include "ui/base/scale.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace actiscope {

FamilyRow::FamilyRow(FunctionsState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_symbol(new QLabel(this)), m_parameter(new QComboBox(this)), m_values(new QLineEdit(this)),
      m_error(new QLabel(this))
{
    m_parameter->setAccessibleName(tr("Parameter of the family"));
    m_parameter->setToolTip(tr("The parameter whose values are drawn beside one another"));
    m_values->setAccessibleName(tr("Values of the family"));
    m_values->setToolTip(tr("The values to draw, separated by semicolons"));
    m_values->setObjectName(QStringLiteral("familyValues"));
    followScale(*m_values, [this] { m_values->setMaximumWidth(scaled(280)); });
    m_error->setObjectName(QStringLiteral("familyError"));
    m_error->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_symbol);
    layout->addWidget(m_parameter);
    layout->addWidget(m_values, 1);
    layout->addWidget(m_error, 1);
    connect(m_parameter, &QComboBox::activated, this, [this](int k) { m_state.view().set(&ViewOptions::familyParameter, std::size_t(k)); });
    connect(m_values, &QLineEdit::textEdited, this, &FamilyRow::takeValues);
    connect(m_values, &QLineEdit::editingFinished, this, &FamilyRow::showFamily);
    connect(&state, &FunctionsState::focusChanged, this, &FamilyRow::showFamily);
    connect(&state.view(), &FunctionsView::changed, this, &FamilyRow::showFamily);
    showFamily();
}

QString FamilyRow::error() const
{
    return m_error->text();
}

void FamilyRow::showFamily()
{
    const Activation &focus = m_state.focus();
    if (focus.parameters.empty())
        return;
    const std::size_t k = m_state.view().familyParameter(focus);
    const QSignalBlocker blocker(m_parameter);
    m_parameter->clear();
    for (const ActivationParameter &parameter : focus.parameters)
        m_parameter->addItem(QString::fromStdString(parameter.symbol) + QStringLiteral(" ="));
    m_parameter->setCurrentIndex(int(k));
    m_parameter->setVisible(focus.parameters.size() > 1);
    m_symbol->setVisible(focus.parameters.size() == 1);
    m_symbol->setText(m_parameter->itemText(0));
    // Not what is being typed: "0.1; " reads as one value already.
    const std::vector<double> &values = m_state.view().familyValues(focus, k);
    if (parseFamilyValues(m_values->text(), focus.parameters[k], nullptr) != values || !m_values->hasFocus()) {
        m_values->setText(familyValuesText(values));
        m_error->clear();
    }
}

void FamilyRow::takeValues(const QString &text)
{
    const Activation &focus = m_state.focus();
    const std::size_t k = m_state.view().familyParameter(focus);
    QString error;
    const std::vector<double> values = parseFamilyValues(text, focus.parameters[k], &error);
    m_error->setText(error);
    if (!values.empty())
        m_state.view().setFamilyValues(focus, k, values);
}

} // namespace actiscope
