#include "core/io/experiment_file.h"

#include "core/io/experiment_json.h"
#include "core/io/strict_json.h"
#include "core/training/setting.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char *versionKey = "version";
constexpr const char *modelsKey = "models";
constexpr const char *sentenceKeys[] = {"title", "summary", "about"};
constexpr const char *viewKeys[] = {"show", "chart"};

Json pointsJson(const LabelledPoints &points)
{
    Json json = {{"features", points.features}, {"coordinates", points.coordinates}};
    if (points.targetCount > 0) {
        json["target-count"] = points.targetCount;
        json["targets"] = points.targets;
    } else {
        json["labels"] = points.labels;
    }
    return json;
}

struct JsonOf {
    const Setting &setting;

    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool value) const { return value; }
    Json operator()(double value) const
    {
        return setting.kind == SettingKind::Whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
    }
    Json operator()(const std::string &value) const { return value; }
    Json operator()(const std::vector<double> &values) const
    {
        Json list = Json::array();
        for (const double value : values)
            list.push_back(setting.kind == SettingKind::Wholes ? Json(static_cast<std::int64_t>(value)) : Json(value));
        return list;
    }
    Json operator()(const std::vector<std::string> &values) const
    {
        return values.size() == 1 && setting.kind == SettingKind::Activations ? Json(values.front()) : Json(values);
    }
    Json operator()(const GivenPoints &value) const { return pointsJson(*value.points); }
};

/** The settings that are a model's own, or those that are not. */
Json settingsJson(const Experiment &experiment, bool perModel, std::size_t model)
{
    Json json = Json::object();
    for (const Setting &setting : settings()) {
        if (setting.isPerModel != perModel || !applies(setting, experiment, model))
            continue;
        const SettingValue value = setting.get(experiment, model);
        if (!std::holds_alternative<std::monostate>(value))
            json[std::string(setting.name)] = std::visit(JsonOf{setting}, value);
    }
    return json;
}

// Reading: the path of what is read, as a JSON pointer, goes with it.

[[noreturn]] void refuse(const std::string &place, const Message &fault)
{
    throw ExperimentFileError(place, fault);
}

void refuseValue(const Setting &setting, const std::string &place)
{
    refuse(place, {ACTISCOPE_TR("core", "%1 is expected here"), {acceptedValues(setting)}});
}

double numberIn(const Setting &setting, const Json &json, const std::string &place)
{
    const bool isWhole = setting.kind == SettingKind::Whole || setting.kind == SettingKind::Wholes;
    const double value = json.is_number() ? json.get<double>() : std::nan("");
    if (!std::isfinite(value) || !setting.range.contains(value) || (isWhole && value != std::floor(value)))
        refuseValue(setting, place);
    return value;
}

std::string textIn(const Setting &setting, const Json &json, const std::string &place)
{
    if (!json.is_string())
        refuseValue(setting, place);
    return json.get<std::string>();
}

std::vector<double> numbersIn(const Setting &setting, const Json &json, const std::string &place)
{
    if (!json.is_array())
        refuseValue(setting, place);
    std::vector<double> values;
    for (std::size_t i = 0; i < json.size(); ++i)
        values.push_back(numberIn(setting, json[i], place + "/" + std::to_string(i)));
    return values;
}

std::vector<std::string> textsIn(const Setting &setting, const Json &json, const std::string &place, std::size_t most)
{
    if (!json.is_array() || json.size() > most)
        refuseValue(setting, place);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < json.size(); ++i)
        texts.push_back(textIn(setting, json[i], place + "/" + std::to_string(i)));
    return texts;
}

std::vector<std::string> activationsIn(const Setting &setting, const Json &json, const std::string &place)
{
    if (json.is_string())
        return {json.get<std::string>()};
    if (json.empty())
        refuseValue(setting, place);
    return textsIn(setting, json, place, maxHiddenLayers);
}

