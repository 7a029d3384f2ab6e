// What the owner of a training session asks of its thread.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/engine/backend.h"
#include "core/training/experiment.h"
#include "core/training/snapshot.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace actiscope::session {

struct SetExperiment {
    Experiment experiment;
};
struct SetBackend {
    BackendFactory factory;
};
/** Goes on where the run's last snapshot stood. */
struct ContinueOn {
    BackendFactory factory;
};
struct Play {};
struct Pause {};
struct Step {};
struct Reset {};
struct SetPace {
    double epochsPerSecond;
};
struct SetLastEpoch {
    int epochs;
};
struct SetOptimizer {
    std::size_t model;
    OptimizerSettings settings;
};
/** Of one model's activation, the same for all hidden layers. */
struct SetActivationParameters {
    std::size_t model;
    std::vector<double> values;
};
struct SetGrid {
    std::optional<GridSpec> whileRunning;
    std::optional<GridSpec> atRest;
};
struct RequestDiagnostics {
    std::size_t model;
    DiagnosticsSettings settings;
};
using Command = std::variant<SetExperiment, SetBackend, ContinueOn, Play, Pause, Step, Reset, SetPace, SetLastEpoch, SetOptimizer,
                             SetActivationParameters, SetGrid, RequestDiagnostics>;

/** Whether the owner means `next` instead of `before`, which nobody looked at yet: a setting is replaced by its successor; steps are
 *  counted, each one. */
inline bool replaces(const Command &next, const Command &before)
{
    if (next.index() != before.index() || std::holds_alternative<Step>(next))
        return false;
    if (const auto *optimizer = std::get_if<SetOptimizer>(&next))
        return optimizer->model == std::get<SetOptimizer>(before).model;
    const auto *parameters = std::get_if<SetActivationParameters>(&next);
    return !parameters || parameters->model == std::get<SetActivationParameters>(before).model;
}

} // namespace actiscope::session
