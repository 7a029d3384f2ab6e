#include "core/diagnostics/confusion.h"

#include "core/diagnostics/forward_pass.h"

#include <cmath>
#include <limits>

namespace actiscope {
namespace {

using Matrix = ReferenceModel<double>::Matrix;

std::vector<int> saidClasses(const Matrix &outputs, Loss loss)
{
    std::vector<int> said;
    for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
        Eigen::Index largest = 0;
        if (outputs.cols() == 1)
            largest = outputs(i, 0) > rowOf(loss).threshold() ? 1 : 0;
        else
            outputs.row(i).maxCoeff(&largest);
        said.push_back(static_cast<int>(largest));
    }
    return said;
}

AnswerQuality qualityOf(const Cohort &cohort, std::size_t model, const ModelParameters &parameters, const LabelledPoints &points)
{
    const Matrix outputs = forwardPass(cohort, model, parameters, points).outputs();
    if (cohort.data->isRegression())
        return {.determination = determination(points.targets, {outputs.data(), static_cast<std::size_t>(outputs.size())}, points.targetCount)};
    return {.confusion = confusionMatrix(points.labels, saidClasses(outputs, cohort.loss), cohort.data->classes)};
}

/** Of one of several targets. */
double determinationOf(std::span<const double> targets, std::span<const double> predictions, std::size_t first, std::size_t step)
{
    double sum = 0, missed = 0, spread = 0;
    const auto count = static_cast<double>(targets.size() / step);
    for (std::size_t i = first; i < targets.size(); i += step)
        sum += targets[i];
    for (std::size_t i = first; i < targets.size(); i += step) {
        missed += (targets[i] - predictions[i]) * (targets[i] - predictions[i]);
        spread += (targets[i] - sum / count) * (targets[i] - sum / count);
    }
    if (spread > 0 || std::isnan(missed))
        return 1 - missed / spread;
    return missed == 0 ? 1 : 0;
}

} // namespace

std::int64_t ConfusionMatrix::points() const
{
    std::int64_t sum = 0;
    for (const std::int64_t count : counts)
        sum += count;
    return sum;
}

std::int64_t ConfusionMatrix::pointsOf(int truth) const
{
    std::int64_t sum = 0;
    for (int said = 0; said < classes; ++said)
        sum += at(truth, said);
    return sum;
}

std::int64_t ConfusionMatrix::correct() const
{
    std::int64_t sum = 0;
    for (int label = 0; label < classes; ++label)
        sum += at(label, label);
    return sum;
}

double ConfusionMatrix::accuracy() const
{
    return points() > 0 ? static_cast<double>(correct()) / static_cast<double>(points()) : std::numeric_limits<double>::quiet_NaN();
}

ConfusionMatrix confusionMatrix(std::span<const int> labels, std::span<const int> said, int classes)
{
    const auto width = static_cast<std::size_t>(classes);
    ConfusionMatrix matrix{classes, std::vector<std::int64_t>(width * width)};
    for (std::size_t i = 0; i < labels.size(); ++i)
        ++matrix.counts[static_cast<std::size_t>(labels[i]) * width + static_cast<std::size_t>(said[i])];
    return matrix;
}

double determination(std::span<const double> targets, std::span<const double> predictions, std::size_t targetCount)
{
    if (targets.size() < 2 * targetCount)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t target = 0; target < targetCount; ++target)
        sum += determinationOf(targets, predictions, target, targetCount);
    return sum / static_cast<double>(targetCount);
}

Answers answersOf(const Cohort &cohort, const TrainingState &moment, std::size_t model)
{
    requireModel(model, moment.models.size());
    const ModelParameters parameters = moment.models[model].parameters();
    return {qualityOf(cohort, model, parameters, cohort.data->train), qualityOf(cohort, model, parameters, cohort.data->test)};
}

} // namespace actiscope
