#include "core/engine/eigen_evaluator.h"

#include "core/engine/eigen_prediction.h"

#include <optional>
#include <vector>

namespace actiscope {
namespace {

template <class Real>
class EigenEvaluator final : public Evaluator {
public:
    explicit EigenEvaluator(const Cohort &cohort) : m_cohort(cohort), m_networks(cohort.models.size()) {}

    std::vector<float> predict(const TrainingState &moment, std::size_t model, std::span<const float> points) override
    {
        return predictInBlocks(networkAt(moment, model), m_cohort.shape, points);
    }

    EpochFigures evaluate(const TrainingState &moment, std::size_t model) override
    {
        if (!m_train) {
            m_train.emplace(m_cohort.data->train, m_cohort.loss, m_cohort.shape.outputs);
            m_test.emplace(m_cohort.data->test, m_cohort.loss, m_cohort.shape.outputs);
        }
        Network &network = networkAt(moment, model);
        const auto train = network.forward(*m_train, static_cast<std::uint32_t>(moment.models[model].divergedAt.value_or(moment.epoch)));
        const auto test = network.evaluate(*m_test);
        return {train.loss, test.loss, train.accuracy, test.accuracy};
    }

private:
    using Network = ReferenceModel<Real>;

    Network &networkAt(const TrainingState &moment, std::size_t model)
    {
        std::optional<Network> &network = m_networks.at(model);
        if (!network)
            network.emplace(m_cohort.models[model], m_cohort.loss);
        network->setParameters(moment.models.at(model));
        return *network;
    }

    Cohort m_cohort;
    std::vector<std::optional<Network>> m_networks; ///< of the models that were asked for
    std::optional<Batch<Real>> m_train;             ///< where figures were asked for
    std::optional<Batch<Real>> m_test;
};

} // namespace

std::unique_ptr<Evaluator> makeEigenEvaluator(const Cohort &cohort, Precision precision)
{
    if (precision == Precision::Float)
        return std::make_unique<EigenEvaluator<float>>(cohort);
    return std::make_unique<EigenEvaluator<double>>(cohort);
}

} // namespace actiscope
