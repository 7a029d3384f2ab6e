// A run without threads: a cohort on a backend, the figures of its epochs, and the picture of it at a moment.
// Belongs to one thread at a time.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/engine/backend.h"
#include "core/training/experiment.h"
#include "core/training/snapshot.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** Means over the batches of an epoch; NaN where there has been none. */
struct TrainingFigures {
    double loss = std::numeric_limits<double>::quiet_NaN();
    double accuracy = std::numeric_limits<double>::quiet_NaN();
};

/** A run at a moment: what it takes to go on from there. */
struct Checkpoint {
    TrainingState state;
    std::vector<History> histories;     ///< of each model, rows 0 … epoch − 1, or up to the diverged one
    std::vector<TrainingFigures> ended; ///< of each model in the epoch before this moment, where the run measures by batch
    std::vector<std::vector<ActivationSpec>> activations; ///< of each model, as they were set; what was learned since is in `state`
};

class Run {
public:
    /** Makes data and weights and loads them. Throws ConfigurationError or BackendError. */
    Run(std::uint64_t id, Experiment experiment, Backend &backend);
    /** Goes on from a checkpoint of a run of this experiment, perhaps on another backend; settings that can be changed while training
     *  are the experiment's. Throws as the other. */
    Run(std::uint64_t id, Experiment experiment, Backend &backend, Checkpoint checkpoint);

    std::uint64_t id() const { return m_id; }
    const Experiment &experiment() const { return m_experiment; }
    const Cohort &cohort() const { return m_cohort; }
    std::int64_t epoch() const { return m_epoch; }
    /** Why no epoch is left to train: the last one is reached, the stop rule's conditions are met, or every model has diverged; else nothing. */
    std::optional<StopReason> ended() const;
    bool isFinished() const { return ended().has_value(); }
    /** How many of the next `epochs` are left before the last one. */
    int remaining(int epochs) const;
    /** Models that are still training. */
    std::size_t trainingModels() const;

    /** Trains `epochs` ≥ 1 more epochs, or fewer: to the very one at which the conditions of the stop rule are met. */
    void advance(int epochs);
    void setOptimizer(std::size_t model, const OptimizerSettings &settings);
    /** Parameters of a model's activations; the activations themselves stay. */
    void setActivations(std::size_t model, const std::vector<ActivationSpec> &activations);
    void setLastEpoch(int epochs) { m_experiment.stop.epochs = epochs; }

    /** Figures, history and learned parameters as they are now. Boundaries on `grid`, or the newest ones if there is none. */
    Snapshot snapshot(const std::optional<GridSpec> &grid);

    Checkpoint checkpoint() const;

    /** Of one model at its current parameters, with the epochs of death if the experiment tracks units. Throws as the free diagnose(). */
    Diagnostics diagnose(std::size_t model, const DiagnosticsSettings &settings) const;

private:
    struct Model {
        History history;                        ///< rows 0 … epoch − 1, or up to the diverged one
        TrainingFigures ended;                  ///< in the epoch before this moment, where the run measures by batch
        std::optional<std::int64_t> divergedAt; ///< the last row
        std::shared_ptr<const Boundary> boundary;
        StopWatcher stop; ///< has seen the rows before m_watched, where the stop rule has conditions
    };

    void train(int epochs);
    std::optional<std::int64_t> watchConditions();
    bool seeEpoch(std::int64_t epoch, const std::vector<EpochFigures> &current);
    std::vector<std::vector<double>> activationParameters(std::size_t model) const;
    EpochFigures rowOf(const Model &model, const EpochFigures &measured) const;
    bool isLost(const EpochFigures &measured) const;
    void record(Model &model, const ModelReport &report);
    void endDiverged(const std::vector<ModelReport> &reports);
    ModelSnapshot modelSnapshot(std::size_t index, const EpochFigures &current, const std::optional<GridSpec> &grid);
    Boundary boundaryOn(const GridSpec &grid, std::size_t model);
    const std::vector<float> &pointsOf(const GridSpec &grid);

    std::uint64_t m_id;
    Experiment m_experiment;
    Backend &m_backend;
    Cohort m_cohort;
    double m_divergedLoss;
    std::int64_t m_epoch = 0;
    std::int64_t m_watched = 0; ///< the first epoch whose row the stop rule's conditions have not been compared with
    std::optional<StopReason> m_conditionMet;
    std::vector<Model> m_models;
    GridSpec m_pointsGrid{.width = 0, .height = 0};
    std::vector<float> m_points;
};

} // namespace actiscope
