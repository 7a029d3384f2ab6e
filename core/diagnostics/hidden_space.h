// Where the last hidden layer puts the training points: its outputs by their first two principal components. In double, from the parameters alone.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/training_state.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace actiscope {

/** Every model has a hidden space of its own, and so axes of its own; what makes pictures comparable is the rule by which they are turned: along both
 *  components labels (the first target of a regression) rise on average. Where they neither rise nor fall, the largest entry of the component is
 *  positive. */
struct HiddenSpace {
    std::vector<std::array<double, 2>> points = {}; ///< of each training point, around the mean of all
    std::array<double, 2> shares = {};              ///< of the outputs' variance that each component has
};

/** Components as sklearn.decomposition.PCA(2), but for their signs. Nothing without a hidden layer, or where its outputs are not finite. Throws
 *  ConfigurationError as diagnose(). */
std::optional<HiddenSpace> hiddenSpaceOf(const Cohort &cohort, const TrainingState &moment, std::size_t model);

} // namespace actiscope
