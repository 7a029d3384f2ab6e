#include "core/training/comparison.h"

#include "core/base/errors.h"
#include "core/training/boundary.h"
#include "core/training/parameter_change.h"

#include <algorithm>
#include <string>
#include <utility>

namespace actiscope {

bool liesInPlane(const Cohort &cohort)
{
    return cohort.data->liesInPlane();
}

Comparison::Comparison(RunId id, Experiment experiment, Backend &backend)
    : m_id(id), m_experiment(std::move(experiment)), m_backend(backend)
{
    auto cohort = std::make_shared<Cohort>(makeCohort(m_experiment));
    if (!cohort->measuresByBatch())
        cohort->batchSize = 0; // a batch of all samples: their order would only change how sums are rounded
    else
        cohort->parts = std::min(cohort->batches(), mostParts);
    m_cohort = std::move(cohort);
    m_divergedLoss = divergedLossOf(*m_cohort->data);
    m_models.resize(m_cohort->models.size());
    m_stop.models.resize(m_models.size());
    m_backend.load(*m_cohort);
}

Comparison::Comparison(RunId id, Experiment experiment, Backend &backend, const Checkpoint &checkpoint)
    : Comparison(id, std::move(experiment), backend)
{
    restore(checkpoint.frame, Experiment(m_experiment), checkpoint.histories);
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        if (m_experiment.models[i].activations != checkpoint.activations[i])
            setActivations(i);
    }
}

Checkpoint Comparison::checkpoint()
{
    Checkpoint result{keyframe(), histories(), {}};
    for (const ModelConfiguration &model : m_experiment.models)
        result.activations.push_back(model.activations);
    return result;
}

const Moment &Comparison::moment()
{
    if (!m_moment)
        m_moment = std::make_shared<const TrainingState>(m_backend.state());
    return m_moment;
}

Keyframe Comparison::keyframe()
{
    Keyframe frame{moment(), {}, m_stop};
    for (const Model &model : m_models)
        frame.ended.push_back(model.ended);
    return frame;
}

std::vector<History> Comparison::histories() const
{
    std::vector<History> result;
    for (const Model &model : m_models)
        result.push_back(model.history);
    return result;
}

void Comparison::keepAtMost(std::size_t rows)
{
    m_mostRows = rows;
    for (Model &model : m_models)
        model.history.keepAtMost(rows);
}

/** Settings come first: how a backend keeps a moment may depend on them. */
void Comparison::restore(const Keyframe &frame, const Experiment &settings, const std::vector<History> &histories)
{
    m_experiment = settings;
    m_epoch = frame.epoch();
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        Model &model = m_models[i];
        const bool hasDiverged = frame.moment->models[i].divergedAt.has_value(); // then its history has ended before
        model = Model{hasDiverged ? histories[i] : histories[i].first(static_cast<std::size_t>(m_epoch)), frame.ended[i], {}, nullptr};
        model.history.keepAtMost(m_mostRows);
        if (hasDiverged)
            model.divergedAt = static_cast<std::int64_t>(model.history.size()) - 1;
        m_backend.setOptimizer(i, m_experiment.models[i].optimizer);
    }
    m_backend.restore(*frame.moment);
    m_moment = frame.moment;
    m_current.clear();
    m_stop = frame.stop;
}

std::optional<StopReason> Comparison::ended() const
{
    if (trainingModels() == 0)
        return StopReason::AllDiverged;
    if (m_stop.reason)
        return m_stop.reason;
    return m_epoch >= m_experiment.stop.epochs ? std::optional(StopReason::LastEpoch) : std::nullopt;
}

int Comparison::remaining(int epochs) const
{
    return static_cast<int>(std::clamp<std::int64_t>(m_experiment.stop.epochs - m_epoch, 0, epochs));
}

std::size_t Comparison::trainingModels() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_models, [](const Model &model) { return !model.divergedAt; }));
}

/** What a backend has measured, as a row. */
EpochFigures Comparison::rowOf(const Model &model, const EpochFigures &measured) const
{
    if (!m_cohort->measuresByBatch())
        return measured;
    return {model.ended.loss, measured.testLoss, model.ended.accuracy, measured.testAccuracy};
}

/** Whether a model whose figures these are, of the whole training set, has diverged. A row that has means of batches shows it by its test loss. */
bool Comparison::isLost(const EpochFigures &measured) const
{
    return hasDiverged(measured.trainLoss, m_divergedLoss)
           && (!m_cohort->measuresByBatch() || hasDiverged(measured.testLoss, m_divergedLoss));
}

