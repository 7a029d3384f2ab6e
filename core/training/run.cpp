#include "core/training/run.h"

#include "core/base/errors.h"

#include <algorithm>
#include <string>
#include <utility>

namespace actiscope {

Run::Run(std::uint64_t id, Experiment experiment, Backend &backend)
    : m_id(id), m_experiment(std::move(experiment)), m_backend(backend), m_cohort(makeCohort(m_experiment)),
      m_divergedLoss(divergedLossOf(*m_cohort.data)), m_models(m_cohort.models.size())
{
    if (!m_cohort.measuresByBatch())
        m_cohort.batchSize = 0; // a batch of all samples: their order would only change how sums are rounded
    m_backend.load(m_cohort);
}

Run::Run(std::uint64_t id, Experiment experiment, Backend &backend, Checkpoint checkpoint) : Run(id, std::move(experiment), backend)
{
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        const ActivationSpec &activation = m_experiment.activations[i];
        ModelState &state = checkpoint.state.models[i];
        if (!activation.activation->isLearnable() || activation != checkpoint.activations[i])
            state.activation.assign(m_experiment.hidden.size(), activation.parameters);
        m_models[i].history = std::move(checkpoint.histories[i]);
        m_models[i].ended = checkpoint.ended[i];
        if (state.divergedAt)
            m_models[i].divergedAt = static_cast<std::int64_t>(m_models[i].history.size()) - 1;
    }
    m_epoch = checkpoint.state.epoch;
    m_backend.restore(checkpoint.state);
}

Checkpoint Run::checkpoint() const
{
    Checkpoint result{m_backend.state(), {}, {}, m_experiment.activations};
    for (const Model &model : m_models) {
        result.histories.push_back(model.history);
        result.ended.push_back(model.ended);
    }
    return result;
}

bool Run::isFinished() const
{
    return m_epoch >= m_experiment.epochs || trainingModels() == 0;
}

int Run::remaining(int epochs) const
{
    return static_cast<int>(std::clamp<std::int64_t>(m_experiment.epochs - m_epoch, 0, epochs));
}

std::size_t Run::trainingModels() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_models, [](const Model &model) { return !model.divergedAt; }));
}

/** What a backend has measured, as a row. */
EpochFigures Run::rowOf(const Model &model, const EpochFigures &measured) const
{
    if (!m_cohort.measuresByBatch())
        return measured;
    return {model.ended.loss, measured.testLoss, model.ended.accuracy, measured.testAccuracy};
}

/** Whether a model whose figures these are, of the whole training set, has diverged. A row that has means of batches shows it by its test loss. */
bool Run::isLost(const EpochFigures &measured) const
{
    return hasDiverged(measured.trainLoss, m_divergedLoss)
           && (!m_cohort.measuresByBatch() || hasDiverged(measured.testLoss, m_divergedLoss));
}

void Run::record(Model &model, const ModelReport &report)
{
    for (const EpochFigures &measured : report.rows) {
        model.history.append(rowOf(model, measured));
        model.ended = {measured.trainLoss, measured.trainAccuracy};
    }
    if (report.divergedAt && !model.divergedAt
        && (!m_cohort.measuresByBatch() || hasDiverged(model.history.back().testLoss, m_divergedLoss)))
        model.divergedAt = report.divergedAt;
}

/** Models that diverged between two rows, at a batch of an epoch: the row at which it would have ended is their last. */
void Run::endDiverged(const std::vector<ModelReport> &reports)
{
    std::vector<EpochFigures> measured;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        Model &model = m_models[i];
        if (!reports[i].divergedAt || model.divergedAt)
            continue;
        if (measured.empty())
            measured = m_backend.evaluate();
        model.history.append(rowOf(model, measured[i]));
        model.divergedAt = *reports[i].divergedAt + 1;
    }
}

void Run::advance(int epochs)
{
    const std::vector<ModelReport> reports = m_backend.advance(epochs);
    for (std::size_t i = 0; i < m_models.size(); ++i)
        record(m_models[i], reports[i]);
    endDiverged(reports);
    m_epoch += epochs;
}

