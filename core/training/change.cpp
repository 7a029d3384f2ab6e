#include "core/training/change.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/training/parameter_change.h"
#include "core/training/setting.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

std::string textOf(const ChangeValue &value)
{
    return std::holds_alternative<double>(value) ? numberText(std::get<double>(value)) : std::get<std::string>(value);
}

std::string listOfLiveSettings()
{
    std::string list;
    for (const std::string_view name : liveSettings())
        list.append(list.empty() ? "" : ", ").append(name);
    return list;
}

const Setting &liveSetting(const Change &change)
{
    const Setting *setting = findSetting(change.setting);
    if (!setting || !setting->isLive)
        throw ConfigurationError("change", change.setting,
                                 {ACTISCOPE_TR("core", "one of %1; others need a new run"), {listOfLiveSettings()}});
    return *setting;
}

/** Whether a number is in its range is for validate() to say, but a whole number has to be one. */
SettingValue wantedValue(const Setting &setting, const Change &change)
{
    const bool isNumber = setting.kind == SettingKind::Number || setting.kind == SettingKind::Whole;
    if (!isNumber)
        return parseSetting(setting, textOf(change.value));
    const auto *number = std::get_if<double>(&change.value);
    if (!number)
        throw ConfigurationError(change.setting, textOf(change.value), ACTISCOPE_TR("core", "a number"));
    if (setting.kind == SettingKind::Whole && !(setting.range.contains(*number) && *number == std::floor(*number)))
        throw ConfigurationError(change.setting, textOf(change.value), acceptedValues(setting));
    return *number;
}

void requireSameActivations(const ModelConfiguration &before, const ModelConfiguration &after, const Change &change)
{
    const auto isSame = [](const ActivationSpec &a, const ActivationSpec &b) { return a.activation == b.activation; };
    if (!std::ranges::equal(before.activations, after.activations, isSame))
        throw ConfigurationError(change.setting, textOf(change.value),
                                 ACTISCOPE_TR("core", "other parameters of the same activation, or a new run"));
}

ChangeValue changeValue(const Setting &setting, const SettingValue &value)
{
    const auto *number = std::get_if<double>(&value);
    return number ? ChangeValue(*number) : ChangeValue(settingText(setting, value));
}

} // namespace

std::vector<std::string_view> liveSettings()
{
    std::vector<std::string_view> names;
    for (const Setting &setting : settings()) {
        if (setting.isLive)
            names.push_back(setting.name);
    }
    return names;
}

bool changesFigures(std::string_view setting)
{
    const Setting *row = findSetting(setting);
    return !row || row->group != SettingGroup::Stopping;
}

void applyChange(Experiment &experiment, const Change &change)
{
    if (changesParameters(change)) { // what the data decide is checked where they are known
        validateParameterChange(change, experiment.models.size(), {maxInputs, experiment.hidden, maxOutputs});
        return;
    }
    const Setting &setting = liveSetting(change);
    Experiment changed = experiment;
    if (setting.isPerModel && change.model && *change.model >= changed.models.size())
        throw ConfigurationError("model", std::to_string(*change.model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(changed.models.size())}});
    const SettingValue value = wantedValue(setting, change);
    for (std::size_t m = 0; m < (setting.isPerModel ? changed.models.size() : 1); ++m) {
        if (setting.isPerModel && change.model.value_or(m) != m)
            continue;
        setting.set(changed, m, value);
        requireSameActivations(experiment.models[m], changed.models[m], change);
        validate(changed.models[m], changed.hidden);
    }
    experiment = std::move(changed);
}

std::vector<Change> changesBetween(const Experiment &before, const Experiment &after, std::int64_t epoch)
{
    std::vector<Change> changes;
    Experiment step = before;
    const std::size_t models = std::min(before.models.size(), after.models.size());
    for (std::size_t m = 0; m < models; ++m) {
        for (const Setting &setting : settings()) {
            if (!setting.isLive || !setting.isPerModel || setting.get(step, m) == setting.get(after, m))
                continue;
            changes.push_back({epoch, m, std::string(setting.name), changeValue(setting, setting.get(after, m))});
            setting.set(step, m, setting.get(after, m));
        }
    }
    for (const Setting &setting : settings()) {
        if (setting.isLive && !setting.isPerModel && setting.get(before, 0) != setting.get(after, 0))
            changes.push_back({epoch, {}, std::string(setting.name), changeValue(setting, setting.get(after, 0))});
    }
    return changes;
}

Change activationChange(std::size_t model, const std::vector<ActivationSpec> &activations)
{
    return {0, model, std::string(activationSetting), activationText({.activations = activations})};
}

} // namespace actiscope
