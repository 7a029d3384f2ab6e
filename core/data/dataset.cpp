#include "core/data/dataset.h"

#include "core/data/data_generators.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

namespace actiscope {
namespace {

constexpr std::size_t maxSamples = DataConfiguration::maxSamples;
constexpr std::size_t maxFeatures = 1024;
constexpr std::size_t maxOutputs = 1024; // classes or targets

std::size_t testCount(std::size_t samples, double testFraction)
{
    return static_cast<std::size_t>(std::ceil(testFraction * static_cast<double>(samples)));
}

void validateTestFraction(std::size_t samples, double testFraction)
{
    if (!(testFraction > 0 && testFraction < 1) || testCount(samples, testFraction) >= samples)
        throw ConfigurationError("test-fraction", numberText(testFraction), ACTISCOPE_TR("core", "a number between 0 and 1 that leaves at least one training sample"));
}

/** Throws ConfigurationError(option, …) that names the first value that is NaN or infinite, and its point. */
void requireFinite(const char *option, const std::vector<double> &values, std::size_t valuesPerPoint)
{
    const auto found = std::ranges::find_if_not(values, [](double value) { return std::isfinite(value); });
    if (found != values.end())
        throw ConfigurationError(option, numberText(*found),
                                 {ACTISCOPE_TR("core", "finite numbers; this is point %1"),
                                  {std::to_string(static_cast<std::size_t>(found - values.begin()) / valuesPerPoint)}});
}

void validateLabels(const LabelledPoints &points)
{
    if (points.labels.size() != points.count() || !points.targets.empty())
        throw ConfigurationError("labels", std::to_string(points.labels.size()),
                                 "one label for each of " + std::to_string(points.count()) + " points, and no targets");
    const auto found = std::ranges::find_if(points.labels, [](int label) { return label < 0 || label >= static_cast<int>(maxOutputs); });
    if (found != points.labels.end())
        throw ConfigurationError("labels", std::to_string(*found), "whole numbers from 0 to " + std::to_string(maxOutputs - 1));
}

void validateTargets(const LabelledPoints &points)
{
    if (points.targetCount > maxOutputs)
        throw ConfigurationError("targets", std::to_string(points.targetCount), "at most " + std::to_string(maxOutputs) + " targets a point");
    if (points.targets.size() != points.count() * points.targetCount || !points.labels.empty())
        throw ConfigurationError("targets", std::to_string(points.targets.size()),
                                 std::to_string(points.targetCount) + " for each of " + std::to_string(points.count()) + " points, and no labels");
    requireFinite("targets", points.targets, points.targetCount);
}

void validatePoints(const LabelledPoints &points)
{
    if (points.features < 1 || points.features > maxFeatures)
        throw ConfigurationError("features", std::to_string(points.features), "a whole number from 1 to " + std::to_string(maxFeatures));
    if (points.coordinates.size() % points.features != 0)
        throw ConfigurationError("points", std::to_string(points.coordinates.size()),
                                 "a number of coordinates that is a multiple of the " + std::to_string(points.features) + " features");
    if (points.count() < 2 || points.count() > maxSamples)
        throw ConfigurationError("points", std::to_string(points.count()), "2 to " + std::to_string(maxSamples) + " points");
    requireFinite("points", points.coordinates, points.features);
    if (points.targetCount == 0)
        validateLabels(points);
    else
        validateTargets(points);
}

std::shared_ptr<const Dataset> divided(LabelledPoints all, int classes, Split split)
{
    auto data = std::make_shared<Dataset>();
    data->train = all.at(split.train);
    data->test = all.at(split.test);
    data->all = std::move(all);
    data->trainIndices = std::move(split.train);
    data->testIndices = std::move(split.test);
    data->classes = classes;
    return data;
}

/** Data sets that have an option of their own. */
std::vector<std::string_view> namesWith(std::string_view option)
{
    std::vector<std::string_view> names;
    for (const DataKind &kind : dataKinds()) {
        if (std::ranges::find(kind.options, option) != kind.options.end())
            names.push_back(kind.name);
    }
    return names;
}

void validateClasses(const DataConfiguration &configuration, const DataKind &kind)
{
    if (configuration.classes < 2 || configuration.classes > kind.mostClasses) {
        const Message range = kind.mostClasses == 2 ? Message("2") : Message(ACTISCOPE_TR("core", "a whole number from 2 to %1"), {std::to_string(kind.mostClasses)});
        throw ConfigurationError("classes", std::to_string(configuration.classes), {ACTISCOPE_TR("core", "%1 takes %2"), {configuration.kind, range}});
    }
    if (configuration.stratify && kind.isRegression)
        throw ConfigurationError("stratify", "yes", ACTISCOPE_TR("core", "only data with classes can be stratified"));
    const std::vector<int> &sizes = configuration.classSizes;
    if (sizes.empty())
        return;
    std::string given;
    for (const int size : sizes)
        given += (given.empty() ? "" : ",") + std::to_string(size);
    if (std::ranges::find(kind.options, "class-sizes") == kind.options.end())
        throw ConfigurationError("class-sizes", given, {ACTISCOPE_TR("core", "%1 does not take it; %2 do"), {configuration.kind, listed(namesWith("class-sizes"))}});
    const bool isOfClasses = sizes.size() == static_cast<std::size_t>(configuration.classes);
    const bool fit = isOfClasses && std::ranges::all_of(sizes, [](int size) { return size >= 0 && size <= DataConfiguration::maxSamples; });
    if (!fit || std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}) != configuration.samples)
        throw ConfigurationError("class-sizes", given, {ACTISCOPE_TR("core", "a whole number for each of %1 classes, %2 points in all"),
                                                        {std::to_string(configuration.classes), std::to_string(configuration.samples)}});
}

} // namespace

