#include "core/base/names.h"

#include "core/base/edit_distance.h"
#include "core/base/errors.h"

#include <algorithm>
#include <iterator>

namespace actiscope {
namespace {

struct Alias {
    std::string_view option;
    std::string_view word;
    std::string_view names; ///< with blanks between them
};

constexpr Alias aliases[] = {
#define ALIAS(option, word, names) {option, word, names},
#include "core/base/aliases.def"
#undef ALIAS
};

/** "Leaky-ReLU" is "leakyrelu". */
std::string plainWord(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else if (c != '-' && c != '_' && c != ' ')
            plain += c;
    }
    return plain;
}

/** Those of `names` that aliases.def has for the plain word, in its order. */
std::vector<std::string_view> aliasedNames(std::string_view option, std::string_view word, std::span<const std::string_view> names)
{
    std::vector<std::string_view> meant;
    for (const Alias &alias : aliases) {
        if (alias.option != option || alias.word != word)
            continue;
        for (std::size_t begin = 0; begin < alias.names.size();) {
            const std::size_t end = std::min(alias.names.find(' ', begin), alias.names.size());
            const auto name = std::ranges::find(names, alias.names.substr(begin, end - begin));
            if (name != names.end())
                meant.push_back(*name);
            begin = end + 1;
        }
    }
    return meant;
}

/** One change in four letters: less is another word. */
bool isSlip(std::string_view text, std::string_view name, std::size_t distance)
{
    constexpr std::size_t lettersOfOneSlip = 4;
    return distance <= std::max(text.size(), name.size()) / lettersOfOneSlip;
}

} // namespace

std::optional<std::size_t> findName(std::string_view option, std::string_view text, std::span<const std::string_view> names)
{
    const auto placeOf = [&](auto name) { return static_cast<std::size_t>(name - names.begin()); };
    const std::string word = plainWord(text);
    if (const auto exact = std::ranges::find(names, text); exact != names.end())
        return placeOf(exact);
    if (const auto same = std::ranges::find(names, word, plainWord); same != names.end() && !word.empty())
        return placeOf(same);
    const std::vector<std::string_view> meant = aliasedNames(option, word, names);
    return meant.size() == 1 ? std::optional(placeOf(std::ranges::find(names, meant.front()))) : std::nullopt;
}

std::vector<std::string_view> similarNames(std::string_view option, std::string_view text, std::span<const std::string_view> names)
{
    constexpr std::size_t shortestBeginning = 3;
    constexpr std::size_t most = 4;
    const std::string word = plainWord(text);
    std::vector<std::string_view> similar = aliasedNames(option, word, names);
    if (!similar.empty())
        return similar;
    std::size_t least = 0;
    for (const std::string_view name : names) {
        const std::string plain = plainWord(name);
        const std::size_t distance = editDistance(word, plain);
        if (!isSlip(word, plain, distance) || (!similar.empty() && distance > least))
            continue;
        if (distance < least)
            similar.clear();
        least = distance;
        similar.push_back(name);
    }
    if (similar.empty() && word.size() >= shortestBeginning)
        std::ranges::copy_if(names, std::back_inserter(similar), [&](std::string_view name) { return plainWord(name).starts_with(word); });
    similar.resize(std::min(similar.size(), most));
    return similar;
}

Message similarityHint(std::span<const std::string_view> similar)
{
    std::string quoted;
    for (const std::string_view name : similar)
        quoted.append(quoted.empty() ? "'" : ", '").append(name).append("'");
    if (similar.size() != 2)
        return {ACTISCOPE_TR("core", "did you mean %1?"), {quoted}};
    const auto inQuotes = [](std::string_view name) { return "'" + std::string(name) + "'"; };
    return {ACTISCOPE_TR("core", "did you mean %1 or %2?"), {inQuotes(similar[0]), inQuotes(similar[1])}};
}

Message acceptedWords(std::string_view option, std::string_view text, std::span<const std::string_view> names)
{
    const std::vector<std::string_view> similar = similarNames(option, text, names);
    if (similar.empty())
        return {ACTISCOPE_TR("core", "accepted: %1"), {listed(names)}};
    return {ACTISCOPE_TR("core", "%1 accepted: %2"), {similarityHint(similar), listed(names)}};
}

std::size_t chooseName(std::string_view option, std::string_view text, std::span<const std::string_view> names)
{
    const auto found = findName(option, text, names);
    if (!found)
        throw ConfigurationError(option, text, acceptedWords(option, text, names));
    return *found;
}

std::string listed(std::span<const std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

} // namespace actiscope
