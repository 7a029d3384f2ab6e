// The figures that diagnostics have of each hidden layer, by name: a row each, which reports, lists and lessons go through. A new one is its row.
#pragma once

#include "core/diagnostics/diagnostics.h"

#include <span>
#include <string_view>
#include <vector>

namespace actiscope {

struct LayerFigure {
    std::string_view name;    ///< in JSON: "gradient_norm"
    std::string_view unit;    ///< "units", "share"; empty for a plain number
    std::string_view lookFor; ///< one sentence: what it is, and when it tells something
    double (*value)(const LayerDiagnostics &layer) = nullptr;
    bool isCount = false;                          ///< a whole number
    double UnitFigures::*ofUnit = nullptr;         ///< the same of one unit, where it has it
};

/** In the order in which reports have them. */
std::span<const LayerFigure> layerFigures();
/** The one of this name, or null. */
const LayerFigure *findLayerFigure(std::string_view name);

/** Of each hidden layer of a model at a moment, the first one first. NaN where a layer has none (α that is not learned). Throws as diagnose(). */
std::vector<double> figureByLayer(const LayerFigure &figure, const Cohort &cohort, const TrainingState &moment, std::size_t model);

} // namespace actiscope