void Run::setOptimizer(const OptimizerSettings &settings)
{
    m_experiment.optimizer = settings;
    for (std::size_t i = 0; i < m_models.size(); ++i)
        m_backend.setOptimizer(i, settings);
}

void Run::setActivation(std::size_t model, const ActivationSpec &activation)
{
    m_experiment.activations[model] = activation;
    m_backend.setActivationParameters(model, std::vector(m_experiment.hidden.size(), activation.parameters));
}

const std::vector<float> &Run::pointsOf(const GridSpec &grid)
{
    if (grid != m_pointsGrid) {
        m_points = gridPoints(grid);
        m_pointsGrid = grid;
    }
    return m_points;
}

/** Under the squared error two outputs say a class by which of them is larger, so that half their difference takes the place of a
 *  probability. */
Boundary Run::boundaryOn(const GridSpec &grid, std::size_t model)
{
    const std::vector<float> outputs = m_backend.predict(model, pointsOf(grid));
    const auto count = static_cast<std::ptrdiff_t>(m_points.size() / 2);
    const auto output = [&](int k) { return std::vector<float>(outputs.begin() + k * count, outputs.begin() + (k + 1) * count); };
    Boundary boundary{.grid = grid};
    if (m_cohort.data->isRegression()) {
        boundary.prediction = output(0);
    } else if (m_cohort.shape.outputs > 2) {
        for (int k = 0; k < m_cohort.shape.outputs; ++k)
            boundary.scores.push_back(output(k));
    } else {
        boundary.probability = output(m_cohort.shape.outputs - 1);
        const bool isDifference = m_cohort.loss == Loss::MeanSquaredError && m_cohort.shape.outputs == 2;
        for (std::size_t i = 0; isDifference && i < boundary.probability.size(); ++i)
            boundary.probability[i] = std::clamp(0.5f + (boundary.probability[i] - outputs[i]) / 2, 0.0f, 1.0f);
    }
    return boundary;
}

ModelSnapshot Run::modelSnapshot(std::size_t index, const EpochFigures &current, const std::optional<GridSpec> &grid)
{
    Model &model = m_models[index];
    const ActivationSpec &activation = m_experiment.activations[index];
    const bool diverges = !model.divergedAt && isLost(current); // at the very last update
    if (grid && !model.divergedAt && !diverges)
        model.boundary = std::make_shared<const Boundary>(boundaryOn(*grid, index));
    ModelSnapshot picture{activation, model.history, {}, diverges ? m_epoch : model.divergedAt, model.boundary, {}};
    if (!model.divergedAt)
        picture.history.append(rowOf(model, current));
    picture.current = picture.history.back();
    if (activation.activation->isLearnable()) {
        for (const std::vector<double> &layer : m_backend.parameters(index).activation)
            picture.learnedAlpha.push_back(layer.front());
    }
    return picture;
}

Diagnostics Run::diagnose(std::size_t model, const DiagnosticsSettings &settings) const
{
    if (model >= m_models.size())
        throw ConfigurationError("model", std::to_string(model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(m_models.size())}});
    return actiscope::diagnose(m_cohort, model, m_backend.parameters(model), m_backend.lastAlive(model), settings);
}

Snapshot Run::snapshot(const std::optional<GridSpec> &grid)
{
    Snapshot picture;
    picture.run = m_id;
    picture.epoch = m_epoch;
    picture.experiment = m_experiment;
    picture.data = m_cohort.data;
    picture.device = m_backend.description();
    picture.arithmetic = m_backend.arithmetic();
    picture.measuresByBatch = m_cohort.measuresByBatch();
    const std::vector<EpochFigures> current = m_backend.evaluate();
    for (std::size_t i = 0; i < m_models.size(); ++i)
        picture.models.push_back(modelSnapshot(i, current[i], grid));
    return picture;
}

} // namespace actiscope
