#include "core/diagnostics/diagnostics.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/diagnostics/forward_pass.h"
#include "core/diagnostics/image_answers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

namespace actiscope {
namespace {

using Model = ReferenceModel<double>;
using Matrix = Model::Matrix;

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

void validateLastAlive(std::span<const std::int64_t> lastAlive, const NetworkShape &shape)
{
    const auto units = static_cast<std::size_t>(std::accumulate(shape.hidden.begin(), shape.hidden.end(), 0));
    if (!lastAlive.empty() && lastAlive.size() != units)
        throw ConfigurationError("last-alive", std::to_string(lastAlive.size()),
                                 {ACTISCOPE_TR("core", "%1 epochs, one a hidden unit, or none"), {std::to_string(units)}});
}

double shareOf(Eigen::Index part, Eigen::Index all)
{
    return static_cast<double>(part) / static_cast<double>(all);
}

template <class Values>
double varianceOf(const Values &values)
{
    return (values.array() - values.mean()).square().mean();
}

/** Values and derivatives of a hidden layer, samples × units. NaN where the pre-activation is: the formulas of some activations swallow it. */
struct Activity {
    const Matrix &preActivations;
    Matrix outputs;
    Matrix slopes;

    Activity(const Model &model, std::size_t layer)
        : preActivations(model.preActivations(layer)), outputs(model.values(layer)), slopes(model.slopes(layer))
    {
        const auto isNan = preActivations.array().isNaN();
        outputs = isNan.select(notANumber, outputs);
        slopes = isNan.select(notANumber, slopes);
    }
};

/** Of a block of a layer's units: blocks of the matrices of its Activity, and of the gradient of its weights. */
template <class Block, class Gradient>
UnitFigures figuresOf(const Block &outputs, const Block &slopes, const Gradient &gradient, double saturation)
{
    UnitFigures figures;
    figures.gradientNorm = gradient.norm();
    figures.nan = outputs.array().isNaN().count();
    const bool known = figures.nan == 0;
    figures.sparsity = known ? shareOf((outputs.array() == 0).count(), outputs.size()) : notANumber;
    figures.active = known ? shareOf((slopes.array() != 0).count(), slopes.size()) : notANumber;
    figures.saturated = known ? shareOf((slopes.array().abs() < saturation).count(), slopes.size()) : notANumber;
    figures.mean = outputs.mean();
    figures.variance = varianceOf(outputs);
    figures.meanAbsoluteSlope = slopes.cwiseAbs().mean();
    return figures;
}

std::optional<HistogramRange> usualRange(const Matrix &values)
{
    return middleOf({values.data(), static_cast<std::size_t>(values.size())}, middleShare);
}

Histogram histogramOf(const Matrix &values, int bins, const std::optional<HistogramRange> &range)
{
    return histogram({values.data(), static_cast<std::size_t>(values.size())}, bins, range);
}

/** The gradient of a layer's weights, outputs × inputs. */
Matrix weightGradient(const ModelParameters &gradients, std::size_t layer)
{
    const LinearParameters &linear = gradients.layers[layer];
    return Eigen::Map<const Matrix>(linear.weight.data(), linear.outputs, linear.inputs);
}

/** A hidden layer but for its place in the network (slopeProduct, learnedAlpha). `lastAlive` is of its units, or empty. */
LayerDiagnostics diagnoseLayer(const Activity &activity, const Matrix &gradient, std::span<const std::int64_t> lastAlive,
                               const DiagnosticsSettings &settings)
{
    LayerDiagnostics layer;
    layer.figures = figuresOf(activity.outputs, activity.slopes, gradient, settings.saturation);
    for (Eigen::Index unit = 0; unit < activity.outputs.cols(); ++unit) {
        UnitDiagnostics &diagnosed = layer.units.emplace_back();
        const auto slopes = activity.slopes.col(unit);
        diagnosed.figures = figuresOf(activity.outputs.col(unit), slopes, gradient.row(unit), settings.saturation);
        diagnosed.isDead = (slopes.array() == 0).all();
        if (diagnosed.isDead && !lastAlive.empty())
            diagnosed.deadSince = lastAlive[static_cast<std::size_t>(unit)] + 1;
    }
    if (!settings.wantsHistograms)
        return layer;
    layer.preActivations = histogramOf(activity.preActivations, settings.bins, settings.preActivationRange);
    layer.outputs = histogramOf(activity.outputs, settings.bins, settings.outputRange);
    layer.middle = usualRange(activity.preActivations);
    return layer;
}

/** Of a sample: a unit that was alive for another point in the last epoch is not dead. */
void reviveThoseAlive(LayerDiagnostics &layer, std::span<const std::int64_t> lastAlive, std::int64_t epoch)
{
    for (std::size_t unit = 0; unit < lastAlive.size(); ++unit) {
        if (lastAlive[unit] + 1 >= epoch) {
            layer.units[unit].isDead = false;
            layer.units[unit].deadSince.reset();
        }
    }
}

/** Those of settings.units that are in this layer, each at its place. */
void addUnitHistograms(std::vector<UnitHistograms> &histograms, std::size_t layer, const Activity &activity,
                       const DiagnosticsSettings &settings)
{
    for (std::size_t i = 0; i < settings.units.size(); ++i) {
        const HiddenUnit &wanted = settings.units[i];
        if (wanted.layer != layer)
            continue;
        const auto column = static_cast<Eigen::Index>(wanted.unit);
        histograms[i] = {wanted, histogramOf(activity.preActivations.col(column), settings.bins, settings.preActivationRange),
                         histogramOf(activity.outputs.col(column), settings.bins, settings.outputRange),
                         usualRange(activity.preActivations.col(column))};
    }
}

OutputDiagnostics diagnoseOutput(const Matrix &outputs, const Matrix &gradient, const DiagnosticsSettings &settings)
{
    return {outputs.mean(), varianceOf(outputs), gradient.norm(),
            settings.wantsHistograms ? histogramOf(outputs, settings.bins, settings.outputRange) : Histogram()};
}

} // namespace

void validate(const DiagnosticsSettings &settings)
{
    if (!(settings.saturation > 0 && std::isfinite(settings.saturation)))
        throw ConfigurationError("saturation", numberText(settings.saturation), ACTISCOPE_TR("core", "a finite number above 0"));
    validateHistogram(settings.bins, settings.preActivationRange, "pre-activation-range");
    validateHistogram(settings.bins, settings.outputRange, "output-range");
}

void validate(const DiagnosticsSettings &settings, const std::vector<int> &hidden)
{
    validate(settings);
    for (const HiddenUnit &wanted : settings.units) {
        const std::string given = std::to_string(wanted.layer) + "," + std::to_string(wanted.unit);
        if (hidden.empty())
            throw ConfigurationError("unit", given, ACTISCOPE_TR("core", "there is no hidden layer"));
        if (wanted.layer >= hidden.size())
            throw ConfigurationError(
                "unit", given, {ACTISCOPE_TR("core", "LAYER,UNIT with a hidden layer from 0 to %1"), {std::to_string(hidden.size() - 1)}});
        const int width = hidden[wanted.layer];
        if (wanted.unit >= static_cast<std::size_t>(width))
            throw ConfigurationError(
                "unit", given, {ACTISCOPE_TR("core", "LAYER,UNIT with a unit from 0 to %1 in that layer"), {std::to_string(width - 1)}});
    }
}

std::size_t LayerDiagnostics::deadUnits() const
{
    return static_cast<std::size_t>(std::ranges::count_if(units, &UnitDiagnostics::isDead));
}

Diagnostics diagnose(const Cohort &cohort, std::size_t model, const ModelParameters &parameters, std::span<const std::int64_t> lastAlive,
                     const DiagnosticsSettings &settings, std::int64_t epoch)
{
    validate(settings, cohort.shape.hidden);
    validateLastAlive(lastAlive, cohort.shape);
    const Cohort single = cohortOf(cohort, model, parameters);
    const ModelSetup &setup = single.models.front();
    const LabelledPoints &train = single.data->train;
    const bool isSample = settings.mostSamples > 0 && settings.mostSamples < train.count();
    const Batch<double> batch(isSample ? train.at(evenlySpread(train.count(), settings.mostSamples)) : train, single.loss, single.shape.outputs);
    Model network(setup, single.loss);
    Diagnostics result;
    result.samples = static_cast<std::size_t>(batch.x.rows());
    result.loss = network.forwardInEvaluation(batch).loss;
    network.backward(batch);
    const ModelParameters gradients = network.gradients();

    result.units.resize(settings.units.size());
    double slopeProduct = 1;
    for (std::size_t l = 0; l < network.hiddenLayers(); ++l) {
        const Activity activity(network, l);
        const Activation &activation = *setup.activation(l).activation;
        const auto width = static_cast<std::size_t>(single.shape.hidden[l]);
        const auto ofLayer = lastAlive.first(std::min(width, lastAlive.size()));
        LayerDiagnostics layer = diagnoseLayer(activity, weightGradient(gradients, l), ofLayer, settings);
        if (isSample && epoch > 0)
            reviveThoseAlive(layer, ofLayer, epoch);
        lastAlive = lastAlive.subspan(ofLayer.size());
        layer.slopeProduct = slopeProduct *= layer.figures.meanAbsoluteSlope;
        if (activation.isLearnable())
            layer.learnedAlpha = parameters.activation[l].front();
        result.layers.push_back(std::move(layer));
        addUnitHistograms(result.units, l, activity, settings);
    }
    result.output = diagnoseOutput(network.outputs(), weightGradient(gradients, network.hiddenLayers()), settings);
    return result;
}

Diagnostics diagnose(const Cohort &cohort, const TrainingState &moment, std::size_t model, const DiagnosticsSettings &settings)
{
    requireModel(model, moment.models.size());
    const ModelState &state = moment.models[model];
    return diagnose(cohort, model, state.parameters(), state.lastAlive, settings, moment.epoch);
}

} // namespace actiscope
