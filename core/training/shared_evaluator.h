// An evaluator for several threads, one at a time.
#pragma once

#include "core/engine/evaluator.h"

#include <memory>
#include <mutex>
#include <utility>

namespace actiscope {

class SharedEvaluator final : public Evaluator {
public:
    explicit SharedEvaluator(std::unique_ptr<Evaluator> evaluator) : m_evaluator(std::move(evaluator)) {}

    std::vector<float> predict(const TrainingState &moment, std::size_t model, std::span<const float> points) override
    {
        const std::lock_guard lock(m_mutex);
        return m_evaluator->predict(moment, model, points);
    }
    EpochFigures evaluate(const TrainingState &moment, std::size_t model) override
    {
        const std::lock_guard lock(m_mutex);
        return m_evaluator->evaluate(moment, model);
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<Evaluator> m_evaluator;
};

} // namespace actiscope
