// Trains an experiment from beginning to end on the calling thread, as fast as it goes, for the command line.
#pragma once

#include "core/base/errors.h"
#include "core/diagnostics/diagnostics.h"
#include "core/engine/backend.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** Wall-clock seconds of the parts of a run. */
struct RunSeconds {
    double setup = 0;                 ///< data, initial weights, kernels
    double training = 0;              ///< all epochs, with the figures of each
    std::optional<double> boundaries; ///< where they were asked for
};

struct FinishedRun {
    Snapshot
        snapshot; ///< of the last epoch, which is an earlier one where the end was wanted; rows 0 … epochs, or up to where the model diverged
    RunSeconds seconds;
    std::vector<Diagnostics> diagnostics; ///< one a model, where they were asked for
};

/** Who follows a run; called by the thread that computes it. */
class RunWatch {
public:
    virtual ~RunWatch() = default;
    /** What begins now, for people: "preparing". */
    virtual void begins(const char *) {}
    /** Called after every slice. */
    virtual void trained(std::int64_t /*epochsDone*/) {}
    /** Called within a slice by backends that can tell, with the share of it that is done. */
    virtual void within(std::int64_t /*firstEpoch*/, int /*epochs*/, double /*share*/) {}
    /** Whether training is to end where it is; asked before every slice, which takes a third of a second, or an epoch where that is longer,
     *  and within it by backends that can leave it: of a slice that is left nothing remains. */
    virtual bool wantsEnd() { return false; }
    /** Training has ended, here or early, and what the extras say is computed from now on: called once, with all figures of the epochs. */
    virtual void ended(const FinishedRun & /*figures*/) {}
};

/** What a run computes when it has ended, besides its figures. */
struct RunExtras {
    bool boundaries = false;
    std::optional<DiagnosticsSettings> diagnostics = {};
};

/** Makes what goes on with the run, from this epoch, after a backend gave up with this error. */
using Substitute = std::function<std::unique_ptr<Backend>(const BackendError &error, std::int64_t epoch)>;

/** Boundaries are computed on a grid around the test points, step 0.01, margin 1; none for a model that diverged.
 *  Throws ConfigurationError for an experiment that is not valid, BackendError when the backend gives up and there is no substitute, or
 *  that one gives up, too. */
FinishedRun runToEnd(const Experiment &experiment, const BackendFactory &backend, const RunExtras &extras, RunWatch &watch,
                     const Substitute &substitute = {});

} // namespace actiscope
