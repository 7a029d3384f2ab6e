#include "core/io/diagnostics_report.h"

#include "core/diagnostics/confusion.h"
#include "core/diagnostics/hidden_space.h"
#include "core/diagnostics/layer_figures.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json orNull(const std::optional<Value> &value)
{
    return value ? Json(*value) : Json();
}

Json histogramJson(const Histogram &histogram)
{
    return {{"low", histogram.range.low}, {"high", histogram.range.high}, {"counts", histogram.counts},
            {"below", histogram.below},   {"above", histogram.above},     {"nan", histogram.nan}};
}

Json unitJson(const UnitDiagnostics &unit)
{
    Json json = {{"dead", unit.isDead}, {"dead_since", orNull(unit.deadSince)}};
    for (const LayerFigure &figure : layerFigures()) {
        if (figure.ofUnit)
            json[std::string(figure.name)] = unit.figures.*figure.ofUnit;
    }
    json["nan"] = unit.figures.nan;
    return json;
}

Json layerJson(const LayerDiagnostics &layer)
{
    Json json;
    for (const LayerFigure &figure : layerFigures()) {
        const double value = figure.value(layer);
        json[std::string(figure.name)] = figure.isCount ? Json(static_cast<std::int64_t>(value)) : Json(value);
    }
    json["nan"] = layer.figures.nan;
    json["pre_activations"] = histogramJson(layer.preActivations);
    json["outputs"] = histogramJson(layer.outputs);
    json["units"] = Json::array();
    for (const UnitDiagnostics &unit : layer.units)
        json["units"].push_back(unitJson(unit));
    return json;
}

/** Rows of a matrix are true classes, columns what was said. */
Json qualityJson(const AnswerQuality &quality)
{
    if (!quality.confusion)
        return {{"r_squared", quality.determination.value_or(std::numeric_limits<double>::quiet_NaN())}};
    Json rows = Json::array();
    for (int truth = 0; truth < quality.confusion->classes; ++truth) {
        Json row = Json::array();
        for (int said = 0; said < quality.confusion->classes; ++said)
            row.push_back(quality.confusion->at(truth, said));
        rows.push_back(std::move(row));
    }
    return {{"accuracy", quality.confusion->accuracy()}, {"confusion", rows}};
}

/** What the network says as a whole: how it answers, and how its last hidden layer lays out the points. */
void addViews(Json &json, const Snapshot &run, std::size_t model)
{
    const Answers answers = answersOf(*run.cohort, *run.moment, model);
    json["answers"] = {{"training", qualityJson(answers.train)}, {"test", qualityJson(answers.test)}};
    const std::optional<HiddenSpace> space = hiddenSpaceOf(*run.cohort, *run.moment, model);
    json["hidden_space"] = space ? Json{{"variance_shares", space->shares}} : Json();
}

Json modelJson(const ModelSnapshot &model, const Diagnostics &diagnostics)
{
    Json layers = Json::array();
    for (const LayerDiagnostics &layer : diagnostics.layers)
        layers.push_back(layerJson(layer));
    const OutputDiagnostics &output = diagnostics.output;
    Json units = Json::array();
    for (const UnitHistograms &histograms : diagnostics.units)
        units.push_back({{"layer", histograms.unit.layer},
                         {"unit", histograms.unit.unit},
                         {"pre_activations", histogramJson(histograms.preActivations)},
                         {"outputs", histogramJson(histograms.outputs)}});
    return {{"activation", activationText(model.configuration)},
            {"diverged_at", orNull(model.divergedAt)},
            {"loss", diagnostics.loss},
            {"samples", diagnostics.samples},
            {"layers", layers},
            {"output",
             {{"mean", output.mean},
              {"variance", output.variance},
              {"gradient_norm", output.gradientNorm},
              {"outputs", histogramJson(output.outputs)}}},
            {"units", units}};
}

} // namespace

std::string diagnosticsJson(const FinishedRun &run, const DiagnosticsSettings &settings)
{
    Json models = Json::array();
    for (std::size_t i = 0; i < run.diagnostics.size(); ++i) {
        models.push_back(modelJson(run.snapshot.models[i], run.diagnostics[i]));
        addViews(models.back(), run.snapshot, i);
    }
    const Json report = {{"epoch", run.snapshot.epoch}, {"saturation", settings.saturation}, {"models", models}};
    return report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace actiscope
