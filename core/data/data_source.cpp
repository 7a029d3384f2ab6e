#include "core/data/data_source.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

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
        const Message range = kind.mostClasses == 2
                                  ? Message("2")
                                  : Message(ACTISCOPE_TR("core", "a whole number from 2 to %1"), {std::to_string(kind.mostClasses)});
        throw ConfigurationError("classes", std::to_string(configuration.classes),
                                 {ACTISCOPE_TR("core", "%1 takes %2"), {configuration.kind, range}});
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
        throw ConfigurationError(
            "class-sizes", given,
            {ACTISCOPE_TR("core", "%1 does not take it; %2 do"), {configuration.kind, listed(namesWith("class-sizes"))}});
    const bool isOfClasses = sizes.size() == static_cast<std::size_t>(configuration.classes);
    const bool fit = isOfClasses && std::ranges::all_of(sizes, [](int size) { return size >= 0 && size <= DataConfiguration::maxSamples; });
    if (!fit || std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}) != configuration.samples)
        throw ConfigurationError("class-sizes", given,
                                 {ACTISCOPE_TR("core", "a whole number for each of %1 classes, %2 points in all"),
                                  {std::to_string(configuration.classes), std::to_string(configuration.samples)}});
}

} // namespace

void validate(const DataConfiguration &configuration)
{
    const DataKind &kind = findDataKind(configuration.kind);
    if (configuration.samples < DataConfiguration::minSamples || configuration.samples > DataConfiguration::maxSamples)
        throw ConfigurationError("samples", std::to_string(configuration.samples),
                                 ACTISCOPE_TR("core", "a whole number from 2 to 1000000"));
    if (!(configuration.noise >= 0 && configuration.noise <= 10))
        throw ConfigurationError("noise", numberText(configuration.noise), ACTISCOPE_TR("core", "a number from 0 to 10"));
    validateClasses(configuration, kind);
    if (!(configuration.factor >= 0 && configuration.factor < 1))
        throw ConfigurationError("factor", numberText(configuration.factor), ACTISCOPE_TR("core", "a number from 0 to below 1"));
    constexpr double farthest = DataConfiguration::farthestCenter;
    if (!(configuration.centersLow >= -farthest && configuration.centersLow <= configuration.centersHigh
          && configuration.centersHigh <= farthest))
        throw ConfigurationError("center-box", numberText(configuration.centersLow) + "," + numberText(configuration.centersHigh),
                                 ACTISCOPE_TR("core", "two numbers from -100 to 100, the lower one first, as in -10,10"));
    validateTestFraction(static_cast<std::size_t>(configuration.samples), configuration.testFraction);
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

} // namespace actiscope
