// Fields that rows of the table of settings do not reach by their members alone: choices that bring others with them, and values made of several.
#include "core/training/setting_access.h"
#include "core/base/names.h"
#include "core/data/data_generators.h"
#include "core/data/input_features.h"
#include "core/training/setting_choices.h"

#include <numeric>

namespace actiscope::setting_access {
namespace {

/** What does not fit the data any more becomes what fits. */
void fitData(Experiment &experiment)
{
    const bool isOfValues = isRegression(experiment.data);
    if (!rowOf(experiment.loss).accepts(isOfValues))
        experiment.loss = lossFor(isOfValues);
    experiment.split.stratify = experiment.split.stratify && !isOfValues;
    if (isOfValues)
        experiment.stop.testAccuracy.reset();
    const bool isPlane = liesInPlane(experiment.data);
    if (isOfValues || !isPlane)
        experiment.preparation.curve.clear();
    if (!isPlane)
        experiment.preparation.features.clear();
}

} // namespace

SettingValue givenPoints(const Experiment &experiment, std::size_t)
{
    const auto *given = std::get_if<GivenPoints>(&experiment.data);
    return given ? SettingValue(*given) : SettingValue();
}

void setGivenPoints(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const bool wasRegression = isRegression(experiment.data);
    if (const auto *given = std::get_if<GivenPoints>(&value)) {
        experiment.data = *given;
    } else if (std::holds_alternative<GivenPoints>(experiment.data)) {
        experiment.data = GeneratedData();
    }
    if (isRegression(experiment.data) != wasRegression)
        experiment.loss = lossFor(!wasRegression);
    fitData(experiment);
}

SettingValue dataKind(const Experiment &experiment, std::size_t model)
{
    const auto *images = std::get_if<ImageData>(&experiment.data);
    return images ? SettingValue(images->kind) : OfData<&GeneratedData::kind>::get(experiment, model);
}

namespace {

void setImageKind(Experiment &experiment, const ImageKind &kind)
{
    const bool wasRegression = isRegression(experiment.data);
    if (!std::holds_alternative<ImageData>(experiment.data))
        experiment.data = ImageData();
    std::get<ImageData>(experiment.data).kind = kind.name;
    if (wasRegression)
        experiment.loss = lossFor(false);
    fitData(experiment);
}

void setGeneratedKind(Experiment &experiment, const DataKind &kind)
{
    const bool wasRegression = isRegression(experiment.data);
    if (!std::holds_alternative<GeneratedData>(experiment.data))
        experiment.data = GeneratedData();
    GeneratedData &data = generated(experiment.data);
    data.kind = kind.name;
    data.classes = std::min(data.classes, kind.maxClasses);
    const bool hasSizes = std::ranges::find(kind.options, "class-sizes") != kind.options.end();
    if (!hasSizes || data.classSizes.size() > static_cast<std::size_t>(kind.maxClasses))
        data.classSizes.clear();
    if (wasRegression != kind.isRegression)
        experiment.loss = lossFor(kind.isRegression);
    fitData(experiment);
}

} // namespace

void setDataKind(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const std::vector<std::string_view> names = namesOfRows(dataChoices());
    const std::string_view name = names[chooseName("data", std::get<std::string>(value), names)];
    if (const ImageKind *images = findImageKind(name))
        setImageKind(experiment, *images);
    else
        setGeneratedKind(experiment, findDataKind(name));
}

SettingValue imageFolder(const Experiment &experiment, std::size_t)
{
    const auto *images = std::get_if<ImageData>(&experiment.data);
    return images && !images->folder.empty() ? SettingValue(images->folder) : SettingValue();
}

void setImageFolder(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const auto *folder = std::get_if<std::string>(&value);
    if (auto *images = std::get_if<ImageData>(&experiment.data))
        images->folder = folder ? *folder : std::string();
}

SettingValue imageTrainCount(const Experiment &experiment, std::size_t)
{
    const auto *images = std::get_if<ImageData>(&experiment.data);
    return images && images->trainCount > 0 ? SettingValue(static_cast<double>(images->trainCount)) : SettingValue();
}

void setImageTrainCount(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const auto *count = std::get_if<double>(&value);
    if (auto *images = std::get_if<ImageData>(&experiment.data))
        images->trainCount = count ? wholeOf<int>(*count) : 0;
}

SettingValue classSizes(const Experiment &experiment, std::size_t model)
{
    const SettingValue sizes = OfData<&GeneratedData::classSizes>::get(experiment, model);
    const auto *list = std::get_if<std::vector<double>>(&sizes);
    return list && !list->empty() ? sizes : SettingValue();
}

/** Which say how many samples and classes there are. */
void setClassSizes(Experiment &experiment, std::size_t, const SettingValue &value)
{
    auto *data = std::get_if<GeneratedData>(&experiment.data);
    if (!data)
        return;
    data->classSizes.clear();
    if (std::holds_alternative<std::monostate>(value))
        return;
    assign(data->classSizes, value);
    data->classes = static_cast<int>(data->classSizes.size());
    data->samples = wholeOf<int>(std::accumulate(data->classSizes.begin(), data->classSizes.end(), 0.0));
}

SettingValue centerBox(const Experiment &experiment, std::size_t)
{
    const auto *data = std::get_if<GeneratedData>(&experiment.data);
    return data ? SettingValue(std::vector{data->centersLow, data->centersHigh}) : SettingValue();
}

void setCenterBox(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const auto &ends = std::get<std::vector<double>>(value);
    auto *data = std::get_if<GeneratedData>(&experiment.data);
    if (data && ends.size() == 2) {
        data->centersLow = ends[0];
        data->centersHigh = ends[1];
    }
}

SettingValue curve(const Experiment &experiment, std::size_t)
{
    const std::string &text = experiment.preparation.curve;
    return text.empty() ? SettingValue() : SettingValue(text);
}

void setCurve(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    experiment.preparation.curve = text ? *text : std::string();
}

SettingValue features(const Experiment &experiment, std::size_t)
{
    const std::vector<std::string> &names = experiment.preparation.features;
    return names.empty() ? SettingValue() : SettingValue(names);
}

void setFeatures(Experiment &experiment, std::size_t, const SettingValue &value)
{
    const auto *names = std::get_if<std::vector<std::string>>(&value);
    experiment.preparation.features = names ? chosenFeatures(*names) : std::vector<std::string>();
}

SettingValue activationTexts(const Experiment &experiment, std::size_t model)
{
    std::vector<std::string> texts;
    for (const ActivationSpec &activation : experiment.models[model].activations)
        texts.push_back(activation.text);
    return texts;
}

void setActivationTexts(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    std::vector<ActivationSpec> activations;
    for (const std::string &text : std::get<std::vector<std::string>>(value))
        activations.push_back(parseActivationSpec(text));
    experiment.models[model].activations = std::move(activations);
}

SettingValue initialization(const Experiment &experiment, std::size_t model)
{
    return std::string(initializationName(experiment.models[model].initialization.kind));
}
void setInitialization(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    experiment.models[model].initialization.kind = parseInitialization(std::get<std::string>(value));
}

SettingValue lossOf(const Experiment &experiment, std::size_t)
{
    return std::string(lossName(experiment.loss));
}
void setLoss(Experiment &experiment, std::size_t, const SettingValue &value)
{
    experiment.loss = parseLoss(std::get<std::string>(value));
}

SettingValue optimizer(const Experiment &experiment, std::size_t model)
{
    return std::string(optimizerName(experiment.models[model].optimizer));
}
/** With what the name stands for; the learning rate stays. */
void setOptimizer(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    OptimizerSettings &settings = experiment.models[model].optimizer;
    const double learningRate = settings.learningRate;
    settings = optimizerChoice(std::get<std::string>(value)).settings;
    settings.learningRate = learningRate;
}

SettingValue schedule(const Experiment &experiment, std::size_t model)
{
    return std::string(scheduleName(experiment.models[model].schedule.kind));
}
void setSchedule(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    experiment.models[model].schedule.kind = parseSchedule(std::get<std::string>(value));
}

/** The seeds that are the same as that of the weights stay the same. */
void setWeightsSeed(Experiment &experiment, std::size_t model, const SettingValue &value)
{
    Seeds &all = experiment.models[model].seeds;
    const std::uint32_t before = all.weights;
    assign(all.weights, value);
    for (std::uint32_t Seeds::*other : {&Seeds::batches, &Seeds::draws})
        all.*other = all.*other == before ? all.weights : all.*other;
}

} // namespace actiscope::setting_access
