#include "core/training/difference_text.h"

#include "core/training/setting.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace actiscope {
namespace {

constexpr std::array thingsDiffer = {
    ACTISCOPE_TR("core", "Two things differ: %1."),   ACTISCOPE_TR("core", "Three things differ: %1."),
    ACTISCOPE_TR("core", "Four things differ: %1."),  ACTISCOPE_TR("core", "Five things differ: %1."),
    ACTISCOPE_TR("core", "Six things differ: %1."),   ACTISCOPE_TR("core", "Seven things differ: %1."),
    ACTISCOPE_TR("core", "Eight things differ: %1."), ACTISCOPE_TR("core", "Nine things differ: %1."),
};

/** Whether the models in which the setting applies have one value. Where some do not make use of it, their choice is what differs. */
bool differsOfItself(const Setting &setting, const Experiment &experiment)
{
    std::vector<SettingValue> values;
    for (std::size_t model = 0; model < experiment.models.size(); ++model) {
        if (applies(setting, experiment, model))
            values.push_back(setting.get(experiment, model));
    }
    return std::ranges::adjacent_find(values, std::not_equal_to<>()) != values.end();
}

std::vector<const Setting *> whatDiffers(const Experiment &experiment)
{
    std::vector<const Setting *> all;
    for (const Setting &setting : settings()) {
        if (setting.isPerModel && differsOfItself(setting, experiment))
            all.push_back(&setting);
    }
    return all;
}

/** Whether the models have one value of what `part` says. */
template <class Part>
bool isCommon(const Experiment &experiment, const Part &part)
{
    return std::ranges::adjacent_find(experiment.models, std::not_equal_to<>(), part) == experiment.models.end();
}

bool haveSameWeights(const Experiment &experiment)
{
    return isCommon(experiment, &ModelConfiguration::initialization)
           && isCommon(experiment, [](const ModelConfiguration &model) { return model.seeds.weights; });
}

bool haveSameBatches(const Experiment &experiment)
{
    return isCommon(experiment, [](const ModelConfiguration &model) { return model.seeds.batches; });
}

Message sameText(const Experiment &experiment)
{
    const std::string seed = std::to_string(experiment.models.front().seeds.weights);
    if (haveSameWeights(experiment) && haveSameBatches(experiment))
        return {ACTISCOPE_TR("core", "Same data, weights (seed %1) and batches."), {seed}};
    if (haveSameWeights(experiment))
        return {ACTISCOPE_TR("core", "Same data and weights (seed %1)."), {seed}};
    return haveSameBatches(experiment) ? ACTISCOPE_TR("core", "Same data and batches.") : ACTISCOPE_TR("core", "Same data.");
}

/** "α" where the models have one function each, the same in all, whose parameters of this name differ; else empty. */
std::string differingParameter(const Experiment &experiment)
{
    std::set<std::string> symbols;
    const ModelConfiguration &first = experiment.models.front();
    for (const ModelConfiguration &model : experiment.models) {
        if (model.activations.size() != 1 || model.activation().activation != first.activation().activation)
            return {};
        for (std::size_t k = 0; k < model.activation().parameters.size(); ++k) {
            if (model.activation().parameters[k] != first.activation().parameters[k])
                symbols.insert(model.activation().activation->parameters[k].symbol);
        }
    }
    return symbols.size() == 1 ? *symbols.begin() : std::string();
}

Message nounOf(const Setting &setting, const Experiment &experiment)
{
    const std::string symbol = setting.kind == SettingKind::Activations ? differingParameter(experiment) : std::string();
    return symbol.empty() ? Message(setting.noun) : Message(symbol);
}

Message onlyText(const Setting &setting, const Experiment &experiment)
{
    const bool isParameter = setting.kind == SettingKind::Activations && !differingParameter(experiment).empty();
    return {isParameter ? ACTISCOPE_TR("core", "Only %1 differs.") : ACTISCOPE_TR("core", "Only the %1 differs."),
            {nounOf(setting, experiment)}};
}

Message listText(const std::vector<const Setting *> &all, const Experiment &experiment)
{
    Message list = nounOf(*all.front(), experiment);
    for (std::size_t i = 1; i < all.size(); ++i)
        list = Message("%1, %2", {list, nounOf(*all[i], experiment)});
    const std::size_t named = all.size() - 2;
    return named < thingsDiffer.size() ? Message(thingsDiffer[named], {list})
                                       : Message(ACTISCOPE_TR("core", "%1 things differ: %2."), {std::to_string(all.size()), list});
}

} // namespace

DifferenceText differenceText(const Experiment &experiment)
{
    if (experiment.models.size() < 2)
        return {ACTISCOPE_TR("core", "One model: add another to compare it with."), 0};
    const std::vector<const Setting *> all = whatDiffers(experiment);
    if (all.empty())
        return {ACTISCOPE_TR("core", "Nothing differs: the models are the same."), 0};
    if (all.size() > 1)
        return {listText(all, experiment), all.size()};
    return {{"%1 %2", {onlyText(*all.front(), experiment), sameText(experiment)}}, 1};
}

Message startText(const Experiment &experiment)
{
    if (experiment.models.size() < 2 || !haveSameWeights(experiment))
        return ACTISCOPE_TR("core", "Press Space to train.");
    return experiment.models.size() == 2 ? ACTISCOPE_TR("core", "Press Space: both networks start from the same weights.")
                                         : ACTISCOPE_TR("core", "Press Space: all networks start from the same weights.");
}

} // namespace actiscope
