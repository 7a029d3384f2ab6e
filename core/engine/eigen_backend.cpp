#include "core/engine/eigen_backend.h"

#include "core/engine/batch_order.h"
#include "core/engine/eigen_prediction.h"
#include "core/engine/epoch_parts.h"
#include "core/engine/reference_model.h"
#include "core/engine/tells_progress.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>
#include <type_traits>
#include <utility>

namespace actiscope {
namespace {

template <class Real>
class EigenBackend final : public Backend, public TellsProgress {
public:
    Message description() const override
    {
        return std::is_same_v<Real, double> ? ACTISCOPE_TR("core", "Eigen, double") : ACTISCOPE_TR("core", "Eigen, float");
    }
    Arithmetic arithmetic() const override;
    void load(const Cohort &cohort) override;
    std::vector<ModelReport> advance(int epochs) override;
    void leaveWhen(StopWish wish) override { m_stop = std::move(wish); }
    void tellProgress(ProgressListener listener) override { m_listener = std::move(listener); }
    std::vector<EpochFigures> evaluate(MeasuredSets sets) override;
    std::vector<float> predict(std::size_t model, std::span<const float> points) override;
    ModelParameters parameters(std::size_t model) override { return m_models[model].network.parameters(); }
    TrainingState state() override;
    std::unique_ptr<Evaluator> evaluator() override
    {
        return makeEigenEvaluator(m_cohort, std::is_same_v<Real, double> ? Precision::Double : Precision::Float);
    }
    void restore(const TrainingState &state) override;
    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override { m_models[model].network.setOptimizer(settings); }
    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) override
    {
        m_models[model].network.setActivationParameters(parameters);
    }
    std::vector<std::int64_t> lastAlive(std::size_t model) override { return m_models[model].lastAlive; }
    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override;

private:
    using Network = ReferenceModel<Real>;
    using Matrix = typename Network::Matrix;
    using Figures = typename Network::Figures;
    struct Model {
        Network network;
        BatchOrder order;
        std::int64_t epoch = 0;
        std::optional<std::int64_t> divergedAt;
        std::vector<std::int64_t> lastAlive;
    };

    /** What an advance() that is left goes back to. */
    struct Standing {
        TrainingState state;
        std::vector<BatchOrder> orders; ///< of each model; going through all epochs again could take long
    };

    const Batch<Real> &wholeTrainingSet();
    Standing standing();
    void goBackTo(const Standing &before);
    void restoreModels(const TrainingState &state);
    ModelReport advanceModel(Model &model, std::vector<PartFigures> &parts, int epochs);
    Figures trainEpoch(Model &model, std::vector<PartFigures> &parts);
    void tell(double epochsOfModels) const;
    Figures trainBatch(Model &model, const Batch<Real> &batch);
    void noteAlive(Model &model) const;