void Comparison::record(Model &model, const ModelReport &report)
{
    for (std::size_t row = 0; row < report.rows.size(); ++row) {
        const EpochFigures &measured = report.rows[row];
        model.history.append(rowOf(model, measured));
        model.ended = {measured.trainLoss, measured.trainAccuracy};
        if (row < report.parts.size())
            model.history.setParts(report.parts[row]);
    }
    if (report.divergedAt && !model.divergedAt
        && (!m_cohort->measuresByBatch() || hasDiverged(model.history.back().testLoss, m_divergedLoss)))
        model.divergedAt = report.divergedAt;
}

/** Models that diverged between two rows, at a batch of an epoch: the row at which it would have ended is their last. Measured by somebody who is not to
 *  leave: the epochs have been trained. */
void Comparison::endDiverged(const std::vector<ModelReport> &reports)
{
    std::unique_ptr<Evaluator> evaluator;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        Model &model = m_models[i];
        if (!reports[i].divergedAt || model.divergedAt)
            continue;
        if (!evaluator)
            evaluator = m_backend.evaluator();
        model.history.append(rowOf(model, evaluator->evaluate(*moment(), i)));
        model.divergedAt = *reports[i].divergedAt + 1;
    }
}

/** Learning rates of the next epochs, as the schedules say; how many of them have these, `most` at most. */
int Comparison::followSchedules(int most)
{
    std::int64_t next = m_epoch + most;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        const ModelConfiguration &model = m_experiment.models[i];
        if (model.schedule.kind == ScheduleKind::Constant)
            continue;
        OptimizerSettings scheduled = model.optimizer;
        scheduled.learningRate = scheduledRate(model.schedule, scheduled.learningRate, m_epoch);
        m_backend.setOptimizer(i, scheduled);
        next = std::min(next, nextRateChange(model.schedule, m_epoch));
    }
    return static_cast<int>(next - m_epoch);
}

void Comparison::forgetMoment()
{
    m_moment.reset();
    m_current.clear();
}

/** The last row's figures. Where training figures are means over batches nobody needs those of the whole training set, which take as long as a good part
 *  of an epoch, unless a model may have diverged. */
const std::vector<EpochFigures> &Comparison::currentFigures()
{
    if (!m_current.empty())
        return m_current;
    const auto isLarge = [this](const EpochFigures &each) { return hasDiverged(each.testLoss, m_divergedLoss); };
    std::vector<EpochFigures> found = m_backend.evaluate(m_cohort->measuresByBatch() ? MeasuredSets::Test : MeasuredSets::Both);
    if (m_cohort->measuresByBatch() && std::ranges::any_of(found, isLarge))
        found = m_backend.evaluate(MeasuredSets::Both);
    m_current = std::move(found);
    return m_current;
}

/** What a backend leaves it has not done: the moment and its figures are then those of before. */
void Comparison::train(int epochs)
{
    for (int left = epochs; left > 0;) {
        const int portion = followSchedules(left);
        const std::vector<ModelReport> reports = m_backend.advance(portion);
        forgetMoment();
        for (std::size_t i = 0; i < m_models.size(); ++i)
            record(m_models[i], reports[i]);
        endDiverged(reports);
        m_epoch += portion;
        left -= portion;
    }
}

/** Conditions are met at an epoch, wherever slices of training end: what was trained beyond it is trained again from the slice's beginning, which
 *  gives the same bits. */
void Comparison::advance(int epochs)
{
    if (m_experiment.stop.hasConditions())
        trainToConditions(epochs);
    else
        train(epochs);
}

void Comparison::trainToConditions(int epochs)
{
    const Moment before = moment();
    const std::vector<Model> models = m_models;
    const StopProgress stop = m_stop;
    const auto goBack = [&] {
        m_backend.restore(*before);
        m_models = models;
        m_stop = stop;
        m_epoch = before->epoch;
        forgetMoment();
    };
    try {
        train(epochs);
        const std::optional<std::int64_t> met = watchConditions();
        if (!met || *met == m_epoch)
            return;
        goBack();
        train(static_cast<int>(*met - before->epoch));
        watchConditions();
    } catch (const Interrupted &) {
        goBack();
        throw;
    }
}

/** Compares the stop rule's conditions with the rows up to now. The first epoch at which every model has met one, if there is one. */
std::optional<std::int64_t> Comparison::watchConditions()
{
    if (!m_experiment.stop.hasConditions())
        return std::nullopt;
    const std::vector<EpochFigures> current = currentFigures();
    for (; m_stop.next <= m_epoch; ++m_stop.next) {
        if (seeEpoch(m_stop.next, current))
            return m_stop.next++;
    }
    return std::nullopt;
}

