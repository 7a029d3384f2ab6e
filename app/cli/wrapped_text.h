// Text for a terminal, broken into lines where there are spaces. Letters of Korean, Chinese and Japanese take two columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace actiscope {

/** What fits beside a window on a small screen, and in a mail. */
inline constexpr std::size_t terminalWidth = 100;

/** Columns that UTF-8 text takes in a terminal. */
std::size_t columnsOf(std::string_view text);

/** `text`, of which the first line begins at the column `begun`, in lines of at most terminalWidth columns; those after the first are indented by `indent`. A word that
 *  is longer has a line of its own. */
std::string wrapped(std::string_view text, std::size_t begun = 0, std::size_t indent = 0);

} // namespace actiscope
