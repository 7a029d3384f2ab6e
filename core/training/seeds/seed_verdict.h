// What many seeds allow to be said of a difference, in words.
#pragma once

#include "core/base/message.h"
#include "core/training/seeds/seed_summary.h"

#include <string>
#include <vector>

namespace actiscope {

enum class SeedVerdictKind {
    TooFew,       ///< fewer than two seeds at which both models trained to the end
    NoDifference, ///< the interval has 0 in it
    Equal,        ///< the very same figure at every seed
    NoSpread,     ///< the same difference at every seed: there is no interval
    Better,       ///< the model is better than the first one
    Worse,        ///< the first one is better
};

SeedVerdictKind verdictKind(const SeedDifference &difference, SeedFigure figure);

/** "Leaky ReLU is better by 0.8 to 1.9 points." `names` are the models'. With more than two models the sentence names both. */
Message verdictText(const SeedSummary &summary, const SeedDifference &difference, const std::vector<std::string> &names);

/** What was left out of it: "Left out: 4 of 30 seeds, at which one of the two diverged." Empty where nothing was. */
Message leftOutText(const SeedDifference &difference, std::size_t seeds);

/** "Leaky ReLU − ReLU: +0.07 points (−0.04 to +0.17)"; of losses without unit. */
Message differenceText(const SeedSummary &summary, const SeedDifference &difference, const std::vector<std::string> &names);

/** Of the models, as they are told apart here: the activation alone where that is enough. */
std::vector<std::string> seedModelNames(const Experiment &experiment);

/** With a sign, always: "+0.07", "−0.04", "0.00". */
std::string signedText(double value, int decimals);

} // namespace actiscope
