#include "core/training/experiment.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"
#include "core/engine/initialization.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace actiscope {
namespace {

constexpr const char *acceptedHidden = ACTISCOPE_TR("core", "1 to 8 widths from 1 to 512, as in 64,64, or none");

void validateHidden(const std::vector<int> &hidden, std::string_view given)
{
    bool accepted = hidden.size() <= maxHiddenLayers;
    for (const int width : hidden)
        accepted = accepted && width >= 1 && width <= maxHiddenWidth;
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

void validate(const Experiment &experiment)
{
    if (experiment.activations.empty())
        throw ConfigurationError("activation", "", ACTISCOPE_TR("core", "at least one activation"));
    if (experiment.activations.size() > maxCohort)
        throw ConfigurationError("activation", std::to_string(experiment.activations.size()) + " of them",
                                 {ACTISCOPE_TR("core", "%1 at most"), {std::to_string(maxCohort)}});
    validate(experiment.data);
    if (findDataKind(experiment.data.kind).isRegression && experiment.loss == Loss::CrossEntropy)
        throw ConfigurationError("loss", lossName(experiment.loss), ACTISCOPE_TR("core", "mse for data with real-valued targets"));
    validateHidden(experiment.hidden, hiddenText(experiment.hidden));
    validate(experiment.initialization);
    validate(experiment.optimizer);
    if (experiment.batchSize < 0 || experiment.batchSize > Experiment::maxBatchSize)
        throw ConfigurationError("batch-size", std::to_string(experiment.batchSize),
                                 ACTISCOPE_TR("core", "a whole number from 1 to 1000000, or 0 for all samples"));
    if (experiment.epochs < 1 || experiment.epochs > Experiment::maxEpochs)
        throw ConfigurationError("epochs", std::to_string(experiment.epochs), ACTISCOPE_TR("core", "a whole number from 1 to 1000000"));
}

Cohort makeCohort(const Experiment &experiment)
{
    validate(experiment);
    Cohort cohort;
    cohort.data = makeDataset(experiment.data);
    const LabelledPoints &train = cohort.data->train;
    const int outputs = cohort.data->isRegression() ? static_cast<int>(train.targetCount) : cohort.data->classes;
    cohort.shape = {static_cast<int>(train.features), experiment.hidden, outputs};
    cohort.loss = experiment.loss;
    cohort.batchSize = static_cast<std::size_t>(experiment.batchSize);
    cohort.tracksUnits = experiment.tracksUnits;
    for (const ActivationSpec &activation : experiment.activations) {
        ModelSetup setup;
        setup.activations = {activation};
        setup.initial = initialParameters(cohort.shape, experiment.initSeed, activation.parameters, experiment.initialization);
        setup.optimizer = experiment.optimizer;
        setup.batchSeed = setup.drawSeed = experiment.initSeed;
        cohort.models.push_back(std::move(setup));
    }
    validate(cohort);
    return cohort;
}

double flopsPerStep(const Cohort &cohort)
{
    return 6.0 * static_cast<double>(cohort.shape.weightCount()) * static_cast<double>(cohort.data->train.count());
}

} // namespace actiscope
