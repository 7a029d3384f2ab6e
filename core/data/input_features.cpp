#include "core/data/input_features.h"

#include "core/base/message.h"
#include "core/base/names.h"
#include "core/base/numpy_trig.h"

#include <algorithm>
#include <array>

namespace actiscope {
namespace {

constexpr std::array featureTable = {
    InputFeature{"x1^2", "x₁²", ACTISCOPE_TR("core", "the square of the first coordinate"), [](double x1, double) { return x1 * x1; }},
    InputFeature{"x2^2", "x₂²", ACTISCOPE_TR("core", "the square of the second coordinate"), [](double, double x2) { return x2 * x2; }},
    InputFeature{"x1*x2", "x₁x₂", ACTISCOPE_TR("core", "the product of both"), [](double x1, double x2) { return x1 * x2; }},
    InputFeature{"sin-x1", "sin x₁", ACTISCOPE_TR("core", "the sine of the first coordinate"), [](double x1, double) { return numpySin(x1); }},
    InputFeature{"sin-x2", "sin x₂", ACTISCOPE_TR("core", "the sine of the second coordinate"), [](double, double x2) { return numpySin(x2); }},
};

std::vector<const InputFeature *> rowsOf(std::span<const std::string> names)
{
    std::vector<const InputFeature *> rows;
    for (const std::string &name : names)
        rows.push_back(&featureTable[chooseName("features", name, namesOfRows(featureTable))]);
    return rows;
}

template <class Real>
std::vector<Real> appended(const std::vector<Real> &plane, const std::vector<const InputFeature *> &rows)
{
    std::vector<Real> inputs;
    inputs.reserve(plane.size() / 2 * (2 + rows.size()));
    for (std::size_t i = 0; i + 1 < plane.size(); i += 2) {
        inputs.insert(inputs.end(), {plane[i], plane[i + 1]});
        for (const InputFeature *row : rows)
            inputs.push_back(static_cast<Real>(row->value(plane[i], plane[i + 1])));
    }
    return inputs;
}

} // namespace

std::span<const InputFeature> inputFeatures()
{
    return featureTable;
}

std::vector<std::string> chosenFeatures(std::span<const std::string> names)
{
    const std::vector<const InputFeature *> rows = rowsOf(names);
    std::vector<std::string> chosen;
    for (const InputFeature &feature : featureTable) {
        if (std::ranges::find(rows, &feature) != rows.end())
            chosen.emplace_back(feature.name);
    }
    return chosen;
}

LabelledPoints withFeatures(const LabelledPoints &points, std::span<const std::string> names)
{
    if (names.empty())
        return points;
    LabelledPoints result = points;
    result.features = 2 + names.size();
    result.coordinates = appended(points.coordinates, rowsOf(names));
    return result;
}

std::vector<float> withFeatures(std::vector<float> plane, std::span<const std::string> names)
{
    return names.empty() ? plane : appended(plane, rowsOf(names));
}

} // namespace actiscope
