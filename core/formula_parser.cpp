#include "core/formula_parser.h"

#include "core/edit_distance.h"
#include "core/formula_tokens.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace actiscope {
namespace {

using enum FormulaOperation;

constexpr std::array<std::string_view, 5> plainNames = {"x", "a", "b", "pi", "e"};

const FormulaFunction *findFunction(std::string_view name)
{
    const auto all = formulaFunctions();
    const auto found = std::ranges::find_if(all, [name](const FormulaFunction &f) { return f.isTyped && f.text == name; });
    return found == all.end() ? nullptr : &*found;
}

/** How far a misspelt name is from one that exists; letters in the wrong order are nothing. */
std::size_t nameDistance(std::string_view candidate, std::string_view name)
{
    return candidate.size() == name.size() && std::ranges::is_permutation(candidate, name) ? 0 : editDistance(candidate, name);
}

Message unknownName(const std::string &name)
{
    std::string nearest(plainNames.front());
    std::size_t distance = nameDistance(nearest, name);
    const auto consider = [&](std::string_view candidate) {
        if (nameDistance(candidate, name) < distance) {
            distance = nameDistance(candidate, name);
            nearest = candidate;
        }
    };
    std::ranges::for_each(plainNames, consider);
    std::string functions;
    for (const FormulaFunction &function : formulaFunctions()) {
        if (!function.isTyped)
            continue;
        consider(function.text);
        functions.append(functions.empty() ? "" : " ").append(function.text);
    }
    const std::string shown = name.size() > 20 ? name.substr(0, 20) + "…" : name;
    const bool isProduct = name.size() > 1 && name.find_first_not_of("xab") == std::string::npos;
    if (isProduct)
        return {ACTISCOPE_TR("core", "there is no '%1'; products are written with '*'"), {shown}};
    if (distance <= 2 && distance < name.size())
        return {ACTISCOPE_TR("core", "there is no '%1'; did you mean '%2'?"), {shown, nearest}};
    return {ACTISCOPE_TR("core", "there is no '%1'; names are x, a, b, pi, e and %2"), {shown, functions}};
}

/** A part of the formula: a value, or a condition that only "?" can take. */
struct Part {
    int place = -1; ///< of the value
    std::size_t position = 0;
    FormulaOperation comparison = Number; ///< of a condition
    int left = -1;
    int right = -1;

    bool isCondition() const { return place < 0; }
};

class Parser {
public:
    explicit Parser(std::string_view text) : m_tokens(formulaTokens(text)) {}

    ParsedFormula read()
    {
        if (current().kind == FormulaToken::Kind::End)
            throw FormulaError(0, ACTISCOPE_TR("core", "a formula in x was expected, as x*sigmoid(b*x)"));
        collectParameters();
        const int root = value(conditional());
        if (current().kind != FormulaToken::Kind::End)
            unexpected();
        m_result.root = root;
        if (!usesInput())
            throw FormulaError(0, ACTISCOPE_TR("core", "the formula has to depend on x"));
        for (const FormulaToken &token : m_tokens)
            m_result.text += token.text;
        return std::move(m_result);
    }

private:
    const FormulaToken &current() const { return m_tokens[m_next]; }
    FormulaToken take() { return m_tokens[m_next++]; }

    bool takeIf(std::string_view sign)
    {
        const bool is = current().is(sign);
        m_next += is ? 1 : 0;
        return is;
    }

    /** Counts how deep the parts lie in one another while it lives. */
    struct Level {
        Level(Parser &parser) : m_parser(parser)
        {
            if (++m_parser.m_depth > formula_limits::depth)
                throw FormulaError(m_parser.current().position, {ACTISCOPE_TR("core", "this is nested too deeply; at most %1 brackets in one another"),
                                                                 {std::to_string(formula_limits::depth / 2)}});
        }
        ~Level() { --m_parser.m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        Parser &m_parser;
    };

    void collectParameters()
    {
        for (const std::string name : {"a", "b"}) {
            if (std::ranges::any_of(m_tokens, [&](const FormulaToken &t) { return t.kind == FormulaToken::Kind::Name && t.text == name; }))
                m_result.parameters.push_back(name);
        }
    }

    bool usesInput() const
    {
        const std::vector<bool> used = m_result.graph.usedBy(m_result.root);
        for (std::size_t place = 0; place < used.size(); ++place) {
            if (used[place] && m_result.graph.nodes()[place].operation == Input)
                return true;
        }
        return false;
    }

