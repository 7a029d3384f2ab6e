// What models say of images that they were not trained on: the probability of each class, where they differ, and what each unit makes of one image.
#pragma once

#include "core/diagnostics/confusion.h"
#include "core/engine/evaluator.h"

#include <cstddef>
#include <span>
#include <vector>

namespace actiscope {

/** So many places of `count`, as evenly spread as may be and rising; all of them where `most` is 0 or not below. */
std::vector<std::size_t> evenlySpread(std::size_t count, std::size_t most);

/** Test images that models are asked about, as networks get them. */
struct AskedImages {
    std::vector<std::size_t> places; ///< in Dataset::all
    std::vector<int> labels;
    std::vector<float> inputs; ///< images × inputs
    int classes = 0;
};

/** At most so many test images; all where `most` is 0. The data have labels. */
AskedImages askedImages(const Dataset &data, std::size_t most);

struct ImageAnswers {
    int classes = 0;
    std::vector<std::size_t> places; ///< of the images, in Dataset::all
    /** Images × classes: what the network says of each class. Under the squared error they need not be in [0, 1]. */
    std::vector<float> probabilities;
    std::vector<int> said; ///< of each image the most probable class, the first of equal ones
    ConfusionMatrix confusion;

    std::size_t count() const { return places.size(); }
    std::span<const float> of(std::size_t image) const
    {
        return std::span(probabilities).subspan(image * static_cast<std::size_t>(classes), static_cast<std::size_t>(classes));
    }
};

/** By the evaluator, as accuracies are. The cohort has an output a class. */
ImageAnswers imageAnswersOf(const Cohort &cohort, const TrainingState &moment, std::size_t model, Evaluator &evaluator, const AskedImages &images);

/** An image on which the most probable classes of two models differ. */
struct Disagreement {
    std::size_t image = 0; ///< place in ImageAnswers
    double distance = 0;   ///< the largest between two models that say another class each: half the sum of |p − q| over classes, 0 to 1

    bool operator==(const Disagreement &) const = default;
};

/** Most different first, and of equal ones in the order of the images. All answers are of the same images; a null is of a model that says nothing. */
std::vector<Disagreement> disagreementsOf(std::span<const ImageAnswers *const> answers);

/** What a network makes of one image, in double. */
struct ImageActivity {
    std::vector<std::vector<double>> preActivations; ///< [hidden layer][unit]
    std::vector<std::vector<double>> outputs;        ///< [hidden layer][unit]: f(z)
    std::vector<double> probabilities;               ///< of each class, as ImageAnswers has them
};

/** Throws ConfigurationError as forwardPass(), and for an image of another size. */
ImageActivity imageActivityOf(const Cohort &cohort, const TrainingState &moment, std::size_t model, std::span<const float> image);

/** What the units of the first hidden layer look for: a weight a pixel. */
struct UnitPictures {
    int width = 0;
    int height = 0;
    std::vector<float> weights; ///< units × height × width
    double usual = 0;           ///< 99 % of the weights lie no farther from 0; 0 where there is none that is a number

    std::size_t pixels() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
    std::size_t count() const { return pixels() == 0 ? 0 : weights.size() / pixels(); }
    std::span<const float> of(std::size_t unit) const { return std::span(weights).subspan(unit * pixels(), pixels()); }
};

/** Of a cohort of images; without units where the network has no hidden layer. */
UnitPictures unitPicturesOf(const Cohort &cohort, const TrainingState &moment, std::size_t model);

} // namespace actiscope
