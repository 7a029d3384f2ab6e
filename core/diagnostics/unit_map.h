// What hidden units say about points of the data's plane: pictures of units. In double, from the parameters alone.
#pragma once

#include "core/data/plane_grid.h"
#include "core/diagnostics/diagnostics.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** On the points of a grid, row-major from (xMin, yMin). */
struct UnitMap {
    std::vector<float> preActivations = {}; ///< z
    std::vector<float> outputs = {};        ///< f(z); NaN where z is
};

/** Maps of all units of all hidden layers: [layer][unit]. Throws ConfigurationError as diagnose(), and ("inputs", …) where the data are no plane. */
std::vector<std::vector<UnitMap>> unitMaps(const Cohort &cohort, const TrainingState &moment, std::size_t model, const GridSpec &grid);

/** The map of one. Throws as well for a "unit" that is not there. */
UnitMap unitMap(const Cohort &cohort, const TrainingState &moment, std::size_t model, const HiddenUnit &unit, const GridSpec &grid);

} // namespace actiscope
