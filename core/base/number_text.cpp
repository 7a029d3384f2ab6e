#include "core/base/number_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace actiscope {
namespace {

/** No error where all of the text is a number. */
template <class Real>
std::errc readWhole(std::string_view text, Real &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = end == text.data() + text.size() && !text.empty();
    return isWhole ? error : std::errc::invalid_argument;
}

/** What a number that is none of double's comes to: 0 or infinity. */
double beyondDouble(std::string_view text)
{
    const double sign = text.starts_with('-') ? -1 : 1;
    long double value = 0;
    if (readWhole(text, value) == std::errc())
        return std::abs(value) > 1 ? sign * std::numeric_limits<double>::infinity() : static_cast<double>(value);
    const std::size_t exponent = text.find_first_of("eE");
    const bool isSmall = exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-');
    return sign * (isSmall ? 0 : std::numeric_limits<double>::infinity());
}

} // namespace

std::string numberText(double value)
{
    if (std::isnan(value))
        return "nan"; // whatever its sign bit
    std::array<char, 32> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string fixedText(double value, int decimals)
{
    constexpr double longest = 1e15; // more digits are noise
    if (!std::isfinite(value) || std::abs(value) >= longest)
        return numberText(value);
    std::array<char, 64> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return {buffer.data(), result.ptr};
}

std::string shortNumberText(double value, int significantDigits)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "∞" : "−∞";
    if (value == 0)
        return "0"; // also for −0
    std::array<char, 64> buffer;
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, significantDigits);
    std::string text;
    for (const char *c = buffer.data(); c != result.ptr; ++c) {
        const bool isInExponent = c - buffer.data() >= 2 && c[-2] == 'e';
        const bool isPadding = isInExponent && *c == '0'; // of exponents with one digit
        if (*c == '+' && c + 1 != result.ptr && c[1] == '0')
            continue;
        if (!isPadding)
            text += *c == '-' ? std::string("−") : std::string(1, *c);
    }
    return text;
}

std::optional<double> parseNumber(std::string_view text)
{
    if (text.starts_with('+') && !text.substr(1).starts_with('-'))
        text.remove_prefix(1);
    double value = 0;
    if (const auto whole = readWhole(text, value); whole != std::errc::result_out_of_range)
        return whole == std::errc() ? std::optional(value) : std::nullopt;
    const double extreme = beyondDouble(text);
    return std::isinf(extreme) ? std::nullopt : std::optional(extreme);
}

std::optional<Message> numberFault(std::string_view text)
{
    double value = 0;
    if (readWhole(text, value) == std::errc::result_out_of_range && !parseNumber(text))
        return Message(ACTISCOPE_TR("core", "a number from -%1 to %1"), {numberText(std::numeric_limits<double>::max())});
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos)
        return std::nullopt;
    const std::string withPoint = std::string(text.substr(0, comma)) + "." + std::string(text.substr(comma + 1));
    return parseNumber(withPoint) ? std::optional(Message(ACTISCOPE_TR("core", "the decimal sign is '.', as in %1"), {withPoint}))
                                  : std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace actiscope
