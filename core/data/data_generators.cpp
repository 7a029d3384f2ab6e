#include "core/data/data_generators.h"

#include "core/base/message.h"
#include "core/base/names.h"
#include "core/base/numpy_trig.h"
#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actiscope {
namespace {

using std::numbers::pi;

constexpr std::string_view optionsOfMoons[] = {"class-sizes", "samples",    "noise",     "data-seed",     "curve",
                                               "features",    "test-fraction", "split-seed", "stratify", "stop-accuracy"};
constexpr std::string_view optionsOfCircles[] = {"class-sizes", "samples",       "noise",      "factor",   "data-seed",    "curve",
                                                 "features",    "test-fraction", "split-seed", "stratify", "stop-accuracy"};
constexpr std::string_view optionsOfBlobs[] = {"class-sizes", "samples",  "noise",         "classes",    "center-box", "data-seed",
                                               "curve",       "features", "test-fraction", "split-seed", "stratify",   "stop-accuracy"};
constexpr std::string_view optionsOfClasses[] = {"samples",  "noise",         "data-seed",  "curve",
                                                 "features", "test-fraction", "split-seed", "stratify", "stop-accuracy"};
constexpr std::string_view optionsOfValues[] = {"samples", "noise", "data-seed", "features", "test-fraction", "split-seed"};

constexpr std::array kinds = {
    DataKind{.name = "moons",
             .description = ACTISCOPE_TR("core", "two interleaved half circles"),
             .options = optionsOfMoons,
             .generate = [](const GeneratedData &c) { return makeMoons(classSizesOf(c), c.noise, c.seed); }},
    DataKind{.name = "circles",
             .description = ACTISCOPE_TR("core", "a circle within a circle"),
             .options = optionsOfCircles,
             .generate = [](const GeneratedData &c) { return makeCircles(classSizesOf(c), c.noise, c.factor, c.seed); }},
    DataKind{.name = "blobs",
             .description = ACTISCOPE_TR("core", "a Gaussian cloud for each of 2 to 8 classes, centres uniform in the square of --center-box"),
             .maxClasses = 8,
             .options = optionsOfBlobs,
             .generate = [](const GeneratedData &c) { return makeBlobs(classSizesOf(c), c.noise, c.centersLow, c.centersHigh, c.seed); }},
    DataKind{.name = "xor",
             .description = ACTISCOPE_TR("core", "opposite quarters of a square"),
             .options = optionsOfClasses,
             .generate = [](const GeneratedData &c) { return makeXor(c.samples, c.noise, c.seed); }},
    DataKind{.name = "spirals",
             .description = ACTISCOPE_TR("core", "two intertwined spirals"),
             .options = optionsOfClasses,
             .generate = [](const GeneratedData &c) { return makeSpirals(c.samples, c.noise, c.seed); }},
    DataKind{.name = "plane",
             .description = ACTISCOPE_TR("core", "regression: a tilted plane over a square"),
             .isRegression = true,
             .options = optionsOfValues,
             .generate = [](const GeneratedData &c) { return makePlane(c.samples, c.noise, c.seed); }},
    DataKind{.name = "bumps",
             .description = ACTISCOPE_TR("core", "regression: hills and hollows over a square"),
             .isRegression = true,
             .options = optionsOfValues,
             .generate = [](const GeneratedData &c) { return makeBumps(c.samples, c.noise, c.seed); }},
};

/** numpy.linspace(0, stop, count, endpoint)[i]. */
double linspaceFromZero(double stop, int i, int count, bool endpoint)
{
    const int steps = endpoint ? count - 1 : count;
    if (endpoint && i > 0 && i == steps)
        return stop;
    return steps > 0 ? i * (stop / steps) : 0.0;
}

void add(LabelledPoints &points, double x, double y, int label)
{
    points.coordinates.insert(points.coordinates.end(), {x, y});
    points.labels.push_back(label);
}

/** As sklearn.utils.shuffle(points, random_state=random). */
LabelledPoints shuffled(const LabelledPoints &points, NumpyRandom &random)
{
    return points.at(random.permutation(points.count()));
}

/** values += random.normal(scale=deviation, size=values.shape) */
void addNoise(std::vector<double> &values, double deviation, NumpyRandom &random)
{
    for (double &value : values)
        value += random.normal(0.0, deviation);
}

/** random.uniform(-1, 1, size=(samples, 2)) */
LabelledPoints uniformSquare(int samples, NumpyRandom &random)
{
    LabelledPoints points;
    points.coordinates.resize(2 * static_cast<std::size_t>(samples));
    std::ranges::generate(points.coordinates, [&random] { return random.uniform(-1.0, 1.0); });
    return points;
}

/** Points of the square with target surface(x, y) plus noise. */
template <class Surface>
LabelledPoints makeSurface(int samples, double noise, std::uint32_t seed, const Surface &surface)
{
    NumpyRandom random(seed);
    LabelledPoints points = uniformSquare(samples, random);
    points.targetCount = 1;
    for (std::size_t i = 0; i < points.count(); ++i)
        points.targets.push_back(surface(points.point(i)[0], points.point(i)[1]));
    addNoise(points.targets, noise, random);
    return points;
}

struct Bump {
    double x, y, width, height;
};

constexpr std::array bumps = {
    Bump{-0.5, 0.5, 0.25, 1.0},  Bump{0.5, 0.5, 0.25, -1.0}, Bump{-0.5, -0.5, 0.25, -0.75},
    Bump{0.5, -0.5, 0.25, 0.75}, Bump{0.0, 0.0, 0.125, 0.5},
};

} // namespace

