#include "core/diagnostics/step_trace.h"

#include "core/base/errors.h"
#include "core/diagnostics/forward_pass.h"
#include "core/engine/batch_order.h"
#include "core/engine/reference_loss.h"
#include "core/engine/reference_model.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace actiscope {
namespace {

using StepModel = ReferenceModel<double>;
using StepBatch = Batch<double>;

void requirePlace(std::string_view option, std::size_t given, std::size_t count)
{
    if (given >= count)
        throw ConfigurationError(option, std::to_string(given), {ACTISCOPE_TR("core", "from 0 to %1"), {std::to_string(count - 1)}});
}

void validatePlace(const Cohort &cohort, const StepPlace &place)
{
    requirePlace("sample", place.sample, cohort.data->train.count());
    requirePlace("layer", place.layer, cohort.shape.layerCount());
    requirePlace("unit", place.unit, static_cast<std::size_t>(cohort.shape.layerOutputs(place.layer)));
    requirePlace("batch", place.batch, static_cast<std::size_t>(cohort.batches()));
}

/** All samples, in the order of the epoch that begins at the moment. */
std::vector<std::uint32_t> samplesOfEpoch(const Cohort &cohort, std::size_t model, std::int64_t epoch)
{
    const std::size_t count = cohort.data->train.count();
    if (cohort.batchSize == 0) {
        std::vector<std::uint32_t> all(count);
        std::iota(all.begin(), all.end(), 0u);
        return all;
    }
    BatchOrder order(cohort.models[model].batchSeed, count);
    order.skip(epoch);
    return order.next();
}

/** Those of one of its steps. */
std::span<const std::uint32_t> samplesOfStep(const Cohort &cohort, std::span<const std::uint32_t> samples, std::size_t batch)
{
    if (cohort.batchSize == 0)
        return samples;
    const std::size_t begin = batch * cohort.batchSize;
    return samples.subspan(begin, std::min(cohort.batchSize, samples.size() - begin));
}

/** Of one parameter array: a unit's weights, then its bias. */
std::vector<double> ofUnit(const ModelParameters &parameters, const StepPlace &place)
{
    const LinearParameters &layer = parameters.layers[place.layer];
    const auto inputs = static_cast<std::ptrdiff_t>(layer.inputs);
    const auto begin = layer.weight.begin() + static_cast<std::ptrdiff_t>(place.unit) * inputs;
    std::vector<double> values(begin, begin + inputs);
    values.push_back(layer.bias[place.unit]);
    return values;
}

void takeForward(StepTrace &trace, const StepModel &model, const StepBatch &sample, const ModelParameters &parameters)
{
    const StepPlace &place = trace.place;
    const std::size_t hidden = model.hiddenLayers();
    const auto column = static_cast<Eigen::Index>(place.unit);
    const StepModel::Matrix &inputs = place.layer == 0 ? sample.x : model.values(place.layer - 1);
    trace.coordinates.assign(sample.x.data(), sample.x.data() + sample.x.size());
    const std::vector<double> values = ofUnit(parameters, place);
    for (std::size_t i = 0; i < values.size(); ++i) {
        StepWeight &weight = trace.weights.emplace_back();
        weight.input = i + 1 < values.size() ? inputs(0, static_cast<Eigen::Index>(i)) : 1;
        weight.value = values[i];
        weight.product = weight.input * weight.value;
    }
    const bool isHidden = place.layer < hidden;
    trace.sum = isHidden ? model.preActivations(place.layer)(0, column) : model.outputs()(0, column);
    trace.value = isHidden ? model.values(place.layer)(0, column) : trace.sum;
    trace.slope = isHidden ? model.slopes(place.layer)(0, column) : 1;
}

void takeLoss(StepTrace &trace, const Cohort &cohort, const StepModel &model, const StepBatch &sample)
{
    const auto listed = [](const StepModel::Matrix &row) { return std::vector<double>(row.data(), row.data() + row.size()); };
    const LossFormulas<StepModel::Matrix> &formulas = formulasOf<StepModel::Matrix>(cohort.loss);
    trace.outputs = listed(model.outputs());
    trace.answer = listed(formulas.answer(model.outputs()));
    trace.wanted = listed(sample.targets.rows() > 0 ? sample.targets : oneHot<StepModel::Matrix>(sample.labels, cohort.shape.outputs));
    trace.loss = formulas.mean(model.outputs(), sample.labels, sample.targets);
}

/** The gradient of a bias is dLoss/dz of its unit. */
void takeBackward(StepTrace &trace, const ModelParameters &gradients, const ModelParameters &parameters)
{
    const StepPlace &place = trace.place;
    trace.delta = gradients.layers[place.layer].bias[place.unit];
    if (place.layer + 1 < parameters.layers.size()) {
        const LinearParameters &above = parameters.layers[place.layer + 1];
        for (std::size_t k = 0; k < above.bias.size(); ++k) {
            const double weight = above.weight[k * static_cast<std::size_t>(above.inputs) + place.unit];
            const double delta = gradients.layers[place.layer + 1].bias[k];
            trace.above.push_back({weight, delta, weight * delta});
            trace.valueGradient += weight * delta;
        }
    } else {
        trace.valueGradient = trace.delta;
    }
    const std::vector<double> values = ofUnit(gradients, place);
    for (std::size_t i = 0; i < values.size(); ++i)
        trace.weights[i].sampleGradient = values[i];
}

/** The model's own step; what the optimiser takes is what it keeps as gradient, and L2, which is added within its rule. */
void takeUpdate(StepTrace &trace, StepModel &model, const ModelState &before)
{
    const auto fill = [&](double StepWeight::*part, const ModelParameters &parameters) {
        const std::vector<double> values = ofUnit(parameters, trace.place);
        for (std::size_t i = 0; i < values.size(); ++i)
            trace.weights[i].*part = values[i];
    };
    fill(&StepWeight::batchGradient, model.gradients());
    model.update();
    const ModelState after = model.state();
    fill(&StepWeight::gradient, model.gradients());
    fill(&StepWeight::firstBefore, before.firstMoment());
    fill(&StepWeight::secondBefore, before.secondMoment());
    fill(&StepWeight::first, after.firstMoment());
    fill(&StepWeight::second, after.secondMoment());
    fill(&StepWeight::after, after.parameters());
    if (ruleOf(trace.optimizer.method).decaysApart)
        return;
    for (StepWeight &weight : trace.weights)
        weight.gradient += trace.optimizer.l2 * weight.value;
}

} // namespace