    [[noreturn]] void unexpected() const
    {
        const FormulaToken &token = current();
        using enum FormulaToken::Kind;
        if (token.kind == End)
            throw FormulaError(token.position, ACTISCOPE_TR("core", "the formula ends where a number, x or a function was expected"));
        if (token.is(","))
            throw FormulaError(token.position, ACTISCOPE_TR("core", "',' only separates the arguments of max, min and pow; the decimal sign is '.'"));
        if (token.is(")"))
            throw FormulaError(token.position, ACTISCOPE_TR("core", "this bracket closes nothing, or something is missing before it"));
        if (m_next > 0 && (token.kind != Sign || token.is("(")) && endsValue(m_tokens[m_next - 1]))
            throw FormulaError(token.position, {ACTISCOPE_TR("core", "a sign is missing before '%1'; products are written with '*'"), {token.text}});
        throw FormulaError(token.position, {ACTISCOPE_TR("core", "'%1' was not expected here; a number, x or a function was"), {token.text}});
    }

    static bool endsValue(const FormulaToken &token) { return token.kind != FormulaToken::Kind::Sign || token.is(")"); }

    /** The place of a part that has to be a number. */
    static int value(const Part &part)
    {
        if (part.isCondition())
            throw FormulaError(part.position, ACTISCOPE_TR("core", "a comparison is only a condition; write it as x < 0 ? a*x : x"));
        return part.place;
    }

    /** Checks what an operation at `position` gave. */
    Part checked(int place, std::size_t position) const
    {
        const double number = m_result.graph.node(place).number;
        if (m_result.graph.isNumber(place) && !(std::abs(number) <= formula_limits::largest))
            throw FormulaError(position, std::isfinite(number) ? ACTISCOPE_TR("core", "this is larger than 1e30")
                                                               : ACTISCOPE_TR("core", "this has no finite value"));
        if (m_result.graph.size(place) > formula_limits::operations)
            throw FormulaError(position, {ACTISCOPE_TR("core", "the formula is too long; at most %1 operations"), {std::to_string(formula_limits::operations)}});
        return {.place = place, .position = position};
    }

    Part conditional()
    {
        const Level level(*this);
        const Part condition = comparison();
        if (!current().is("?"))
            return condition;
        const std::size_t position = take().position;
        if (!condition.isCondition())
            throw FormulaError(position, ACTISCOPE_TR("core", "a comparison was expected before '?', as in x < 0 ? a*x : x"));
        const int chosen = value(conditional());
        if (!takeIf(":"))
            throw FormulaError(current().position, ACTISCOPE_TR("core", "':' was expected, and what holds otherwise, as in x < 0 ? a*x : x"));
        const int otherwise = value(conditional());
        return checked(m_result.graph.apply(condition.comparison, {condition.left, condition.right, chosen, otherwise}), position);
    }

    /** "u < v" and the like; what is greater is written the other way round, so that NaN always takes the second branch. */
    Part comparison()
    {
        const Part left = sum();
        const FormulaToken sign = current();
        const bool isLess = sign.is("<") || sign.is("<=");
        if (!isLess && !sign.is(">") && !sign.is(">="))
            return left;
        take();
        const int u = value(left);
        const int v = value(sum());
        if (current().is("<") || current().is("<=") || current().is(">") || current().is(">="))
            throw FormulaError(current().position, ACTISCOPE_TR("core", "one comparison at a time, as in x < -1 ? -1 : x < 1 ? x : 1"));
        return {.position = sign.position,
                .comparison = sign.text.size() == 1 ? Less : LessEqual,
                .left = isLess ? u : v,
                .right = isLess ? v : u};
    }

    Part sum()
    {
        Part left = product();
        while (current().is("+") || current().is("-")) {
            const FormulaToken sign = take();
            const int u = value(left);
            left = checked(m_result.graph.apply(sign.is("+") ? Add : Subtract, {u, value(product())}), sign.position);
        }
        return left;
    }

    Part product()
    {
        Part left = signedPower();
        while (current().is("*") || current().is("/")) {
            const FormulaToken sign = take();
            const int u = value(left);
            const int v = value(signedPower());
            if (sign.is("/") && m_result.graph.isNumber(v, 0))
                throw FormulaError(sign.position, ACTISCOPE_TR("core", "this divides by 0"));
            left = checked(m_result.graph.apply(sign.is("*") ? Multiply : Divide, {u, v}), sign.position);
        }
        return left;
    }

