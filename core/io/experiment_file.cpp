#include "core/io/experiment_file.h"

#include "core/io/experiment_json.h"
#include "core/io/setting_json.h"
#include "core/io/strict_json.h"
#include "core/training/setting.h"

#include <algorithm>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char *versionKey = "version";
constexpr const char *modelsKey = "models";
constexpr const char *sentenceKeys[] = {"title", "summary", "about"};
constexpr const char *unusedKey = "unused";
constexpr const char *viewKeys[] = {"show", "chart"};
constexpr const char *orderKey = "order";
constexpr int mostOrder = 1'000'000;

/** The settings that are a model's own, or those that are not, that apply. */
Json settingsJson(const Experiment &experiment, bool perModel, std::size_t model)
{
    Json json = Json::object();
    for (const Setting &setting : settings()) {
        if (setting.isPerModel != perModel || !applies(setting, experiment, model))
            continue;
        const SettingValue value = setting.get(experiment, model);
        if (!std::holds_alternative<std::monostate>(value))
            json[std::string(setting.name)] = settingJson(setting, value);
    }
    return json;
}

/** The same of those that do not apply, as far as they are not as they begin. */
Json unusedSettingsJson(const Experiment &experiment, bool perModel, std::size_t model)
{
    const Experiment beginning = defaultExperiment();
    Json json = Json::object();
    for (const Setting &setting : settings()) {
        if (setting.isPerModel != perModel || setting.kind == SettingKind::Points || applies(setting, experiment, model))
            continue;
        const SettingValue value = setting.get(experiment, model);
        if (!std::holds_alternative<std::monostate>(value) && value != setting.get(beginning, 0))
            json[std::string(setting.name)] = settingJson(setting, value);
    }
    return json;
}

/** Whether it is of what an experiment says besides its settings. */
bool isNote(std::string_view key)
{
    return std::ranges::find(sentenceKeys, key) != std::end(sentenceKeys) || std::ranges::find(viewKeys, key) != std::end(viewKeys)
           || key == orderKey;
}

/** Of experiments that are read, or of what is kept beside them. */
enum class Reads { Applying, Unused };

/** Sets what `json` says of the settings that are a model's own, or of the others, in the order of the table. */
void readSettings(Experiment &experiment, const Json &json, bool perModel, std::size_t model, const std::string &place,
                  Reads reads = Reads::Applying)
{
    for (const auto &[key, value] : json.items()) {
        const Setting *setting = findSetting(key);
        const bool isOther = !perModel && (key == versionKey || key == modelsKey || isNote(key));
        if (!isOther && (!setting || setting->isPerModel != perModel))
            refuseAt(place + "/" + key, setting ? Message(perModel ? ACTISCOPE_TR("core", "this is no setting of a model")
                                                                   : ACTISCOPE_TR("core", "this is a setting of a model"))
                                                : Message(ACTISCOPE_TR("core", "there is no such setting")));
    }
    for (const Setting &setting : settings()) {
        const auto found = json.find(std::string(setting.name));
        if (setting.isPerModel != perModel || found == json.end())
            continue;
        const std::string at = place + "/" + std::string(setting.name);
        try {
            const SettingValue value = settingValueIn(setting, *found, at);
            if (setting.kind == SettingKind::Points || applies(setting, experiment, model) == (reads == Reads::Applying))
                setting.set(experiment, model, value);
            else if (reads == Reads::Applying)
                refuseAt(at, whyNotApplicable(setting, experiment, model));
        } catch (const ConfigurationError &error) {
            refuseAt(at, error.message());
        }
    }
}

void requireVersion(const Json &json)
{
    if (!json.is_object())
        refuseAt("/", ACTISCOPE_TR("core", "an object is expected here"));
    const auto version = json.find(versionKey);
    if (version == json.end() || !version->is_number_integer() || version->get<double>() < 1)
        refuseAt("/version", ACTISCOPE_TR("core", "the version of the format is missing"));
    if (version->get<double>() > experimentVersion)
        refuseAt("/version", {ACTISCOPE_TR("core", "%1 is newer than this program, which reads up to %2"),
                              {version->dump(), std::to_string(experimentVersion)}});
}

bool isListOfTexts(const Json &json)
{
    return json.is_array() && std::ranges::all_of(json, [](const Json &each) { return each.is_string(); });
}

