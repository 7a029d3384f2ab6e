// Numbers as text and back, the same whatever the locale; text as it is typed.
#pragma once

#include "core/base/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace actiscope {

/** The shortest text that reads back as the same double: "0.01", "1e-06", "-inf"; every NaN is "nan". All that is written as text is
 *  written by this or by fixedText(). */
std::string numberText(double value);

/** With so many decimals: "0.0100"; "nan", "inf" and "-inf" as numberText(). */
std::string fixedText(double value, int decimals);

/** For people, with so many significant digits: "0.0123", "1e-7" with a true minus sign, "∞", "NaN". */
std::string shortNumberText(double value, int significantDigits);

/** The whole of `text` as a number ("." as decimal sign, "nan" and "inf" included), or nothing. What is too small for a double is 0. */
std::optional<double> parseNumber(std::string_view text);

/** What is wrong with `text`, which is no number: beyond a double, or a decimal comma; else nothing. */
std::optional<Message> numberFault(std::string_view text);

/** Without the blanks and tabs at both ends. */
std::string_view trimmed(std::string_view text);

} // namespace actiscope
