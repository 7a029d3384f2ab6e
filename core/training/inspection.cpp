#include "core/training/inspection.h"

#include "core/base/errors.h"
#include "core/engine/network_answer.h"

#include <algorithm>
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

/** Answers to a question, beside what was answered of the same model at the same moment. */
class FindingOut {
public:
    FindingOut(Inspection &inspection, const Snapshot &snapshot, const Inspection *known)
        : m_inspection(inspection), m_question(inspection.question), m_snapshot(snapshot), m_cohort(*snapshot.cohort), m_moment(*snapshot.moment),
          m_model(inspection.model), m_known(known && known->error.empty() ? known : nullptr)
    {
    }

    void all(ImagesOfQuestion &images)
    {
        if (m_cohort.data->isOfImages())
            ofImages(images);
        if (m_question.wantsDiagnostics && !isKnown(&Inspection::diagnostics, &Question::wantsDiagnostics, &Question::diagnostics))
            m_inspection.diagnostics = diagnose(m_cohort, m_moment, m_model, m_question.diagnostics);
        if (m_question.wantsAnswers && !isKnown(&Inspection::answers, &Question::wantsAnswers))
            m_inspection.answers = answersOf(m_cohort, m_moment, m_model);
        if (m_question.wantsHiddenSpace && !isKnown(&Inspection::hiddenSpace, &Question::wantsHiddenSpace))
            m_inspection.hiddenSpace = hiddenSpaceOf(m_cohort, m_moment, m_model);
        if (m_question.unitMapsGrid && !isKnown(&Inspection::unitMaps, &Question::unitMapsGrid))
            m_inspection.unitMaps = unitMaps(m_cohort, m_moment, m_model, *m_question.unitMapsGrid);
        if (m_question.wantsMistakes && !m_cohort.data->isRegression() && m_snapshot.evaluator
            && !isKnown(&Inspection::mistakes, &Question::wantsMistakes))
            m_inspection.mistakes = mistakesAt(m_snapshot, m_model);
        if (m_question.unit && isThere(*m_question.unit, m_cohort.shape.hidden))
            ofUnit();
    }

private:
    using Question = InspectionQuestion;

    /** Whether the answer that these parts of the question have is known already; then it is taken over. */
    template <class Answer, class... Parts>
    bool isKnown(Answer Inspection::*answer, Parts Question::*...parts)
    {
        const bool isSame = m_known && ((m_known->question.*parts == m_question.*parts) && ...);
        if (isSame)
            m_inspection.*answer = m_known->*answer;
        return isSame;
    }

    void ofImages(ImagesOfQuestion &images)
    {
        if (m_question.wantsImages && m_snapshot.evaluator && !isKnown(&Inspection::images, &Question::wantsImages, &Question::mostImages))
            m_inspection.images = imageAnswersOf(m_cohort, m_moment, m_model, *m_snapshot.evaluator, images.of(*m_cohort.data, m_question.mostImages));
        if (m_question.wantsUnitPictures && !isKnown(&Inspection::unitPictures, &Question::wantsUnitPictures))
            m_inspection.unitPictures = unitPicturesOf(m_cohort, m_moment, m_model);
        if (m_question.image && !isKnown(&Inspection::imageActivity, &Question::image))
            m_inspection.imageActivity = imageActivityOf(m_cohort, m_moment, m_model, *m_question.image);
    }

    void ofUnit()
    {
        if (m_question.unitGrid && !isKnown(&Inspection::unitMap, &Question::unit, &Question::unitGrid))
            m_inspection.unitMap = unitMap(m_cohort, m_moment, m_model, *m_question.unit, *m_question.unitGrid);
        if (m_question.point && !isKnown(&Inspection::unitSum, &Question::unit, &Question::point))
            m_inspection.unitSum = unitSum(m_cohort, m_moment, m_model, *m_question.unit, *m_question.point);
    }

    Inspection &m_inspection;
    const Question &m_question;
    const Snapshot &m_snapshot;
    const Cohort &m_cohort;
    const TrainingState &m_moment;
    std::size_t m_model;
    const Inspection *m_known;
};

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

Inspection inspectWith(const Snapshot &snapshot, std::size_t model, const InspectionQuestion &question, ImagesOfQuestion &images,
                       const Inspection *known = nullptr)
{
    Inspection inspection{snapshot.run, snapshot.epoch, model, question};
    try {
        if (!snapshot.cohort || !snapshot.moment || model >= snapshot.moment->models.size())
            throw ConfigurationError("model", std::to_string(model), ACTISCOPE_TR("core", "one of a run"));
        FindingOut(inspection, snapshot, known).all(images);
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

Inspections inspectAll(const Snapshot &snapshot, const InspectionQuestion &question, const std::function<bool()> &stops, const Inspections &known)
{
    ImagesOfQuestion images;
    std::vector<std::shared_ptr<Inspection>> found;
    std::vector<const ImageAnswers *> answers;
    for (std::size_t model = 0; model < snapshot.models.size() && !stops(); ++model) {
        const Inspection *before = model < known.size() ? known[model].get() : nullptr;
        found.push_back(std::make_shared<Inspection>(inspectWith(snapshot, model, question, images, before)));
        const bool says = found.back()->images && !snapshot.models[model].divergedAt;
        answers.push_back(says ? &*found.back()->images : nullptr);
    }
    if (question.wantsImages && !found.empty()) {
        const auto isOfSame = [&](const auto &each) { return each->disagreements && each->question.mostImages == question.mostImages; };
        const bool areKnown = known.size() == found.size() && std::ranges::all_of(known, isOfSame);
        const auto disagreements =
            areKnown ? known.front()->disagreements : std::make_shared<const std::vector<Disagreement>>(disagreementsOf(answers));
        for (const auto &inspection : found)
            inspection->disagreements = disagreements;
    }
    return {found.begin(), found.end()};
}

Inspections Inspector::inspectAll(const Snapshot &snapshot, const InspectionQuestion &question, const std::function<bool()> &stops)
{
    if (snapshot.moment != m_moment || snapshot.cohort != m_cohort || snapshot.evaluator != m_evaluator)
        m_found.clear();
    m_found = actiscope::inspectAll(snapshot, question, stops, m_found);
    m_moment = snapshot.moment;
    m_cohort = snapshot.cohort;
    m_evaluator = snapshot.evaluator;
    return m_found;
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
