// What the units of the models of a finished run do, as JSON.
#pragma once

#include "core/training/run_to_end.h"

#include <string>

namespace actiscope {

/** The run's diagnostics, which were made with these settings; README names the keys. What is NaN or infinite is null. */
std::string diagnosticsJson(const FinishedRun &run, const DiagnosticsSettings &settings);

} // namespace actiscope
