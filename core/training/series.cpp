#include "core/training/series.h"

#include "core/base/message.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actiscope {
namespace {

/** Layers from which on it is worth a look whether gradients get through. */
constexpr std::size_t deep = 4;

bool hasLabels(const Experiment &experiment)
{
    return !isRegression(experiment.data);
}

bool hasHiddenUnits(const Experiment &experiment)
{
    return !experiment.hidden.empty();
}

bool learnsAlpha(const ModelConfiguration &model, const Experiment &experiment, std::size_t layer)
{
    return layer < experiment.hidden.size() && model.activation(layer).activation->isLearnable();
}

bool hasLearnedAlpha(const Experiment &experiment)
{
    return std::ranges::any_of(experiment.models, [&](const ModelConfiguration &model) {
        for (std::size_t layer = 0; layer < experiment.hidden.size(); ++layer) {
            if (learnsAlpha(model, experiment, layer))
                return true;
        }
        return false;
    });
}

std::vector<double> deadUnitsOf(const MeasuredModel &model)
{
    return {static_cast<double>(model.deadUnits())};
}

std::vector<double> gradientRatioOf(const MeasuredModel &model)
{
    return {model.gradientRatio()};
}

std::vector<double> alphaOf(const MeasuredModel &model)
{
    return model.alpha;
}

/** From a half, which two classes have for nothing, where most is above. */
AxisRange accuracyRange(const Experiment &, AxisRange values)
{
    constexpr double guessed = 0.5, nearly = 0.4;
    return {values.lower < nearly ? 0 : guessed, 1};
}

/** All units, or a half, a quarter … of them where that is enough. */
AxisRange unitsRange(const Experiment &experiment, AxisRange values)
{
    double units = 0;
    for (const int width : experiment.hidden)
        units += width;
    while (units > 8 && values.upper <= units / 2)
        units /= 2;
    return {0, std::max(1.0, units)};
}

} // namespace

std::span<const SeriesKind> seriesKinds()
{
    static constexpr SeriesKind kinds[] = {
        {.name = "loss",
         .title = ACTISCOPE_TR("core", "Loss"),
         .note = ACTISCOPE_TR("core", "test\n┄ training"),
         .help = ACTISCOPE_TR("core", "How wrong the network is, on the test data and on what it learns from"),
         .scale = SeriesScale::Either,
         .solid = &EpochFigures::testLoss,
         .dashed = &EpochFigures::trainLoss},
        {.name = "accuracy",
         .title = ACTISCOPE_TR("core", "Accuracy"),
         .note = ACTISCOPE_TR("core", "test, %\n┄ training"),
         .help = ACTISCOPE_TR("core", "The share of points that the network puts into the right class"),
         .factor = 100,
         .solid = &EpochFigures::testAccuracy,
         .dashed = &EpochFigures::trainAccuracy,
         .applies = hasLabels,
         .range = accuracyRange},
        {.name = "dead-units",
         .title = ACTISCOPE_TR("core", "Dead units"),
         .note = ACTISCOPE_TR("core", "f′ = 0 on\nall points"),
         .help = ACTISCOPE_TR("core", "Units whose derivative is 0 for every training point: nothing can move them"),
         .measured = deadUnitsOf,
         .applies = hasHiddenUnits,
         .range = unitsRange,
         .noteOfImages = ACTISCOPE_TR("core", "f′ = 0 on\n%1 images")},
        {.name = "gradient-ratio",
         .title = ACTISCOPE_TR("core", "Gradient ratio"),
         .note = ACTISCOPE_TR("core", "layer 1 ÷\noutput"),
         .help = ACTISCOPE_TR("core", "How much of the gradient at the output layer gets to the first layer: far below 1 it vanishes"),
         .scale = SeriesScale::Logarithmic,
         .measured = gradientRatioOf,
         .applies = hasHiddenUnits},
        {.name = "alpha",
         .title = ACTISCOPE_TR("core", "α"),
         .note = ACTISCOPE_TR("core", "layer 1\n┄ later ones"),
         .help = ACTISCOPE_TR("core", "The slope that the network learns for negative inputs, layer by layer"),
         .measured = alphaOf,
         .applies = hasLearnedAlpha},
    };
    return kinds;
}

const SeriesKind *findSeries(std::string_view name)
{
    const auto found = std::ranges::find(seriesKinds(), name, &SeriesKind::name);
    return found == seriesKinds().end() ? nullptr : &*found;
}

std::vector<const SeriesKind *> usualSeries(const Experiment &experiment)
{
    const char *above = hasLabels(experiment) ? "accuracy" : "loss";
    if (experiment.tracksUnits && hasHiddenUnits(experiment))
        return {findSeries(above), findSeries("dead-units")};
    if (hasLearnedAlpha(experiment))
        return {findSeries("loss"), findSeries("alpha")};
    if (experiment.hidden.size() >= deep)
        return {findSeries("loss"), findSeries("gradient-ratio")};
    return hasLabels(experiment) ? std::vector{findSeries("loss"), findSeries("accuracy")} : std::vector{findSeries("loss")};
}

std::size_t curveCount(const SeriesKind &kind, const Experiment &experiment, std::size_t model)
{
    if (kind.solid)
        return kind.dashed ? 2 : 1;
    if (kind.measured != alphaOf)
        return 1;
    std::size_t count = 0;
    for (std::size_t layer = 0; layer < experiment.hidden.size(); ++layer)
        count += learnsAlpha(experiment.models[model], experiment, layer) ? 1 : 0;
    return count;
}

std::vector<NamedSeries> measuredSeries(const RunSurvey &survey)
{
    std::vector<NamedSeries> all;
    const std::size_t models = survey.moments.empty() ? 0 : survey.moments.front()->models.size();
    for (const SeriesKind &kind : seriesKinds()) {
        for (std::size_t model = 0; kind.measured && model < models; ++model) {
            std::vector<NamedSeries> curves;
            for (const auto &moment : survey.moments) {
                const std::vector<double> values = kind.measured(moment->models[model]);
                curves.resize(std::max(curves.size(), values.size()), {std::string(kind.name), model});
                for (std::size_t i = 0; i < values.size(); ++i) {
                    curves[i].epochs.push_back(moment->epoch);
                    curves[i].values.push_back(values[i]);
                }
            }
            std::ranges::move(curves, std::back_inserter(all));
        }
    }
    return all;
}

} // namespace actiscope
