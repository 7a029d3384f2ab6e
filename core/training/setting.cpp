#include "core/training/setting.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

bool hasValue(const SettingValue &value)
{
    return !std::holds_alternative<std::monostate>(value);
}

bool isTaken(const Setting &setting, const Experiment &experiment, std::size_t model)
{
    return !setting.instead.empty() && hasValue(findSetting(setting.instead)->get(experiment, model));
}

/** Given points are like data that are made: with classes, or with targets. */
bool isOfGivenPoints(std::span<const std::string_view> names, bool isRegression)
{
    return std::ranges::any_of(dataKinds(), [&](const DataKind &kind) {
        return kind.isRegression == isRegression && std::ranges::find(names, kind.name) != names.end();
    });
}

bool isChosen(const Setting &setting, const Experiment &experiment, std::size_t model)
{
    const std::vector<std::string_view> names = choicesWith(setting);
    if (names.empty())
        return true;
    const SettingValue chosen = findSetting(setting.selector)->get(experiment, model);
    const auto *name = std::get_if<std::string>(&chosen);
    return name ? std::ranges::find(names, *name) != names.end() : isOfGivenPoints(names, isRegression(experiment.data));
}

/** Where models of the two are compared. */
void addDifferences(std::vector<SettingDifference> &all, const Setting &setting, const Experiment &before, const Experiment &after,
                    std::size_t model)
{
    const auto valueIn = [&](const Experiment &experiment) {
        return applies(setting, experiment, model) ? setting.get(experiment, model) : SettingValue();
    };
    SettingValue was = valueIn(before), is = valueIn(after);
    if (was != is)
        all.push_back({&setting, model, std::move(was), std::move(is)});
}

} // namespace

bool SettingRange::contains(double value) const
{
    return (isOpenBelow ? value > minimum : value >= minimum) && (isOpenAbove ? value < maximum : value <= maximum);
}

const Setting *findSetting(std::string_view name)
{
    const auto row = std::ranges::find(settings(), name, &Setting::name);
    return row == settings().end() ? nullptr : &*row;
}

std::vector<std::string_view> choicesWith(const Setting &setting)
{
    std::vector<std::string_view> names;
    if (setting.selector.empty())
        return names;
    for (const SettingChoice &choice : findSetting(setting.selector)->choices()) {
        if (std::ranges::find(choice.settings, setting.name) != choice.settings.end())
            names.push_back(choice.name);
    }
    return names;
}

bool applies(const Setting &setting, const Experiment &experiment, std::size_t model)
{
    const bool isMissing = !setting.isOptional && !hasValue(setting.get(experiment, model)); // as of given points
    return !isMissing && !isTaken(setting, experiment, model) && isChosen(setting, experiment, model);
}

Message whyNotApplicable(const Setting &setting, const Experiment &experiment, std::size_t model)
{
    if (isTaken(setting, experiment, model))
        return {ACTISCOPE_TR("core", "it does not apply; it does without %1"), {setting.instead}};
    const std::vector<std::string_view> names = choicesWith(setting);
    if (names.empty() || (std::holds_alternative<GivenPoints>(experiment.data) && isChosen(setting, experiment, model)))
        return {ACTISCOPE_TR("core", "it does not apply; it does without %1"), {"points"}};
    if (std::holds_alternative<GivenPoints>(experiment.data))
        return ACTISCOPE_TR("core", "it applies to points with classes only");
    const std::string chosen = settingText(*findSetting(setting.selector), findSetting(setting.selector)->get(experiment, model));
    return {ACTISCOPE_TR("core", "it does not apply to %1 %2; it does with %1 %3"), {setting.selector, chosen, listed(names)}};
}

void setEverywhere(Experiment &experiment, const Setting &setting, const SettingValue &value)
{
    const std::size_t times = setting.isPerModel ? experiment.models.size() : 1;
    for (std::size_t model = 0; model < times; ++model)
        setting.set(experiment, model, value);
}

std::vector<SettingDifference> differences(const Experiment &before, const Experiment &after)
{
    std::vector<SettingDifference> all;
    const std::size_t models = std::min(before.models.size(), after.models.size());
    for (const Setting &setting : settings()) {
        for (std::size_t model = 0; model < (setting.isPerModel ? models : 1); ++model)
            addDifferences(all, setting, before, after, model);
    }
    return all;
}

std::vector<const Setting *> differences(const Experiment &experiment)
{
    std::vector<const Setting *> all;
    const auto valueOf = [&](const Setting &setting, std::size_t model) {
        return applies(setting, experiment, model) ? setting.get(experiment, model) : SettingValue();
    };
    for (const Setting &setting : settings()) {
        for (std::size_t model = 1; setting.isPerModel && model < experiment.models.size(); ++model) {
            if (valueOf(setting, model) != valueOf(setting, 0)) {
                all.push_back(&setting);
                break;
            }
        }
    }
    return all;
}

} // namespace actiscope
