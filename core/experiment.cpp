#include "core/experiment.h"

#include "core/data_generators.h"
#include "core/errors.h"
#include "core/number_text.h"

#include <charconv>
#include <cmath>

namespace actiscope {
namespace {

constexpr std::size_t maxHiddenLayers = 8;
constexpr int maxWidth = 512;
constexpr int maxEpochs = 1'000'000;
constexpr std::string_view acceptedHidden = "1 to 8 widths from 1 to 512, as in 64,64";

std::string hiddenText(const std::vector<int> &hidden)
{
    std::string text;
    for (const int width : hidden)
        text += (text.empty() ? "" : ",") + std::to_string(width);
    return text;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void validateHidden(const std::vector<int> &hidden, std::string_view given)
{
    bool accepted = !hidden.empty() && hidden.size() <= maxHiddenLayers;
    for (const int width : hidden)
        accepted = accepted && width >= 1 && width <= maxWidth;
    if (!accepted)
        throw ConfigurationError("hidden", given, acceptedHidden);
}

} // namespace

Experiment defaultExperiment()
{
    Experiment experiment;
    experiment.activations = {parseActivationSpec("relu"), parseActivationSpec("leaky_relu:alpha=0.01")};
    return experiment;
}

std::vector<int> parseHidden(std::string_view text)
{
    std::vector<int> hidden;
    std::string_view rest = text;
    while (true) {
        const std::size_t comma = rest.find(',');
        const std::string_view field = trimmed(rest.substr(0, comma));
        int width = 0;
        const auto result = std::from_chars(field.data(), field.data() + field.size(), width);
        if (result.ec != std::errc() || result.ptr != field.data() + field.size())
            throw ConfigurationError("hidden", text, acceptedHidden);
        hidden.push_back(width);
        if (comma == std::string_view::npos)
            break;
        rest = rest.substr(comma + 1);
    }
    validateHidden(hidden, text);
    return hidden;
}

void validate(const Experiment &experiment)
{
    if (experiment.activations.empty())
        throw ConfigurationError("activation", "", "at least one activation");
    validate(experiment.data);
    if (findDataKind(experiment.data.kind).isRegression) // until a backend trains on targets
        throw ConfigurationError("data", experiment.data.kind, "training takes a data set with labels");
    validateHidden(experiment.hidden, hiddenText(experiment.hidden));
    if (experiment.initialization != "pytorch")
        throw ConfigurationError("init", experiment.initialization, "accepted: pytorch");
    if (experiment.optimizer != "adam")
        throw ConfigurationError("optimizer", experiment.optimizer, "accepted: adam");
    if (!(experiment.learningRate > 0 && std::isfinite(experiment.learningRate)))
        throw ConfigurationError("learning-rate", numberText(experiment.learningRate), "a number above 0");
    if (experiment.epochs < 1 || experiment.epochs > maxEpochs)
        throw ConfigurationError("epochs", std::to_string(experiment.epochs), "a whole number from 1 to 1000000");
}

Cohort makeCohort(const Experiment &experiment)
{
    validate(experiment);
    Cohort cohort;
    cohort.data = makeDataset(experiment.data);
    cohort.shape = {static_cast<int>(cohort.data->train.features), experiment.hidden, cohort.data->classes};
    for (const ActivationSpec &activation : experiment.activations) {
        cohort.models.push_back({activation, initialParameters(cohort.shape, experiment.initSeed, activation.parameters),
                                 experiment.learningRate, experiment.initSeed});
    }
    return cohort;
}

double flopsPerStep(const Cohort &cohort)
{
    return 6.0 * static_cast<double>(cohort.shape.weightCount()) * static_cast<double>(cohort.data->train.count());
}

} // namespace actiscope
