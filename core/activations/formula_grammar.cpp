#include "core/activations/formula_grammar.h"

#include "core/activations/formula_error.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

using enum FormulaOperation;

FormulaGrammar::Level::Level(FormulaGrammar &grammar) : m_grammar(grammar)
{
    if (++m_grammar.m_depth > formula_limits::depth)
        throw FormulaError(m_grammar.current().position,
                           {ACTISCOPE_TR("core", "this is nested too deeply; at most %1 brackets in one another"),
                            {std::to_string(formula_limits::depth / 2)}});
}

FormulaGrammar::FormulaGrammar(std::string_view text, FormulaGraph &graph, FormulaScope scope)
    : m_tokens(formulaTokens(text)), m_graph(graph), m_scope(std::move(scope))
{
}

int FormulaGrammar::read()
{
    if (current().kind == FormulaToken::Kind::End)
        throw FormulaError(0, ACTISCOPE_TR("core", "a formula in x was expected, as x*sigmoid(b*x)"));
    const int root = value(conditional());
    if (current().kind != FormulaToken::Kind::End)
        unexpected();
    return root;
}

std::string FormulaGrammar::text() const
{
    std::string all;
    for (const std::string &part : m_out)
        all += part;
    return all;
}

FormulaToken FormulaGrammar::takeAs(std::string text)
{
    m_out.push_back(std::move(text));
    return m_tokens[m_next++];
}

bool FormulaGrammar::takeIf(std::string_view sign)
{
    if (!current().is(sign))
        return false;
    take();
    return true;
}

bool FormulaGrammar::isWord(std::string_view word) const
{
    return current().kind == FormulaToken::Kind::Name && foldedName(current().text) == word;
}

bool FormulaGrammar::isComparison() const
{
    return std::ranges::any_of(std::array{"<", "<=", ">", ">=", "==", "!="}, [this](const char *sign) { return current().is(sign); });
}

bool FormulaGrammar::isOr() const
{
    return isWord("or") || (current().is("|") && following().is("|") && following().position == current().position + 1 && !isInBars());
}

/** After a condition a single bar, too: (x > 0)|(x < -1). */
bool FormulaGrammar::isBarAfter(const Part &part) const
{
    return part.isCondition() && current().is("|") && !isInBars();
}

bool FormulaGrammar::startsFactor() const
{
    if (current().kind == FormulaToken::Kind::Name)
        return !isWord("and") && !isWord("or") && !isWord("if") && !isWord("else");
    return current().is("(") || current().is("√") || (current().is("|") && !isInBars() && !isOr());
}

void FormulaGrammar::unexpected() const
{
    const FormulaToken &token = current();
    using enum FormulaToken::Kind;
    if (token.kind == End)
        throw FormulaError(token.position, ACTISCOPE_TR("core", "the formula ends where a number, x or a function was expected"));
    if (token.is(","))
        throw FormulaError(token.position,
                           ACTISCOPE_TR("core", "',' only separates the arguments of functions, as of max; the decimal sign is '.'"));
    if (token.is(")"))
        throw FormulaError(token.position, ACTISCOPE_TR("core", "this bracket closes nothing, or something is missing before it"));
    if (isWord("if") || isWord("else"))
        throw FormulaError(token.position, ACTISCOPE_TR("core", "choices are written as x < 0 ? a*x : x, or where(x < 0, a*x, x)"));
    const bool endsValue = m_next > 0 && (m_tokens[m_next - 1].kind != Sign || m_tokens[m_next - 1].is(")"));
    if (endsValue && token.kind == Number)
        throw FormulaError(
            token.position,
            {ACTISCOPE_TR("core", "a sign is missing before '%1'; products are written with '*', powers with '^'"), {token.text}});
    throw FormulaError(token.position, {ACTISCOPE_TR("core", "'%1' was not expected here; a number, x or a function was"), {token.text}});
}

int FormulaGrammar::value(const Part &part)
{
    return part.isCondition() ? chosen(part, m_graph.number(1), m_graph.number(0)) : part.place;
}

int FormulaGrammar::chosen(const Part &condition, int where, int otherwise)
{
    if (condition.isNegated)
        std::swap(where, otherwise);
    return m_graph.apply(condition.comparison, {condition.left, condition.right, where, otherwise});
}