    Cohort m_cohort;
    double m_divergedLoss = divergedLoss;
    std::optional<Batch<Real>> m_train; ///< all of it, where somebody works on all of it at once
    std::optional<Batch<Real>> m_test;
    std::vector<Model> m_models;
    std::int64_t m_epoch = 0; ///< of models that have not diverged
    StopWish m_stop;
    ProgressListener m_listener;
    std::vector<std::vector<PartFigures>> m_parts; ///< of each model, of the epoch that it is in
    int m_advanced = 0;  ///< epochs of the call of advance()
    int m_completed = 0; ///< epochs of models in it that are done
};

template <class Real>
Arithmetic EigenBackend<Real>::arithmetic() const
{
    const auto number = [](int part) { return std::to_string(part); };
    const std::string version = number(EIGEN_WORLD_VERSION) + "." + number(EIGEN_MAJOR_VERSION) + "." + number(EIGEN_MINOR_VERSION);
    return {.backend = "eigen",
            .precision = std::is_same_v<Real, double> ? "double" : "single",
            .device = {},
            .driver = "Eigen " + version + ", " + Eigen::SimdInstructionSetsInUse(),
            .mapping = {},
            .products = {},
            .vectorWidth = 0};
}

template <class Real>
void EigenBackend<Real>::load(const Cohort &cohort)
{
    validate(cohort);
    m_cohort = cohort;
    m_divergedLoss = divergedLossOf(*cohort.data);
    m_train.reset();
    m_test.emplace(cohort.data->test, cohort.loss, cohort.shape.outputs);
    m_models.clear();
    m_epoch = 0;
    std::size_t units = 0;
    if (cohort.tracksUnits)
        units = static_cast<std::size_t>(std::accumulate(cohort.shape.hidden.begin(), cohort.shape.hidden.end(), 0));
    for (const ModelSetup &setup : cohort.models)
        m_models.push_back({Network(setup, cohort.loss), BatchOrder(setup.batchSeed, cohort.data->train.count()), 0, std::nullopt,
                            std::vector<std::int64_t>(units, -1)});
}

template <class Real>
const Batch<Real> &EigenBackend<Real>::wholeTrainingSet()
{
    if (!m_train)
        m_train.emplace(m_cohort.data->train, m_cohort.loss, m_cohort.shape.outputs);
    return *m_train;
}

/** Which units have a derivative other than 0 somewhere in the batch of the last forward(). */
template <class Real>
void EigenBackend<Real>::noteAlive(Model &model) const
{
    std::size_t first = 0;
    for (std::size_t layer = 0; layer < model.network.hiddenLayers(); ++layer) {
        const Matrix slopes = model.network.slopes(layer);
        for (Eigen::Index unit = 0; unit < slopes.cols(); ++unit) {
            if ((slopes.col(unit).array() != Real{0}).any())
                model.lastAlive[first + static_cast<std::size_t>(unit)] = model.epoch;
        }
        first += static_cast<std::size_t>(slopes.cols());
    }
}

template <class Real>
auto EigenBackend<Real>::trainBatch(Model &model, const Batch<Real> &batch) -> Figures
{
    const Figures figures = model.network.forward(batch, static_cast<std::uint32_t>(model.epoch), m_stop);
    if (hasDiverged(figures.loss, m_divergedLoss))
        return figures;
    if (m_cohort.tracksUnits)
        noteAlive(model);
    model.network.backward(batch, m_stop);
    model.network.update();
    return figures;
}

/** Means over the samples; ends with the first batch whose loss diverged, and with that loss. */
template <class Real>
auto EigenBackend<Real>::trainEpoch(Model &model, std::vector<PartFigures> &parts) -> Figures
{
    if (m_cohort.batchSize == 0)
        return trainBatch(model, wholeTrainingSet());
    const std::vector<std::uint32_t> &order = model.order.next();
    PartsOfEpoch told(m_cohort, parts);
    Figures total;
    for (std::size_t first = 0; first < order.size(); first += m_cohort.batchSize) {
        const std::size_t count = std::min(m_cohort.batchSize, order.size() - first);
        const Batch<Real> batch(m_cohort.data->train, m_cohort.loss, m_cohort.shape.outputs, std::span(order).subspan(first, count));
        const Figures figures = trainBatch(model, batch);
        if (hasDiverged(figures.loss, m_divergedLoss))
            return figures;
        const double share = static_cast<double>(count) / static_cast<double>(order.size());
        total.loss += share * figures.loss;
        total.accuracy += share * figures.accuracy;
        told.add(count, figures.loss, figures.accuracy);
        tell(static_cast<double>(first + count) / static_cast<double>(order.size()));
    }
    return total;
}

/** Beside the epochs that are done. */
template <class Real>
void EigenBackend<Real>::tell(double epochsOfModels) const
{
    const bool tellsParts = m_cohort.parts > 0 && m_advanced == 1 && m_epoch < epochsInParts;
    if (m_listener)
        m_listener({(m_completed + epochsOfModels) / (static_cast<double>(m_models.size()) * m_advanced),
                    tellsParts ? std::span<const std::vector<PartFigures>>(m_parts) : std::span<const std::vector<PartFigures>>()});
}

template <class Real>
ModelReport EigenBackend<Real>::advanceModel(Model &model, std::vector<PartFigures> &parts, int epochs)
{
    ModelReport report;
    for (int i = 0; i < epochs && !model.divergedAt; ++i) {
        const Figures test = model.network.evaluate(*m_test, m_stop);
        parts.clear();
        const Figures train = trainEpoch(model, parts);
        report.rows.push_back({train.loss, test.loss, train.accuracy, test.accuracy});
        if (m_cohort.parts > 0)
            report.parts.push_back(model.epoch < epochsInParts ? parts : std::vector<PartFigures>());
        ++m_completed;
        if (hasDiverged(train.loss, m_divergedLoss)) {
            model.divergedAt = model.epoch;
            if (!report.parts.empty())
                report.parts.back().clear();
        } else
            ++model.epoch;
    }
    report.divergedAt = model.divergedAt;
    return report;
}

template <class Real>
std::vector<ModelReport> EigenBackend<Real>::advance(int epochs)
{
    std::optional<Standing> before;
    if (m_stop)
        before = standing();
    std::vector<ModelReport> reports;
    m_advanced = epochs;
    m_parts.assign(m_models.size(), {});
    try {
        for (std::size_t m = 0; m < m_models.size(); ++m) {
            m_completed = static_cast<int>(m) * epochs; // whether or not those before have diverged
            reports.push_back(advanceModel(m_models[m], m_parts[m], epochs));
        }
    } catch (const Interrupted &) {
        goBackTo(*before);
        throw;
    }
    m_epoch += epochs;
    return reports;
}

template <class Real>
auto EigenBackend<Real>::standing() -> Standing
{
    Standing now{state(), {}};
    for (const Model &model : m_models)
        now.orders.push_back(model.order);
    return now;
}

template <class Real>
void EigenBackend<Real>::goBackTo(const Standing &before)
{
    restoreModels(before.state);
    for (std::size_t m = 0; m < m_models.size(); ++m)
        m_models[m].order = before.orders[m];
}

template <class Real>
TrainingState EigenBackend<Real>::state()
{
    TrainingState result{m_epoch, {}};
    for (const Model &model : m_models) {
        ModelState &state = result.models.emplace_back(model.network.state());
        state.divergedAt = model.divergedAt;
        state.lastAlive = model.lastAlive;
    }
    return result;
}

template <class Real>
void EigenBackend<Real>::restore(const TrainingState &state)
{
    restoreModels(state);
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        m_models[m].order = BatchOrder(m_cohort.models[m].batchSeed, m_cohort.data->train.count());
        if (m_cohort.batchSize > 0)
            m_models[m].order.skip(state.epoch);
    }
}

