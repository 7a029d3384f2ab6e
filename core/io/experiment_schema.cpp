// The schema of an experiment, from the table of settings.
#include "core/io/experiment_file.h"
#include "core/training/setting.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

Json numberSchema(const Setting &setting, bool isWhole)
{
    const SettingRange &range = setting.range;
    Json schema = {{"type", isWhole ? "integer" : "number"}};
    schema[range.isOpenBelow ? "exclusiveMinimum" : "minimum"] = range.minimum;
    if (range.maximum < std::numeric_limits<double>::max())
        schema[range.isOpenAbove ? "exclusiveMaximum" : "maximum"] = range.maximum;
    return schema;
}

Json pointsSchema()
{
    const Json numbers = {{"type", "array"}, {"items", {{"type", "number"}}}};
    return {{"type", "object"},
            {"properties",
             {{"features", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1024}}},
              {"coordinates", numbers},
              {"labels", {{"type", "array"}, {"items", {{"type", "integer"}, {"minimum", 0}}}}},
              {"target-count", {{"type", "integer"}, {"minimum", 1}, {"maximum", 1024}}},
              {"targets", numbers}}},
            {"required", {"features", "coordinates"}},
            {"additionalProperties", false}};
}

Json valueSchema(const Setting &setting)
{
    switch (setting.kind) {
    case SettingKind::Switch:
        return {{"type", "boolean"}};
    case SettingKind::Whole:
        return numberSchema(setting, true);
    case SettingKind::Number:
        return numberSchema(setting, false);
    case SettingKind::Name: {
        Json names = Json::array();
        for (const SettingChoice &choice : setting.choices())
            names.push_back(choice.name);
        return {{"enum", names}};
    }
    case SettingKind::Wholes:
    case SettingKind::Numbers:
        return {{"type", "array"}, {"items", numberSchema(setting, setting.kind == SettingKind::Wholes)}};
    case SettingKind::Names: {
        Json names = Json::array();
        for (const SettingChoice &choice : setting.choices())
            names.push_back(choice.name);
        return {{"type", "array"}, {"items", {{"enum", names}}}, {"uniqueItems", true}};
    }
    case SettingKind::Formula:
    case SettingKind::Folder:
        return {{"type", "string"}};
    case SettingKind::Activations:
        return {{"oneOf", {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}, {"minItems", 1}}}}};
    case SettingKind::Points:
        break;
    }
    return pointsSchema();
}

Json settingsSchema(bool perModel)
{
    Json properties = Json::object();
    for (const Setting &setting : settings()) {
        if (setting.isPerModel != perModel)
            continue;
        Json schema = {{"description", setting.help}};
        schema.update(valueSchema(setting));
        properties[std::string(setting.name)] = std::move(schema);
    }
    return properties;
}

} // namespace

std::string experimentSchema()
{
    Json properties = {{"version", {{"type", "integer"}, {"minimum", 1}, {"maximum", experimentVersion}}}};
    for (const char *sentence : {"title", "summary", "about"})
        properties[sentence] = {{"type", "string"}};
    for (const char *names : {"show", "chart"})
        properties[names] = {{"type", "array"}, {"items", {{"type", "string"}}}};
    properties["order"] = {{"type", "integer"}, {"minimum", 0}, {"maximum", 1'000'000}};
    properties.update(settingsSchema(false));
    properties["models"] = {
        {"type", "array"},
        {"minItems", 1},
        {"maxItems", maxCohort},
        {"items",
         {{"type", "object"}, {"properties", settingsSchema(true)}, {"required", {"activation"}}, {"additionalProperties", false}}}};
    const Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"title", "Actiscope experiment"},
                         {"type", "object"},
                         {"properties", properties},
                         {"required", {"version", "models"}},
                         {"additionalProperties", false}};
    return schema.dump(1) + "\n";
}

} // namespace actiscope
