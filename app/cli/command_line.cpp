#include "app/cli/command_line.h"

#include "app/cli/wrapped_text.h"
#include "app/process/told.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace actiscope {
namespace {

/** "--samples" and "-samples" without dashes and value, or empty for what is no option. */
std::string_view optionName(std::string_view argument)
{
    const std::size_t dashes = argument.starts_with("--") ? 2 : argument.starts_with("-") ? 1 : 0;
    return dashes == 0 ? std::string_view() : argument.substr(dashes, argument.find('=') - dashes);
}

const Option &findOption(std::span<const Option> table, const std::string &argument)
{
    const std::string_view name = optionName(argument);
    const auto option = std::ranges::find(table, name, &Option::name);
    if (option != table.end() && !name.empty())
        return *option;
    std::vector<std::string> names;
    for (const Option &accepted : table)
        names.push_back(accepted.name);
    if (name.empty())
        throw UsageError({ACTISCOPE_TR("core", "'%1' is not expected here; options begin with --, see --help"), {argument}});
    throw UsageError({ACTISCOPE_TR("core", "unknown option '%1'; %2"),
                      {argument.substr(0, argument.find('=')), wordHint("option", name, names, "--")}});
}

std::string joined(const std::vector<std::string> &words, const char *separator)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : separator) + word;
    return text;
}

/** "moons, circles or blobs" */
Message alternatives(const std::vector<std::string> &words)
{
    if (words.size() < 2)
        return joined(words, "");
    return {ACTISCOPE_TR("core", "%1 or %2"), {joined({words.begin(), words.end() - 1}, ", "), words.back()}};
}

std::vector<std::string_view> viewsOf(std::span<const std::string> words)
{
    return {words.begin(), words.end()};
}

/** Whether the value, which may be an alias, is one of those that apply; one that is not known is somebody else's to refuse. */
bool isAmong(const Applicability &applicability, const std::string &value)
{
    const auto place = findName(applicability.option, value, viewsOf(applicability.names));
    return !place || std::ranges::find(applicability.values, applicability.names[*place]) != applicability.values.end();
}

} // namespace

Message Applicability::text() const
{
    if (isAbsent)
        return {ACTISCOPE_TR("core", "without --%1"), {option}};
    if (values.empty())
        return {ACTISCOPE_TR("core", "with --%1"), {option}};
    return {ACTISCOPE_TR("core", "with --%1 %2"), {option, alternatives(values)}};
}

Message wordHint(std::string_view option, std::string_view text, std::span<const std::string> accepted, std::string_view prefix)
{
    const std::vector<std::string_view> views = viewsOf(accepted);
    const auto withPrefix = [prefix](std::string_view name) { return std::string(prefix).append(name); };
    std::vector<std::string> similar;
    std::ranges::transform(similarNames(option, text, views), std::back_inserter(similar), withPrefix);
    if (!similar.empty())
        return {ACTISCOPE_TR("core", "%1 --help names all"), {similarityHint(viewsOf(similar))}};
    std::vector<std::string> all;
    std::ranges::transform(views, std::back_inserter(all), withPrefix);
    return {ACTISCOPE_TR("core", "accepted: %1"), {joined(all, ", ")}};
}

std::optional<std::string> valueGiven(std::span<const std::string> given, std::string_view name)
{
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (optionName(given[i]) != name)
            continue;
        const std::size_t equals = given[i].find('=');
        if (equals != std::string::npos)
            return given[i].substr(equals + 1);
        return i + 1 < given.size() ? std::optional(given[i + 1]) : std::nullopt;
    }
    return std::nullopt;
}

std::string chosenName(const Arguments &arguments, const std::string &option, std::span<const std::string_view> names)
{
    return std::string(names[chooseName(option, arguments.value(option), names)]);
}

Arguments::Arguments(std::span<const Option> table, std::span<const std::string> given)
{
    readValues(table, given);
    for (const Option &option : table) {
        if (isGiven(option.name))
            requireApplicable(option);
    }
}

