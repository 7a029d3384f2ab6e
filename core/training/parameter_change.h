// Changes of a network's own numbers by hand: a weight, a bias, a unit that is switched off. They are kept with the run like any other change, so that
// it can be replayed; the experiment does not know of them.
#pragma once

#include "core/engine/training_state.h"
#include "core/training/change_record.h"

#include <cstddef>

namespace actiscope {

inline constexpr double maxParameter = 1e6; ///< what can be typed is at most so far from 0

/** The weight from `place.column` of the layer before to `place.row` becomes this. What the optimiser gathered of it stays. */
Change weightChange(std::size_t model, const ParameterPlace &place, double value);
/** The same of the bias of a unit, or of an output. */
Change biasChange(std::size_t model, std::size_t layer, std::size_t row, double value);
/** All weights into a hidden unit and out of it become 0, its bias as well, and what the optimiser gathered of them: nothing goes through it any more.
 *  Training leaves it so where f(0) = 0, since no gradient reaches it; elsewhere (sigmoid) its constant f(0) may be used again, like a bias. */
Change unitOffChange(std::size_t model, std::size_t layer, std::size_t unit);

/** Whether it is one of these, and not a setting. */
bool changesParameters(const Change &change);

/** Throws ConfigurationError for one that models of this shape cannot take: "model", "layer", "unit", "input" or the value. */
void validateParameterChange(const Change &change, std::size_t models, const NetworkShape &shape);

/** The state of the model that it is of, afterwards. The change is valid. */
ModelState changedState(const ModelState &state, const Change &change);

} // namespace actiscope