/** Everything but the order of batches. */
template <class Real>
void EigenBackend<Real>::restoreModels(const TrainingState &state)
{
    m_epoch = state.epoch;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        Model &model = m_models[m];
        model.network.restore(state.models[m], state.epoch * static_cast<std::int64_t>(m_cohort.batches()));
        model.epoch = state.models[m].divergedAt.value_or(state.epoch);
        model.divergedAt = state.models[m].divergedAt;
        model.lastAlive = state.models[m].lastAlive;
    }
}

template <class Real>
std::vector<EpochFigures> EigenBackend<Real>::evaluate(MeasuredSets sets)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<EpochFigures> figures;
    for (Model &model : m_models) {
        Figures train{unknown, unknown};
        if (sets == MeasuredSets::Both)
            train = model.network.forward(wholeTrainingSet(), static_cast<std::uint32_t>(model.epoch), m_stop);
        const Figures test = model.network.evaluate(*m_test, m_stop);
        figures.push_back({train.loss, test.loss, train.accuracy, test.accuracy});
    }
    return figures;
}

template <class Real>
std::vector<float> EigenBackend<Real>::predict(std::size_t model, std::span<const float> points)
{
    return predictInBlocks(m_models[model].network, m_cohort.shape, points, m_stop);
}

template <class Real>
Backend::ActivationValues EigenBackend<Real>::evaluateActivation(const ActivationSpec &activation, std::span<const double> x)
{
    ActivationValues values;
    for (const double at : x) {
        values.value.push_back(activation.value(at));
        values.derivative.push_back(activation.derivative(at));
    }
    return values;
}

} // namespace

std::unique_ptr<Backend> makeEigenBackend(Precision precision)
{
    if (precision == Precision::Float)
        return std::make_unique<EigenBackend<float>>();
    return std::make_unique<EigenBackend<double>>();
}

} // namespace actiscope
