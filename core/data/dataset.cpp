#include "core/data/dataset.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/base/random.h"
#include "core/data/input_features.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <vector>

namespace actiscope {
namespace {

constexpr std::size_t maxSamples = 1'000'000;
constexpr std::size_t maxFeatures = 1024;
constexpr std::size_t maxClassesOrTargets = 1024; // classes or targets

std::size_t testCount(std::size_t samples, double testFraction)
{
    return static_cast<std::size_t>(std::ceil(testFraction * static_cast<double>(samples)));
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
                                 {ACTISCOPE_TR("core", "one label for each of %1 points, and no targets"), {std::to_string(points.count())}});
    const auto found =
        std::ranges::find_if(points.labels, [](int label) { return label < 0 || label >= static_cast<int>(maxClassesOrTargets); });
    if (found != points.labels.end())
        throw ConfigurationError("labels", std::to_string(*found), {ACTISCOPE_TR("core", "a whole number from 0 to %1"), {std::to_string(maxClassesOrTargets - 1)}});
}

void validateTargets(const LabelledPoints &points)
{
    if (points.targetCount > maxClassesOrTargets)
        throw ConfigurationError("targets", std::to_string(points.targetCount),
                                 {ACTISCOPE_TR("core", "at most %1 targets a point"), {std::to_string(maxClassesOrTargets)}});
    if (points.targets.size() != points.count() * points.targetCount || !points.labels.empty())
        throw ConfigurationError("targets", std::to_string(points.targets.size()),
                                 {ACTISCOPE_TR("core", "%1 for each of %2 points, and no labels"),
                                  {std::to_string(points.targetCount), std::to_string(points.count())}});
    requireFinite("targets", points.targets, points.targetCount);
}

} // namespace

std::vector<float> Dataset::inputs(std::vector<float> plane) const
{
    return withFeatures(std::move(plane), features);
}

SplitIndices trainTestSplit(std::size_t samples, double testFraction, std::uint32_t seed)
{
    const std::vector<std::size_t> order = NumpyRandom(seed).permutation(samples);
    const auto boundary = order.begin() + static_cast<std::ptrdiff_t>(testCount(samples, testFraction));
    return {{boundary, order.end()}, {order.begin(), boundary}};
}

std::shared_ptr<const Dataset> divided(LabelledPoints all, int classes, const Split &split, const std::vector<std::string> &features)
{
    SplitIndices indices = split.stratify ? stratifiedSplit(all.labels, classes, split.testFraction, split.seed)
                                          : trainTestSplit(all.count(), split.testFraction, split.seed);
    auto data = std::make_shared<Dataset>();
    data->train = withFeatures(all.at(indices.train), features);
    data->test = withFeatures(all.at(indices.test), features);
    data->features = features;
    data->all = std::move(all);
    data->trainIndices = std::move(indices.train);
    data->testIndices = std::move(indices.test);
    data->classes = classes;
    return data;
}

void validate(const LabelledPoints &points)
{
    if (points.features < 1 || points.features > maxFeatures)
        throw ConfigurationError("features", std::to_string(points.features), {ACTISCOPE_TR("core", "a whole number from 1 to %1"), {std::to_string(maxFeatures)}});
    if (points.coordinates.size() % points.features != 0)
        throw ConfigurationError("points", std::to_string(points.coordinates.size()),
                                 {ACTISCOPE_TR("core", "a number of coordinates that is a multiple of the %1 features"), {std::to_string(points.features)}});
    if (points.count() < 2 || points.count() > maxSamples)
        throw ConfigurationError("points", std::to_string(points.count()), {ACTISCOPE_TR("core", "2 to %1 points"), {std::to_string(maxSamples)}});
    requireFinite("points", points.coordinates, points.features);
    if (points.targetCount == 0)
        validateLabels(points);
    else
        validateTargets(points);
}

void validateTestFraction(std::size_t samples, double testFraction)
{
    if (!(testFraction > 0 && testFraction < 1) || testCount(samples, testFraction) >= samples)
        throw ConfigurationError("test-fraction", numberText(testFraction),
                                 ACTISCOPE_TR("core", "a number between 0 and 1 that leaves at least one training sample"));
}

int classesOf(const LabelledPoints &points)
{
    return points.targetCount > 0 ? 0 : std::max(2, 1 + *std::ranges::max_element(points.labels));
}

std::shared_ptr<const Dataset> makeDataset(LabelledPoints all, const Split &split)
{
    validate(all);
    validateTestFraction(all.count(), split.testFraction);
    const int classes = classesOf(all);
    return divided(std::move(all), classes, split);
}

} // namespace actiscope
