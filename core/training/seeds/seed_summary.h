// What many seeds say together: means with intervals, differences within pairs, and what can be said of them.
#pragma once

#include "core/analysis/mean_interval.h"
#include "core/base/message.h"
#include "core/training/seeds/seed_study.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace actiscope {

/** What is compared: test accuracy (a share), or test loss. */
enum class SeedFigure { TestAccuracy, TestLoss };

double valueOf(SeedFigure figure, const EpochFigures &row);

/** One figure over the seeds at which it can be told. */
struct SeedStatistics {
    MeanInterval end;                 ///< at the last epoch, of models that did not diverge
    std::vector<MeanInterval> epochs; ///< pointwise: row e of the seeds that came so far
};

/** One model over all seeds. */
struct SeedModelSummary {
    std::size_t diverged = 0; ///< seeds at which it did
    SeedStatistics accuracy;  ///< of nothing for a regression
    SeedStatistics loss;
};

/** A model minus the first one, seed by seed: both have its data and start from its weights. */
struct SeedDifference {
    std::size_t model = 0;
    std::size_t leftOut = 0; ///< seeds at which one of the two diverged
    SeedStatistics accuracy;
    SeedStatistics loss;
    MeanInterval decisive;  ///< the figure that decides, at the level of the verdict
    std::size_t better = 0; ///< seeds at which this model's figure that decides is the better one, worse, or equal
    std::size_t worse = 0;
    std::size_t ties = 0;
};

struct SeedSummary {
    static constexpr double level = 0.95;

    SeedFigure figure = SeedFigure::TestAccuracy; ///< what decides: accuracy, or the loss of a regression
    /** Of the intervals that verdicts rest on: with several differences each is 1 − 0.05 / their number, so that all hold together with 95 %
     *  (Bonferroni). */
    double verdictLevel = level;
    std::vector<SeedModelSummary> models;
    std::vector<SeedDifference> differences; ///< of the second model and those after it
};

SeedSummary summarize(const SeedStudy &study);

/** The figure that decides at the last epoch of model minus first model, or nothing where one of the two diverged. */
std::optional<double> pairedDifference(const SeedRun &run, std::size_t model, SeedFigure figure);

} // namespace actiscope
