#include "core/engine/optimizer.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"

#include <array>
#include <cmath>

namespace actiscope {
namespace {

constexpr std::string_view optionsOfSgd[] = {"momentum"};
constexpr std::string_view optionsOfRmsProp[] = {"momentum", "smoothing", "epsilon"};
constexpr std::string_view optionsOfAdam[] = {"beta1", "beta2", "epsilon"};

constexpr std::array<OptimizerChoice, 6> choices = {{
    {"sgd", "stochastic gradient descent", {.method = OptimizerMethod::Sgd}, optionsOfSgd},
    {"momentum", "SGD with a momentum of 0.9", {.method = OptimizerMethod::Sgd, .momentum = 0.9}, optionsOfSgd},
    {"nesterov", "SGD with Nesterov's momentum of 0.9", {.method = OptimizerMethod::Sgd, .momentum = 0.9, .nesterov = true}, optionsOfSgd},
    {"rmsprop", "RMSprop, smoothing 0.99", {.method = OptimizerMethod::RmsProp}, optionsOfRmsProp},
    {"adam", "Adam, beta 0.9 and 0.999", {.method = OptimizerMethod::Adam}, optionsOfAdam},
    {"adamw", "Adam with decoupled weight decay of 0.01", {.method = OptimizerMethod::AdamW, .l2 = 0.01}, optionsOfAdam},
}};

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

const OptimizerChoice &optimizerChoice(std::string_view name)
{
    return choices[chooseName("optimizer", name, namesOfRows(choices))];
}

std::string_view optimizerName(const OptimizerSettings &settings)
{
    for (const OptimizerChoice &choice : choices) {
        const OptimizerSettings &known = choice.settings;
        const bool isSgd = known.method == OptimizerMethod::Sgd;
        if (known.method == settings.method && known.nesterov == settings.nesterov
            && (!isSgd || (known.momentum > 0) == (settings.momentum > 0)))
            return choice.name;
    }
    return {};
}

} // namespace actiscope
