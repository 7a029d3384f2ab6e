// Trains one comparison with many seeds, one after the other on one backend: each run is what it would be alone, to the last bit.
#pragma once

#include "core/engine/backend.h"
#include "core/training/seeds/seed_plan.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** What became of one model. */
struct SeedOutcome {
    History history = {};      ///< rows 0 … last epoch, or up to the one at which it diverged
    EpochFigures figures = {}; ///< the last of them
    std::optional<std::int64_t> divergedAt = {};
    std::shared_ptr<const Boundary> boundary = {}; ///< null where none was asked for, or it diverged
};

/** One seed; immutable once it is there. */
struct SeedRun {
    std::uint32_t seed = 0;
    std::int64_t epoch = 0; ///< the last one
    std::vector<SeedOutcome> models = {};
};

/** As many seeds as are there, in the order of the plan. */
struct SeedStudy {
    Experiment experiment = {}; ///< whose seeds are replaced
    SeedPlan plan = {};
    std::vector<std::shared_ptr<const SeedRun>> runs = {};
    Message device = {};
    Arithmetic arithmetic = {};
    double seconds = 0; ///< up to now

    bool isComplete() const { return runs.size() == static_cast<std::size_t>(plan.count); }
};

/** Trains the experiment as it is, to its end; with boundaries on `grid`, where the data lie in a plane. Throws ConfigurationError, BackendError, or
 *  Interrupted where `leave` says so: it is asked some times a second. */
SeedRun trainSeed(const Experiment &experiment, Backend &backend, const std::optional<GridSpec> &grid, const StopWish &leave);

/** Who follows a study; called by the thread that computes it. */
class SeedWatch {
public:
    virtual ~SeedWatch() = default;
    /** One seed more is there. */
    virtual void trained(const SeedStudy &) {}
    virtual bool wantsEnd() { return false; }
};

/** All seeds of the plan; fewer where the end is wanted before. Throws as trainSeed(), but for Interrupted. */
SeedStudy trainSeeds(const Experiment &experiment, const SeedPlan &plan, Backend &backend, const std::optional<GridSpec> &grid,
                     SeedWatch &watch);

} // namespace actiscope
