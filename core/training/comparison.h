// Independent models that are trained side by side: a cohort on a backend, the figures of its epochs, and the picture of it at a moment.
// Belongs to one thread at a time.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/engine/backend.h"
#include "core/training/experiment.h"
#include "core/training/snapshot.h"
#include "core/training/training_task.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

/** Whether the data are points of a plane: elsewhere there are no boundaries to draw. */
bool liesInPlane(const Cohort &cohort);

/** A comparison at a moment: what it takes to go on from there with another one. */
struct Checkpoint {
    Keyframe frame;
    std::vector<History> histories;                       ///< of each model, rows 0 … epoch − 1, or up to the diverged one
    std::vector<std::vector<ActivationSpec>> activations; ///< of each model, as they were set; what was learned since is in the frame
};

class Comparison final : public TrainingTask {
public:
    /** Makes data and weights and loads them. Throws ConfigurationError or BackendError. */
    Comparison(RunId id, Experiment experiment, Backend &backend);
    /** Goes on from a checkpoint of a comparison of this experiment, perhaps on another backend; settings that can be changed while training
     *  are the experiment's. Throws as the other. */
    Comparison(RunId id, Experiment experiment, Backend &backend, const Checkpoint &checkpoint);

    const Experiment &experiment() const override { return m_experiment; }
    std::shared_ptr<const Cohort> cohort() const override { return m_cohort; }
    std::int64_t epoch() const override { return m_epoch; }
    /** Why no epoch is left to train: the last one is reached, the stop rule's conditions are met, or every model has diverged; else nothing. */
    std::optional<StopReason> ended() const;
    bool isFinished() const override { return ended().has_value(); }
    int remaining(int epochs) const override;
    std::size_t trainingModels() const override;

    /** Ends at the very epoch at which the conditions of the stop rule are met. */
    void advance(int epochs) override;
    void apply(const Change &change) override;

    /** Throws Interrupted where the backend is to leave: what was trained up to then is kept. */
    Snapshot snapshot(const std::optional<PlaneWish> &planes) override;
    Keyframe keyframe() override;
    std::vector<History> histories() const override;
    /** Of each model about so many rows, as History::keepAtMost(). */
    void keepAtMost(std::size_t rows);
    void restore(const Keyframe &frame, const Experiment &settings, const std::vector<History> &histories) override;
    std::unique_ptr<Evaluator> evaluator() override { return m_backend.evaluator(); }

    Checkpoint checkpoint();

    /** Of one model at its current parameters, with the epochs of death if the experiment tracks units. Throws as the free diagnose(). */
    Diagnostics diagnose(std::size_t model, const DiagnosticsSettings &settings);

private:
    struct Model {
        History history;                        ///< rows 0 … epoch − 1, or up to the diverged one
        TrainingFigures ended;                  ///< in the epoch before this moment, where the run measures by batch
        std::optional<std::int64_t> divergedAt; ///< the last row
        std::shared_ptr<const Boundary> boundary;
    };

    int followSchedules(int most);
    void train(int epochs);
    void trainToConditions(int epochs);
    const std::vector<EpochFigures> &currentFigures();
    void forgetMoment();
    std::optional<std::int64_t> watchConditions();
    bool seeEpoch(std::int64_t epoch, const std::vector<EpochFigures> &current);
    void setActivations(std::size_t model);
    void setParameter(const Change &change);
    const Moment &moment();
    EpochFigures rowOf(const Model &model, const EpochFigures &measured) const;
    bool isLost(const EpochFigures &measured) const;
    void record(Model &model, const ModelReport &report);
    void endDiverged(const std::vector<ModelReport> &reports);
    ModelSnapshot modelSnapshot(std::size_t index, const EpochFigures &current, const std::optional<GridSpec> &grid);
    Boundary boundaryOn(const GridSpec &grid, std::size_t model);
    const std::vector<float> &pointsOf(const GridSpec &grid);

    RunId m_id;
    Experiment m_experiment;
    Backend &m_backend;
    std::shared_ptr<const Cohort> m_cohort;
    double m_divergedLoss;
    std::int64_t m_epoch = 0;
    std::size_t m_mostRows = 0; ///< 0: all
    StopProgress m_stop;
    std::vector<Model> m_models;
    Moment m_moment; ///< null after something happened
    std::vector<EpochFigures> m_current; ///< of the moment, as measured; empty before, and after something happened
    GridSpec m_pointsGrid{.width = 0, .height = 0};
    std::vector<float> m_points;
};

} // namespace actiscope
