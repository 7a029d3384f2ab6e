// What the chart of a run says beyond the figures of its epochs: what was measured of its moments, and what happened in it. Made by a Surveyor.
#pragma once

#include "core/training/measured_moment.h"
#include "core/training/run_record.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace actiscope {

struct EventKind; // core/training/run_event.h

/** Something that happened in a run. */
struct RunEvent {
    const EventKind *kind = nullptr;
    std::size_t model = 0;
    std::int64_t epoch = 0;
    std::int64_t until = 0; ///< the last epoch of what lasts; else the same
};

struct RunSurvey {
    RunId run = 0;
    std::int64_t furthest = 0;                                       ///< how far events were looked for
    bool isComplete = false;                                         ///< every moment was measured that there is
    bool isEachEpoch = false;                                        ///< none between two of them was left out
    std::vector<std::shared_ptr<const MeasuredMoment>> moments = {}; ///< by epoch
    std::vector<RunEvent> events = {};                               ///< by epoch

    /** The last one at or before an epoch; null where there is none. */
    const MeasuredMoment *before(std::int64_t epoch) const;
};

} // namespace actiscope