template <class Number>
std::vector<Number> listIn(const Json &json, const char *key, const std::string &place)
{
    std::vector<Number> values;
    if (!json.contains(key))
        return values;
    const Json &list = json[key];
    const std::string listPlace = place + "/" + key;
    if (!list.is_array())
        refuse(listPlace, ACTISCOPE_TR("core", "a list of numbers is expected here"));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool fits = std::is_integral_v<Number> ? list[i].is_number_integer() : list[i].is_number();
        const double value = fits ? list[i].template get<double>() : std::nan("");
        if (!(std::abs(value) <= static_cast<double>(std::numeric_limits<Number>::max())))
            refuse(listPlace + "/" + std::to_string(i), ACTISCOPE_TR("core", "a number is expected here"));
        values.push_back(static_cast<Number>(value));
    }
    return values;
}

std::size_t sizeIn(const Json &json, const char *key, const std::string &place)
{
    constexpr double most = 1024;
    const double value = json.contains(key) && json[key].is_number_integer() ? json[key].get<double>() : 0;
    if (!(value >= 1 && value <= most))
        refuse(place + "/" + key, ACTISCOPE_TR("core", "a whole number from 1 to 1024 is expected here"));
    return static_cast<std::size_t>(value);
}

GivenPoints pointsIn(const Setting &setting, const Json &json, const std::string &place)
{
    if (!json.is_object())
        refuseValue(setting, place);
    for (const auto &[key, value] : json.items()) {
        constexpr std::string_view known[] = {"features", "coordinates", "labels", "target-count", "targets"};
        if (std::ranges::find(known, key) == std::end(known))
            refuse(place + "/" + key, ACTISCOPE_TR("core", "there is no such setting"));
    }
    auto points = std::make_shared<LabelledPoints>();
    points->features = sizeIn(json, "features", place);
    points->coordinates = listIn<double>(json, "coordinates", place);
    points->labels = listIn<int>(json, "labels", place);
    points->targetCount = json.contains("target-count") ? sizeIn(json, "target-count", place) : 0;
    points->targets = listIn<double>(json, "targets", place);
    try {
        validate(*points);
    } catch (const ConfigurationError &error) {
        refuse(place, error.message());
    }
    return {points};
}

SettingValue valueIn(const Setting &setting, const Json &json, const std::string &place)
{
    switch (setting.kind) {
    case SettingKind::Switch:
        if (!json.is_boolean())
            refuse(place, ACTISCOPE_TR("core", "true or false is expected here"));
        return json.get<bool>();
    case SettingKind::Whole:
    case SettingKind::Number:
        return numberIn(setting, json, place);
    case SettingKind::Name:
        return textIn(setting, json, place);
    case SettingKind::Formula:
        return parseSetting(setting, textIn(setting, json, place));
    case SettingKind::Names:
        return textsIn(setting, json, place, setting.choices().size());
    case SettingKind::Wholes:
    case SettingKind::Numbers:
        return numbersIn(setting, json, place);
    case SettingKind::Activations:
        return activationsIn(setting, json, place);
    case SettingKind::Points:
        break;
    }
    return pointsIn(setting, json, place);
}

/** Whether it is of what an experiment says besides its settings. */
bool isNote(std::string_view key)
{
    return std::ranges::find(sentenceKeys, key) != std::end(sentenceKeys) || std::ranges::find(viewKeys, key) != std::end(viewKeys);
}

/** Sets what `json` says of the settings that are a model's own, or of the others, in the order of the table. */
void readSettings(Experiment &experiment, const Json &json, bool perModel, std::size_t model, const std::string &place)
{
    for (const auto &[key, value] : json.items()) {
        const Setting *setting = findSetting(key);
        const bool isOther = !perModel && (key == versionKey || key == modelsKey || isNote(key));
        if (!isOther && (!setting || setting->isPerModel != perModel))
            refuse(place + "/" + key, setting ? Message(perModel ? ACTISCOPE_TR("core", "this is no setting of a model")
                                                                 : ACTISCOPE_TR("core", "this is a setting of a model"))
                                              : Message(ACTISCOPE_TR("core", "there is no such setting")));
    }
    for (const Setting &setting : settings()) {
        const auto found = json.find(std::string(setting.name));
        if (setting.isPerModel != perModel || found == json.end())
            continue;
        const std::string at = place + "/" + std::string(setting.name);
        try {
            const SettingValue value = valueIn(setting, *found, at);
            if (setting.kind == SettingKind::Points || applies(setting, experiment, model))
                setting.set(experiment, model, value);
            else
                refuse(at, whyNotApplicable(setting, experiment, model));
        } catch (const ConfigurationError &error) {
            refuse(at, error.message());
        }
    }
}

