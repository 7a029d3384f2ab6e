#include "core/io/setting_json.h"

#include "core/io/experiment_file_error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

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

void refuseValue(const Setting &setting, const std::string &place)
{
    refuseAt(place, {ACTISCOPE_TR("core", "%1 is expected here"), {acceptedValues(setting)}});
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
        refuseAt(listPlace, ACTISCOPE_TR("core", "a list of numbers is expected here"));
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool fits = std::is_integral_v<Number> ? list[i].is_number_integer() : list[i].is_number();
        const double value = fits ? list[i].template get<double>() : std::nan("");
        if (!(std::abs(value) <= static_cast<double>(std::numeric_limits<Number>::max())))
            refuseAt(listPlace + "/" + std::to_string(i), ACTISCOPE_TR("core", "a number is expected here"));
        values.push_back(static_cast<Number>(value));
    }
    return values;
}

std::size_t sizeIn(const Json &json, const char *key, const std::string &place)
{
    constexpr double most = 1024;
    const double value = json.contains(key) && json[key].is_number_integer() ? json[key].get<double>() : 0;
    if (!(value >= 1 && value <= most))
        refuseAt(place + "/" + key, ACTISCOPE_TR("core", "a whole number from 1 to 1024 is expected here"));
    return static_cast<std::size_t>(value);
}

GivenPoints pointsIn(const Setting &setting, const Json &json, const std::string &place)
{
    if (!json.is_object())
        refuseValue(setting, place);
    for (const auto &[key, value] : json.items()) {
        constexpr std::string_view known[] = {"features", "coordinates", "labels", "target-count", "targets"};
        if (std::ranges::find(known, key) == std::end(known))
            refuseAt(place + "/" + key, ACTISCOPE_TR("core", "there is no such setting"));
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
        refuseAt(place, error.message());
    }
    return {points};
}

} // namespace

nlohmann::ordered_json settingJson(const Setting &setting, const SettingValue &value)
{
    return std::visit(JsonOf{setting}, value);
}

void refuseAt(const std::string &place, const Message &fault)
{
    throw ExperimentFileError(place, fault);
}

SettingValue settingValueIn(const Setting &setting, const Json &json, const std::string &place)
{
    switch (setting.kind) {
    case SettingKind::Switch:
        if (!json.is_boolean())
            refuseAt(place, ACTISCOPE_TR("core", "true or false is expected here"));
        return json.get<bool>();
    case SettingKind::Whole:
    case SettingKind::Number:
        return numberIn(setting, json, place);
    case SettingKind::Name:
        return textIn(setting, json, place);
    case SettingKind::Formula:
    case SettingKind::Folder:
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

} // namespace actiscope
