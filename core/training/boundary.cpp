#include "core/training/boundary.h"

#include "core/engine/cohort.h"
#include "core/engine/evaluator.h"
#include "core/engine/loss.h"

#include <algorithm>

namespace actiscope {

/** Under the squared error two outputs say a class by which of them is larger, so that half their difference takes the place of a
 *  probability. */
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
        boundary.probability = output(cohort.shape.outputs - 1);
        const bool isDifference = !rowOf(cohort.loss).isOfLogits && cohort.shape.outputs == 2;
        for (std::size_t i = 0; isDifference && i < boundary.probability.size(); ++i)
            boundary.probability[i] = std::clamp(0.5f + (boundary.probability[i] - outputs[i]) / 2, 0.0f, 1.0f);
    }
    return boundary;
}

Boundary boundaryAt(const Snapshot &run, std::size_t model, const GridSpec &grid)
{
    const std::vector<float> points = run.data->inputs(gridPoints(grid));
    return boundaryOf(grid, *run.cohort, run.evaluator->predict(*run.moment, model, points));
}

} // namespace actiscope
