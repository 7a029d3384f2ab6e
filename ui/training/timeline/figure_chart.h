// What the chart of an exported figure shows: the same strips as the window's.
#pragma once

#include "core/training/run_store.h"
#include "core/training/run_survey.h"
#include "core/training/series.h"
#include "ui/training/timeline/strip_chart.h"

#include <memory>
#include <vector>

namespace actiscope {

struct FigureChart {
    std::vector<const SeriesKind *> series; ///< strips, from top to bottom
    StripOptions options = {};
    std::shared_ptr<const RunSurvey> survey = {}; ///< events, and what was measured; null for none
    std::vector<KeptRun> kept = {};               ///< earlier runs, as thin lines
};

} // namespace actiscope