FormulaGrammar::Part FormulaGrammar::checked(int place, std::size_t position) const
{
    const double number = m_graph.node(place).number;
    if (m_graph.isNumber(place) && !(std::abs(number) <= formula_limits::largest))
        throw FormulaError(position, std::isfinite(number) ? ACTISCOPE_TR("core", "this is larger than 1e30")
                                                           : ACTISCOPE_TR("core", "this has no finite value"));
    if (m_graph.size(place) > formula_limits::operations)
        throw FormulaError(position, {ACTISCOPE_TR("core", "the formula is too long; at most %1 operations"),
                                      {std::to_string(formula_limits::operations)}});
    return {.place = place, .position = position};
}

FormulaGrammar::Part FormulaGrammar::conditional()
{
    const Level level(*this);
    const Part condition = disjunction();
    if (!current().is("?"))
        return condition;
    const std::size_t position = take().position;
    requireCondition(condition, position);
    const int where = value(conditional());
    if (!takeIf(":"))
        throw FormulaError(current().position, ACTISCOPE_TR("core", "':' was expected, and what holds otherwise, as in x < 0 ? a*x : x"));
    const int otherwise = value(conditional());
    return checked(chosen(condition, where, otherwise), position);
}

void FormulaGrammar::requireCondition(const Part &part, std::size_t position) const
{
    if (!part.isCondition())
        throw FormulaError(position, ACTISCOPE_TR("core", "a comparison was expected before '?', as in x < 0 ? a*x : x"));
}

FormulaGrammar::Part FormulaGrammar::disjunction()
{
    Part left = conjunction();
    while (isOr() || isBarAfter(left)) {
        const std::size_t position = takeAs("||").position;
        m_next += current().is("|") && current().position == position + 1; // the second one of "||"
        left = joined(Add, left, conjunction(), position);
    }
    return left;
}

FormulaGrammar::Part FormulaGrammar::conjunction()
{
    Part left = negation();
    while (current().is("&") || isWord("and")) {
        const std::size_t position = takeAs("&&").position;
        left = joined(Multiply, left, negation(), position);
    }
    return left;
}

FormulaGrammar::Part FormulaGrammar::joined(FormulaOperation operation, const Part &left, const Part &right, std::size_t position)
{
    if (!left.isCondition() || !right.isCondition())
        throw FormulaError(position, ACTISCOPE_TR("core", "comparisons were expected on both sides, as in x > -1 and x < 1"));
    const int both = checked(m_graph.apply(operation, {value(left), value(right)}), position).place;
    return {.position = position, .comparison = Less, .left = m_graph.number(0), .right = both};
}

FormulaGrammar::Part FormulaGrammar::negation()
{
    if (!current().is("!") && !isWord("not"))
        return comparison();
    const Level level(*this);
    const std::size_t position = takeAs("!").position;
    Part condition = negation();
    if (!condition.isCondition())
        throw FormulaError(position, ACTISCOPE_TR("core", "a comparison was expected after 'not', as in not x < 0"));
    condition.isNegated = !condition.isNegated;
    return condition;
}

/** "u < v" and the like; 0 < x < 1 is both. */
FormulaGrammar::Part FormulaGrammar::comparison()
{
    Part left = sum();
    if (!isComparison())
        return left;
    Part all;
    bool isFirst = true;
    while (isComparison()) {
        const FormulaToken sign = take();
        const Part right = sum();
        const Part next = compared(sign, value(left), value(right));
        all = isFirst ? next : joined(Multiply, all, next, sign.position);
        isFirst = false;
        left = right;
    }
    return all;
}

/** What is greater is written the other way round, so that NaN always takes the second branch. */
FormulaGrammar::Part FormulaGrammar::compared(const FormulaToken &sign, int u, int v) const
{
    const bool isTurned = sign.is(">") || sign.is(">=");
    const bool isEquality = sign.is("==") || sign.is("!=");
    return {.position = sign.position,
            .comparison = isEquality              ? Equal
                          : sign.text.size() == 1 ? Less
                                                  : LessEqual,
            .left = isTurned ? v : u,
            .right = isTurned ? u : v,
            .isNegated = sign.is("!=")};
}