void Arguments::readValues(std::span<const Option> table, std::span<const std::string> given)
{
    std::map<std::string, std::vector<std::string>> found;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const Option &option = findOption(table, given[i]);
        const std::size_t equals = given[i].find('=');
        const bool attached = equals != std::string::npos;
        const bool isSwitch = option.placeholder.empty();
        const bool valueFollows = i + 1 < given.size() && !given[i + 1].starts_with("--");
        if (isSwitch && attached)
            throw UsageError({ACTISCOPE_TR("core", "--%1: '%2' is not accepted; it takes no value"), {option.name, given[i].substr(equals + 1)}});
        if (!isSwitch && !attached && !valueFollows)
            throw UsageError({ACTISCOPE_TR("core", "--%1: a value is missing; it takes %2"), {option.name, option.placeholder}});
        if (!option.repeatable && found.contains(option.name))
            throw UsageError({ACTISCOPE_TR("core", "--%1: '%2' comes second; it can be given only once"), {option.name, given[i]}});
        found[option.name].push_back(isSwitch ? "yes" : attached ? given[i].substr(equals + 1) : given[++i]);
        if (option.placeholder.starts_with("FILE") && found[option.name].back().empty())
            throw UsageError({ACTISCOPE_TR("core", "--%1: '' is not accepted; a file name is"), {option.name}});
        m_given.insert(option.name);
    }
    for (const Option &option : table)
        m_values[option.name] = found.contains(option.name) ? found[option.name] : option.defaults;
}

void Arguments::requireApplicable(const Option &option) const
{
    for (const Applicability &applicability : option.applies) {
        const bool holds = applicability.isAbsent         ? !isGiven(applicability.option)
                           : applicability.values.empty() ? isGiven(applicability.option)
                                                          : isAmong(applicability, value(applicability.option));
        if (holds)
            continue;
        const bool isOfValue = !applicability.isAbsent && !applicability.values.empty();
        const std::string given = "--" + option.name + (option.placeholder.empty() ? "" : ": '" + value(option.name) + "'");
        if (!isOfValue)
            throw UsageError({ACTISCOPE_TR("core", "%1 does not apply; it does %2"), {given, applicability.text()}});
        throw UsageError({ACTISCOPE_TR("core", "%1 does not apply to --%2 %3; it does %4"),
                          {given, applicability.option, value(applicability.option), applicability.text()}});
    }
}

std::string Arguments::value(const std::string &name) const
{
    const std::vector<std::string> &all = values(name);
    return all.empty() ? std::string() : all.back();
}

double Arguments::number(const std::string &name) const
{
    const std::string text = value(name);
    const auto number = parseNumber(text);
    if (!number || !std::isfinite(*number))
        throw ConfigurationError(name, text, numberFault(text).value_or(ACTISCOPE_TR("core", "a number such as 0.01 (with a decimal point)")));
    return *number;
}

std::int64_t Arguments::integer(const std::string &name, std::int64_t minimum, std::int64_t maximum) const
{
    const std::string text = value(name);
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
    if (!whole || number < minimum || number > maximum)
        throw ConfigurationError(name, text, {ACTISCOPE_TR("core", "a whole number from %1 to %2"), {std::to_string(minimum), std::to_string(maximum)}});
    return number;
}

std::uint32_t Arguments::seed(const std::string &name) const
{
    return static_cast<std::uint32_t>(integer(name, 0, std::numeric_limits<std::uint32_t>::max()));
}

namespace {

/** "with --backend opencl and with --diagnostics" */
Message conditionsOf(const Option &option)
{
    Message all = option.applies.front().text();
    for (const Applicability &other : std::span(option.applies).subspan(1))
        all = {ACTISCOPE_TR("core", "%1 and %2"), {all, other.text()}};
    return all;
}

} // namespace

std::string optionHelp(std::span<const Option> table)
{
    constexpr std::size_t column = 34;
    std::string text;
    for (const Option &option : table) {
        std::string line = "  --" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder);
        line += line.size() < column ? std::string(column - line.size(), ' ') : "\n" + std::string(column, ' ');
        Message help = option.help;
        if (option.repeatable)
            help = {ACTISCOPE_TR("core", "%1 (may be repeated)"), {help}};
        if (!option.applies.empty())
            help = {ACTISCOPE_TR("core", "%1 (only %2)"), {help, conditionsOf(option)}};
        text += line + wrapped(told(help) + (option.defaults.empty() ? "" : " [" + joined(option.defaults, " ") + "]"), column, column) + "\n";
    }
    return text;
}

} // namespace actiscope