std::span<const DataKind> dataKinds()
{
    return kinds;
}

const DataKind &findDataKind(std::string_view name)
{
    return kinds[chooseName("data", name, namesOfRows(kinds))];
}

std::string dataKindNames()
{
    return listed(namesOfRows(kinds));
}

std::vector<int> classSizesOf(const GeneratedData &configuration)
{
    if (!configuration.classSizes.empty())
        return configuration.classSizes;
    const int classes = configuration.classes;
    std::vector<int> sizes;
    for (int label = 0; label < classes; ++label)
        sizes.push_back(configuration.samples / classes + (label < configuration.samples % classes ? 1 : 0));
    if (findDataKind(configuration.kind).maxClasses == 2)
        std::ranges::sort(sizes);
    return sizes;
}

LabelledPoints makeMoons(const std::vector<int> &sizes, double noise, std::uint32_t seed)
{
    const int outer = sizes[0];
    const int inner = sizes[1];
    LabelledPoints ordered;
    for (int i = 0; i < outer; ++i) {
        const double t = linspaceFromZero(pi, i, outer, true);
        add(ordered, numpyCos(t), numpySin(t), 0);
    }
    for (int i = 0; i < inner; ++i) {
        const double t = linspaceFromZero(pi, i, inner, true);
        add(ordered, 1.0 - numpyCos(t), 1.0 - numpySin(t) - 0.5, 1);
    }
    NumpyRandom random(seed);
    LabelledPoints points = shuffled(ordered, random);
    addNoise(points.coordinates, noise, random);
    return points;
}

LabelledPoints makeCircles(const std::vector<int> &sizes, double noise, double factor, std::uint32_t seed)
{
    const int outer = sizes[0];
    const int inner = sizes[1];
    LabelledPoints ordered;
    for (int i = 0; i < outer; ++i) {
        const double t = linspaceFromZero(2 * pi, i, outer, false);
        add(ordered, numpyCos(t), numpySin(t), 0);
    }
    for (int i = 0; i < inner; ++i) {
        const double t = linspaceFromZero(2 * pi, i, inner, false);
        add(ordered, numpyCos(t) * factor, numpySin(t) * factor, 1);
    }
    NumpyRandom random(seed);
    LabelledPoints points = shuffled(ordered, random);
    addNoise(points.coordinates, noise, random);
    return points;
}

LabelledPoints makeBlobs(const std::vector<int> &sizes, double noise, double low, double high, std::uint32_t seed)
{
    NumpyRandom random(seed);
    std::vector<double> centers(2 * sizes.size());
    std::ranges::generate(centers, [&] { return random.uniform(low, high); });
    LabelledPoints ordered;
    for (std::size_t label = 0; label < sizes.size(); ++label) {
        const double *center = centers.data() + 2 * label;
        for (int i = 0; i < sizes[label]; ++i) {
            const double x = random.normal(center[0], noise); // drawn before y
            add(ordered, x, random.normal(center[1], noise), static_cast<int>(label));
        }
    }
    return shuffled(ordered, random);
}

LabelledPoints makeXor(int samples, double noise, std::uint32_t seed)
{
    NumpyRandom random(seed);
    LabelledPoints points = uniformSquare(samples, random);
    for (std::size_t i = 0; i < points.count(); ++i)
        points.labels.push_back((points.point(i)[0] < 0) != (points.point(i)[1] < 0) ? 1 : 0);
    addNoise(points.coordinates, noise, random);
    return points;
}

LabelledPoints makeSpirals(int samples, double noise, std::uint32_t seed)
{
    NumpyRandom random(seed);
    LabelledPoints ordered;
    for (int i = 0; i < samples; ++i) {
        const int label = i < samples / 2 ? 0 : 1;
        const double radius = 3 * std::sqrt(random.uniform());
        const double angle = pi * (radius + label);
        add(ordered, radius * numpyCos(angle), radius * numpySin(angle), label);
    }
    LabelledPoints points = shuffled(ordered, random);
    addNoise(points.coordinates, noise, random);
    return points;
}

LabelledPoints makePlane(int samples, double noise, std::uint32_t seed)
{
    return makeSurface(samples, noise, seed, [](double x, double y) { return 0.75 * x - 0.5 * y + 0.25; });
}

LabelledPoints makeBumps(int samples, double noise, std::uint32_t seed)
{
    return makeSurface(samples, noise, seed, [](double x, double y) {
        double sum = 0;
        for (const Bump &b : bumps) {
            const double dx = x - b.x;
            const double dy = y - b.y;
            sum += b.height * std::exp(-(dx * dx + dy * dy) / (2 * b.width * b.width));
        }
        return sum;
    });
}

} // namespace actiscope