FormulaGrammar::Part FormulaGrammar::sum()
{
    Part left = product();
    while (current().is("+") || current().is("-")) {
        const FormulaToken sign = take();
        const int u = value(left);
        left = checked(m_graph.apply(sign.is("+") ? Add : Subtract, {u, value(product())}), sign.position);
    }
    return left;
}

/** A product without a sign binds as one with it: 1/2x is (1/2)*x. */
FormulaGrammar::Part FormulaGrammar::product()
{
    Part left = signedPower();
    while (current().is("*") || current().is("/") || (startsFactor() && !isBarAfter(left))) {
        const bool isQuotient = current().is("/");
        const std::size_t position = current().position;
        if (isQuotient || current().is("*"))
            take();
        else
            m_out.push_back("*");
        const int u = value(left);
        const int v = value(signedPower());
        if (isQuotient && m_graph.isNumber(v, 0))
            throw FormulaError(position, ACTISCOPE_TR("core", "this divides by 0"));
        left = checked(m_graph.apply(isQuotient ? Divide : Multiply, {u, v}), position);
    }
    return left;
}

/** Powers bind more tightly than a sign before them, and from right to left: -x^2 is -(x^2). */
FormulaGrammar::Part FormulaGrammar::signedPower()
{
    const Level level(*this);
    const std::size_t position = current().position;
    if (takeIf("-"))
        return checked(m_graph.apply(Negate, {value(signedPower())}), position);
    if (takeIf("+"))
        return {.place = value(signedPower()), .position = position};
    const Part base = raised();
    if (!current().is("^"))
        return base;
    const FormulaToken sign = take();
    const int u = value(base);
    const Part exponent = signedPower();
    return power(u, {.place = value(exponent), .position = exponent.position}, sign.position);
}

/** With superscripts, which bind more tightly than '^'. */
FormulaGrammar::Part FormulaGrammar::raised()
{
    const std::size_t start = m_out.size();
    Part base = primary();
    bool isRaised = false;
    while (current().kind == FormulaToken::Kind::Superscript) {
        if (isRaised)
            wrap(start);
        const FormulaToken token = take();
        base = power(value(base), {.place = m_graph.number(token.number), .position = token.position}, token.position);
        isRaised = true;
    }
    if (isRaised && current().is("^"))
        wrap(start);
    return base;
}

FormulaGrammar::Part FormulaGrammar::power(int base, const Part &exponent, std::size_t position)
{
    if (m_graph.isNumber(exponent.place) && !(std::abs(m_graph.node(exponent.place).number) <= formula_limits::exponent))
        throw FormulaError(exponent.position, ACTISCOPE_TR("core", "exponents go from -100 to 100"));
    return checked(m_graph.apply(Power, {base, exponent.place}), position);
}

FormulaGrammar::Part FormulaGrammar::primary()
{
    if (current().kind == FormulaToken::Kind::Number) {
        const FormulaToken token = take();
        return {.place = m_graph.number(token.number), .position = token.position};
    }
    if (current().kind == FormulaToken::Kind::Name)
        return named();
    if (current().is("("))
        return group();
    if (current().is("|"))
        return bars();
    if (current().is("√"))
        return root();
    unexpected();
}

FormulaGrammar::Part FormulaGrammar::group()
{
    const FormulaToken opening = take();
    m_groups.push_back('(');
    const Part inner = conditional();
    close(opening, ")");
    return inner;
}

void FormulaGrammar::close(const FormulaToken &opening, std::string_view sign)
{
    m_groups.pop_back();
    if (current().is(sign)) {
        takeAs(")");
        return;
    }
    if (current().kind != FormulaToken::Kind::End)
        unexpected();
    throw FormulaError(opening.position,
                       sign == "|" ? ACTISCOPE_TR("core", "this bar is not closed; |x| is abs(x), and either of two conditions is 'or'")
                                   : ACTISCOPE_TR("core", "this bracket is not closed"));
}

void FormulaGrammar::wrap(std::size_t from)
{
    m_out.insert(m_out.begin() + static_cast<std::ptrdiff_t>(from), "(");
    m_out.push_back(")");
}

} // namespace actiscope
