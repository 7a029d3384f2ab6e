#include "core/io/diagnostics_report.h"

#include <nlohmann/json.hpp>

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

Json figuresJson(const UnitFigures &figures)
{
    return {{"sparsity", figures.sparsity},
            {"saturated", figures.saturated},
            {"mean", figures.mean},
            {"variance", figures.variance},
            {"mean_absolute_slope", figures.meanAbsoluteSlope},
            {"gradient_norm", figures.gradientNorm},
            {"nan", figures.nan}};
}

Json layerJson(const LayerDiagnostics &layer)
{
    Json json = {{"dead_units", layer.deadUnits()}};
    json.update(figuresJson(layer.figures));
    json["slope_product"] = layer.slopeProduct;
    json["learned_alpha"] = orNull(layer.learnedAlpha);
    json["pre_activations"] = histogramJson(layer.preActivations);
    json["outputs"] = histogramJson(layer.outputs);
    json["units"] = Json::array();
    for (const UnitDiagnostics &unit : layer.units) {
        Json row = {{"dead", unit.isDead}, {"dead_since", orNull(unit.deadSince)}};
        row.update(figuresJson(unit.figures));
        json["units"].push_back(std::move(row));
    }
    return json;
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
    for (std::size_t i = 0; i < run.diagnostics.size(); ++i)
        models.push_back(modelJson(run.snapshot.models[i], run.diagnostics[i]));
    const Json report = {{"epoch", run.snapshot.epoch}, {"saturation", settings.saturation}, {"models", models}};
    return report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace actiscope
