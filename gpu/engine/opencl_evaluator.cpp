#include "gpu/engine/opencl_evaluator.h"

#include <utility>

namespace actiscope {
namespace {

class OpenClEvaluator final : public Evaluator {
public:
    explicit OpenClEvaluator(std::unique_ptr<OpenClCohort> scratch) : m_scratch(std::move(scratch)) {}

    std::vector<float> predict(const TrainingState &moment, std::size_t model, std::span<const float> points) override
    {
        return guarded([&] {
            m_scratch->show(model, moment);
            return m_scratch->predict(0, points);
        });
    }

    EpochFigures evaluate(const TrainingState &moment, std::size_t model) override
    {
        return guarded([&] {
            m_scratch->show(model, moment);
            return m_scratch->evaluate(MeasuredSets::Both).front();
        });
    }

private:
    std::unique_ptr<OpenClCohort> m_scratch;
};

} // namespace

std::unique_ptr<Evaluator> makeOpenClEvaluator(const OpenClCohort &trainer)
{
    return std::make_unique<OpenClEvaluator>(trainer.scratch());
}

} // namespace actiscope
