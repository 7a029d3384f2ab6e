// What is said about the epoch that is shown: what happened up to it, and what to try. GUI thread.
#pragma once

#include "core/training/run_event.h"
#include "core/training/run_survey.h"
#include "core/training/snapshot.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace actiscope {

struct TimelineSentence {
    QString text;
    QString step;                         ///< empty where there is none
    std::optional<Suggestion> suggestion; ///< that the step is
    std::optional<std::int64_t> ofEvent;  ///< the epoch of the event that it is about
};

/** `survey` may be null. */
TimelineSentence timelineSentence(const Snapshot &run, const RunSurvey *survey, std::int64_t epoch);

} // namespace actiscope
