// What has come of an epoch that is being trained and takes long.
#pragma once

#include "core/engine/epoch_figures.h"

#include <cstdint>
#include <vector>

namespace actiscope {

/** Immutable, made on the session's thread. */
struct ComingEpoch {
    std::uint64_t run = 0;
    std::int64_t epoch = 0;                      ///< after which updates it is
    std::vector<std::vector<PartFigures>> parts; ///< of each model, those that have come
};

} // namespace actiscope
