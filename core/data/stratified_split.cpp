// Division into training and test points with the classes in the same proportions, as scikit-learn's StratifiedShuffleSplit (1.2) makes it.
#include "core/base/errors.h"
#include "core/base/random.h"
#include "core/data/dataset.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace actiscope {
namespace {

using Counts = std::vector<std::size_t>;

std::size_t sumOf(const Counts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/** Which `take` of `places` get one more: RandomState.choice(places, take, replace=False). */
void addToSome(Counts &counts, const std::vector<std::size_t> &places, std::size_t take, NumpyRandom &random)
{
    const std::vector<std::size_t> order = random.permutation(places.size());
    for (std::size_t i = 0; i < take; ++i)
        ++counts[places[order[i]]];
}

/** How many of `draws` fall to each class: its share rounded down, and what is left to those that lost most, by lot among equals
 *  (sklearn.utils._approximate_mode). */
Counts sharesOf(const Counts &classCounts, std::size_t draws, NumpyRandom &random)
{
    const auto all = static_cast<double>(sumOf(classCounts));
    Counts shares;
    std::vector<double> remainders;
    for (const std::size_t count : classCounts) {
        const double share = static_cast<double>(count) / all * static_cast<double>(draws);
        shares.push_back(static_cast<std::size_t>(std::floor(share)));
        remainders.push_back(share - std::floor(share));
    }
    std::size_t missing = draws - std::min(draws, sumOf(shares));
    std::vector<double> values = remainders;
    std::ranges::sort(values, std::greater());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (const double value : values) {
        if (missing == 0)
            break;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < remainders.size(); ++i) {
            if (remainders[i] == value)
                places.push_back(i);
        }
        const std::size_t take = std::min(places.size(), missing);
        addToSome(shares, places, take, random);
        missing -= take;
    }
    return shares;
}

/** The places of each class that has some, ascending. */
std::vector<std::vector<std::size_t>> placesOfClasses(const std::vector<int> &labels, int classes)
{
    std::vector<std::vector<std::size_t>> places(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < labels.size(); ++i)
        places[static_cast<std::size_t>(labels[i])].push_back(i);
    std::erase_if(places, [](const auto &none) { return none.empty(); });
    return places;
}

std::vector<std::size_t> inRandomOrder(const std::vector<std::size_t> &places, NumpyRandom &random)
{
    std::vector<std::size_t> result;
    for (const std::size_t i : random.permutation(places.size()))
        result.push_back(places[i]);
    return result;
}

void requireEnough(const std::vector<std::vector<std::size_t>> &places, std::size_t train, std::size_t test)
{
    const bool hasPairs = std::ranges::all_of(places, [](const auto &some) { return some.size() >= 2; });
    if (!hasPairs || train < places.size() || test < places.size())
        throw ConfigurationError("stratify", "yes",
                                 ACTISCOPE_TR("core", "two points of each class, and no fewer training or test points than classes"));
}

} // namespace

SplitIndices stratifiedSplit(const std::vector<int> &labels, int classes, double testFraction, std::uint32_t seed)
{
    const auto test = static_cast<std::size_t>(std::ceil(testFraction * static_cast<double>(labels.size())));
    const std::size_t train = labels.size() - test;
    const std::vector<std::vector<std::size_t>> places = placesOfClasses(labels, classes);
    requireEnough(places, train, test);
    Counts counts;
    for (const auto &some : places)
        counts.push_back(some.size());
    NumpyRandom random(seed);
    const Counts toTrain = sharesOf(counts, train, random);
    Counts rest = counts;
    std::ranges::transform(counts, toTrain, rest.begin(), std::minus());
    const Counts toTest = sharesOf(rest, test, random);
    SplitIndices split;
    for (std::size_t c = 0; c < places.size(); ++c) {
        const std::vector<std::size_t> order = inRandomOrder(places[c], random);
        const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(toTrain[c]);
        split.train.insert(split.train.end(), order.begin(), boundary);
        split.test.insert(split.test.end(), boundary, boundary + static_cast<std::ptrdiff_t>(toTest[c]));
    }
    split.train = inRandomOrder(split.train, random);
    split.test = inRandomOrder(split.test, random);
    return split;
}

} // namespace actiscope
