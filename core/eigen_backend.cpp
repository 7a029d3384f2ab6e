#include "core/eigen_backend.h"

#include "core/reference_model.h"

#include <algorithm>
#include <type_traits>

namespace actiscope {
namespace {

template <class Real>
class EigenBackend final : public Backend {
public:
    std::string description() const override { return std::is_same_v<Real, double> ? "Eigen, double" : "Eigen, float"; }
    void load(const Cohort &cohort) override;
    std::vector<ModelReport> advance(int epochs) override;
    std::vector<EpochFigures> evaluate() override;
    std::vector<float> predict(std::size_t model, std::span<const float> points) override;
    ModelParameters parameters(std::size_t model) override { return m_models[model].network.parameters(); }
    void setLearningRate(std::size_t model, double rate) override { m_models[model].network.setLearningRate(rate); }
    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override;

private:
    using Network = ReferenceModel<Real>;
    using Matrix = typename Network::Matrix;
    struct Model {
        Network network;
        std::int64_t epoch = 0;
        std::optional<std::int64_t> divergedAt;
    };

    ModelReport advanceModel(Model &model, int epochs);

    std::shared_ptr<const Dataset> m_data;
    Matrix m_train;
    Matrix m_test;
    std::vector<Model> m_models;
};

template <class Matrix>
Matrix coordinatesOf(const LabelledPoints &points)
{
    using Doubles = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Doubles>(points.coordinates.data(), static_cast<Eigen::Index>(points.count()),
                                     static_cast<Eigen::Index>(points.features))
        .template cast<typename Matrix::Scalar>();
}

template <class Real>
void EigenBackend<Real>::load(const Cohort &cohort)
{
    m_data = cohort.data;
    m_train = coordinatesOf<Matrix>(m_data->train);
    m_test = coordinatesOf<Matrix>(m_data->test);
    m_models.clear();
    for (const ModelSetup &setup : cohort.models)
        m_models.push_back({Network(setup, cohort.adam), 0, std::nullopt});
}

template <class Real>
ModelReport EigenBackend<Real>::advanceModel(Model &model, int epochs)
{
    ModelReport report;
    for (int i = 0; i < epochs && !model.divergedAt; ++i) {
        const auto train = model.network.forward(m_train, m_data->train.labels, static_cast<std::uint32_t>(model.epoch));
        const auto test = model.network.evaluate(m_test, m_data->test.labels);
        report.rows.push_back({train.loss, test.loss, train.accuracy, test.accuracy});
        if (hasDiverged(train.loss)) {
            model.divergedAt = model.epoch;
            break;
        }
        model.network.backward(m_train, m_data->train.labels);
        model.network.update();
        ++model.epoch;
    }
    report.divergedAt = model.divergedAt;
    return report;
}

template <class Real>
std::vector<ModelReport> EigenBackend<Real>::advance(int epochs)
{
    std::vector<ModelReport> reports;
    for (Model &model : m_models)
        reports.push_back(advanceModel(model, epochs));
    return reports;
}

template <class Real>
std::vector<EpochFigures> EigenBackend<Real>::evaluate()
{
    std::vector<EpochFigures> figures;
    for (Model &model : m_models) {
        const auto train = model.network.forward(m_train, m_data->train.labels, static_cast<std::uint32_t>(model.epoch));
        const auto test = model.network.evaluate(m_test, m_data->test.labels);
        figures.push_back({train.loss, test.loss, train.accuracy, test.accuracy});
    }
    return figures;
}

template <class Real>
std::vector<float> EigenBackend<Real>::predict(std::size_t model, std::span<const float> points)
{
    // In blocks, so that a fine grid needs no more memory than the training set does.
    constexpr Eigen::Index blockRows = 1024;
    const auto features = static_cast<Eigen::Index>(m_data->train.features);
    const auto rows = static_cast<Eigen::Index>(points.size()) / features;
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Floats> all(points.data(), rows, features);
    std::vector<float> probability;
    probability.reserve(static_cast<std::size_t>(rows));
    for (Eigen::Index first = 0; first < rows; first += blockRows) {
        const Matrix block = all.middleRows(first, std::min(blockRows, rows - first)).template cast<Real>();
        const std::vector<float> part = m_models[model].network.probabilityOfClass1(block);
        probability.insert(probability.end(), part.begin(), part.end());
    }
    return probability;
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
