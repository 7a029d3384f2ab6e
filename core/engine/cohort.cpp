#include "core/engine/cohort.h"
#include "core/base/errors.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace actiscope {
namespace {

void requireWithin(std::string_view option, long long value, long long least, long long most)
{
    if (value < least || value > most)
        throw ConfigurationError(option, std::to_string(value), {ACTISCOPE_TR("core", "from %1 to %2"), {std::to_string(least), std::to_string(most)}});
}

void requireEqual(std::string_view option, std::size_t value, std::size_t expected, std::string_view what)
{
    if (value != expected)
        throw ConfigurationError(option, std::to_string(value), {ACTISCOPE_TR("core", "%1, %2"), {std::to_string(expected), Message(what)}});
}

void validateShape(const NetworkShape &shape)
{
    requireWithin("hidden", static_cast<long long>(shape.hidden.size()), 0, maxHiddenLayers);
    for (const int width : shape.hidden)
        requireWithin("hidden", width, 1, maxHiddenWidth);
    requireWithin("inputs", shape.inputs, 1, maxInputs);
    requireWithin("outputs", shape.outputs, 1, maxOutputs);
}

void validatePoints(const LabelledPoints &points, const Cohort &cohort)
{
    const NetworkShape &shape = cohort.shape;
    requireEqual("inputs", static_cast<std::size_t>(shape.inputs), points.features, ACTISCOPE_TR("core", "the coordinates of a point"));
    if (points.count() == 0)
        throw ConfigurationError("samples", "0", ACTISCOPE_TR("core", "at least one training and one test sample"));
    if (cohort.data->isRegression()) {
        if (!rowOf(cohort.loss).acceptsValues)
            throw ConfigurationError("loss", lossName(cohort.loss), ACTISCOPE_TR("core", "mse for data with real-valued targets"));
        requireEqual("outputs", static_cast<std::size_t>(shape.outputs), points.targetCount, ACTISCOPE_TR("core", "the targets of a point"));
        requireEqual("targets", points.targets.size(), points.count() * points.targetCount, ACTISCOPE_TR("core", "one for each output of each point"));
        return;
    }
    requireEqual("labels", points.labels.size(), points.count(), ACTISCOPE_TR("core", "one for each point"));
    const auto [least, most] = std::ranges::minmax(points.labels);
    requireWithin("labels", least, 0, std::max(shape.outputs, 2) - 1);
    requireWithin("labels", most, 0, std::max(shape.outputs, 2) - 1);
}

void validateModel(const ModelSetup &model, const NetworkShape &shape)
{
    validate(model.optimizer);
    if (model.activations.size() != 1)
        requireEqual("activation", model.activations.size(), shape.hidden.size(), ACTISCOPE_TR("core", "one for each hidden layer, or one for all"));
    requireEqual("weights", model.initial.layers.size(), shape.layerCount(), ACTISCOPE_TR("core", "a set for each layer"));
    for (std::size_t l = 0; l < shape.layerCount(); ++l) {
        const LinearParameters &layer = model.initial.layers[l];
        const auto inputs = static_cast<std::size_t>(shape.layerInputs(l));
        const auto outputs = static_cast<std::size_t>(shape.layerOutputs(l));
        requireEqual("weights", layer.weight.size(), inputs * outputs, ACTISCOPE_TR("core", "one for each pair of units"));
        requireEqual("weights", layer.bias.size(), outputs, ACTISCOPE_TR("core", "a bias for each unit"));
    }
    requireEqual("activation", model.initial.activation.size(), shape.hidden.size(), ACTISCOPE_TR("core", "parameters for each hidden layer"));
    for (std::size_t l = 0; l < shape.hidden.size(); ++l)
        requireEqual("activation", model.initial.activation[l].size(), model.activation(l).activation->parameters.size(),
                     ACTISCOPE_TR("core", "the parameters of the activation"));
}

} // namespace

std::size_t Cohort::batches() const
{
    const std::size_t count = data->train.count();
    return batchSize == 0 ? 1 : (count + batchSize - 1) / batchSize;
}

std::size_t Cohort::samplesOfParts(std::size_t done) const
{
    const std::size_t endBatch = (done * batches() + parts - 1) / parts;
    return std::min(endBatch * batchSize, data->train.count());
}

void validate(const Cohort &cohort)
{
    validateShape(cohort.shape);
    requireWithin("models", static_cast<long long>(cohort.models.size()), 1, maxCohort);
    validatePoints(cohort.data->train, cohort);
    validatePoints(cohort.data->test, cohort);
    for (const ModelSetup &model : cohort.models)
        validateModel(model, cohort.shape);
}

} // namespace actiscope
