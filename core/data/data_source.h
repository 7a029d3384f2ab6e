// Where data come from and how they are divided: a source becomes a divided data set.
#pragma once

#include "core/data/dataset.h"
#include "core/data/generated_data.h"
#include "core/data/image_data.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace actiscope {

/** Points that somebody has drawn or that a file has: never changed, and shared by all that hold them. */
struct GivenPoints {
    std::shared_ptr<const LabelledPoints> points; ///< not null

    /** The same points, wherever they lie. */
    bool operator==(const GivenPoints &other) const { return points == other.points || *points == *other.points; }
};

/** One of the ways to come by data. */
using DataSource = std::variant<GeneratedData, GivenPoints, ImageData>;

/** What is generated; throws std::bad_variant_access where nothing is. */
inline GeneratedData &generated(DataSource &source)
{
    return std::get<GeneratedData>(source);
}
inline const GeneratedData &generated(const DataSource &source)
{
    return std::get<GeneratedData>(source);
}

/** What is done to points of the plane before they are divided into training and test points. */
struct Preparation {
    std::string curve = {};                 ///< y = f(x) that divides them into two classes (core/data/dividing_curve.h); empty: as they come
    std::vector<std::string> features = {}; ///< that the network gets beside x₁ and x₂ (core/data/input_features.h), as chosenFeatures() orders them

    bool operator==(const Preparation &) const = default;
};

/** Whether the points have real-valued targets instead of labels. */
bool isRegression(const DataSource &source);

/** Whether points have two coordinates, so that a plane can show them. */
bool liesInPlane(const DataSource &source);

/** How many points there are, training and test together; of images, which nobody has read, 0. */
std::size_t pointCount(const DataSource &source);

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const DataSource &source, const Split &split, const Preparation &preparation = {});

/** Generates, takes or reads, prepares and divides; images are divided as they come. Throws ConfigurationError for what validate() refuses, and for files
 *  that are none of images. */
std::shared_ptr<const Dataset> makeDataset(const DataSource &source, const Split &split = {}, const Preparation &preparation = {});

} // namespace actiscope
