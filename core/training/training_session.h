// Runs an experiment on a thread of its own and publishes snapshots. All members may be called from the owner's
// thread at any time; none of them waits for training. The trainer never waits for a reader and a reader never waits
// for the trainer: a snapshot is made only when the previous one was taken.
#pragma once

#include "core/engine/backend.h"
#include "core/training/experiment.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

class SessionWorker;

class TrainingSession {
public:
    /** Starts the thread; nothing runs before setExperiment(). The factory is called on the session's thread. */
    explicit TrainingSession(BackendFactory factory);
    /** Stops the thread within one slice and joins it. */
    ~TrainingSession();
    TrainingSession(const TrainingSession &) = delete;
    TrainingSession &operator=(const TrainingSession &) = delete;

    /** Makes data and weights anew and begins a new run, at epoch 0. The experiment must be valid. */
    void setExperiment(const Experiment &experiment);
    /** Computes elsewhere from now on; begins a new run of the same experiment. */
    void setBackend(BackendFactory factory);
    /** Computes elsewhere from now on and goes on with the run where its last snapshot stood: parameters, what the optimiser has
     *  gathered and the order of batches. After a failure, this is how nothing more than the last moment is lost; without a snapshot
     *  it is setBackend(). */
    void continueOn(BackendFactory factory);
    /** Trains at `pace` until the last epoch. From Finished it does nothing (raise the last epoch, or reset). */
    void play();
    void pause();
    /** Pauses, then trains one epoch. */
    void step();
    /** Back to epoch 0 with the same initial weights; a new run. */
    void reset();
    /** Epochs a second while playing; 0 means as fast as it goes. */
    void setPace(double epochsPerSecond);
    /** The run stops there; may be raised or lowered while running. */
    void setLastEpoch(int epochs);
    /** Of one model, from the next step on; what the optimiser has gathered stays. Throws ConfigurationError for settings out of range. */
    void setOptimizer(std::size_t model, const OptimizerSettings &settings);
    /** Of one model's activation in every hidden layer, from the next step on; a learned parameter goes on from there. Values must be
     *  acceptable, one a parameter. */
    void setActivationParameters(std::size_t model, std::vector<double> values);
    /** The plane that boundaries are evaluated on, while running and (finer) at rest. std::nullopt: the data's box. */
    void setGrid(std::optional<GridSpec> whileRunning, std::optional<GridSpec> atRest);

    /** Asks for the diagnostics of one model. They are computed once, between two slices of training, and come with the next snapshot of a
     *  run (Snapshot::diagnostics); training goes on. A request that was not answered yet is replaced. Epochs of death need
     *  Experiment::tracksUnits. Throws ConfigurationError for settings that no run accepts; a model or unit that the run does
     *  not have is an error in the answer. */
    void requestDiagnostics(std::size_t model, const DiagnosticsSettings &settings = {});

    /** How many commands were given so far. What a snapshot shows follows from those up to Snapshot::command. */
    std::uint64_t lastCommand() const;

    /** The newest snapshot, or null when nothing changed since the last call. Never blocks on training. */
    std::shared_ptr<const Snapshot> takeSnapshot();

private:
    std::unique_ptr<SessionWorker> m_worker;
};

} // namespace actiscope
