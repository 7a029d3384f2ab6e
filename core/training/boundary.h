// What a network says on a grid of the plane, as it is drawn.
#pragma once

#include "core/data/plane_grid.h"
#include "core/training/snapshot.h"

#include <span>

namespace actiscope {

/** Of the outputs that a network of the cohort gives at the grid's points (Backend::predict()). */
Boundary boundaryOf(const GridSpec &grid, const Cohort &cohort, std::span<const float> outputs);

/** What a model says at a point: the probability of class 1 where the output for it is ahead by `lead`. */
double probabilityOfLead(Loss loss, double lead);

/** A model's at the moment of a snapshot that has an evaluator. Any thread. */
Boundary boundaryAt(const Snapshot &run, std::size_t model, const GridSpec &grid);

} // namespace actiscope
