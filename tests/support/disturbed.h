// A cohort a few rounding errors away from another: where two runs of these part, float cannot be held to either.
#pragma once

#include "core/engine/backend.h"

#include <random>

namespace actiscope::test {

/** The cohort with every initial weight and bias off by up to `share` of itself. */
inline Cohort disturbed(const Cohort &cohort, unsigned seed, double share)
{
    std::mt19937 random(seed);
    Cohort result = cohort;
    for (ModelSetup &model : result.models) {
        for (LinearParameters &layer : model.initial.layers) {
            for (auto *values : {&layer.weight, &layer.bias})
                for (double &value : *values)
                    value *= 1 + (static_cast<double>(random()) / 2147483648.0 - 1) * share;
        }
    }
    return result;
}

/** Half a unit in the last place of a float. */
inline constexpr double floatRounding = 6e-8;

/** What rounding at every step of a run in float comes to, as a disturbance of its initial weights: after five epochs of the default experiment
 *  weights are 1e-7 to 4e-7 from double's, on Eigen as on OpenCL. */
inline constexpr double roundingOfARun = 4 * floatRounding;

} // namespace actiscope::test
