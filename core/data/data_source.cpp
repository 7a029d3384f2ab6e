#include "core/data/data_source.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/data/dividing_curve.h"
#include "core/data/input_features.h"

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

void validateClassSizes(const GeneratedData &data, const DataKind &kind)
{
    const std::vector<int> &sizes = data.classSizes;
    std::string given;
    for (const int size : sizes)
        given += (given.empty() ? "" : ",") + std::to_string(size);
    if (std::ranges::find(kind.options, "class-sizes") == kind.options.end())
        throw ConfigurationError("class-sizes", given,
                                 {ACTISCOPE_TR("core", "%1 does not take it; %2 do"), {data.kind, listed(namesWith("class-sizes"))}});
    const bool isWithin = data.samples >= GeneratedData::minSamples && data.samples <= GeneratedData::maxSamples;
    if (sizes.size() < 2 || sizes.size() > static_cast<std::size_t>(kind.maxClasses) || !isWithin)
        throw ConfigurationError(
            "class-sizes", given,
            ACTISCOPE_TR("core", "as many whole numbers from 0 as there are classes, 2 to 1000000 in all, as in 300,100"));
    const bool isOfClasses = sizes.size() == static_cast<std::size_t>(data.classes);
    const bool fit = isOfClasses && std::ranges::all_of(sizes, [](int size) { return size >= 0 && size <= GeneratedData::maxSamples; });
    if (!fit || std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}) != data.samples)
        throw ConfigurationError("class-sizes", given,
                                 {ACTISCOPE_TR("core", "a whole number for each of %1 classes, %2 points in all"),
                                  {std::to_string(data.classes), std::to_string(data.samples)}});
}

void validateClasses(const GeneratedData &data, const DataKind &kind)
{
    if (data.classes >= 2 && data.classes <= kind.maxClasses)
        return;
    const Message range = kind.maxClasses == 2
                              ? Message("2")
                              : Message(ACTISCOPE_TR("core", "a whole number from 2 to %1"), {std::to_string(kind.maxClasses)});
    throw ConfigurationError("classes", std::to_string(data.classes), {ACTISCOPE_TR("core", "%1 takes %2"), {data.kind, range}});
}

void validate(const GeneratedData &data)
{
    const DataKind &kind = findDataKind(data.kind);
    if (!data.classSizes.empty())
        validateClassSizes(data, kind); // before what they say of samples and classes
    if (data.samples < GeneratedData::minSamples || data.samples > GeneratedData::maxSamples)
        throw ConfigurationError("samples", std::to_string(data.samples), ACTISCOPE_TR("core", "a whole number from 2 to 1000000"));
    if (!(data.noise >= 0 && data.noise <= GeneratedData::maxNoise))
        throw ConfigurationError("noise", numberText(data.noise), ACTISCOPE_TR("core", "a number from 0 to 10"));
    validateClasses(data, kind);
    if (!(data.factor >= 0 && data.factor < 1))
        throw ConfigurationError("factor", numberText(data.factor), ACTISCOPE_TR("core", "a number from 0 to below 1"));
    constexpr double farthest = GeneratedData::farthestCenter;
    if (!(data.centersLow >= -farthest && data.centersLow <= data.centersHigh && data.centersHigh <= farthest))
        throw ConfigurationError("center-box", numberText(data.centersLow) + "," + numberText(data.centersHigh),
                                 ACTISCOPE_TR("core", "two numbers from -100 to 100, the lower one first, as in -10,10"));
}

void validate(const GivenPoints &given)
{
    validate(*given.points);
}

/** Points, and of how many classes. */
struct Points {
    LabelledPoints all;
    int classes = 0;
};

Points pointsOf(const GeneratedData &data)
{
    const DataKind &kind = findDataKind(data.kind);
    return {kind.generate(data), kind.isRegression ? 0 : data.classes};
}

Points pointsOf(const GivenPoints &given)
{
    return {*given.points, classesOf(*given.points)};
}

/** Divides what was prepared. */
template <class Data>
std::shared_ptr<const Dataset> datasetOf(const Data &data, const Split &split, const Preparation &preparation)
{
    Points points = pointsOf(data);
    if (!preparation.curve.empty()) {
        divideByCurve(points.all, preparation.curve);
        points.classes = 2;
    }
    return divided(std::move(points.all), points.classes, split, preparation.features);
}

std::shared_ptr<const Dataset> datasetOf(const ImageData &data, const Split &, const Preparation &)
{
    return makeImageDataset(data);
}

void validatePreparation(const DataSource &source, const Preparation &preparation)
{
    if (!preparation.features.empty() && (!liesInPlane(source) || chosenFeatures(preparation.features) != preparation.features))
        throw ConfigurationError("features", preparation.features.front(),
                                 {ACTISCOPE_TR("core", "for points of two coordinates: %1"), {listed(namesOfRows(inputFeatures()))}});
    if (preparation.curve.empty())
        return;
    if (!liesInPlane(source) || isRegression(source))
        throw ConfigurationError("curve", preparation.curve, ACTISCOPE_TR("core", "only points of the plane with classes can be divided by a curve"));
    curveFormula(preparation.curve);
}

} // namespace

bool isRegression(const DataSource &source)
{
    if (const auto *made = std::get_if<GeneratedData>(&source))
        return findDataKind(made->kind).isRegression;
    const auto *given = std::get_if<GivenPoints>(&source);
    return given && given->points->targetCount > 0;
}

bool liesInPlane(const DataSource &source)
{
    const auto *given = std::get_if<GivenPoints>(&source);
    return given ? given->points->features == 2 : std::holds_alternative<GeneratedData>(source);
}

std::size_t pointCount(const DataSource &source)
{
    if (const auto *made = std::get_if<GeneratedData>(&source))
        return static_cast<std::size_t>(made->samples);
    const auto *given = std::get_if<GivenPoints>(&source);
    return given ? given->points->count() : 0;
}

void validate(const DataSource &source, const Split &split, const Preparation &preparation)
{
    std::visit([](const auto &data) { validate(data); }, source);
    validatePreparation(source, preparation);
    if (std::holds_alternative<ImageData>(source)) // divided as they come
        return;
    if (split.stratify && isRegression(source))
        throw ConfigurationError("stratify", "yes", ACTISCOPE_TR("core", "only data with classes can be stratified"));
    validateTestFraction(pointCount(source), split.testFraction);
}

std::shared_ptr<const Dataset> makeDataset(const DataSource &source, const Split &split, const Preparation &preparation)
{
    validate(source, split, preparation);
    return std::visit([&](const auto &data) { return datasetOf(data, split, preparation); }, source);
}

} // namespace actiscope
