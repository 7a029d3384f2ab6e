// The networks under tests/data/diagnostics (see make_diagnostics.py there) as cohorts, and what PyTorch says of them.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/training/experiment.h"
#include "tests/support/reference_data.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <string>
#include <vector>

namespace actiscope::reference {

/** The files that are of runs in which units die ("deaths_…"), or the others. */
inline QStringList diagnosticsNames(bool deaths)
{
    QStringList names;
    for (const QString &name :
         QDir(test::dataFolder() + QStringLiteral("/diagnostics")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        if (name.startsWith("deaths_") == deaths)
            names.append(name);
    }
    return names;
}

inline std::vector<double> doubles(const QJsonValue &array)
{
    std::vector<double> values;
    for (const auto &value : array.toArray())
        values.push_back(value.toDouble());
    return values;
}

/** The points of a file; the test set is the training set. */
inline std::shared_ptr<const Dataset> diagnosticsPoints(const QJsonObject &json, std::size_t features, std::size_t outputs)
{
    LabelledPoints points{.features = features, .coordinates = doubles(json.value("x"))};
    auto data = std::make_shared<Dataset>();
    if (json.contains("targets")) {
        points.targetCount = outputs;
        points.targets = doubles(json.value("targets"));
        data->classes = 0;
    } else {
        for (const double label : doubles(json.value("labels")))
            points.labels.push_back(static_cast<int>(label));
        data->classes = std::max(2, static_cast<int>(outputs));
    }
    data->all = data->train = data->test = points;
    return data;
}

/** The one model of a file, at its parameters; with the settings of its run where there is one. */
inline Cohort diagnosticsCohort(const QJsonObject &json)
{
    Cohort cohort;
    const std::vector<double> widths = doubles(json.value("widths"));
    cohort.shape.inputs = static_cast<int>(widths.front());
    cohort.shape.hidden.assign(widths.begin() + 1, widths.end() - 1);
    cohort.shape.outputs = static_cast<int>(widths.back());
    cohort.data = diagnosticsPoints(json, static_cast<std::size_t>(widths.front()), static_cast<std::size_t>(widths.back()));
    cohort.loss = json.value("loss").toString() == "mse" ? Loss::MeanSquaredError : Loss::CrossEntropy;
    ModelSetup model;
    for (const auto &text : json.value("activations").toArray()) {
        model.activations.push_back(parseActivationSpec(text.toString().toStdString()));
        model.initial.activation.push_back(model.activations.back().parameters);
    }
    if (model.activations.empty())
        model.activations.push_back(parseActivationSpec("relu")); // a network without hidden layers still names one
    for (std::size_t layer = 0; layer + 1 < widths.size(); ++layer) {
        const auto at = static_cast<qsizetype>(layer);
        model.initial.layers.push_back({cohort.shape.layerInputs(layer), cohort.shape.layerOutputs(layer),
                                        doubles(json.value("weight").toArray()[at]), doubles(json.value("bias").toArray()[at])});
    }
    if (json.contains("run")) {
        const QJsonObject run = json.value("run").toObject();
        model.optimizer.method = OptimizerMethod::Sgd;
        model.optimizer.learningRate = run.value("learning_rate").toDouble();
        model.batchSeed = static_cast<std::uint32_t>(run.value("batch_seed").toInt());
        cohort.batchSize = static_cast<std::size_t>(run.value("batch_size").toInt());
        cohort.tracksUnits = true;
    }
    cohort.models.push_back(std::move(model));
    return cohort;
}

inline std::optional<HistogramRange> histogramRange(const QJsonValue &value)
{
    if (value.isNull())
        return std::nullopt;
    return HistogramRange{value.toArray()[0].toDouble(), value.toArray()[1].toDouble()};
}

inline DiagnosticsSettings diagnosticsSettings(const QJsonObject &json)
{
    const QJsonObject given = json.value("settings").toObject();
    DiagnosticsSettings settings;
    settings.saturation = given.value("saturation").toDouble();
    settings.bins = given.value("bins").toInt();
    settings.preActivationRange = histogramRange(given.value("pre_activation_range"));
    settings.outputRange = histogramRange(given.value("output_range"));
    for (const auto &unit : given.value("units").toArray())
        settings.units.push_back(
            {static_cast<std::size_t>(unit.toArray()[0].toInt()), static_cast<std::size_t>(unit.toArray()[1].toInt())});
    return settings;
}

/** Since when each hidden unit is dead, those of the first layer first. */
inline std::vector<std::optional<std::int64_t>> deathsOf(const Diagnostics &diagnostics)
{
    std::vector<std::optional<std::int64_t>> since;
    for (const LayerDiagnostics &layer : diagnostics.layers) {
        for (const UnitDiagnostics &unit : layer.units)
            since.push_back(unit.deadSince);
    }
    return since;
}

/** Trains on `backend` as PyTorch was trained, the first epochs alone, and says at which unit the epoch of its death is another one. Empty when
 *  all agree. */
inline QString compareDeaths(Backend &backend, const QJsonObject &json)
{
    const Cohort cohort = diagnosticsCohort(json);
    const int epochs = json.value("run").toObject().value("epochs").toInt();
    backend.load(cohort);
    backend.advance(3);
    backend.advance(epochs - 3);
    const std::vector<std::int64_t> alive = backend.lastAlive(0);
    const auto computed = deathsOf(diagnose(cohort, 0, backend.parameters(0), alive));
    const QJsonArray since = json.value("dead_since").toArray();
    const QJsonArray lastAlive = json.value("last_alive").toArray();
    if (std::ssize(computed) != since.size())
        return QStringLiteral("%1 units instead of %2").arg(computed.size()).arg(since.size());
    for (qsizetype unit = 0; unit < since.size(); ++unit) {
        const auto u = static_cast<std::size_t>(unit);
        const auto expected = since[unit].isNull() ? std::nullopt : std::optional<std::int64_t>(since[unit].toInteger());
        if (computed[u] != expected || alive[u] != lastAlive[unit].toInteger())
            return QStringLiteral("unit %1: dead since %2 instead of %3, last alive %4 instead of %5")
                .arg(unit)
                .arg(computed[u].value_or(-1))
                .arg(expected.value_or(-1))
                .arg(alive[u])
                .arg(lastAlive[unit].toInteger());
    }
    return {};
}

/** Hidden units whose pre-activations are about `bias`, in both layers, and whether f' is exactly 0 there: whether it is below the least double, by
 *  mpmath, or, of the last ones, it is not. */
struct FarUnits {
    const char *activation;
    double bias;
    bool isDead;
};

inline std::vector<FarUnits> farUnits()
{
    return {{"gelu", -100, true},
            {"gelu_tanh", -100, true},
            {"gelu_sigmoid", -2000, true},
            {"silu", -2000, true},
            {"mish", -2000, true},
            {"elu", -2000, true},
            {"celu", -2000, true},
            {"selu", -2000, true},
            {"softplus", -2000, true},
            {"sigmoid", -2000, true},
            {"sigmoid", 2000, true},
            {"tanh", 2000, true},
            {"tanh", -2000, true},
            {"logsigmoid", 2000, true},
            {"relu", -5, true},
            {"relu6", 50, true},
            {"hardtanh", 50, true},
            {"hardsigmoid", -50, true},
            {"hardswish", -50, true},
            {"leaky_relu:alpha=0", -50, true},
            {"hardshrink", 0.1, true},
            {"softshrink", 0.1, true},
            {"threshold", -50, true},
            {"squared_relu", -50, true},
            {"formula:erf(x)", -90, true},
            {"formula:exp(-x*x)", 90, true},
            {"gelu", -4, false},
            {"silu", -20, false},
            {"tanh", 8, false},
            {"elu", -20, false},
            {"softsign", -2000, false},
            {"identity", 2000, false},
            {"softplus", 2000, false},
            {"hardswish", 50, false},
            {"leaky_relu", -50, false}};
}

/** One model of two hidden layers of three units, whose weights are so small that what goes into them is nearly the bias. */
inline Cohort cohortOfFarUnits(const QString &activation, double bias)
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 60;
    experiment.hidden = {3, 3};
    experiment.tracksUnits = true;
    setActivations(experiment, std::vector{parseActivationSpec(activation.toStdString())});
    Cohort cohort = makeCohort(experiment);
    for (LinearParameters &layer : cohort.models.front().initial.layers) {
        std::ranges::transform(layer.weight, layer.weight.begin(), [](double weight) { return 1e-6 * weight; });
        std::ranges::fill(layer.bias, bias);
    }
    return cohort;
}

} // namespace actiscope::reference
