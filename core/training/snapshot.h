// What the training session shows of itself: an immutable picture of a run at one moment, taken by the window at its
// own pace. Made on the session's thread, read on any.
#pragma once

#include "core/base/message.h"
#include "core/data/plane_grid.h"
#include "core/training/experiment.h"
#include "core/training/history.h"
#include "core/training/run_record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** What a model says on a grid, row-major (value[row · width + column]), NaN once it diverged. Which of the three there is depends on
 *  the data. */
struct Boundary {
    GridSpec grid;
    std::vector<float> probability = {};         ///< two classes: of class 1, in [0, 1]
    std::vector<std::vector<float>> scores = {}; ///< classes: the output of each, the largest wins; of two classes what that of class 1 is ahead by
    std::vector<float> prediction = {};          ///< regression: of the first target
};

enum class RunState {
    Preparing, ///< data, weights and kernels are being made
    Ready,     ///< at epoch 0, nothing trained yet
    Running,
    Paused,
    Finished, ///< reached the last epoch, or every model diverged
    Failed,   ///< the backend could not go on; see message
};

/** One model of the run. */
struct ModelSnapshot {
    ModelConfiguration configuration; ///< as it was set
    History history;                  ///< rows 0 … epoch (Snapshot::furthest), or up to the one at which it diverged
    EpochFigures current;             ///< the row of this epoch, or the one at which it diverged
    std::optional<std::int64_t> divergedAt;
    std::shared_ptr<const Boundary> boundary; ///< at the current parameters, or while running at those of shortly before; null before the first
    std::vector<double> learnedAlpha;         ///< parameter 0 of each hidden layer that learns it, first layer first
};

struct Snapshot {
    std::uint64_t run = 0;     ///< a reset or a new experiment begins a new run
    std::uint64_t command = 0; ///< the last that was carried out before, counted from 1 (TrainingSession::lastCommand())
    RunState state = RunState::Preparing;
    std::int64_t epoch = 0;               ///< updates done
    std::optional<StopReason> ended = {}; ///< why no epoch is left to train, where none is
    Experiment experiment;
    std::shared_ptr<const Dataset> data;
    std::vector<ModelSnapshot> models;
    // What looks further into the run, at any time and without the session:
    std::shared_ptr<const Cohort> cohort;
    Moment moment;                           ///< parameters and optimisers of all models at this epoch
    std::shared_ptr<Evaluator> evaluator;    ///< computes from moments of this run, on any thread
    std::shared_ptr<const RunRecord> record; ///< what was changed, where it parted from another run, moments of before
    std::int64_t furthest = 0;    ///< the last epoch that the run came to: beyond `epoch` where it was rewound; histories go as far
    double stepsPerSecond = 0;    ///< model updates a second, all models together, while running
    double flopsPerSecond = 0;    ///< 6 · weights · samples · steps a second
    Message device;               ///< the backend's description
    bool standsIn = false;        ///< trained by the stand-in while the device's programs are built: the same run begins again there, with another number
    Arithmetic arithmetic;        ///< the backend's
    bool measuresByBatch = false; ///< as Cohort::measuresByBatch(): what the training figures of a row are
    Message message;              ///< one line when Failed (or why the backend was changed)
    std::string log;              ///< the compiler's, when Failed since kernels did not build
};

} // namespace actiscope
