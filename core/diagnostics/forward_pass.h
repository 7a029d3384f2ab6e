// A model of a cohort at given parameters, run over points in double and in evaluation mode: what diagnostics look into. On the calling thread.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/reference_model.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** Throws ConfigurationError("model", …) unless there are more models than that. */
void requireModel(std::size_t model, std::size_t count);

/** The cohort with this model alone, at these parameters. Throws ConfigurationError for a "model" that is not there, and parameters that do not fit. */
Cohort cohortOf(const Cohort &cohort, std::size_t model, const ModelParameters &parameters);

/** Points of which only the coordinates are known, made fit for a batch of the cohort: what their labels or targets are is of no consequence. */
LabelledPoints unlabelledPoints(const Cohort &cohort, std::vector<double> coordinates);

/** The model after a forward pass over these points: its pre-activations, values and outputs are samples × units. Throws as cohortOf(). */
ReferenceModel<double> forwardPass(const Cohort &cohort, std::size_t model, const ModelParameters &parameters, const LabelledPoints &points);

} // namespace actiscope
