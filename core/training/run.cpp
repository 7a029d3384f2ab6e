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
        const ModelConfiguration &model = m_experiment.models[i];
        ModelState &state = checkpoint.state.models[i];
        for (std::size_t layer = 0; layer < m_experiment.hidden.size(); ++layer) {
            const ActivationSpec &activation = model.activation(layer);
            if (!activation.activation->isLearnable() || model.activations != checkpoint.activations[i])
                state.activation[layer] = activation.parameters;
        }
        m_models[i].history = std::move(checkpoint.histories[i]);
        m_models[i].ended = checkpoint.ended[i];
        if (state.divergedAt)
            m_models[i].divergedAt = static_cast<std::int64_t>(m_models[i].history.size()) - 1;
    }
    m_epoch = checkpoint.state.epoch;
    m_backend.restore(checkpoint.state);
    watchConditions();
}

Checkpoint Run::checkpoint() const
{
    Checkpoint result{m_backend.state(), {}, {}, {}};
    for (const ModelConfiguration &model : m_experiment.models)
        result.activations.push_back(model.activations);
    for (const Model &model : m_models) {
        result.histories.push_back(model.history);
        result.ended.push_back(model.ended);
    }
    return result;
}

std::optional<StopReason> Run::ended() const
{
    if (trainingModels() == 0)
        return StopReason::AllDiverged;
    if (m_conditionMet)
        return m_conditionMet;
    return m_epoch >= m_experiment.stop.epochs ? std::optional(StopReason::LastEpoch) : std::nullopt;
}

int Run::remaining(int epochs) const
{
    return static_cast<int>(std::clamp<std::int64_t>(m_experiment.stop.epochs - m_epoch, 0, epochs));
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

void Run::train(int epochs)
{
    const std::vector<ModelReport> reports = m_backend.advance(epochs);
    for (std::size_t i = 0; i < m_models.size(); ++i)
        record(m_models[i], reports[i]);
    endDiverged(reports);
    m_epoch += epochs;
}

/** Conditions are met at an epoch, wherever slices of training end: what was trained beyond it is trained again from the slice's beginning, which
 *  gives the same bits. */
void Run::advance(int epochs)
{
    if (!m_experiment.stop.hasConditions()) {
        train(epochs);
        return;
    }
    const TrainingState before = m_backend.state();
    const std::vector<Model> models = m_models;
    const std::int64_t watched = m_watched;
    train(epochs);
    const std::optional<std::int64_t> met = watchConditions();
    if (!met || *met == m_epoch)
        return;
    m_backend.restore(before);
    m_models = models;
    m_watched = watched;
    m_epoch = before.epoch;
    train(static_cast<int>(*met - before.epoch));
    watchConditions();
}

/** Compares the stop rule's conditions with the rows up to now. The first epoch at which every model has met one, if there is one. */
std::optional<std::int64_t> Run::watchConditions()
{
    if (!m_experiment.stop.hasConditions())
        return std::nullopt;
    const std::vector<EpochFigures> current = m_backend.evaluate();
    for (; m_watched <= m_epoch; ++m_watched) {
        if (seeEpoch(m_watched, current))
            return m_watched++;
    }
    return std::nullopt;
}

/** One row of each model, the last one from `current`. True where from now on every model that has not diverged has met a condition. */
bool Run::seeEpoch(std::int64_t epoch, const std::vector<EpochFigures> &current)
{
    bool isMet = true;
    std::optional<StopReason> reason;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        Model &model = m_models[i];
        const auto row = static_cast<std::size_t>(epoch);
        if (model.divergedAt && *model.divergedAt <= epoch)
            continue;
        const bool wasMet = model.stop.met().has_value();
        model.stop.see(m_experiment.stop, epoch, row < model.history.size() ? model.history[row] : rowOf(model, current[i]));
        isMet = isMet && model.stop.met();
        if (model.stop.met() && (!reason || !wasMet))
            reason = model.stop.met();
    }
    if (isMet && reason)
        m_conditionMet = reason;
    return isMet && reason;
}

void Run::setOptimizer(std::size_t model, const OptimizerSettings &settings)
{
    m_experiment.models[model].optimizer = settings;
    m_backend.setOptimizer(model, settings);
}

void Run::setActivations(std::size_t model, const std::vector<ActivationSpec> &activations)
{
    ModelConfiguration &configuration = m_experiment.models[model];
    configuration.activations = activations;
    std::vector<std::vector<double>> parameters;
    for (std::size_t layer = 0; layer < m_experiment.hidden.size(); ++layer)
        parameters.push_back(configuration.activation(layer).parameters);
    m_backend.setActivationParameters(model, parameters);
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
    const ModelConfiguration &configuration = m_experiment.models[index];
    const bool diverges = !model.divergedAt && isLost(current); // at the very last update
    if (grid && !model.divergedAt && !diverges)
        model.boundary = std::make_shared<const Boundary>(boundaryOn(*grid, index));
    ModelSnapshot picture{configuration, model.history, {}, diverges ? m_epoch : model.divergedAt, model.boundary, {}};
    if (!model.divergedAt)
        picture.history.append(rowOf(model, current));
    picture.current = picture.history.back();
    const auto learns = [](const ActivationSpec &spec) { return spec.activation->isLearnable(); };
    if (std::ranges::any_of(configuration.activations, learns)) {
        const std::vector<std::vector<double>> parameters = m_backend.parameters(index).activation;
        for (std::size_t layer = 0; layer < parameters.size(); ++layer) {
            if (learns(configuration.activation(layer)))
                picture.learnedAlpha.push_back(parameters[layer].front());
        }
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
    picture.ended = ended();
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