/** 0 for none. */
int orderIn(const Json &json)
{
    if (!json.is_object() || !json.contains(orderKey))
        return 0;
    const Json &order = json[orderKey];
    if (!order.is_number_integer() || order < 0 || order > mostOrder)
        refuseAt(std::string("/") + orderKey, {ACTISCOPE_TR("core", "a whole number from 0 to %1 is expected here"), {std::to_string(mostOrder)}});
    return order.get<int>();
}

void requireNotes(const Json &json)
{
    orderIn(json);
    for (const char *key : sentenceKeys) {
        if (json.contains(key) && !json[key].is_string())
            refuseAt(std::string("/") + key, ACTISCOPE_TR("core", "a sentence is expected here"));
    }
    for (const char *key : viewKeys) {
        if (json.contains(key) && !isListOfTexts(json[key]))
            refuseAt(std::string("/") + key, ACTISCOPE_TR("core", "a list of names is expected here"));
    }
}

const Json &modelsIn(const Json &json)
{
    const auto models = json.find(modelsKey);
    if (models == json.end() || !models->is_array() || models->empty() || models->size() > maxCohort)
        refuseAt("/models", {ACTISCOPE_TR("core", "a list of 1 to %1 models is expected here"), {std::to_string(maxCohort)}});
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
        refuseAt(place + "/" + error.option(), error.message());
    }
}

Experiment experimentIn(const Json &json)
{
    requireVersion(json);
    requireNotes(json);
    const Json &models = modelsIn(json);
    Experiment experiment;
    experiment.models.resize(models.size(), defaultExperiment().models.front());
    readSettings(experiment, json, false, 0, {});
    for (std::size_t model = 0; model < models.size(); ++model) {
        const std::string place = "/models/" + std::to_string(model);
        if (!models[model].is_object() || !models[model].contains("activation"))
            refuseAt(place, ACTISCOPE_TR("core", "an object with an activation is expected here"));
        readSettings(experiment, models[model], true, model, place);
    }
    requireValid(experiment);
    return experiment;
}

/** What was set and does not apply now. What has come to apply since, in another version say, stays as it is. */
void readUnused(Experiment &experiment, const Json &unused)
{
    const std::string place = std::string("/") + unusedKey;
    if (!unused.is_object())
        refuseAt(place, ACTISCOPE_TR("core", "an object is expected here"));
    readSettings(experiment, unused, false, 0, place, Reads::Unused);
    const auto models = unused.find(modelsKey);
    if (models == unused.end())
        return;
    const std::string modelsPlace = place + "/" + modelsKey;
    if (!models->is_array() || models->size() != experiment.models.size())
        refuseAt(modelsPlace, ACTISCOPE_TR("core", "an object for each model is expected here"));
    for (std::size_t model = 0; model < models->size(); ++model) {
        if (!(*models)[model].is_object())
            refuseAt(modelsPlace + "/" + std::to_string(model), ACTISCOPE_TR("core", "an object is expected here"));
        readSettings(experiment, (*models)[model], true, model, modelsPlace + "/" + std::to_string(model), Reads::Unused);
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
    return {sentence("title"), sentence("summary"), sentence("about"), names("show"), names("chart"), orderIn(json)};
}

nlohmann::ordered_json keptExperimentJson(const Experiment &experiment)
{
    Json json = experimentJson(experiment);
    Json unused = unusedSettingsJson(experiment, false, 0);
    Json models = Json::array();
    bool isOfModels = false;
    for (std::size_t model = 0; model < experiment.models.size(); ++model) {
        models.push_back(unusedSettingsJson(experiment, true, model));
        isOfModels = isOfModels || !models.back().empty();
    }
    if (isOfModels)
        unused[modelsKey] = std::move(models);
    if (!unused.empty())
        json[unusedKey] = std::move(unused);
    return json;
}

std::string keptExperimentText(const Experiment &experiment)
{
    return keptExperimentJson(experiment).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Experiment parseExperiment(std::string_view text)
{
    return experimentIn(parseStrictly(text, maxExperimentBytes));
}

Experiment parseKeptExperiment(std::string_view text)
{
    Json json = parseStrictly(text, maxExperimentBytes);
    Json unused = Json::object();
    if (json.is_object() && json.contains(unusedKey)) {
        unused = json[unusedKey];
        json.erase(unusedKey);
    }
    Experiment experiment = experimentIn(json);
    readUnused(experiment, unused);
    requireValid(experiment);
    return experiment;
}

} // namespace actiscope
