#include "app/cli/wrapped_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace actiscope {
namespace {

/** Unicode's East_Asian_Width W and F, as far as texts can have them. */
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 7> wide = {{{0x1100, 0x115F},
                                                                         {0x2E80, 0xA4CF},
                                                                         {0xA960, 0xA97C},
                                                                         {0xAC00, 0xD7A3},
                                                                         {0xF900, 0xFAFF},
                                                                         {0xFE30, 0xFE6F},
                                                                         {0xFF00, 0xFF60}}};

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/** The character that begins there. */
std::uint32_t characterAt(std::string_view text, std::size_t place)
{
    const auto first = static_cast<unsigned char>(text[place]);
    std::uint32_t code = first < 0x80 ? first : first < 0xE0 ? first & 0x1FU : first < 0xF0 ? first & 0x0FU : first & 0x07U;
    for (std::size_t i = place + 1; i < text.size() && isContinuation(text[i]); ++i)
        code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return code;
}

} // namespace

std::size_t columnsOf(std::string_view text)
{
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isContinuation(text[i]))
            continue;
        const std::uint32_t code = characterAt(text, i);
        columns += std::ranges::any_of(wide, [code](const auto &range) { return code >= range.first && code <= range.second; }) ? 2 : 1;
    }
    return columns;
}

std::string wrapped(std::string_view text, std::size_t begun, std::size_t indent)
{
    std::string lines;
    std::size_t column = begun;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t columns = columnsOf(word);
        const bool isFirst = begin == 0;
        if (!isFirst && column + 1 + columns > terminalWidth) {
            lines += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!isFirst) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += columns;
        begin = end + 1;
    }
    return lines;
}

} // namespace actiscope
