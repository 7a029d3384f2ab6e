// What people type for a name of the program: in capitals, with other hyphens, or under another name (core/base/aliases.def).
#pragma once

#include "core/base/message.h"

#include <cstddef>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** The place of the name that `text` means as the value of --option: the name itself whatever its case, hyphens, underscores and
 *  blanks are, or what aliases.def has for it. Nothing where that is none or more than one. */
std::optional<std::size_t> findName(std::string_view option, std::string_view text, std::span<const std::string_view> names);

/** The names that `text` may have been meant for: what aliases.def says, or those that differ by very little or go on from there. */
std::vector<std::string_view> similarNames(std::string_view option, std::string_view text, std::span<const std::string_view> names);

/** "did you mean 'a' or 'b'?" */
Message similarityHint(std::span<const std::string_view> similar);

/** The same where there are similar ones, and after it "accepted: a, b, c". */
Message acceptedWords(std::string_view option, std::string_view text, std::span<const std::string_view> names);

/** findName(), or ConfigurationError(option, text, acceptedWords()). */
std::size_t chooseName(std::string_view option, std::string_view text, std::span<const std::string_view> names);

/** The names of a table's rows. */
template <class Table>
std::vector<std::string_view> namesOfRows(const Table &table)
{
    std::vector<std::string_view> names;
    for (const auto &row : table)
        names.push_back(row.name);
    return names;
}

/** "a, b, c" */
std::string listed(std::span<const std::string_view> names);

} // namespace actiscope
