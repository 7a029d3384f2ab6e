// One comparison, many times: with which seeds.
#pragma once

#include "core/training/experiment.h"

#include <cstdint>

namespace actiscope {

/** Seeds `first`, `first` + 1, …: each is that of the data, of their division, and of the models. Within one seed the models share what they share in the
 *  experiment: those that start from the same weights there start from the same weights here. */
struct SeedPlan {
    int count = 30;
    std::uint32_t first = 1;
    bool data = true;   ///< of data and division; else those of the experiment
    bool models = true; ///< of weights, order of samples and draws; else those of the experiment

    static constexpr int least = 2;
    static constexpr int most = 1000;

    std::uint32_t seed(int index) const { return first + static_cast<std::uint32_t>(index); }
    bool operator==(const SeedPlan &) const = default;
};

/** Throws ConfigurationError("seeds", …) unless there are 2 to 1000 of them. */
void validate(const SeedPlan &plan);

/** The same, and ConfigurationError("epochs", …) where the figures of all epochs would take more than a gigabyte. */
void validate(const SeedPlan &plan, const Experiment &experiment);

/** The experiment with the seeds of this place, 0 to count − 1. Where models have different seeds of a kind, the second of these becomes seed + count, the
 *  third seed + 2 · count, and so on: none is another one's of the same plan. */
Experiment withSeed(const Experiment &experiment, const SeedPlan &plan, int index);

} // namespace actiscope