/** One row of each model, the last one from `current`. True where from now on every model that has not diverged has met a condition. */
bool Comparison::seeEpoch(std::int64_t epoch, const std::vector<EpochFigures> &current)
{
    bool isMet = true;
    std::optional<StopReason> reason;
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        Model &model = m_models[i];
        const auto row = static_cast<std::size_t>(epoch);
        if (model.divergedAt && *model.divergedAt <= epoch)
            continue;
        StopWatcher &watcher = m_stop.models[i];
        const bool wasMet = watcher.met().has_value();
        watcher.see(m_experiment.stop, epoch, row < model.history.size() ? model.history[row] : rowOf(model, current[i]));
        isMet = isMet && watcher.met();
        if (watcher.met() && (!reason || !wasMet))
            reason = watcher.met();
    }
    if (isMet && reason)
        m_stop.reason = reason;
    return isMet && reason;
}

/** Parameters of a model's activations, as they are set. */
void Comparison::setActivations(std::size_t model)
{
    std::vector<std::vector<double>> parameters;
    for (std::size_t layer = 0; layer < m_experiment.hidden.size(); ++layer)
        parameters.push_back(m_experiment.models[model].activation(layer).parameters);
    forgetMoment();
    m_backend.setActivationParameters(model, parameters);
}

/** What a network has learned, changed by hand. */
void Comparison::setParameter(const Change &change)
{
    validateParameterChange(change, m_models.size(), m_cohort->shape);
    TrainingState changed = *moment();
    ModelState &model = changed.models[*change.model];
    model = changedState(model, change);
    m_backend.restore(changed);
    m_current.clear();
    m_moment = std::make_shared<const TrainingState>(std::move(changed));
}

/** An activation is set even to what it is set to: something else may have been learned since. */
void Comparison::apply(const Change &change)
{
    if (changesParameters(change)) {
        setParameter(change);
        return;
    }
    const std::vector<ModelConfiguration> before = m_experiment.models;
    applyChange(m_experiment, change);
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        if (change.model.value_or(i) != i)
            continue;
        if (before[i].optimizer != m_experiment.models[i].optimizer || before[i].schedule != m_experiment.models[i].schedule) {
            m_moment.reset();
            m_backend.setOptimizer(i, m_experiment.models[i].optimizer);
        }
        if (change.setting == activationSetting)
            setActivations(i);
    }
}

const std::vector<float> &Comparison::pointsOf(const GridSpec &grid)
{
    if (grid != m_pointsGrid) {
        m_points = m_cohort->data->inputs(gridPoints(grid));
        m_pointsGrid = grid;
    }
    return m_points;
}

Boundary Comparison::boundaryOn(const GridSpec &grid, std::size_t model)
{
    return boundaryOf(grid, *m_cohort, m_backend.predict(model, pointsOf(grid)));
}

ModelSnapshot Comparison::modelSnapshot(std::size_t index, const EpochFigures &current, const std::optional<GridSpec> &grid)
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
        const std::vector<std::vector<double>> parameters = moment()->models[index].activation;
        for (std::size_t layer = 0; layer < parameters.size(); ++layer) {
            if (learns(configuration.activation(layer)))
                picture.learnedAlpha.push_back(parameters[layer].front());
        }
    }
    return picture;
}

Diagnostics Comparison::diagnose(std::size_t model, const DiagnosticsSettings &settings)
{
    if (model >= m_models.size())
        throw ConfigurationError("model", std::to_string(model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(m_models.size())}});
    return actiscope::diagnose(*m_cohort, *moment(), model, settings);
}

Snapshot Comparison::snapshot(const std::optional<PlaneWish> &planes)
{
    Snapshot picture;
    picture.run = m_id;
    picture.epoch = m_epoch;
    picture.ended = ended();
    picture.experiment = m_experiment;
    picture.data = m_cohort->data;
    picture.cohort = m_cohort;
    picture.moment = moment();
    picture.furthest = m_epoch;
    picture.device = m_backend.description();
    picture.arithmetic = m_backend.arithmetic();
    picture.measuresByBatch = m_cohort->measuresByBatch();
    const std::vector<EpochFigures> &current = currentFigures();
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        const bool isWished = planes && planes->model.value_or(i) == i && liesInPlane(*m_cohort);
        picture.models.push_back(modelSnapshot(i, current[i], isWished ? std::optional(planes->grid) : std::nullopt));
    }
    return picture;
}

} // namespace actiscope
