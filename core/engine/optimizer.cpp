#include "core/engine/optimizer.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/engine/reference_optimizer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace actiscope {
namespace {

constexpr std::string_view optionsOfSgd[] = {"momentum"};
constexpr std::string_view optionsOfRmsProp[] = {"momentum", "smoothing", "epsilon"};
constexpr std::string_view optionsOfAdam[] = {"beta1", "beta2", "epsilon"};

constexpr OptimizerRule sgd{.kernel = "sgdRule", .reference = &sgdReference};
constexpr OptimizerRule rmsProp{.kernel = "rmsPropRule", .hasSecondMoment = true, .reference = &rmsPropReference};
constexpr OptimizerRule adam{.kernel = "adamRule", .hasSecondMoment = true, .reference = &adamReference};
constexpr OptimizerRule adamW{.kernel = "adamWRule", .hasSecondMoment = true, .decaysApart = true, .reference = &adamWReference};

using enum OptimizerMethod;

/** In the order of methods; several may have one. */
constexpr std::array choices = {
    OptimizerChoice{"sgd", ACTISCOPE_TR("core", "stochastic gradient descent"), sgd, {.method = Sgd}, optionsOfSgd},
    OptimizerChoice{"momentum", ACTISCOPE_TR("core", "SGD with a momentum of 0.9"), sgd, {.method = Sgd, .momentum = 0.9}, optionsOfSgd},
    OptimizerChoice{
        "nesterov", ACTISCOPE_TR("core", "SGD with Nesterov's momentum of 0.9"), sgd, {.method = Sgd, .momentum = 0.9, .nesterov = true}, optionsOfSgd},
    OptimizerChoice{"rmsprop", ACTISCOPE_TR("core", "RMSprop, smoothing 0.99"), rmsProp, {.method = RmsProp}, optionsOfRmsProp},
    OptimizerChoice{"adam", ACTISCOPE_TR("core", "Adam, beta 0.9 and 0.999"), adam, {.method = Adam}, optionsOfAdam},
    OptimizerChoice{"adamw", ACTISCOPE_TR("core", "Adam with decoupled weight decay of 0.01"), adamW, {.method = AdamW, .l2 = 0.01}, optionsOfAdam},
};

constexpr OptimizerMethod methodOf(const OptimizerChoice &choice)
{
    return choice.settings.method;
}
static_assert(std::ranges::is_sorted(choices, {}, methodOf));

void require(bool accepted, std::string_view option, double value, const char *range)
{
    if (!accepted)
        throw ConfigurationError(std::string(option), numberText(value), range);
}

bool isShare(double value)
{
    return value >= 0 && value < 1;
}

bool isPenalty(double value)
{
    return value >= 0 && std::isfinite(value);
}

} // namespace

void validate(const OptimizerSettings &settings)
{
    constexpr const char *share = ACTISCOPE_TR("core", "a number from 0 to below 1");
    constexpr const char *penalty = ACTISCOPE_TR("core", "0 or a number above");
    require(settings.learningRate > 0 && std::isfinite(settings.learningRate), "learning-rate", settings.learningRate,
            ACTISCOPE_TR("core", "a number above 0"));
    require(isShare(settings.momentum), "momentum", settings.momentum, share);
    require(!settings.nesterov || settings.momentum > 0, "momentum", settings.momentum,
            ACTISCOPE_TR("core", "above 0 and below 1 with Nesterov"));
    require(isShare(settings.smoothing), "smoothing", settings.smoothing, share);
    require(isShare(settings.beta1), "beta1", settings.beta1, share);
    require(isShare(settings.beta2), "beta2", settings.beta2, share);
    require(settings.epsilon > 0 && std::isfinite(settings.epsilon), "epsilon", settings.epsilon, ACTISCOPE_TR("core", "a number above 0"));
    require(isPenalty(settings.l1), "l1", settings.l1, penalty);
    require(isPenalty(settings.l2), "l2", settings.l2, penalty);
    require(isPenalty(settings.clipNorm), "clip-norm", settings.clipNorm, penalty);
}

std::span<const OptimizerChoice> optimizerChoices()
{
    return choices;
}

std::size_t optimizerMethodCount()
{
    return static_cast<std::size_t>(methodOf(choices.back())) + 1;
}

const OptimizerRule &ruleOf(OptimizerMethod method)
{
    return std::ranges::find(choices, method, methodOf)->rule;
}

std::vector<Message> updateFormula(const OptimizerSettings &o, const UpdateNumbers &w, const NumberWriter &write)
{
    return ruleOf(o.method).reference->formula(o, w, write);
}

const OptimizerChoice &optimizerChoice(std::string_view name)
{
    return choices[chooseName("optimizer", name, namesOfRows(choices))];
}

/** With or without momentum, where the method has a name for each. */
std::string_view optimizerName(const OptimizerSettings &settings)
{
    std::string_view name;
    for (const OptimizerChoice &choice : choices) {
        const OptimizerSettings &known = choice.settings;
        const bool hasMomentumAlike = (known.momentum > 0) == (settings.momentum > 0);
        if (methodOf(choice) == settings.method && known.nesterov == settings.nesterov && (hasMomentumAlike || name.empty()))
            name = choice.name;
    }
    return name;
}

} // namespace actiscope
