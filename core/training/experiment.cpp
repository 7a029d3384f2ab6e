#include "core/training/experiment.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/engine/initialization.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace actiscope {
namespace {

constexpr const char *acceptedHidden = ACTISCOPE_TR("core", "1 to 8 widths from 1 to 512, as in 64,64, or none");

void validateModels(const Experiment &experiment)
{
    if (experiment.models.empty())
        throw ConfigurationError("activation", "", ACTISCOPE_TR("core", "at least one activation"));
    if (experiment.models.size() > maxCohort)
        throw ConfigurationError("activation", std::to_string(experiment.models.size()),
                                 {ACTISCOPE_TR("core", "%1 at most"), {std::to_string(maxCohort)}});
    for (const ModelConfiguration &model : experiment.models)
        validate(model, experiment.hidden);
}

void validateHidden(const std::vector<int> &hidden, std::string_view given)
{
    bool accepted = hidden.size() <= maxHiddenLayers;
    for (const int width : hidden)
        accepted = accepted && width >= 1 && width <= maxHiddenWidth;
    if (!accepted)
        throw ConfigurationError("hidden", given, acceptedHidden);
}

/** The model as the engine takes it. */
ModelSetup setupOf(const ModelConfiguration &model, const NetworkShape &shape)
{
    ModelSetup setup;
    setup.activations = model.activations;
    std::vector<std::vector<double>> parameters;
    for (std::size_t layer = 0; layer < shape.hidden.size(); ++layer)
        parameters.push_back(model.activation(layer).parameters);
    setup.initial = initialParameters(shape, model.seeds.weights, parameters, model.initialization);
    setup.optimizer = model.optimizer;
    setup.batchSeed = model.seeds.batches;
    setup.drawSeed = model.seeds.draws;
    return setup;
}

} // namespace

Experiment defaultExperiment()
{
    Experiment experiment;
    const std::array activations = {parseActivationSpec("relu"), parseActivationSpec("leaky_relu:alpha=0.01")};
    setActivations(experiment, activations);
    return experiment;
}

void setActivations(Experiment &experiment, std::span<const ActivationSpec> activations)
{
    ModelConfiguration model = experiment.models.empty() ? ModelConfiguration() : experiment.models.front();
    experiment.models.clear();
    for (const ActivationSpec &activation : activations) {
        model.activations = {activation};
        experiment.models.push_back(model);
    }
}

std::string activationText(const ModelConfiguration &model)
{
    std::string text;
    for (const ActivationSpec &activation : model.activations)
        text += (text.empty() ? "" : "; ") + activation.text;
    return text;
}

std::string hiddenText(const std::vector<int> &hidden)
{
    std::string text;
    for (const int width : hidden)
        text += (text.empty() ? "" : ",") + std::to_string(width);
    return text.empty() ? "none" : text;
}

std::vector<int> parseHidden(std::string_view text)
{
    std::vector<int> hidden;
    if (trimmed(text) == "none")
        return hidden;
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

void validate(const ModelConfiguration &model, const std::vector<int> &hidden)
{
    if (model.activations.size() != 1 && model.activations.size() != hidden.size())
        throw ConfigurationError(
            "activation", activationText(model),
            {ACTISCOPE_TR("core", "one for all hidden layers, or one for each of the %1"), {std::to_string(hidden.size())}});
    validate(model.initialization);
    validate(model.optimizer);
    validate(model.schedule);
}

void validate(const Experiment &experiment)
{
    validateModels(experiment);
    validate(experiment.data, experiment.split, experiment.preparation);
    if (!rowOf(experiment.loss).accepts(isRegression(experiment.data)))
        throw ConfigurationError("loss", lossName(experiment.loss), ACTISCOPE_TR("core", "mse for data with real-valued targets"));
    validateHidden(experiment.hidden, hiddenText(experiment.hidden));
    if (experiment.batchSize < 0 || experiment.batchSize > Experiment::maxBatchSize)
        throw ConfigurationError("batch-size", std::to_string(experiment.batchSize),
                                 ACTISCOPE_TR("core", "a whole number from 1 to 1000000, or 0 for all samples"));
    validate(experiment.stop);
    if (experiment.stop.testAccuracy && isRegression(experiment.data))
        throw ConfigurationError("stop-accuracy", numberText(*experiment.stop.testAccuracy),
                                 ACTISCOPE_TR("core", "only data with classes have an accuracy"));
}

Cohort makeCohort(const Experiment &experiment)
{
    validate(experiment);
    Cohort cohort;
    cohort.data = makeDataset(experiment.data, experiment.split, experiment.preparation);
    const LabelledPoints &train = cohort.data->train;
    const int outputs = cohort.data->isRegression() ? static_cast<int>(train.targetCount) : cohort.data->classes;
    cohort.shape = {static_cast<int>(train.features), experiment.hidden, outputs};
    cohort.loss = experiment.loss;
    cohort.batchSize = static_cast<std::size_t>(experiment.batchSize);
    cohort.tracksUnits = experiment.tracksUnits;
    for (const ModelConfiguration &model : experiment.models)
        cohort.models.push_back(setupOf(model, cohort.shape));
    validate(cohort);
    return cohort;
}

double flopsPerStep(const Cohort &cohort)
{
    return 6.0 * static_cast<double>(cohort.shape.weightCount()) * static_cast<double>(cohort.data->train.count());
}

} // namespace actiscope
