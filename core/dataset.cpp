#include "core/dataset.h"

#include "core/errors.h"
#include "core/number_text.h"
#include "core/numpy_trig.h"
#include "core/random.h"

#include <cmath>
#include <numbers>

namespace actiscope {
namespace {

constexpr int maxSamples = 1'000'000;

/** numpy.linspace(0, π, count)[i]. */
double linspaceToPi(int i, int count)
{
    if (count > 1 && i == count - 1)
        return std::numbers::pi;
    return count > 1 ? i * (std::numbers::pi / (count - 1)) : 0.0;
}

/** Points `indices` of `points`, in that order. */
LabelledPoints pick(const LabelledPoints &points, const std::vector<std::size_t> &indices)
{
    LabelledPoints result;
    result.features = points.features;
    result.coordinates.reserve(indices.size() * points.features);
    result.labels.reserve(indices.size());
    for (const std::size_t i : indices) {
        result.coordinates.insert(result.coordinates.end(), points.point(i), points.point(i) + points.features);
        result.labels.push_back(points.labels[i]);
    }
    return result;
}

std::size_t testCount(std::size_t samples, double testFraction)
{
    return static_cast<std::size_t>(std::ceil(testFraction * static_cast<double>(samples)));
}

} // namespace

LabelledPoints makeMoons(int samples, double noise, std::uint32_t seed)
{
    const int outer = samples / 2;
    const int inner = samples - outer;
    LabelledPoints ordered;
    for (int i = 0; i < outer; ++i) {
        const double t = linspaceToPi(i, outer);
        ordered.coordinates.insert(ordered.coordinates.end(), {numpyCos(t), numpySin(t)});
        ordered.labels.push_back(0);
    }
    for (int i = 0; i < inner; ++i) {
        const double t = linspaceToPi(i, inner);
        ordered.coordinates.insert(ordered.coordinates.end(), {1.0 - numpyCos(t), 1.0 - numpySin(t) - 0.5});
        ordered.labels.push_back(1);
    }
    NumpyRandom random(seed);
    LabelledPoints points = pick(ordered, random.permutation(static_cast<std::size_t>(samples)));
    for (double &coordinate : points.coordinates)
        coordinate += 0.0 + noise * random.normal();
    return points;
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
    auto data = std::make_shared<Dataset>();
    data->all = makeMoons(configuration.samples, configuration.noise, configuration.seed);
    Split split = trainTestSplit(data->all.count(), configuration.testFraction, configuration.splitSeed);
    data->train = pick(data->all, split.train);
    data->test = pick(data->all, split.test);
    data->trainIndices = std::move(split.train);
    data->testIndices = std::move(split.test);
    return data;
}

void validate(const DataConfiguration &configuration)
{
    if (configuration.kind != "moons")
        throw ConfigurationError("data", configuration.kind, "accepted: moons");
    if (configuration.samples < 2 || configuration.samples > maxSamples)
        throw ConfigurationError("samples", std::to_string(configuration.samples), "a whole number from 2 to 1000000");
    if (!(configuration.noise >= 0 && configuration.noise <= 10))
        throw ConfigurationError("noise", numberText(configuration.noise), "a number from 0 to 10");
    const auto samples = static_cast<std::size_t>(configuration.samples);
    if (!(configuration.testFraction > 0 && configuration.testFraction < 1) || testCount(samples, configuration.testFraction) >= samples)
        throw ConfigurationError("test-fraction", numberText(configuration.testFraction),
                                 "a number between 0 and 1 that leaves at least one training sample");
}

} // namespace actiscope
