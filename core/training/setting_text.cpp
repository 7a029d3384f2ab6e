// Values of settings as text, and back.
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/dividing_curve.h"
#include "core/training/setting.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

namespace actiscope {
namespace {

constexpr std::string_view betweenLayers = "; ";
constexpr std::string_view betweenNames = ",";

double parseWhole(const Setting &setting, std::string_view text)
{
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = result.ec == std::errc() && result.ptr == text.data() + text.size();
    if (!isWhole || !setting.range.contains(static_cast<double>(number)))
        throw ConfigurationError(setting.name, text, acceptedValues(setting));
    return static_cast<double>(number);
}

/** Within what a number can be; the range is for validate() to say. */
double parseFinite(const Setting &setting, std::string_view text)
{
    const auto number = parseNumber(text);
    if (!number || !std::isfinite(*number))
        throw ConfigurationError(setting.name, text,
                                 numberFault(text).value_or(ACTISCOPE_TR("core", "a number such as 0.01 (with a decimal point)")));
    return *number;
}

bool parseSwitch(const Setting &setting, std::string_view text)
{
    for (const std::string_view word : {"on", "yes", "true"}) {
        if (text == word)
            return true;
    }
    for (const std::string_view word : {"off", "no", "false"}) {
        if (text == word)
            return false;
    }
    throw ConfigurationError(setting.name, text, acceptedValues(setting));
}

std::vector<double> parseList(const Setting &setting, std::string_view text)
{
    std::vector<double> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string_view field = trimmed(text.substr(begin, comma - begin));
        const auto number = parseNumber(field);
        if (const auto fault = number ? std::nullopt : numberFault(field))
            throw ConfigurationError(setting.name, field, *fault);
        const bool isWhole = number && *number == std::floor(*number);
        if (!number || !setting.range.contains(*number) || (setting.kind == SettingKind::Wholes && !isWhole))
            throw ConfigurationError(setting.name, text, setting.accepted);
        numbers.push_back(*number);
        begin = comma + 1;
    }
    return numbers;
}

std::vector<double> parseWidths(std::string_view text)
{
    const std::vector<int> widths = parseHidden(text);
    return {widths.begin(), widths.end()};
}

std::vector<std::string> parseActivations(std::string_view text)
{
    std::vector<std::string> texts;
    while (true) {
        const std::size_t end = text.find(betweenLayers.front());
        texts.push_back(parseActivationSpec(trimmed(text.substr(0, end))).text);
        if (end == std::string_view::npos)
            return texts;
        text = text.substr(end + 1);
    }
}

/** "a, b", or "none". */
std::vector<std::string> parseNames(const Setting &setting, std::string_view text)
{
    const std::vector<SettingChoice> choices = setting.choices();
    std::vector<std::string> names;
    if (trimmed(text) == "none")
        return names;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(betweenNames, begin), text.size());
        const std::string_view name = trimmed(text.substr(begin, comma - begin));
        names.emplace_back(choices[chooseName(setting.name, name, namesOfRows(choices))].name);
        begin = comma + 1;
    }
    return names;
}

std::string parseCurve(const Setting &setting, std::string_view text)
{
    try {
        return curveFormula(text);
    } catch (const ConfigurationError &error) {
        throw ConfigurationError(setting.name, text, error.accepted());
    }
}

/** Its whole path: an experiment that is kept in a file finds it from anywhere. */
std::string parseFolder(const Setting &setting, std::string_view text)
{
    std::error_code fault;
    const std::filesystem::path path = std::filesystem::absolute(text, fault).lexically_normal();
    if (text.empty() || fault)
        throw ConfigurationError(setting.name, text, acceptedValues(setting));
    return path.string();
}

std::string choiceOf(const Setting &setting, std::string_view text)
{
    const std::vector<SettingChoice> choices = setting.choices();
    return std::string(choices[chooseName(setting.name, text, namesOfRows(choices))].name);
}

