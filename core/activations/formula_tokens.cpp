#include "core/activations/formula_tokens.h"

#include "core/activations/formula_error.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace actiscope {
namespace {

/** Other ways to write a sign or a name. */
struct Spelling {
    std::string_view given;
    std::string_view meant;
};
constexpr std::array signs = {
    Spelling{"**", "^"},  Spelling{"<=", "<="}, Spelling{">=", ">="}, Spelling{"≤", "<="}, Spelling{"≥", ">="},
    Spelling{"==", "=="}, Spelling{"!=", "!="}, Spelling{"≠", "!="},  Spelling{"&&", "&"}, Spelling{"∧", "&"},
    Spelling{"¬", "!"},   Spelling{"√", "√"},   Spelling{"−", "-"},   Spelling{"–", "-"},  Spelling{"·", "*"},
    Spelling{"⋅", "*"},   Spelling{"∙", "*"},   Spelling{"×", "*"},   Spelling{"÷", "/"},
};
constexpr std::array letters = {Spelling{"α", "a"},       Spelling{"β", "b"},       Spelling{"π", "pi"},      Spelling{"σ", "sigmoid"},
                                Spelling{"Φ", "normcdf"}, Spelling{"φ", "normpdf"}, Spelling{"ϕ", "normpdf"}, Spelling{"∨", "or"}};
constexpr std::array superscripts = {Spelling{"⁰", "0"}, Spelling{"¹", "1"}, Spelling{"²", "2"}, Spelling{"³", "3"},
                                     Spelling{"⁴", "4"}, Spelling{"⁵", "5"}, Spelling{"⁶", "6"}, Spelling{"⁷", "7"},
                                     Spelling{"⁸", "8"}, Spelling{"⁹", "9"}, Spelling{"⁻", "-"}};
constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\u00A0", "\u2009", "\u202F", "\u2062"};

/** The spelling that `text` starts with, or nullptr. */
const Spelling *spellingAt(std::string_view text, std::span<const Spelling> spellings)
{
    const auto found = std::ranges::find_if(spellings, [text](const Spelling &spelling) { return text.starts_with(spelling.given); });
    return found == spellings.end() ? nullptr : &*found;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/** How many bytes the character at the start of `text` has; 1 for a byte that begins none. */
std::size_t bytesOfCharacter(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t wanted = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    const auto continues = [&](std::size_t i) { return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80; };
    for (std::size_t i = 1; i < wanted; ++i) {
        if (!continues(i))
            return 1;
    }
    return wanted;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_rest(text) {}

    std::vector<FormulaToken> read()
    {
        for (skipSpaces(); !m_rest.empty(); skipSpaces())
            m_tokens.push_back(next());
        m_tokens.push_back({.kind = FormulaToken::Kind::End, .text = {}, .position = m_position});
        return std::move(m_tokens);
    }

private:
    void take(std::size_t bytes)
    {
        while (bytes > 0) {
            const std::size_t character = std::min(bytes, bytesOfCharacter(m_rest));
            m_rest.remove_prefix(character);
            bytes -= character;
            if (++m_position > formula_limits::characters)
                throw FormulaError(formula_limits::characters, {ACTISCOPE_TR("core", "the formula is too long; at most %1 characters"),
                                                                {std::to_string(formula_limits::characters)}});
        }
    }

    void skipSpaces()
    {
        const auto blankAt = [this] {
            return std::ranges::find_if(blanks, [this](std::string_view blank) { return m_rest.starts_with(blank); });
        };
        for (auto blank = blankAt(); blank != blanks.end(); blank = blankAt())
            take(blank->size());
    }

    FormulaToken taken(FormulaToken::Kind kind, std::string_view text, std::size_t bytes)
    {
        FormulaToken token{.kind = kind, .text = std::string(text), .position = m_position};
        take(bytes);
        return token;
    }

    FormulaToken next()
    {
        const char first = m_rest.front();
        if (isDigit(first) || (first == '.' && m_rest.size() > 1 && isDigit(m_rest[1])))
            return number();
        if (isLetter(first)) {
            const auto end = std::ranges::find_if(m_rest, [](char c) { return !isLetter(c) && !isDigit(c); });
            const auto length = static_cast<std::size_t>(end - m_rest.begin());
            if (length + 1 < m_rest.size() && m_rest[length] == '.' && isLetter(m_rest[length + 1]))
                throw FormulaError(m_position, {ACTISCOPE_TR("core", "functions are written without '%1.'"), {m_rest.substr(0, length)}});
            return taken(FormulaToken::Kind::Name, m_rest.substr(0, length), length);
        }
        if (const Spelling *letter = spellingAt(m_rest, letters))
            return taken(FormulaToken::Kind::Name, letter->meant, letter->given.size());
        if (spellingAt(m_rest, superscripts))
            return superscript();
        if (const Spelling *sign = spellingAt(m_rest, signs))
            return taken(FormulaToken::Kind::Sign, sign->meant, sign->given.size());
        if (std::string_view("+-*/^()<>?:,|&!").find(first) != std::string_view::npos)
            return taken(FormulaToken::Kind::Sign, m_rest.substr(0, 1), 1);
        throw FormulaError(m_position, unexpectedCharacter());
    }

    Message unexpectedCharacter() const
    {
        const std::size_t bytes = bytesOfCharacter(m_rest);
        const auto first = static_cast<unsigned char>(m_rest.front());
        if (first == '.')
            return ACTISCOPE_TR("core", "a number was expected before or after '.'");
        if (first == '=')
            return ACTISCOPE_TR("core",
                                "'=' has no place here; equality is '==', and the values of a and b follow the formula as ',a=0.5'");
        if (std::string_view("[]{}").find(m_rest.front()) != std::string_view::npos)
            return ACTISCOPE_TR("core", "brackets are ( and )");
        if (first < ' ' || first == 0x7F || (bytes == 1 && first >= 0x80))
            return ACTISCOPE_TR("core", "this character cannot be in a formula");
        return {
            ACTISCOPE_TR("core",
                         "'%1' cannot be in a formula; it is made of numbers, x, a, b, functions, + - * / ^ ( ) < > = ? : | and, or, not"),
            {m_rest.substr(0, bytes)}};
    }

    /** A whole number with its sign; too long a one is too large an exponent anyway. */
    FormulaToken superscript()
    {
        constexpr std::size_t maxDigits = 6;
        FormulaToken token{.kind = FormulaToken::Kind::Superscript, .text = "^", .position = m_position};
        for (const Spelling *digit = spellingAt(m_rest, superscripts); digit && token.text.size() < maxDigits;
             digit = spellingAt(m_rest, superscripts)) {
            token.text += digit->meant;
            take(digit->given.size());
        }
        const std::optional<double> value = parseNumber(std::string_view(token.text).substr(1));
        if (!value)
            throw FormulaError(token.position, ACTISCOPE_TR("core", "a superscript is a whole number"));
        token.number = *value;
        return token;
    }

    FormulaToken number()
    {
        std::size_t length = 0;
        const auto digits = [&] {
            while (length < m_rest.size() && isDigit(m_rest[length]))
                ++length;
        };
        digits();
        if (length < m_rest.size() && m_rest[length] == '.') {
            ++length;
            digits();
        }
        if (length < m_rest.size() && (m_rest[length] == 'e' || m_rest[length] == 'E')) {
            std::size_t exponent = length + 1;
            if (exponent < m_rest.size() && (m_rest[exponent] == '+' || m_rest[exponent] == '-'))
                ++exponent;
            if (exponent < m_rest.size() && isDigit(m_rest[exponent])) {
                length = exponent;
                digits();
            }
        }
        const std::optional<double> value = parseNumber(m_rest.substr(0, length));
        if (!value || *value > formula_limits::largest || (*value != 0 && *value < 1 / formula_limits::largest))
            throw FormulaError(m_position, ACTISCOPE_TR("core", "numbers go from 1e-30 to 1e30"));
        FormulaToken token = taken(FormulaToken::Kind::Number, m_rest.substr(0, length), length);
        token.number = *value;
        return token;
    }

    std::string_view m_rest;
    std::size_t m_position = 0;
    std::vector<FormulaToken> m_tokens;
};

} // namespace

std::vector<FormulaToken> formulaTokens(std::string_view text)
{
    return Tokenizer(text).read();
}

} // namespace actiscope
