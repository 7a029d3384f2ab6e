// Numbers as text and back, the same whatever the locale; text as it is typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace actiscope {

/** The shortest text that reads back as the same double: "0.01", "1e-06", "nan", "-inf". */
std::string numberText(double value);

/** The whole of `text` as a number ("." as decimal sign, "nan" and "inf" included), or nothing. */
std::optional<double> parseNumber(std::string_view text);

/** Without the blanks and tabs at both ends. */
std::string_view trimmed(std::string_view text);

} // namespace actiscope
