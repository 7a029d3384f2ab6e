#include "ui/training/settings/model_row.h"

#include "core/base/errors.h"
#include "core/training/model_label.h"
#include "ui/base/elided_label.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/translation.h"
#include "ui/training/settings/activation_menu.h"
#include "ui/training/settings/model_settings.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace actiscope {

namespace {

constexpr int rowIcon = 16;
constexpr int rowDotSize = 12;
constexpr int modelRowHeight = 28;
constexpr int parameterIndent = 20;

QPixmap dotPixmap(const QColor &color, qreal ratio)
{
    QPixmap pixmap(QSize(scaled(rowDotSize), scaled(rowDotSize)) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(0, 0, scaled(rowDotSize), scaled(rowDotSize));
    return pixmap;
}

/** Of layers that differ: what is moved by a slider belongs to all layers. */
bool hasOneActivation(const ModelConfiguration &model)
{
    return model.activations.size() == 1;
}

/** "α learned, from 0.25", of what a network learns; or, where there is no room, "α learned". */
QString learnedText(const ModelConfiguration &model, bool isShort = false)
{
    const ActivationSpec &spec = model.activation();
    for (std::size_t k = 0; hasOneActivation(model) && k < spec.parameters.size(); ++k) {
        const ActivationParameter &parameter = spec.activation->parameters[k];
        const QString symbol = QString::fromStdString(parameter.symbol);
        if (parameter.learnable && isShort)
            return ModelRow::tr("%1 learned").arg(symbol);
        if (parameter.learnable)
            return ModelRow::tr("%1 learned, from %2").arg(symbol, formatNumber(spec.parameters[k]));
    }
    return {};
}

/** What follows the activation in the model's name: "η 1, adamw". */
QString ownText(const Experiment &experiment, std::size_t model)
{
    const std::string label = modelLabel(experiment, model);
    const std::string activation = activationLabel(experiment.models[model]);
    return label.size() > activation.size() + 2 ? QString::fromStdString(label.substr(activation.size() + 2)) : QString();
}

} // namespace

ModelRow::ModelRow(QWidget *parent) : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    setupHeader();
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_layout->addWidget(m_message);
    followScale(*this, [this] {
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 9 / 11);
        m_note->setFont(small);
        m_name->setMinimumHeight(scaled(modelRowHeight));
        for (QToolButton *button : {m_open, m_remove})
            button->setIconSize(QSize(scaled(rowIcon), scaled(rowIcon)));
    });
}

void ModelRow::setupHeader()
{
    auto *header = new QHBoxLayout;
    header->setSpacing(4);
    m_dot = new QLabel(this);
    followScale(*m_dot, [this] { m_dot->setFixedWidth(scaled(rowDotSize)); });
    m_name = new ElidedToolButton(QStringLiteral(" ▾"), this);
    m_name->setAutoRaise(true);
    m_name->setPopupMode(QToolButton::InstantPopup);
    m_name->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_name->setMenu(makeActivationMenu(this, [this](const Activation &activation) { setActivation(activation); }));
    m_name->setToolTip(tr("Exchange the activation; data and initial weights stay the same"));
    m_note = new ElidedLabel(this);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_open = new QToolButton(this);
    m_open->setAutoRaise(true);
    m_open->setCheckable(true);
    m_open->setToolTip(tr("Settings of this model alone"));
    connect(m_open, &QToolButton::toggled, this, &ModelRow::setOpen);
    m_remove = new QToolButton(this);
    m_remove->setAutoRaise(true);
    connect(m_remove, &QToolButton::clicked, this, &ModelRow::removeRequested);
    header->addWidget(m_dot);
    header->addWidget(m_name);
    header->addWidget(m_note, 1);
    header->addWidget(m_open);
    header->addWidget(m_remove);
    m_layout->addLayout(header);
}

void ModelRow::showModel(const Experiment &experiment, std::size_t model)
{
    m_experiment = experiment;
    m_model = model;
    m_message->hide();
    showNames();
    showParameters();
    m_remove->setVisible(experiment.models.size() > 1);
    if (m_settings && isOpen())
        m_settings->showModel(experiment, model);
}

void ModelRow::showNames()
{
    const ModelConfiguration &model = configuration();
    QString name = QString::fromStdString(model.activation().activation->name);
    if (!hasOneActivation(model))
        name = QString::fromStdString(activationLabel(model));
    m_name->setFullText(name);
    m_name->setAccessibleName(tr("Activation %1").arg(name));
    m_open->setAccessibleName(tr("Settings of %1").arg(name));
    m_remove->setToolTip(tr("Remove %1 from the comparison").arg(name));
    m_remove->setAccessibleName(tr("Remove %1").arg(name));
    const auto noteOf = [&](bool isShort) {
        QStringList notes{learnedText(model, isShort), ownText(m_experiment, m_model)};
        notes.removeAll(QString());
        return notes.join(QStringLiteral(", "));
    };
    m_note->setFullText(noteOf(false), noteOf(true));
}

