#include "core/diagnostics/layer_figures.h"
#include "core/base/message.h"

#include <algorithm>
#include <array>
#include <limits>

namespace actiscope {
namespace {

/** Of all units of a layer, and of each. */
template <double UnitFigures::*Figure>
LayerFigure figureOfUnits(std::string_view name, std::string_view unit, std::string_view lookFor)
{
    return {name, unit, lookFor, [](const LayerDiagnostics &layer) { return layer.figures.*Figure; }, false, Figure};
}

} // namespace

std::span<const LayerFigure> layerFigures()
{
    static const std::array rows{
        LayerFigure{"dead_units", "units", ACTISCOPE_TR("core", "units whose f' is 0 for every training point: they do not learn any more"),
                    [](const LayerDiagnostics &layer) { return static_cast<double>(layer.deadUnits()); }, true},
        figureOfUnits<&UnitFigures::active>("active", "share", ACTISCOPE_TR("core", "training points at which f' is not 0: what a unit learns from")),
        figureOfUnits<&UnitFigures::sparsity>("sparsity", "share", ACTISCOPE_TR("core", "outputs that are exactly 0: units that say nothing about a point")),
        figureOfUnits<&UnitFigures::saturated>("saturated", "share", ACTISCOPE_TR("core", "|f'| below --saturation: where f is flat, learning is slow")),
        figureOfUnits<&UnitFigures::mean>("mean", "", ACTISCOPE_TR("core", "mean of the outputs: far from 0, the next layer has to make up for it")),
        figureOfUnits<&UnitFigures::variance>("variance", "", ACTISCOPE_TR("core", "variance of the outputs: where it shrinks or grows by depth, signals die out or blow up")),
        figureOfUnits<&UnitFigures::meanAbsoluteSlope>("mean_absolute_slope", "", ACTISCOPE_TR("core", "mean |f'|: what the layer multiplies a gradient by on its way back")),
        figureOfUnits<&UnitFigures::gradientNorm>("gradient_norm", "", ACTISCOPE_TR("core", "norm of the loss' gradient by the weights: near 0, the layer does not learn")),
        LayerFigure{"slope_product", "", ACTISCOPE_TR("core", "mean |f'| of all layers up to this one, multiplied: near 0, gradients vanish"),
                    [](const LayerDiagnostics &layer) { return layer.slopeProduct; }},
        LayerFigure{"learned_alpha", "", ACTISCOPE_TR("core", "the activation's first parameter where it is learned: below 0, f is not monotonic"),
                    [](const LayerDiagnostics &layer) { return layer.learnedAlpha.value_or(std::numeric_limits<double>::quiet_NaN()); }}};
    return rows;
}

const LayerFigure *findLayerFigure(std::string_view name)
{
    const auto found = std::ranges::find(layerFigures(), name, &LayerFigure::name);
    return found == layerFigures().end() ? nullptr : &*found;
}

std::vector<double> figureByLayer(const LayerFigure &figure, const Cohort &cohort, const TrainingState &moment, std::size_t model)
{
    std::vector<double> values;
    for (const LayerDiagnostics &layer : diagnose(cohort, moment, model).layers)
        values.push_back(figure.value(layer));
    return values;
}

} // namespace actiscope
