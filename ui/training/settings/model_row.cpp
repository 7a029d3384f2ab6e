#include "ui/training/settings/model_row.h"

#include "core/base/errors.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/number_format.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/training/settings/activation_menu.h"
#include "ui/training/settings/setting_spin_box.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr int rowDotSize = 12;
constexpr int modelRowHeight = 32;

QPixmap dotPixmap(const QColor &color, qreal ratio)
{
    const int size = scaled(rowDotSize);
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, size, size);
    return pixmap;
}

} // namespace

ModelRow::ModelRow(ModelConfiguration model, QWidget *parent) : QWidget(parent), m_model(std::move(model)), m_spec(m_model.activation())
{
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(8);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
    m_layout->setRowMinimumHeight(0, modelRowHeight);
    setupHeader();
    rebuildFields();
}

ModelConfiguration ModelRow::configuration() const
{
    ModelConfiguration model = m_model;
    if (m_spec != m_model.activation())
        model.activations = {m_spec};
    return model;
}

void ModelRow::setupHeader()
{
    m_dot = new QLabel(this);
    followScale(*m_dot, [this] { m_dot->setFixedWidth(scaled(rowDotSize)); });
    m_name = new ElidedToolButton(QStringLiteral(" ▾"), this);
    m_name->setAutoRaise(true);
    m_name->setPopupMode(QToolButton::InstantPopup);
    m_name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_name->setMenu(makeActivationMenu(this, [this](const Activation &activation) { setActivation(activation); }));
    m_name->setToolTip(tr("Exchange the activation; data and initial weights stay the same"));
    m_remove = new QToolButton(this);
    m_remove->setAutoRaise(true);
    connect(m_remove, &QToolButton::clicked, this, &ModelRow::removeRequested);
    m_layout->addWidget(m_dot, 0, 0);
    m_layout->addWidget(m_name, 0, 1, Qt::AlignLeft);
    m_layout->addWidget(m_remove, 0, 3);
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_layout->addWidget(m_message, 2, 1, 1, 3);
}

void ModelRow::rebuildFields()
{
    delete m_parameters;
    m_fields.clear();
    m_message->hide();
    m_parameters = new QWidget(this);
    auto *layout = new QHBoxLayout(m_parameters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const std::size_t count = m_spec.activation->parameters.size();
    for (std::size_t i = 0; i < count; ++i)
        addField(i);
    // One parameter fits beside the name, more have a line of their own.
    if (count > 1)
        m_layout->addWidget(m_parameters, 1, 1, 1, 3, Qt::AlignRight);
    else
        m_layout->addWidget(m_parameters, 0, 2);
    const QString name = QString::fromStdString(m_spec.activation->name);
    m_name->setFullText(name);
    m_name->setAccessibleName(tr("Activation %1").arg(name));
    m_remove->setToolTip(tr("Remove %1 from the comparison").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    m_parameters->show();
}

bool ModelRow::showInPlace(const ModelConfiguration &model)
{
    if (model.activation().activation != m_spec.activation)
        return false;
    m_model = model;
    m_spec = m_model.activation();
    m_message->hide();
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const QSignalBlocker blocker(m_fields[i]);
        m_fields[i]->setValue(m_spec.parameters[i]);
    }
    return true;
}

void ModelRow::addField(std::size_t index)
{
    const ActivationParameter &parameter = m_spec.activation->parameters[index];
    const QString symbol = QString::fromStdString(parameter.symbol);
    auto *field = new SettingSpinBox(m_parameters);
    field->setDecimals(4);
    field->setRange(parameter.minimum, parameter.maximum);
    field->setSingleStep(0.01);
    field->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    field->setKeyboardTracking(false);
    field->setValue(m_spec.parameters[index]);
    followScale(*field, [field] { field->setFixedWidth(field->fontMetrics().horizontalAdvance(QStringLiteral("0.0000")) + scaled(40)); });
    const QString range = tr("%1 to %2").arg(formatNumber(parameter.minimum), formatNumber(parameter.maximum));
    field->setToolTip(parameter.learnable ? tr("%1 at the start; the network learns it from there (%2)").arg(symbol, range)
                                          : tr("%1 of %2, %3").arg(symbol, QString::fromStdString(m_spec.activation->name), range));
    field->setAccessibleName(tr("%1 of %2").arg(symbol, QString::fromStdString(m_spec.activation->name)));
    auto *label = new QLabel(symbol, m_parameters);
    label->setBuddy(field);
    m_parameters->layout()->addWidget(label);
    m_parameters->layout()->addWidget(field);
    m_fields.push_back(field);
    connect(field, &QDoubleSpinBox::valueChanged, this, [this, index](double value) { setParameter(index, value); });
}

void ModelRow::setParameter(std::size_t index, double value)
{
    std::vector<double> parameters = m_spec.parameters;
    parameters[index] = value;
    m_message->hide();
    try {
        m_spec = makeSpec(*m_spec.activation, std::move(parameters));
    } catch (const ConfigurationError &error) {
        m_message->setText(tr("Not accepted: %1").arg(translated(error.accepted())));
        m_message->show();
        return;
    }
    emit specChanged();
}

QString ModelRow::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

void ModelRow::setActivation(const Activation &activation)
{
    if (&activation == m_spec.activation)
        return;
    m_spec = defaultSpec(activation);
    rebuildFields();
    emit specChanged();
}

void ModelRow::setTheme(const Theme &theme, const QColor &dot)
{
    const QString buttons = scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp; }"
                                                       "QToolButton:hover { background: %1; }"
                                                       "QToolButton:focus { border-color: %2; }"
                                                       "QToolButton::menu-indicator { image: none; }"))
                                .arg(theme.background.name(), theme.accent.name());
    m_name->setStyleSheet(buttons);
    m_remove->setStyleSheet(buttons);
    m_dot->setPixmap(dotPixmap(dot, devicePixelRatioF()));
    m_remove->setIcon(svgIcon(QStringLiteral("training_remove"), theme.mutedText));
    QPalette palette = m_message->palette();
    palette.setColor(QPalette::WindowText, theme.error);
    m_message->setPalette(palette);
}

void ModelRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

} // namespace actiscope
