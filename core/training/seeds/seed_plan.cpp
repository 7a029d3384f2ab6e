#include "core/training/seeds/seed_plan.h"

#include "core/base/errors.h"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace actiscope {
namespace {

/** One kind of seed of all models: those that are equal stay equal, those that differ go on differing. */
void renumber(std::vector<ModelConfiguration> &models, std::uint32_t Seeds::*kind, std::uint32_t seed, int count)
{
    std::vector<std::uint32_t> known;
    for (ModelConfiguration &model : models) {
        std::uint32_t &own = model.seeds.*kind;
        auto place = std::ranges::find(known, own);
        if (place == known.end())
            place = known.insert(known.end(), own);
        own = seed + static_cast<std::uint32_t>(count) * static_cast<std::uint32_t>(place - known.begin());
    }
}

} // namespace

void validate(const SeedPlan &plan)
{
    if (plan.count < SeedPlan::least || plan.count > SeedPlan::most)
        throw ConfigurationError(
            "seeds", std::to_string(plan.count),
            {ACTISCOPE_TR("core", "a whole number from %1 to %2"), {std::to_string(SeedPlan::least), std::to_string(SeedPlan::most)}});
}

void validate(const SeedPlan &plan, const Experiment &experiment)
{
    constexpr std::size_t mostRows = (std::size_t{1} << 30) / sizeof(EpochFigures);
    validate(plan);
    const std::size_t histories = static_cast<std::size_t>(plan.count) * std::max<std::size_t>(1, experiment.models.size());
    if (static_cast<std::size_t>(experiment.stop.epochs) > mostRows / histories)
        throw ConfigurationError(
            "epochs", std::to_string(experiment.stop.epochs),
            {ACTISCOPE_TR("core", "at most %1 with %2 seeds of %3 models"),
             {std::to_string(mostRows / histories), std::to_string(plan.count), std::to_string(experiment.models.size())}});
}

Experiment withSeed(const Experiment &experiment, const SeedPlan &plan, int index)
{
    Experiment result = experiment;
    const std::uint32_t seed = plan.seed(index);
    if (plan.data) {
        if (auto *made = std::get_if<GeneratedData>(&result.data))
            made->seed = seed;
        result.split.seed = seed;
    }
    if (plan.models) {
        for (std::uint32_t Seeds::*kind : {&Seeds::weights, &Seeds::batches, &Seeds::draws})
            renumber(result.models, kind, seed, plan.count);
    }
    return result;
}

} // namespace actiscope