void requireVersion(const Json &json)
{
    if (!json.is_object())
        refuse("/", ACTISCOPE_TR("core", "an object is expected here"));
    const auto version = json.find(versionKey);
    if (version == json.end() || !version->is_number_integer() || version->get<double>() < 1)
        refuse("/version", ACTISCOPE_TR("core", "the version of the format is missing"));
    if (version->get<double>() > experimentVersion)
        refuse("/version", {ACTISCOPE_TR("core", "%1 is newer than this program, which reads up to %2"),
                            {version->dump(), std::to_string(experimentVersion)}});
}

bool isListOfTexts(const Json &json)
{
    return json.is_array() && std::ranges::all_of(json, [](const Json &each) { return each.is_string(); });
}

void requireNotes(const Json &json)
{
    for (const char *key : sentenceKeys) {
        if (json.contains(key) && !json[key].is_string())
            refuse(std::string("/") + key, ACTISCOPE_TR("core", "a sentence is expected here"));
    }
    for (const char *key : viewKeys) {
        if (json.contains(key) && !isListOfTexts(json[key]))
            refuse(std::string("/") + key, ACTISCOPE_TR("core", "a list of names is expected here"));
    }
}

const Json &modelsIn(const Json &json)
{
    const auto models = json.find(modelsKey);
    if (models == json.end() || !models->is_array() || models->empty() || models->size() > maxCohort)
        refuse("/models", {ACTISCOPE_TR("core", "a list of 1 to %1 models is expected here"), {std::to_string(maxCohort)}});
    return *models;
}

void requireValid(const Experiment &experiment)
{
    std::string place;
    try {
        for (std::size_t model = 0; model < experiment.models.size(); ++model) {
            place = "/models/" + std::to_string(model);
            validate(experiment.models[model], experiment.hidden);
        }
        place.clear();
        validate(experiment);
    } catch (const ConfigurationError &error) {
        refuse(place + "/" + error.option(), error.message());
    }
}

} // namespace

ExperimentFileError::ExperimentFileError(std::string_view place, Message fault)
    : Error({ACTISCOPE_TR("core", "%1: %2"), {std::string(place), std::move(fault)}}), m_place(place)
{
}

Json experimentJson(const Experiment &experiment)
{
    Json json = {{versionKey, experimentVersion}};
    json.update(settingsJson(experiment, false, 0));
    json[modelsKey] = Json::array();
    for (std::size_t model = 0; model < experiment.models.size(); ++model)
        json[modelsKey].push_back(settingsJson(experiment, true, model));
    return json;
}

std::string experimentText(const Experiment &experiment)
{
    return experimentJson(experiment).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

ExperimentNotes experimentNotes(std::string_view text)
{
    const Json json = parseStrictly(text, maxExperimentBytes);
    const auto sentence = [&json](const char *key) {
        return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
    };
    const auto names = [&json](const char *key) {
        return json.is_object() && json.contains(key) && isListOfTexts(json[key]) ? json[key].get<std::vector<std::string>>()
                                                                                  : std::vector<std::string>();
    };
    return {sentence("title"), sentence("summary"), sentence("about"), names("show"), names("chart")};
}

Experiment parseExperiment(std::string_view text)
{
    const Json json = parseStrictly(text, maxExperimentBytes);
    requireVersion(json);
    requireNotes(json);
    const Json &models = modelsIn(json);
    Experiment experiment;
    experiment.models.resize(models.size(), defaultExperiment().models.front());
    readSettings(experiment, json, false, 0, {});
    for (std::size_t model = 0; model < models.size(); ++model) {
        const std::string place = "/models/" + std::to_string(model);
        if (!models[model].is_object() || !models[model].contains("activation"))
            refuse(place, ACTISCOPE_TR("core", "an object with an activation is expected here"));
        readSettings(experiment, models[model], true, model, place);
    }
    requireValid(experiment);
    return experiment;
}

} // namespace actiscope
