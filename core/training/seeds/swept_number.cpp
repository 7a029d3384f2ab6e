#include "core/training/seeds/swept_number.h"

#include "core/training/setting.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace actiscope {
namespace {

constexpr std::size_t fewestModels = 3;

/** Of models with the same activation in all layers: its only parameter that differs. */
std::optional<SweptNumber> sweptParameter(const std::vector<ModelConfiguration> &models)
{
    const ActivationSpec &first = models.front().activation();
    std::optional<SweptNumber> swept;
    for (std::size_t parameter = 0; parameter < first.parameters.size(); ++parameter) {
        std::vector<double> values;
        for (const ModelConfiguration &model : models) {
            if (model.activations.size() != 1 || model.activation().activation != first.activation)
                return std::nullopt;
            values.push_back(model.activation().parameters[parameter]);
        }
        const bool differs = std::ranges::any_of(values, [&](double value) { return value != values.front(); });
        if (differs && swept)
            return std::nullopt;
        if (differs)
            swept = SweptNumber{first.activation->parameters[parameter].symbol, values};
    }
    return swept;
}

/** Of a setting that has a number in every model. */
std::optional<SweptNumber> sweptSetting(const Setting &setting, const Experiment &experiment)
{
    SweptNumber swept{*setting.symbol ? setting.symbol : setting.noun, {}};
    for (std::size_t model = 0; model < experiment.models.size(); ++model) {
        const SettingValue value = setting.get(experiment, model);
        if (!applies(setting, experiment, model) || !std::holds_alternative<double>(value))
            return std::nullopt;
        swept.values.push_back(std::get<double>(value));
    }
    return swept;
}

} // namespace

std::optional<SweptNumber> sweptNumber(const Experiment &experiment)
{
    const std::vector<const Setting *> differing = differences(experiment);
    if (experiment.models.size() < fewestModels || differing.size() != 1)
        return std::nullopt;
    const Setting &setting = *differing.front();
    std::optional<SweptNumber> swept;
    if (setting.kind == SettingKind::Activations)
        swept = sweptParameter(experiment.models);
    else if (setting.kind == SettingKind::Number)
        swept = sweptSetting(setting, experiment);
    const bool isCurve = swept && std::ranges::all_of(swept->values, [](double value) { return std::isfinite(value); })
                         && std::set<double>(swept->values.begin(), swept->values.end()).size() == swept->values.size();
    return isCurve ? swept : std::nullopt;
}

} // namespace actiscope