LabelledPoints LabelledPoints::at(const std::vector<std::size_t> &indices) const
{
    LabelledPoints result;
    result.features = features;
    result.targetCount = targetCount;
    result.coordinates.reserve(indices.size() * features);
    result.labels.reserve(labels.empty() ? 0 : indices.size());
    result.targets.reserve(indices.size() * targetCount);
    for (const std::size_t i : indices) {
        result.coordinates.insert(result.coordinates.end(), point(i), point(i) + features);
        if (!labels.empty())
            result.labels.push_back(labels[i]);
        for (std::size_t k = 0; k < targetCount; ++k)
            result.targets.push_back(targets[i * targetCount + k]);
    }
    return result;
}

Split trainTestSplit(std::size_t samples, double testFraction, std::uint32_t seed)
{
    const std::vector<std::size_t> order = NumpyRandom(seed).permutation(samples);
    const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(testCount(samples, testFraction));
    return {{boundary, order.end()}, {order.begin(), boundary}};
}

std::shared_ptr<const Dataset> makeDataset(const DataConfiguration &configuration)
{
    validate(configuration);
    const DataKind &kind = findDataKind(configuration.kind);
    const int classes = kind.isRegression ? 0 : configuration.classes;
    LabelledPoints all = kind.generate(configuration);
    Split split = configuration.stratify ? stratifiedSplit(all.labels, classes, configuration.testFraction, configuration.splitSeed)
                                         : trainTestSplit(all.count(), configuration.testFraction, configuration.splitSeed);
    return divided(std::move(all), classes, std::move(split));
}

std::shared_ptr<const Dataset> makeDataset(LabelledPoints all, double testFraction, std::uint32_t splitSeed)
{
    validatePoints(all);
    validateTestFraction(all.count(), testFraction);
    const int classes = all.targetCount > 0 ? 0 : std::max(2, 1 + *std::ranges::max_element(all.labels));
    Split split = trainTestSplit(all.count(), testFraction, splitSeed);
    return divided(std::move(all), classes, std::move(split));
}

void validate(const DataConfiguration &configuration)
{
    const DataKind &kind = findDataKind(configuration.kind);
    if (configuration.samples < DataConfiguration::minSamples || configuration.samples > DataConfiguration::maxSamples)
        throw ConfigurationError("samples", std::to_string(configuration.samples), ACTISCOPE_TR("core", "a whole number from 2 to 1000000"));
    if (!(configuration.noise >= 0 && configuration.noise <= 10))
        throw ConfigurationError("noise", numberText(configuration.noise), ACTISCOPE_TR("core", "a number from 0 to 10"));
    validateClasses(configuration, kind);
    if (!(configuration.factor >= 0 && configuration.factor < 1))
        throw ConfigurationError("factor", numberText(configuration.factor), ACTISCOPE_TR("core", "a number from 0 to below 1"));
    constexpr double farthest = DataConfiguration::farthestCenter;
    if (!(configuration.centersLow >= -farthest && configuration.centersLow <= configuration.centersHigh && configuration.centersHigh <= farthest))
        throw ConfigurationError("center-box", numberText(configuration.centersLow) + "," + numberText(configuration.centersHigh),
                                 ACTISCOPE_TR("core", "two numbers from -100 to 100, the lower one first, as in -10,10"));
    validateTestFraction(static_cast<std::size_t>(configuration.samples), configuration.testFraction);
}

} // namespace actiscope
