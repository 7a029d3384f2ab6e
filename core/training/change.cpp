#include "core/training/change.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace actiscope {
namespace {

std::string textOf(const ChangeValue &value)
{
    return std::holds_alternative<double>(value) ? numberText(std::get<double>(value)) : std::get<std::string>(value);
}

double numberOf(const Change &change)
{
    if (const auto *number = std::get_if<double>(&change.value))
        return *number;
    throw ConfigurationError(change.setting, textOf(change.value), ACTISCOPE_TR("core", "a number"));
}

/** One number of an optimiser. */
struct OptimizerNumber {
    std::string_view name;
    double OptimizerSettings::*member;
};
constexpr OptimizerNumber optimizerNumbers[] = {
    {"learning-rate", &OptimizerSettings::learningRate},
    {"momentum", &OptimizerSettings::momentum},
    {"smoothing", &OptimizerSettings::smoothing},
    {"beta1", &OptimizerSettings::beta1},
    {"beta2", &OptimizerSettings::beta2},
    {"epsilon", &OptimizerSettings::epsilon},
    {"l1", &OptimizerSettings::l1},
    {"l2", &OptimizerSettings::l2},
    {"clip-norm", &OptimizerSettings::clipNorm},
};

/** "relu; tanh": as activationText() writes them. */
std::vector<ActivationSpec> readActivations(std::string_view text)
{
    std::vector<ActivationSpec> activations;
    while (true) {
        const std::size_t end = text.find(';');
        activations.push_back(parseActivationSpec(trimmed(text.substr(0, end))));
        if (end == std::string_view::npos)
            return activations;
        text.remove_prefix(end + 1);
    }
}

void setActivationParameters(ModelConfiguration &model, const Change &change)
{
    const std::vector<ActivationSpec> wanted = readActivations(textOf(change.value));
    const auto isSame = [](const ActivationSpec &a, const ActivationSpec &b) { return a.activation == b.activation; };
    if (!std::ranges::equal(wanted, model.activations, isSame))
        throw ConfigurationError(change.setting, textOf(change.value),
                                 ACTISCOPE_TR("core", "other parameters of the same activation, or a new run"));
    model.activations = wanted;
}

/** The method, with or without momentum; everything else stays. */
void setMethod(OptimizerSettings &settings, std::string_view name)
{
    const OptimizerSettings &chosen = optimizerChoice(name).settings;
    settings.method = chosen.method;
    settings.nesterov = chosen.nesterov;
    settings.momentum = chosen.momentum;
}

/** False where the setting is none of a model. */
bool applyToModel(ModelConfiguration &model, const Change &change)
{
    const auto number = std::ranges::find(optimizerNumbers, std::string_view(change.setting), &OptimizerNumber::name);
    if (number != std::end(optimizerNumbers))
        model.optimizer.*number->member = numberOf(change);
    else if (change.setting == "optimizer")
        setMethod(model.optimizer, textOf(change.value));
    else if (change.setting == activationSetting)
        setActivationParameters(model, change);
    else
        return false;
    return true;
}

/** "epochs": when a run ends is no model's. */
bool applyToRun(StopRule &stop, const Change &change)
{
    if (change.setting != "epochs")
        return false;
    const double epochs = numberOf(change);
    if (!(epochs >= 1 && epochs <= StopRule::maxEpochs && epochs == std::floor(epochs)))
        throw ConfigurationError("epochs", textOf(change.value), ACTISCOPE_TR("core", "a whole number from 1 to 1000000"));
    stop.epochs = static_cast<int>(epochs);
    return true;
}

std::string listOfLiveSettings()
{
    std::string list;
    for (const std::string_view name : liveSettings())
        list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

void addModelChanges(std::vector<Change> &changes, ModelConfiguration before, const ModelConfiguration &after, std::size_t model,
                     std::int64_t epoch)
{
    if (before.optimizer.method != after.optimizer.method || before.optimizer.nesterov != after.optimizer.nesterov) {
        changes.push_back({epoch, model, "optimizer", std::string(optimizerName(after.optimizer))});
        setMethod(before.optimizer, optimizerName(after.optimizer));
    }
    for (const OptimizerNumber &number : optimizerNumbers) {
        if (before.optimizer.*number.member != after.optimizer.*number.member)
            changes.push_back({epoch, model, std::string(number.name), after.optimizer.*number.member});
    }
    if (before.activations != after.activations)
        changes.push_back({epoch, model, std::string(activationSetting), activationText(after)});
}

} // namespace

std::vector<std::string_view> liveSettings()
{
    std::vector<std::string_view> names = {activationSetting, "optimizer"};
    for (const OptimizerNumber &number : optimizerNumbers)
        names.push_back(number.name);
    names.push_back("epochs");
    return names;
}

bool changesFigures(std::string_view setting)
{
    return setting != "epochs";
}

void applyChange(Experiment &experiment, const Change &change)
{
    if (applyToRun(experiment.stop, change))
        return;
    std::vector<ModelConfiguration> models = experiment.models; // the data, which may be many, stay
    if (change.model && *change.model >= models.size())
        throw ConfigurationError("model", std::to_string(*change.model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(models.size())}});
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (change.model.value_or(m) != m)
            continue;
        if (!applyToModel(models[m], change))
            throw ConfigurationError("change", change.setting,
                                     {ACTISCOPE_TR("core", "one of %1; others need a new run"), {listOfLiveSettings()}});
        validate(models[m].optimizer);
    }
    experiment.models = std::move(models);
}

std::vector<Change> changesBetween(const Experiment &before, const Experiment &after, std::int64_t epoch)
{
    std::vector<Change> changes;
    for (std::size_t m = 0; m < std::min(before.models.size(), after.models.size()); ++m)
        addModelChanges(changes, before.models[m], after.models[m], m, epoch);
    if (before.stop.epochs != after.stop.epochs)
        changes.push_back({epoch, {}, "epochs", static_cast<double>(after.stop.epochs)});
    return changes;
}

Change activationChange(std::size_t model, const std::vector<ActivationSpec> &activations)
{
    return {0, model, std::string(activationSetting), activationText({.activations = activations})};
}

} // namespace actiscope
