// The words of a formula, with the character at which each begins.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct FormulaToken {
    enum class Kind { Number, Name, Sign, Superscript, End };
    Kind kind = Kind::End;
    std::string text;         ///< as in ASCII: "<=" for ≤, "^" for **, "a" for α, "^2" for ²; but √
    std::size_t position = 0; ///< in characters
    double number = 0;        ///< of a number or a superscript

    bool is(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
};

/** The words of `text`, the last one End. Throws FormulaError at a character that no formula has, at a malformed number, and
 *  where the text is too long. */
std::vector<FormulaToken> formulaTokens(std::string_view text);

} // namespace actiscope
