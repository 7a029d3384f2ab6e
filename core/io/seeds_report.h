// Many seeds as CSV, as JSON and as a few lines for people.
#pragma once

#include "core/training/seeds/seed_summary.h"
#include "core/base/saying.h"

#include <string>

namespace actiscope {

/** activation,figure,epoch,seeds,mean,low,high,model: of each model its test accuracy and test loss, of each but the first the paired difference of
 *  these to the first one; the intervals are pointwise. */
std::string seedsCsv(const SeedStudy &study, const SeedSummary &summary);

/** Configuration, plan, device, figures of each model at each seed, means and differences with their intervals, and the verdicts; none before the last
 *  seed. What is NaN or infinite is null. */
std::string seedsJson(const SeedStudy &study, const SeedSummary &summary);

/** One line a model, one a difference, and one on where and how long. */
std::string seedsSummary(const SeedStudy &study, const SeedSummary &summary, const Saying &say = &Message::text);

} // namespace actiscope