    /** Powers bind more tightly than a sign before them, and from right to left: -x^2 is -(x^2). */
    Part signedPower()
    {
        const Level level(*this);
        const std::size_t position = current().position;
        if (takeIf("-"))
            return checked(m_result.graph.apply(Negate, {value(signedPower())}), position);
        if (takeIf("+"))
            return {.place = value(signedPower()), .position = position};
        const Part base = primary();
        if (!current().is("^"))
            return base;
        const FormulaToken sign = take();
        const int u = value(base);
        const Part exponent = signedPower();
        return power(u, {.place = value(exponent), .position = exponent.position}, sign.position);
    }

    Part power(int base, const Part &exponent, std::size_t position)
    {
        const FormulaGraph &graph = m_result.graph;
        if (graph.isNumber(exponent.place) && !(std::abs(graph.node(exponent.place).number) <= formula_limits::exponent))
            throw FormulaError(exponent.position, ACTISCOPE_TR("core", "exponents go from -100 to 100"));
        return checked(m_result.graph.apply(Power, {base, exponent.place}), position);
    }

    Part primary()
    {
        const FormulaToken token = current();
        if (token.kind == FormulaToken::Kind::Number) {
            take();
            return {.place = m_result.graph.number(token.number), .position = token.position};
        }
        if (token.kind == FormulaToken::Kind::Name) {
            take();
            return named(token);
        }
        if (!token.is("("))
            unexpected();
        take();
        const Part inner = conditional();
        close(token);
        return inner;
    }

    void close(const FormulaToken &opening)
    {
        if (takeIf(")"))
            return;
        if (current().kind == FormulaToken::Kind::End)
            throw FormulaError(opening.position, ACTISCOPE_TR("core", "this bracket is not closed"));
        unexpected();
    }

    Part named(const FormulaToken &name)
    {
        FormulaGraph &graph = m_result.graph;
        const auto parameter = std::ranges::find(m_result.parameters, name.text);
        if (parameter != m_result.parameters.end())
            return {.place = graph.parameter(static_cast<int>(parameter - m_result.parameters.begin())), .position = name.position};
        if (name.text == "x")
            return {.place = graph.input(), .position = name.position};
        if (name.text == "pi" || name.text == "e")
            return {.place = graph.number(name.text == "e" ? std::numbers::e : std::numbers::pi), .position = name.position};
        const FormulaFunction *function = findFunction(name.text);
        if (!function)
            throw FormulaError(name.position, unknownName(name.text));
        return call(name, *function);
    }

    Part call(const FormulaToken &name, const FormulaFunction &function)
    {
        const FormulaToken opening = current();
        if (!takeIf("("))
            throw FormulaError(opening.position, {ACTISCOPE_TR("core", "%1 wants brackets, as %2"),
                                                  {name.text, name.text + (function.arity == 1 ? "(x)" : "(a*x, x)")}});
        std::vector<int> arguments;
        std::size_t lastPosition = 0;
        do {
            const std::size_t comma = m_tokens[m_next - 1].position;
            if (arguments.size() == function.arity)
                throw FormulaError(comma, {function.arity == 1 ? ACTISCOPE_TR("core", "%1 takes 1 argument; the decimal sign is '.', not ','")
                                                               : ACTISCOPE_TR("core", "%1 takes %2 arguments; the decimal sign is '.', not ','"),
                                           {name.text, std::to_string(function.arity)}});
            lastPosition = current().position;
            arguments.push_back(value(conditional()));
        } while (takeIf(","));
        close(opening);
        if (arguments.size() < function.arity)
            throw FormulaError(m_tokens[m_next - 1].position, {ACTISCOPE_TR("core", "%1 takes %2 arguments, separated by ','"),
                                                               {name.text, std::to_string(function.arity)}});
        if (function.operation == Power)
            return power(arguments[0], {.place = arguments[1], .position = lastPosition}, name.position);
        return checked(m_result.graph.apply(function.operation, arguments), name.position);
    }

    std::vector<FormulaToken> m_tokens;
    std::size_t m_next = 0;
    std::size_t m_depth = 0;
    ParsedFormula m_result;
};

} // namespace

ParsedFormula parseFormula(std::string_view text)
{
    return Parser(text).read();
}

} // namespace actiscope
