#include "app/command_line.h"

#include "core/edit_distance.h"
#include "core/errors.h"
#include "core/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace actiscope {
namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

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
        throw UsageError("'" + argument + "' is not expected here; options begin with --, see --help");
    throw UsageError("unknown option '" + argument.substr(0, argument.find('=')) + "'; did you mean '--" + nearestWord(name, names)
                     + "'? --help names all");
}

} // namespace

std::string nearestWord(std::string_view text, std::span<const std::string> accepted)
{
    const auto distance = [text](const std::string &word) { return editDistance(text, word); };
    return accepted.empty() ? std::string() : *std::ranges::min_element(accepted, {}, distance);
}

Arguments::Arguments(std::span<const Option> table, std::span<const std::string> given)
{
    std::map<std::string, std::vector<std::string>> found;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const Option &option = findOption(table, given[i]);
        const std::size_t equals = given[i].find('=');
        const bool attached = equals != std::string::npos;
        const bool isSwitch = option.placeholder.empty();
        const bool valueFollows = i + 1 < given.size() && !given[i + 1].starts_with("--");
        if (isSwitch && attached)
            throw UsageError("--" + option.name + ": '" + given[i].substr(equals + 1) + "' is not accepted; it takes no value");
        if (!isSwitch && !attached && !valueFollows)
            throw UsageError("--" + option.name + ": a value is missing; it takes " + option.placeholder);
        if (!option.repeatable && found.contains(option.name))
            throw UsageError("--" + option.name + ": '" + given[i] + "' comes second; it can be given only once");
        found[option.name].push_back(isSwitch ? "yes" : attached ? given[i].substr(equals + 1) : given[++i]);
    }
    for (const Option &option : table)
        m_values[option.name] = found.contains(option.name) ? found[option.name] : option.defaults;
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
        throw ConfigurationError(name, text, "a number such as 0.01 (with a decimal point)");
    return *number;
}

std::int64_t Arguments::integer(const std::string &name, std::int64_t minimum, std::int64_t maximum) const
{
    const std::string text = value(name);
    std::int64_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
    if (!whole || number < minimum || number > maximum) {
        const bool unlimited = minimum == std::numeric_limits<int>::min();
        const std::string range = unlimited ? "" : " from " + std::to_string(minimum) + " to " + std::to_string(maximum);
        throw ConfigurationError(name, text, "a whole number" + range);
    }
    return number;
}

std::uint32_t Arguments::seed(const std::string &name) const
{
    return static_cast<std::uint32_t>(integer(name, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::string optionHelp(std::span<const Option> table)
{
    constexpr std::size_t column = 34;
    std::string text;
    for (const Option &option : table) {
        std::string line = "  --" + option.name + (option.placeholder.empty() ? "" : " " + option.placeholder);
        line += line.size() < column ? std::string(column - line.size(), ' ') : "\n" + std::string(column, ' ');
        text += line + option.help + (option.repeatable ? " (may be repeated)" : "")
                + (option.defaults.empty() ? "" : " [" + joined(option.defaults) + "]") + "\n";
    }
    return text;
}

} // namespace actiscope
