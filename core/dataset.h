// The labelled points that a cohort is trained and tested on. Same seed, same bits as scikit-learn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace actiscope {

/** `count` points with `features` coordinates each, row-major (count × features), and for each a class label or, for
 *  regression, `targetCount` real values (count × targetCount). */
struct LabelledPoints {
    std::size_t features = 2;
    std::vector<double> coordinates;
    std::vector<int> labels;
    std::size_t targetCount = 0; ///< 0: the points have labels
    std::vector<double> targets;

    std::size_t count() const { return coordinates.size() / features; }
    const double *point(std::size_t i) const { return coordinates.data() + i * features; }
};

/** A data set divided into training and test points, in the order of scikit-learn's train_test_split. */
struct Dataset {
    LabelledPoints all; ///< as generated
    LabelledPoints train;
    LabelledPoints test;
    std::vector<std::size_t> trainIndices; ///< place in `all` of each training point
    std::vector<std::size_t> testIndices;
    int classes = 2; ///< 0 for regression

    bool isRegression() const { return classes == 0; }
};

/** How a data set is made. */
struct DataConfiguration {
    std::string kind = "moons";
    int samples = 1000;
    double noise = 0.2; ///< standard deviation of the Gaussian noise added to each coordinate
    std::uint32_t seed = 42;
    double testFraction = 0.2;
    std::uint32_t splitSeed = 42;

    bool operator==(const DataConfiguration &) const = default;
};

/** scikit-learn's make_moons(samples, noise=noise, random_state=seed), bit for bit. samples ≥ 2, noise ≥ 0. */
LabelledPoints makeMoons(int samples, double noise, std::uint32_t seed);

/** Indices of the training and of the test set, as train_test_split(test_size=fraction, random_state=seed) orders them. */
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};
Split trainTestSplit(std::size_t samples, double testFraction, std::uint32_t seed);

/** Generates and divides. Throws ConfigurationError for a configuration that validate() refuses. */
std::shared_ptr<const Dataset> makeDataset(const DataConfiguration &configuration);

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const DataConfiguration &configuration);

} // namespace actiscope