struct TextOf {
    const Setting &setting;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool value) const { return value ? "on" : "off"; }
    std::string operator()(double value) const { return setting.kind == SettingKind::Whole ? fixedText(value, 0) : numberText(value); }
    std::string operator()(const std::string &value) const { return value; }
    std::string operator()(const std::vector<double> &values) const
    {
        std::string text;
        for (const double value : values)
            text.append(text.empty() ? "" : ",").append(numberText(value));
        return text.empty() ? "none" : text;
    }
    std::string operator()(const std::vector<std::string> &values) const
    {
        std::string text;
        for (const std::string &value : values)
            text.append(text.empty() ? "" : setting.kind == SettingKind::Names ? betweenNames : betweenLayers).append(value);
        return text;
    }
    std::string operator()(const GivenPoints &value) const { return std::to_string(value.points->count()); }
};

} // namespace

SettingValue parseSetting(const Setting &setting, std::string_view text)
{
    switch (setting.kind) {
    case SettingKind::Switch:
        return parseSwitch(setting, text);
    case SettingKind::Whole:
        return parseWhole(setting, text);
    case SettingKind::Number:
        return parseFinite(setting, text);
    case SettingKind::Name:
        return choiceOf(setting, text);
    case SettingKind::Wholes:
        return setting.isOptional ? parseList(setting, text) : parseWidths(text);
    case SettingKind::Numbers:
        return parseList(setting, text);
    case SettingKind::Names:
        return parseNames(setting, text);
    case SettingKind::Formula:
        return parseCurve(setting, text);
    case SettingKind::Activations:
        return parseActivations(text);
    case SettingKind::Folder:
        return parseFolder(setting, text);
    case SettingKind::Points:
        break;
    }
    throw ConfigurationError(setting.name, text, acceptedValues(setting));
}

std::string settingText(const Setting &setting, const SettingValue &value)
{
    return std::visit(TextOf{setting}, value);
}

Message acceptedValues(const Setting &setting)
{
    const SettingRange &range = setting.range;
    switch (setting.kind) {
    case SettingKind::Switch:
        return ACTISCOPE_TR("core", "on or off");
    case SettingKind::Whole:
        return {ACTISCOPE_TR("core", "a whole number from %1 to %2"), {fixedText(range.minimum, 0), fixedText(range.maximum, 0)}};
    case SettingKind::Number:
        if (range.maximum == std::numeric_limits<double>::max())
            return {range.isOpenBelow ? ACTISCOPE_TR("core", "a number above %1") : ACTISCOPE_TR("core", "%1 or a number above"),
                    {numberText(range.minimum)}};
        if (range.isOpenBelow)
            return {ACTISCOPE_TR("core", "a number between %1 and %2"), {numberText(range.minimum), numberText(range.maximum)}};
        return {range.isOpenAbove ? ACTISCOPE_TR("core", "a number from %1 to below %2") : ACTISCOPE_TR("core", "a number from %1 to %2"),
                {numberText(range.minimum), numberText(range.maximum)}};
    case SettingKind::Name:
        return {ACTISCOPE_TR("core", "accepted: %1"), {listed(namesOfRows(setting.choices()))}};
    case SettingKind::Names:
        return {ACTISCOPE_TR("core", "some of: %1"), {listed(namesOfRows(setting.choices()))}};
    case SettingKind::Formula:
        return ACTISCOPE_TR("core", "a formula in x such as sin(3*x)");
    case SettingKind::Activations:
        return ACTISCOPE_TR("core", "an activation for all hidden layers, or a list of one for each");
    case SettingKind::Folder:
        return ACTISCOPE_TR("core", "a folder");
    case SettingKind::Points:
        return ACTISCOPE_TR("core", "points with labels or targets, from a file");
    case SettingKind::Wholes:
    case SettingKind::Numbers:
        break;
    }
    return setting.accepted;
}

} // namespace actiscope
