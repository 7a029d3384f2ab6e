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
    std::vector<History> histories;          ///< of each model, rows 0 … epoch − 1, or up to the diverged one
    std::vector<TrainingFigures> ended;      ///< of each model in the epoch before this moment, where the run measures by batch
    std::vector<ActivationSpec> activations; ///< as they were set; what was learned since is in `state`
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
    /** No epoch is left to train: the last one is reached or every model has diverged. */
    bool isFinished() const;
    /** How many of the next `epochs` are left before the last one. */
    int remaining(int epochs) const;
    /** Models that are still training. */
    std::size_t trainingModels() const;

    /** Trains `epochs` ≥ 1 more epochs. */
    void advance(int epochs);
    void setOptimizer(const OptimizerSettings &settings);
    /** Parameters of a model's activation, in every hidden layer; the activation itself stays. */
    void setActivation(std::size_t model, const ActivationSpec &activation);
    void setLastEpoch(int epochs) { m_experiment.epochs = epochs; }

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
    };

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
    std::vector<Model> m_models;
    GridSpec m_pointsGrid{.width = 0, .height = 0};
    std::vector<float> m_points;
};

} // namespace actiscope
