#include "core/diagnostics/image_answers.h"

#include "core/base/errors.h"
#include "core/diagnostics/forward_pass.h"
#include "core/engine/network_answer.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

namespace actiscope {
namespace {

constexpr double usualShare = 0.99; ///< of weights, that are not out of the ordinary

int mostProbable(std::span<const float> probabilities)
{
    return static_cast<int>(std::ranges::max_element(probabilities) - probabilities.begin());
}

double distanceOfAnswers(std::span<const float> p, std::span<const float> q)
{
    double sum = 0;
    for (std::size_t k = 0; k < p.size(); ++k)
        sum += std::abs(double{p[k]} - double{q[k]});
    return sum / 2;
}

std::vector<double> firstRowOf(const ReferenceModel<double>::Matrix &matrix)
{
    return {matrix.data(), matrix.data() + matrix.cols()};
}

double usualSizeOf(std::span<const float> weights)
{
    std::vector<float> sizes;
    sizes.reserve(weights.size());
    for (const float weight : weights) {
        if (std::isfinite(weight))
            sizes.push_back(std::abs(weight));
    }
    if (sizes.empty())
        return 0;
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(usualShare * static_cast<double>(sizes.size() - 1));
    std::ranges::nth_element(sizes, place);
    return double{*place};
}

} // namespace

std::vector<std::size_t> evenlySpread(std::size_t count, std::size_t most)
{
    const std::size_t chosen = most == 0 ? count : std::min(count, most);
    std::vector<std::size_t> places(chosen);
    for (std::size_t i = 0; i < chosen; ++i)
        places[i] = i * count / chosen;
    return places;
}

AskedImages askedImages(const Dataset &data, std::size_t most)
{
    AskedImages images;
    images.classes = data.classes;
    const std::size_t inputs = data.test.features;
    const std::vector<std::size_t> chosen = evenlySpread(data.test.count(), most);
    images.inputs.resize(chosen.size() * inputs);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        data.test.copyPoint(chosen[i], images.inputs.data() + i * inputs);
        images.places.push_back(data.testIndices[chosen[i]]);
        images.labels.push_back(data.test.labels[chosen[i]]);
    }
    return images;
}

ImageAnswers imageAnswersOf(const Cohort &cohort, const TrainingState &moment, std::size_t model, Evaluator &evaluator, const AskedImages &images)
{
    requireModel(model, moment.models.size());
    const std::size_t count = images.places.size();
    const auto classes = static_cast<std::size_t>(images.classes);
    if (cohort.shape.outputs != images.classes)
        throw ConfigurationError("outputs", std::to_string(cohort.shape.outputs), ACTISCOPE_TR("core", "one a class"));
    std::vector<float> outputs = evaluator.predict(moment, model, images.inputs);
    answerOf(cohort.loss, cohort.shape.outputs, outputs);
    ImageAnswers answers{images.classes, images.places, std::vector<float>(outputs.size()), std::vector<int>(count), {}};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < classes; ++k)
            answers.probabilities[i * classes + k] = outputs[k * count + i];
        answers.said[i] = mostProbable(answers.of(i));
    }
    answers.confusion = confusionMatrix(images.labels, answers.said, images.classes);
    return answers;
}

std::vector<Disagreement> disagreementsOf(std::span<const ImageAnswers *const> answers)
{
    std::vector<const ImageAnswers *> known;
    std::ranges::copy_if(answers, std::back_inserter(known), [](const ImageAnswers *each) { return each != nullptr; });
    std::vector<Disagreement> result;
    for (std::size_t image = 0; !known.empty() && image < known.front()->count(); ++image) {
        std::optional<double> largest;
        for (std::size_t a = 0; a < known.size(); ++a) {
            for (std::size_t b = a + 1; b < known.size(); ++b) {
                if (known[a]->said[image] != known[b]->said[image])
                    largest = std::max(largest.value_or(0), distanceOfAnswers(known[a]->of(image), known[b]->of(image))); // 0 where that is no number
            }
        }
        if (largest)
            result.push_back({image, *largest});
    }
    std::ranges::stable_sort(result, std::ranges::greater(), &Disagreement::distance);
    return result;
}

ImageActivity imageActivityOf(const Cohort &cohort, const TrainingState &moment, std::size_t model, std::span<const float> image)
{
    requireModel(model, moment.models.size());
    if (image.size() != cohort.data->train.features)
        throw ConfigurationError("image", std::to_string(image.size()),
                                 {ACTISCOPE_TR("core", "%1 pixels, as the data have"), {std::to_string(cohort.data->train.features)}});
    const LabelledPoints point = unlabelledPoints(cohort, {image.begin(), image.end()});
    const ReferenceModel<double> network = forwardPass(cohort, model, moment.models[model].parameters(), point);
    ImageActivity activity;
    for (std::size_t layer = 0; layer < network.hiddenLayers(); ++layer) {
        activity.preActivations.push_back(firstRowOf(network.preActivations(layer)));
        activity.outputs.push_back(firstRowOf(network.values(layer)));
    }
    std::vector<float> outputs;
    for (const double output : firstRowOf(network.outputs()))
        outputs.push_back(static_cast<float>(output));
    answerOf(cohort.loss, cohort.shape.outputs, outputs);
    activity.probabilities.assign(outputs.begin(), outputs.end());
    return activity;
}

UnitPictures unitPicturesOf(const Cohort &cohort, const TrainingState &moment, std::size_t model)
{
    requireModel(model, moment.models.size());
    UnitPictures pictures{.width = cohort.data->imageWidth, .height = cohort.data->imageHeight, .weights = {}};
    if (cohort.shape.hidden.empty())
        return pictures;
    const std::size_t count = static_cast<std::size_t>(cohort.shape.hidden.front()) * pictures.pixels();
    const FlatNumbers &numbers = moment.models[model].numbers; // weights of the first layer come first
    numbers.visit([&](const auto &all) {
        pictures.weights.reserve(count);
        for (std::size_t i = 0; i < std::min(count, all.size()); ++i)
            pictures.weights.push_back(static_cast<float>(all[i]));
    });
    pictures.usual = usualSizeOf(pictures.weights);
    return pictures;
}

} // namespace actiscope
