#include "core/training/seeds/seed_verdict.h"

#include "core/base/number_text.h"
#include "core/training/model_label.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

/** As it is shown: accuracies in percentage points. */
double shownValue(SeedFigure figure, double value)
{
    return figure == SeedFigure::TestAccuracy ? 100 * value : value;
}

/** As many as show two digits of the smaller end, so that an end that is not 0 is never written as 0; one at least. */
int decimalsFor(double smallest)
{
    constexpr int most = 8;
    if (!(smallest > 0))
        return 2;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(smallest))) + (smallest < 0.5 ? 1 : 0), 1, most);
}

struct GainRange {
    std::string low;
    std::string high;
};

/** By how much the better one is better. */
GainRange gainRange(const SeedSummary &summary, const SeedDifference &difference)
{
    const double one = std::abs(shownValue(summary.figure, difference.decisive.low));
    const double other = std::abs(shownValue(summary.figure, difference.decisive.high));
    const int decimals = decimalsFor(std::min(one, other));
    return {fixedText(std::min(one, other), decimals), fixedText(std::max(one, other), decimals)};
}

Message betterText(const SeedSummary &summary, const SeedDifference &difference, const std::string &winner, const std::string &loser)
{
    const GainRange range = gainRange(summary, difference);
    const bool isAccuracy = summary.figure == SeedFigure::TestAccuracy;
    if (summary.differences.size() > 1)
        return {isAccuracy ? ACTISCOPE_TR("core", "%1 is better than %2 by %3 to %4 points.")
                           : ACTISCOPE_TR("core", "%1 is better than %2: its test loss is lower by %3 to %4."),
                {winner, loser, range.low, range.high}};
    return {isAccuracy ? ACTISCOPE_TR("core", "%1 is better by %2 to %3 points.")
                       : ACTISCOPE_TR("core", "%1 is better: its test loss is lower by %2 to %3."),
            {winner, range.low, range.high}};
}

/** The same difference at each seed. */
Message noSpreadText(const SeedSummary &summary, const SeedDifference &difference, const std::vector<std::string> &names)
{
    const double mean = shownValue(summary.figure, difference.decisive.mean);
    const bool isAhead = (mean > 0) == (summary.figure == SeedFigure::TestAccuracy);
    const double size = std::abs(mean);
    const Message pattern =
        summary.figure == SeedFigure::TestAccuracy
            ? ACTISCOPE_TR("core", "%1 is ahead of %2 by %3 points at each of %4 seeds: no spread, so no interval.")
            : ACTISCOPE_TR("core", "The test loss of %1 is below that of %2 by %3 at each of %4 seeds: no spread, so no interval.");
    return {pattern.pattern(),
            {names[isAhead ? difference.model : 0], names[isAhead ? 0 : difference.model], fixedText(size, decimalsFor(size)),
             std::to_string(difference.decisive.count)}};
}

} // namespace

std::string signedText(double value, int decimals)
{
    std::string digits = fixedText(std::abs(value), decimals);
    if (std::ranges::all_of(digits, [](char c) { return c == '0' || c == '.'; }))
        return digits;
    return (value < 0 ? "−" : "+") + digits;
}

SeedVerdictKind verdictKind(const SeedDifference &difference, SeedFigure figure)
{
    const MeanInterval &interval = difference.decisive;
    if (interval.count < 2)
        return SeedVerdictKind::TooFew;
    if (difference.ties == interval.count)
        return SeedVerdictKind::Equal;
    if (interval.deviation == 0)
        return SeedVerdictKind::NoSpread;
    if (!(interval.low > 0) && !(interval.high < 0))
        return SeedVerdictKind::NoDifference;
    return (interval.low > 0) == (figure == SeedFigure::TestAccuracy) ? SeedVerdictKind::Better : SeedVerdictKind::Worse;
}

Message verdictText(const SeedSummary &summary, const SeedDifference &difference, const std::vector<std::string> &names)
{
    const std::string &first = names.front();
    const std::string &second = names[difference.model];
    const std::string seeds = std::to_string(difference.decisive.count);
    const bool namesBoth = summary.differences.size() > 1;
    switch (verdictKind(difference, summary.figure)) {
    case SeedVerdictKind::TooFew:
        return {ACTISCOPE_TR("core", "%1 and %2 cannot be compared: fewer than two seeds trained both to the end."), {first, second}};
    case SeedVerdictKind::Equal:
        return {ACTISCOPE_TR("core", "%1 and %2 end equal at each of %3 seeds."), {first, second, seeds}};
    case SeedVerdictKind::NoSpread:
        return noSpreadText(summary, difference, names);
    case SeedVerdictKind::NoDifference:
        break;
    case SeedVerdictKind::Better:
        return betterText(summary, difference, second, first);
    case SeedVerdictKind::Worse:
        return betterText(summary, difference, first, second);
    }
    if (namesBoth)
        return {ACTISCOPE_TR("core", "%1 and %2: no difference that %3 seeds could show."), {first, second, seeds}};
    return {ACTISCOPE_TR("core", "No difference that %1 seeds could show."), {seeds}};
}

Message leftOutText(const SeedDifference &difference, std::size_t seeds)
{
    if (difference.leftOut == 0)
        return {};
    return {ACTISCOPE_TR("core", "Left out: %1 of %2 seeds, at which one of the two diverged."),
            {std::to_string(difference.leftOut), std::to_string(seeds)}};
}

Message differenceText(const SeedSummary &summary, const SeedDifference &difference, const std::vector<std::string> &names)
{
    const bool isAccuracy = summary.figure == SeedFigure::TestAccuracy;
    const MeanInterval &interval = difference.decisive;
    const double spread = shownValue(summary.figure, interval.high - interval.low);
    const int decimals = isAccuracy ? 2 : std::max(2, spread > 0 ? decimalsFor(spread) + 1 : 2);
    const auto text = [&](double value) { return signedText(shownValue(summary.figure, value), decimals); };
    if (interval.count < 2 || interval.deviation == 0)
        return {isAccuracy ? ACTISCOPE_TR("core", "%1 − %2: %3 points") : ACTISCOPE_TR("core", "%1 − %2: test loss %3"),
                {names[difference.model], names.front(), text(interval.mean)}};
    return {isAccuracy ? ACTISCOPE_TR("core", "%1 − %2: %3 points (%4 to %5)") : ACTISCOPE_TR("core", "%1 − %2: test loss %3 (%4 to %5)"),
            {names[difference.model], names.front(), text(interval.mean), text(interval.low), text(interval.high)}};
}

std::vector<std::string> seedModelNames(const Experiment &experiment)
{
    std::vector<std::string> names;
    for (const ModelConfiguration &model : experiment.models)
        names.push_back(model.activations.size() == 1 ? model.activations.front().activation->name : activationLabel(model));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::ranges::count(names, names[i]) == 1)
            continue;
        const std::string common = names[i];
        for (std::size_t k = i; k < names.size(); ++k)
            names[k] = names[k] == common ? modelLabel(experiment, k) : names[k];
    }
    return names;
}

} // namespace actiscope
