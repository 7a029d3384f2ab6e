// What a session trains, whatever it is: a comparison of independent models, or networks that train against one another. Belongs to one thread at a
// time.
#pragma once

#include "core/training/change.h"
#include "core/training/history.h"
#include "core/training/snapshot.h"
#include "core/training/timeline.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** The boundaries that a snapshot is to have anew. */
struct PlaneWish {
    PlaneWish(const GridSpec &on, std::optional<std::size_t> ofModel = {}) : grid(on), model(ofModel) {}

    GridSpec grid;
    std::optional<std::size_t> model; ///< that of this one alone; of all if there is none
};

class TrainingTask {
public:
    virtual ~TrainingTask() = default;

    /** As it is set now. */
    virtual const Experiment &experiment() const = 0;
    /** What the moments are of. */
    virtual std::shared_ptr<const Cohort> cohort() const = 0;
    /** Updates done, in epochs. */
    virtual std::int64_t epoch() const = 0;
    virtual bool isFinished() const = 0;
    /** How many of the next `epochs` are left before the last one. */
    virtual int remaining(int epochs) const = 0;
    /** Models that are still training. */
    virtual std::size_t trainingModels() const = 0;

    /** Trains `epochs` ≥ 1 more epochs, or fewer where it ends before. The figures are the same in whatever portions it is called. Throws Interrupted where
     *  the backend is to leave; it then stands at an epoch on the way. */
    virtual void advance(int epochs) = 0;
    /** From the next step on. Throws ConfigurationError for what cannot be changed while training. */
    virtual void apply(const Change &change) = 0;

    /** Figures, histories and moment as they are now. Boundaries that are not wished are the newest ones. */
    virtual Snapshot snapshot(const std::optional<PlaneWish> &planes) = 0;
    /** Where it stands. Costs something after each advance() and nothing again before the next. */
    virtual Keyframe keyframe() = 0;
    /** Rows of each model that do not change any more: 0 … epoch − 1, or up to the one at which it diverged. */
    virtual std::vector<History> histories() const = 0;
    /** Stands where a task of the same experiment stood, with these settings; `histories` have at least the rows up to there. */
    virtual void restore(const Keyframe &frame, const Experiment &settings, const std::vector<History> &histories) = 0;
    /** What computes from moments beside it. */
    virtual std::unique_ptr<Evaluator> evaluator() = 0;
};

} // namespace actiscope
