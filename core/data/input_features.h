// What a network is given of a point of the plane beside its two coordinates: a choice of terms made of them. The plane stays the plane; a new feature is
// a row of input_features.cpp, and nothing else names one.
#pragma once

#include "core/data/labelled_points.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct InputFeature {
    std::string_view name;        ///< on the command line and in files: "x1*x2"
    std::string_view symbol;      ///< as in formulas: "x₁x₂"
    std::string_view description; ///< a few words, lower case, no full stop
    double (*value)(double x1, double x2) = nullptr;
};

/** All of them, in the order in which networks get them. */
std::span<const InputFeature> inputFeatures();

/** The names that these mean (core/base/names.h), each once, in the order of the table. Throws ConfigurationError("features", …). */
std::vector<std::string> chosenFeatures(std::span<const std::string> names);

/** The points with x₁, x₂ and the features of these names. The points lie in the plane. */
LabelledPoints withFeatures(const LabelledPoints &points, std::span<const std::string> names);

/** The same of points of a grid (count × 2): count × (2 + features). */
std::vector<float> withFeatures(std::vector<float> plane, std::span<const std::string> names);

} // namespace actiscope
