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
    std::vector<double> coordinates = {};
    std::vector<int> labels = {};
    std::size_t targetCount = 0; ///< 0: the points have labels
    std::vector<double> targets = {};

    std::size_t count() const { return coordinates.size() / features; }
    const double *point(std::size_t i) const { return coordinates.data() + i * features; }
    /** The points of these indices (each below count()), in that order, with their labels or targets. */
    LabelledPoints at(const std::vector<std::size_t> &indices) const;

    bool operator==(const LabelledPoints &) const = default;
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
    std::string kind = "moons"; ///< a name of dataKinds() (core/data/data_generators.h)
    int samples = 1000;
    double noise = 0.2; ///< standard deviation of the Gaussian noise on each coordinate or, for regression, on each target
    int classes = 2;     ///< of blobs; everything else takes 2 only (for regression it says nothing)
    double factor = 0.5; ///< of circles: inner radius / outer radius, 0 ≤ factor < 1
    std::uint32_t seed = 42;
    double testFraction = 0.2;
    std::uint32_t splitSeed = 42;
    std::vector<int> classSizes = {}; ///< how many points each class has, `samples` in all; empty: as equal as can be
    double centersLow = -2;           ///< of blobs: each coordinate of a centre is uniform between these
    double centersHigh = 2;
    bool stratify = false; ///< training and test points have the classes in the same proportions

    static constexpr int minSamples = 2;
    static constexpr int maxSamples = 1'000'000;
    static constexpr double farthestCenter = 100;

    bool operator==(const DataConfiguration &) const = default;
};

/** Indices of the training and of the test set, as train_test_split(test_size=fraction, random_state=seed) orders them. */
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};
Split trainTestSplit(std::size_t samples, double testFraction, std::uint32_t seed);

/** The same with stratify=labels; labels are 0 to `classes` − 1. Throws ConfigurationError("stratify", …) where a class has one point only, or
 *  there are fewer training or test points than classes. A class without points is none. */
Split stratifiedSplit(const std::vector<int> &labels, int classes, double testFraction, std::uint32_t seed);

/** Generates and divides. Throws ConfigurationError for a configuration that validate() refuses. */
std::shared_ptr<const Dataset> makeDataset(const DataConfiguration &configuration);

/** Divides points that the caller has: 2 to 1,000,000 of them, 1 to 1024 features, with a label from 0 to 1023 each (then there are largest
 *  label + 1 classes, at least 2) or 1 to 1024 targets each. Throws ConfigurationError for "features", "points" (coordinates missing
 *  or not finite), "labels", "targets" or "test-fraction". */
std::shared_ptr<const Dataset> makeDataset(LabelledPoints all, double testFraction, std::uint32_t splitSeed);

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const DataConfiguration &configuration);

} // namespace actiscope
