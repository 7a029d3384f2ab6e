#include "core/training/model_label.h"

#include "core/base/number_text.h"
#include "core/training/setting.h"

namespace actiscope {
namespace {

constexpr int labelDigits = 3;

std::string specLabel(const ActivationSpec &spec)
{
    std::string values;
    for (std::size_t i = 0; i < spec.parameters.size(); ++i) {
        const ActivationParameter &parameter = spec.activation->parameters[i];
        if (!parameter.learnable || spec.parameters[i] != parameter.defaultValue)
            values.append(values.empty() ? "" : ", ")
                .append(parameter.symbol)
                .append(" ")
                .append(shortNumberText(spec.parameters[i], labelDigits));
    }
    return values.empty() ? spec.activation->name : spec.activation->name + " (" + values + ")";
}

} // namespace

std::string activationLabel(const ModelConfiguration &model)
{
    std::string text;
    for (const ActivationSpec &spec : model.activations)
        text.append(text.empty() ? "" : " → ").append(specLabel(spec));
    return text;
}

std::string modelLabel(const Experiment &experiment, std::size_t model)
{
    std::string label = activationLabel(experiment.models[model]);
    for (const Setting *setting : differences(experiment)) {
        const SettingValue value = setting->get(experiment, model);
        if (setting->kind == SettingKind::Activations || !applies(*setting, experiment, model)
            || std::holds_alternative<std::monostate>(value))
            continue;
        const auto *number = std::get_if<double>(&value);
        const bool isNumber = number && setting->kind == SettingKind::Number;
        const std::string text = isNumber ? shortNumberText(*number, labelDigits) : settingText(*setting, value);
        label.append(", ").append(setting->symbol).append(*setting->symbol ? " " : "").append(text);
    }
    return label;
}

} // namespace actiscope
