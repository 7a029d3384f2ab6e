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

void findOut(Inspection &inspection, const Snapshot &snapshot, std::size_t model)
{
    const InspectionQuestion &question = inspection.question;
    const Cohort &cohort = *snapshot.cohort;
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

Inspection inspect(const Snapshot &snapshot, std::size_t model, const InspectionQuestion &question)
{
    Inspection inspection{snapshot.run, snapshot.epoch, model, question};
    try {
        if (!snapshot.cohort || !snapshot.moment || model >= snapshot.moment->models.size())
            throw ConfigurationError("model", std::to_string(model), ACTISCOPE_TR("core", "one of a run"));
        findOut(inspection, snapshot, model);
    } catch (const ConfigurationError &error) {
        inspection.error = error.message();
    } catch (const std::bad_alloc &) {
        inspection.error = ACTISCOPE_TR("core", "there is too little memory; train fewer or smaller networks");
    } catch (const std::exception &error) {
        inspection.error = std::string(error.what());
    }
    return inspection;
}

} // namespace actiscope
