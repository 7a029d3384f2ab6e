#include "core/training/inspection.h"

#include "core/base/errors.h"
#include "core/engine/network_answer.h"

#include <exception>
#include <new>
#include <string>

namespace actiscope {
namespace {

std::vector<float> floatsOf(const LabelledPoints &points)
{
    std::vector<float> floats(points.count() * points.features);
    for (std::size_t i = 0; i < points.count(); ++i)
        points.copyPoint(i, floats.data() + i * points.features);
    return floats;
}

/** Networks get the points of both sets with their features. */
std::vector<bool> mistakesAt(const Snapshot &snapshot, std::size_t model)
{
    const Cohort &cohort = *snapshot.cohort;
    const Dataset &data = *cohort.data;
    std::vector<bool> mistakes(data.all.count());
    const auto look = [&](const LabelledPoints &points, const std::vector<std::size_t> &indices) {
        std::vector<float> outputs = snapshot.evaluator->predict(*snapshot.moment, model, floatsOf(points));
        if (cohort.shape.outputs == 1)
            answerOf(cohort.loss, 1, outputs);
        const std::vector<bool> found = mistakesOf(points, outputs, cohort.shape.outputs);
        for (std::size_t i = 0; i < indices.size(); ++i)
            mistakes[indices[i]] = found[i];
    };
    look(data.train, data.trainIndices);
    look(data.test, data.testIndices);
    return mistakes;
}

bool isThere(const HiddenUnit &unit, const std::vector<int> &hidden)
{
    return unit.layer < hidden.size() && unit.unit < static_cast<std::size_t>(hidden[unit.layer]);
}

/** Test images that are asked about, made when the first model needs them: all models are asked about the same. */
class ImagesOfQuestion {
public:
    const AskedImages &of(const Dataset &data, std::size_t most)
    {
        if (!m_images)
            m_images = askedImages(data, most);
        return *m_images;
    }

private:
    std::optional<AskedImages> m_images;
};

void findOutOfImages(Inspection &inspection, const Snapshot &snapshot, std::size_t model, ImagesOfQuestion &images)
{
    const InspectionQuestion &question = inspection.question;
    const Cohort &cohort = *snapshot.cohort;
    if (question.wantsImages && snapshot.evaluator)
        inspection.images = imageAnswersOf(cohort, *snapshot.moment, model, *snapshot.evaluator, images.of(*cohort.data, question.mostImages));
    if (question.wantsUnitPictures)
        inspection.unitPictures = unitPicturesOf(cohort, *snapshot.moment, model);
    if (question.image)
        inspection.imageActivity = imageActivityOf(cohort, *snapshot.moment, model, *question.image);
}

void findOut(Inspection &inspection, const Snapshot &snapshot, std::size_t model, ImagesOfQuestion &images)
{
    const InspectionQuestion &question = inspection.question;
    const Cohort &cohort = *snapshot.cohort;
    if (cohort.data->isOfImages())
        findOutOfImages(inspection, snapshot, model, images);
    if (question.wantsDiagnostics)
        inspection.diagnostics = diagnose(cohort, *snapshot.moment, model, question.diagnostics);
    if (question.wantsAnswers)
        inspection.answers = answersOf(cohort, *snapshot.moment, model);
    if (question.wantsHiddenSpace)
        inspection.hiddenSpace = hiddenSpaceOf(cohort, *snapshot.moment, model);
    if (question.unitMapsGrid)
        inspection.unitMaps = unitMaps(cohort, *snapshot.moment, model, *question.unitMapsGrid);
    if (question.wantsMistakes && !cohort.data->isRegression() && snapshot.evaluator)
        inspection.mistakes = mistakesAt(snapshot, model);
    if (question.unit && isThere(*question.unit, cohort.shape.hidden)) {
        if (question.unitGrid)
            inspection.unitMap = unitMap(cohort, *snapshot.moment, model, *question.unit, *question.unitGrid);
        if (question.point)
            inspection.unitSum = unitSum(cohort, *snapshot.moment, model, *question.unit, *question.point);
    }
}

} // namespace

/** The first of equal outputs wins, as in the accuracy (ReferenceModel). A single output says class 1 where its probability is above one half, or, where
 *  it is none, above the middle of its targets: one half as well. */
std::vector<bool> mistakesOf(const LabelledPoints &points, const std::vector<float> &outputs, int outputCount)
{
    const std::size_t count = points.count();
    std::vector<bool> mistakes(count);
    for (std::size_t i = 0; i < count; ++i) {
        int said = outputCount == 1 && outputs[i] > 0.5f ? 1 : 0;
        for (int k = 1; k < outputCount; ++k) {
            if (outputs[static_cast<std::size_t>(k) * count + i] > outputs[static_cast<std::size_t>(said) * count + i])
                said = k;
        }
        mistakes[i] = said != points.labels[i];
    }
    return mistakes;
}

namespace {

Inspection inspectWith(const Snapshot &snapshot, std::size_t model, const InspectionQuestion &question, ImagesOfQuestion &images)
{
    Inspection inspection{snapshot.run, snapshot.epoch, model, question};
    try {
        if (!snapshot.cohort || !snapshot.moment || model >= snapshot.moment->models.size())
            throw ConfigurationError("model", std::to_string(model), ACTISCOPE_TR("core", "one of a run"));
        findOut(inspection, snapshot, model, images);
    } catch (const ConfigurationError &error) {
        inspection.error = error.message();
    } catch (const std::bad_alloc &) {
        inspection.error = ACTISCOPE_TR("core", "there is too little memory; train fewer or smaller networks");
    } catch (const std::exception &error) {
        inspection.error = std::string(error.what());
    }
    return inspection;
}

} // namespace

Inspection inspect(const Snapshot &snapshot, std::size_t model, const InspectionQuestion &question)
{
    ImagesOfQuestion images;
    return inspectWith(snapshot, model, question, images);
}

std::vector<std::shared_ptr<const Inspection>> inspectAll(const Snapshot &snapshot, const InspectionQuestion &question, const std::function<bool()> &stops)
{
    ImagesOfQuestion images;
    std::vector<std::shared_ptr<Inspection>> found;
    std::vector<const ImageAnswers *> answers;
    for (std::size_t model = 0; model < snapshot.models.size() && !stops(); ++model) {
        found.push_back(std::make_shared<Inspection>(inspectWith(snapshot, model, question, images)));
        const bool says = found.back()->images && !snapshot.models[model].divergedAt;
        answers.push_back(says ? &*found.back()->images : nullptr);
    }
    if (question.wantsImages) {
        const auto disagreements = std::make_shared<const std::vector<Disagreement>>(disagreementsOf(answers));
        for (const auto &inspection : found)
            inspection->disagreements = disagreements;
    }
    return {found.begin(), found.end()};
}

void limitToSample(InspectionQuestion &question, const Snapshot &snapshot)
{
    constexpr std::size_t imagesInPassing = 1000, trainingInPassing = 250, trainingAtRest = 500;
    if (!snapshot.data || !snapshot.data->isOfImages())
        return;
    const bool isPassing = snapshot.state == RunState::Running;
    question.mostImages = isPassing ? imagesInPassing : 0;
    question.diagnostics.mostSamples = isPassing ? trainingInPassing : trainingAtRest;
}

} // namespace actiscope