QString ModelRow::note() const
{
    return m_note->fullText();
}

void ModelRow::showParameters()
{
    std::vector<const Activation *> wanted;
    for (const ActivationSpec &spec : configuration().activations)
        wanted.push_back(spec.activation);
    if (wanted != m_shown) {
        m_shown = wanted;
        rebuildParameters();
    }
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const QSignalBlocker blocker(m_parameters[i]);
        m_parameters[i]->setValue(configuration().activation().parameters[i]);
    }
}

void ModelRow::rebuildParameters()
{
    if (m_sliders) {
        m_sliders->hide();
        m_sliders->deleteLater(); // it may be what is being moved
    }
    m_parameters.clear();
    m_sliders = new QWidget(this);
    auto *layout = new QVBoxLayout(m_sliders);
    layout->setContentsMargins(scaled(parameterIndent), 0, 0, 0);
    layout->setSpacing(4);
    const ActivationSpec &spec = configuration().activation();
    for (std::size_t i = 0; hasOneActivation(configuration()) && i < spec.parameters.size(); ++i) {
        const ActivationParameter &parameter = spec.activation->parameters[i];
        auto *control = new ParameterControl(parameter, m_sliders);
        const QString of = tr("%1 of %2").arg(QString::fromStdString(parameter.symbol), QString::fromStdString(spec.activation->name));
        control->spinBox()->setAccessibleName(of);
        control->slider()->setAccessibleName(tr("%1, slider").arg(of));
        control->spinBox()->setKeyboardTracking(false);
        layout->addWidget(control);
        m_parameters.push_back(control);
        connect(control, &ParameterControl::valueChanged, this, [this, i](double value) { setParameter(i, value); });
    }
    m_layout->insertWidget(1, m_sliders);
    m_sliders->setVisible(!m_parameters.empty());
}

void ModelRow::setParameter(std::size_t index, double value)
{
    ModelConfiguration model = configuration();
    std::vector<double> values = model.activation().parameters;
    values[index] = value;
    m_message->hide();
    try {
        model.activations = {makeSpec(*model.activation().activation, std::move(values))};
    } catch (const ConfigurationError &error) {
        m_message->setText(tr("Not accepted: %1").arg(translated(error.accepted())));
        m_message->show();
        return;
    }
    emit edited(model);
}

QString ModelRow::message() const
{
    if (!m_message->isHidden())
        return m_message->text();
    return m_settings ? m_settings->message() : QString();
}

void ModelRow::setActivation(const Activation &activation)
{
    ModelConfiguration model = configuration();
    if (hasOneActivation(model) && &activation == model.activation().activation)
        return;
    model.activations = {defaultSpec(activation)};
    emit edited(model);
}

bool ModelRow::isOpen() const
{
    return m_open->isChecked();
}

void ModelRow::setOpen(bool open)
{
    m_open->setChecked(open);
    if (open && !m_settings) {
        m_settings = new ModelSettings(this);
        m_settings->setTheme(m_theme);
        m_layout->addWidget(m_settings);
        connect(m_settings, &ModelSettings::edited, this, &ModelRow::edited);
    }
    if (open)
        m_settings->showModel(m_experiment, m_model);
    if (m_settings)
        m_settings->setVisible(open);
    m_open->setIcon(svgIcon(open ? QStringLiteral("training_open") : QStringLiteral("training_closed"), m_theme.mutedText));
}

void ModelRow::setTheme(const Theme &theme)
{
    m_theme = theme;
    const QString buttons = scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp; }"
                                                       "QToolButton:hover { background: %1; }"
                                                       "QToolButton:focus { border-color: %2; }"
                                                       "QToolButton::menu-indicator { image: none; }"))
                                .arg(theme.background.name(), theme.accent.name());
    for (QToolButton *button : {static_cast<QToolButton *>(m_name), m_open, m_remove})
        button->setStyleSheet(buttons);
    m_remove->setIcon(svgIcon(QStringLiteral("training_remove"), theme.mutedText));
    QPalette palette = m_message->palette();
    palette.setColor(QPalette::WindowText, theme.error);
    m_message->setPalette(palette);
    palette.setColor(QPalette::WindowText, theme.mutedText);
    m_note->setPalette(palette);
    if (m_settings)
        m_settings->setTheme(theme);
    setOpen(isOpen());
}

void ModelRow::setDot(const QColor &color)
{
    m_dot->setPixmap(dotPixmap(color, devicePixelRatioF()));
}

} // namespace actiscope