StepTrace traceStep(const Cohort &cohort, const TrainingState &moment, std::size_t model, const OptimizerSettings &optimizer,
                    const StepPlace &place)
{
    requireModel(model, std::min(cohort.models.size(), moment.models.size()));
    validatePlace(cohort, place);
    StepTrace trace;
    trace.place = place;
    trace.optimizer = optimizer;
    trace.batches = static_cast<std::size_t>(cohort.batches());
    const std::int64_t steps = moment.epoch * static_cast<std::int64_t>(cohort.batches());
    trace.step = steps + static_cast<std::int64_t>(place.batch) + 1;
    const auto epoch = static_cast<std::uint32_t>(moment.epoch);
    StepModel network(cohort.models[model], cohort.loss);
    network.restore(moment.models[model], steps);
    network.setOptimizer(optimizer);

    const StepBatch all(cohort.data->train, cohort.loss, cohort.shape.outputs);
    const std::vector<std::uint32_t> samples = samplesOfEpoch(cohort, model, moment.epoch);
    const auto gather = [&](std::size_t batch) {
        const std::span<const std::uint32_t> chosen = samplesOfStep(cohort, samples, batch);
        StepBatch gathered(all, {chosen.begin(), chosen.end()}, 0, chosen.size());
        network.forward(gathered, epoch);
        network.backward(gathered);
        return chosen;
    };
    for (std::size_t before = 0; before < place.batch; ++before) {
        gather(before);
        network.update();
    }
    const ModelParameters parameters = network.parameters();
    const StepBatch sample(all, {static_cast<std::uint32_t>(place.sample)}, 0, 1);
    network.forward(sample, epoch);
    network.backward(sample);
    takeForward(trace, network, sample, parameters);
    takeLoss(trace, cohort, network, sample);
    takeBackward(trace, network.gradients(), parameters);

    const std::span<const std::uint32_t> chosen = gather(place.batch);
    trace.batch = chosen.size();
    trace.isInBatch = std::ranges::find(chosen, static_cast<std::uint32_t>(place.sample)) != chosen.end();
    takeUpdate(trace, network, network.state());
    return trace;
}

} // namespace actiscope
