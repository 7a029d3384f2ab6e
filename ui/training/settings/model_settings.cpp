#include "ui/training/settings/model_settings.h"

#include "core/base/errors.h"
#include "ui/base/translation.h"
#include "ui/training/settings/layer_activations.h"
#include "ui/training/settings/setting_control.h"
#include "ui/training/settings/setting_fields.h"

#include <QVBoxLayout>

namespace actiscope {

ModelSettings::ModelSettings(QWidget *parent) : QWidget(parent)
{
    m_layers = new LayerActivations(this);
    m_fields = new SettingFields({}, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 0, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(m_layers);
    layout->addWidget(m_fields);
    connect(m_layers, &LayerActivations::edited, this, [this](const std::vector<ActivationSpec> &activations) {
        ModelConfiguration model = m_experiment.models[m_model];
        model.activations = activations;
        emit edited(model);
    });
    for (const Setting &setting : settings()) {
        if (!setting.isPerModel || !SettingControl::isShown(setting))
            continue;
        auto *control = new SettingControl(setting, m_fields);
        m_fields->addField(std::string(setting.name), translated(std::string(setting.label)), control->field(),
                           translated(std::string(setting.help)));
        connect(control, &SettingControl::edited, this, [this, control] { take(*control); });
        m_controls.push_back(control);
    }
}

void ModelSettings::showModel(const Experiment &experiment, std::size_t model)
{
    m_experiment = experiment;
    m_model = model;
    m_marked.clear();
    for (const Setting *setting : differences(experiment))
        m_marked.insert(setting->name);
    m_layers->showModel(experiment.models[model], experiment.hidden.size());
    for (SettingControl *control : m_controls) {
        const Setting &setting = control->setting();
        control->show(setting.get(experiment, model));
        m_fields->setFieldVisible(std::string(setting.name), applies(setting, experiment, model));
        control->field()->setAccessibleName(tr("%1 of %2")
                                                .arg(translated(std::string(setting.label)),
                                                     QString::fromStdString(experiment.models[model].activation().activation->name)));
        m_fields->setMarked(std::string(setting.name), m_marked.contains(setting.name), tr("The models differ in this"));
    }
}

/** What is not accepted is explained beside its field and changes nothing. */
void ModelSettings::take(const SettingControl &control)
{
    m_fields->clearMessages();
    Experiment changed = m_experiment;
    try {
        control.setting().set(changed, m_model, control.value());
        validate(changed.models[m_model], changed.hidden);
    } catch (const ConfigurationError &error) {
        m_fields->showMessage(std::string(control.setting().name), tr("Not accepted. Use %1").arg(translated(error.accepted())));
        return;
    }
    emit edited(changed.models[m_model]);
}

QString ModelSettings::message() const
{
    for (const SettingControl *control : m_controls) {
        const QString text = m_fields->message(std::string(control->setting().name));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

SettingControl *ModelSettings::control(std::string_view name) const
{
    for (SettingControl *control : m_controls) {
        if (control->setting().name == name)
            return control;
    }
    return nullptr;
}

void ModelSettings::setTheme(const Theme &theme)
{
    m_fields->setTheme(theme);
}

} // namespace actiscope
