// What looks at a moment of a cohort: predictions and figures at given parameters, beside what trains and without asking it.
#pragma once

#include "core/engine/epoch_figures.h"
#include "core/engine/training_state.h"

#include <cstddef>
#include <span>
#include <vector>

namespace actiscope {

/** Belongs to one cohort, and to one thread at a time. Its answers depend on the moment alone. */
class Evaluator {
public:
    virtual ~Evaluator() = default;

    /** As Backend::predict() of a backend that stands there: on the same device, to the last bit. */
    virtual std::vector<float> predict(const TrainingState &moment, std::size_t model, std::span<const float> points) = 0;

    /** As Backend::evaluate() says of this model there. */
    virtual EpochFigures evaluate(const TrainingState &moment, std::size_t model) = 0;
};

} // namespace actiscope
