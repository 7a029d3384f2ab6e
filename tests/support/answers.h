// What networks say at points, for tests.
#pragma once

#include "core/engine/backend.h"
#include "core/engine/network_answer.h"

#include <span>
#include <vector>

namespace actiscope::test {

/** Probabilities where the loss is of logits, else the outputs as they are: as Backend::predict() lays them out. */
inline std::vector<float> answersAt(Backend &backend, const Cohort &cohort, std::size_t model, std::span<const float> points)
{
    std::vector<float> outputs = backend.predict(model, points);
    answerOf(cohort.loss, cohort.shape.outputs, outputs);
    return outputs;
}

} // namespace actiscope::test
