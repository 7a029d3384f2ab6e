#include "ui/training/settings/layer_activations.h"

#include "ui/base/elided_tool_button.h"
#include "ui/base/number_spin_box.h"
#include "ui/training/settings/activation_menu.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace actiscope {

LayerActivations::LayerActivations(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_each = new QCheckBox(tr("An activation for each layer"), this);
    m_each->setToolTip(tr("Hidden layers of this network may have different activations"));
    layout->addWidget(m_each);
    connect(m_each, &QCheckBox::toggled, this,
            [this](bool each) { emit edited(std::vector<ActivationSpec>(each ? m_layers : 1, ActivationSpec(m_activations.front()))); });
}

void LayerActivations::showModel(const ModelConfiguration &model, std::size_t hiddenLayers)
{
    const bool isSame = m_rows && m_activations == model.activations && m_layers == hiddenLayers;
    m_activations = model.activations;
    m_layers = hiddenLayers;
    const QSignalBlocker blocker(m_each);
    m_each->setChecked(m_activations.size() > 1);
    m_each->setEnabled(m_layers > 1);
    if (!isSame)
        rebuild();
}

void LayerActivations::rebuild()
{
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater(); // one of its fields may be what is being edited
    }
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->setColumnStretch(1, 1);
    for (std::size_t layer = 0; m_activations.size() > 1 && layer < m_activations.size(); ++layer)
        addLayer(*grid, layer);
    layout()->addWidget(m_rows);
    m_rows->setVisible(m_activations.size() > 1);
}

void LayerActivations::addLayer(QGridLayout &grid, std::size_t layer)
{
    const ActivationSpec &spec = m_activations[layer];
    const int row = static_cast<int>(layer);
    const QString number = QString::number(layer + 1);
    grid.addWidget(new QLabel(tr("Layer %1").arg(number), m_rows), row, 0);
    auto *name = new ElidedToolButton(QStringLiteral(" ▾"), m_rows);
    name->setAutoRaise(true);
    name->setPopupMode(QToolButton::InstantPopup);
    name->setFullText(QString::fromStdString(spec.activation->name));
    name->setAccessibleName(tr("Activation of layer %1: %2").arg(number, QString::fromStdString(spec.activation->name)));
    name->setMenu(makeActivationMenu(name, [this, layer](const Activation &activation) { setLayer(layer, defaultSpec(activation)); }));
    name->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    grid.addWidget(name, row, 1, Qt::AlignLeft);
    if (spec.parameters.empty())
        return;
    const ActivationParameter &parameter = spec.activation->parameters.front();
    auto *field = new NumberSpinBox(m_rows);
    field->setDecimals(4);
    field->setRange(parameter.minimum, parameter.maximum);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setKeyboardTracking(false);
    field->setValue(spec.parameters.front());
    field->setAccessibleName(tr("%1 of layer %2").arg(QString::fromStdString(parameter.symbol), number));
    field->setToolTip(field->accessibleName());
    grid.addWidget(field, row, 2);
    connect(field, &NumberSpinBox::valueChanged, this, [this, layer](double value) {
        ActivationSpec changed = m_activations[layer];
        changed.parameters.front() = value;
        setLayer(layer, makeSpec(*changed.activation, std::move(changed.parameters)));
    });
}

void LayerActivations::setLayer(std::size_t layer, const ActivationSpec &spec)
{
    std::vector<ActivationSpec> activations = m_activations;
    activations[layer] = spec;
    emit edited(activations);
}

} // namespace actiscope
