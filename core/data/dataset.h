// The labelled points that a cohort is trained and tested on. Same seed, same bits as scikit-learn.
#pragma once

#include "core/data/labelled_points.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** A data set divided into training and test points, in the order of scikit-learn's train_test_split. */
struct Dataset {
    LabelledPoints all; ///< as generated; of images those to train on, then those to test with
    LabelledPoints train; ///< with the features: what networks get. The first two coordinates are the point of the plane in any case
    LabelledPoints test;
    std::vector<std::string> features = {}; ///< that networks get beside the coordinates (core/data/input_features.h)
    std::vector<std::size_t> trainIndices; ///< place in `all` of each training point
    std::vector<std::size_t> testIndices;
    int classes = 2; ///< 0 for regression
    int imageWidth = 0; ///< where points are images, row by row; else 0
    int imageHeight = 0;
    std::span<const std::string_view> classNames = {}; ///< one a class, to be translated in the context "core"; empty where they are numbers

    /** Whether points are images of classes. */
    bool isOfImages() const { return imageWidth > 0 && classes > 0; }

    bool isRegression() const { return classes == 0; }
    /** Whether points have two coordinates, so that a plane can show them. */
    bool liesInPlane() const { return all.features == 2 && !all.pixels.all; }
    /** What networks get of these points of the plane (count × 2). */
    std::vector<float> inputs(std::vector<float> plane) const;
};

/** How points are divided into training and test points. */
struct Split {
    double testFraction = 0.2; ///< share of the points that are never trained on, between 0 and 1
    std::uint32_t seed = 42;
    bool stratify = false; ///< training and test points have the classes in the same proportions

    bool operator==(const Split &) const = default;
};

/** Indices of the training and of the test set. */
struct SplitIndices {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};

/** As train_test_split(test_size=fraction, random_state=seed) orders them. */
SplitIndices trainTestSplit(std::size_t samples, double testFraction, std::uint32_t seed);

/** The same with stratify=labels; labels are 0 to `classes` − 1. Throws ConfigurationError("stratify", …) where a class has one point only, or
 *  there are fewer training or test points than classes. A class without points is none. */
SplitIndices stratifiedSplit(const std::vector<int> &labels, int classes, double testFraction, std::uint32_t seed);

/** The points of `all`, divided. Throws what stratifiedSplit() does. */
std::shared_ptr<const Dataset> divided(LabelledPoints all, int classes, const Split &split, const std::vector<std::string> &features = {});

/** Throws ConfigurationError("test-fraction", …) unless it leaves samples for training and for test. */
void validateTestFraction(std::size_t samples, double testFraction);

/** Throws ConfigurationError for "features", "points" (coordinates missing or not finite), "labels" or "targets" unless there are 2 to 1,000,000
 *  points with 1 to 1024 features, and a label from 0 to 1023 each or 1 to 1024 targets each. */
void validate(const LabelledPoints &points);

/** 0 for real-valued targets, else largest label + 1, at least 2. */
int classesOf(const LabelledPoints &points);

/** Divides points that the caller has. Throws what validate(), validateTestFraction() and divided() do. */
std::shared_ptr<const Dataset> makeDataset(LabelledPoints all, const Split &split);

} // namespace actiscope
