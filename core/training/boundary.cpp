#include "core/training/boundary.h"

#include "core/engine/cohort.h"
#include "core/engine/evaluator.h"
#include "core/engine/loss.h"
#include "core/engine/network_answer.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

/** Of two classes: how far the output for class 1 is ahead, which says more than a probability, that rounds to 1. A single logit is ahead of 0. Under the
 *  squared error outputs are 0 and 1 where they are what was wanted: half their difference, or what a single one has above 1/2, is added to a probability
 *  of 1/2. */
void compareTwo(Boundary &boundary, const Cohort &cohort, std::span<const float> outputs)
{
    const std::size_t count = outputs.size() / static_cast<std::size_t>(cohort.shape.outputs);
    const std::span<const float> ofLast = outputs.last(count);
    const bool isOfLogits = rowOf(cohort.loss).isOfLogits;
    std::vector<float> &lead = boundary.scores.emplace_back(ofLast.begin(), ofLast.end());
    for (std::size_t i = 0; cohort.shape.outputs == 2 && i < count; ++i)
        lead[i] = (isOfLogits ? 1.0f : 0.5f) * (ofLast[i] - outputs[i]);
    for (std::size_t i = 0; cohort.shape.outputs == 1 && i < count; ++i)
        lead[i] -= static_cast<float>(rowOf(cohort.loss).threshold());
    boundary.probability = lead;
    if (isOfLogits)
        return logisticOf(boundary.probability);
    for (float &probability : boundary.probability)
        probability = std::clamp(0.5f + probability, 0.0f, 1.0f);
}

} // namespace

Boundary boundaryOf(const GridSpec &grid, const Cohort &cohort, std::span<const float> outputs)
{
    const auto count = static_cast<std::ptrdiff_t>(grid.width) * grid.height;
    const auto output = [&](int k) { return std::vector<float>(outputs.begin() + k * count, outputs.begin() + (k + 1) * count); };
    Boundary boundary{.grid = grid};
    if (cohort.data->isRegression()) {
        boundary.prediction = output(0);
    } else if (cohort.shape.outputs > 2) {
        for (int k = 0; k < cohort.shape.outputs; ++k)
            boundary.scores.push_back(output(k));
    } else {
        compareTwo(boundary, cohort, outputs);
    }
    return boundary;
}

double probabilityOfLead(Loss loss, double lead)
{
    return rowOf(loss).isOfLogits ? 1 / (1 + std::exp(-lead)) : std::clamp(0.5 + lead, 0.0, 1.0);
}

Boundary boundaryAt(const Snapshot &run, std::size_t model, const GridSpec &grid)
{
    const std::vector<float> points = run.data->inputs(gridPoints(grid));
    return boundaryOf(grid, *run.cohort, run.evaluator->predict(*run.moment, model, points));
}

} // namespace actiscope
