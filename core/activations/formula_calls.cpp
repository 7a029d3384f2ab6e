// The grammar of names: values, functions with and without brackets, |x| and √x.
#include "core/activations/builtin_activations.h"
#include "core/activations/formula_grammar.h"

#include "core/activations/formula_error.h"
#include "core/activations/formula_rows.h"
#include "core/base/number_text.h"

#include <algorithm>

namespace actiscope {

using enum FormulaOperation;

bool FormulaGrammar::isFunction(const FormulaToken &token) const
{
    return token.kind == FormulaToken::Kind::Name && !m_scope.values.contains(foldedName(token.text))
           && formulaName(token.text).isFunction();
}

FormulaGrammar::Part FormulaGrammar::bars()
{
    const FormulaToken opening = takeAs("abs(");
    m_groups.push_back('|');
    const Part inner = conditional();
    close(opening, "|");
    return checked(m_graph.apply(Abs, {value(inner)}), opening.position);
}

/** √2x is √2·x: the root is of what is written next to it. */
FormulaGrammar::Part FormulaGrammar::root()
{
    const Level level(*this);
    const FormulaToken sign = takeAs("sqrt(");
    const bool isBracketed = current().is("(");
    const Part inner = primary();
    m_out.push_back(")");
    if (!isBracketed && (current().is("^") || current().kind == FormulaToken::Kind::Superscript))
        throw FormulaError(sign.position, ACTISCOPE_TR("core", "this can be read in two ways; write √(x^2) or (√x)^2"));
    return checked(m_graph.apply(Sqrt, {value(inner)}), sign.position);
}

FormulaGrammar::Part FormulaGrammar::named()
{
    const std::string key = m_scope.isVocabulary ? current().text : foldedName(current().text);
    if (const auto known = m_scope.values.find(key); known != m_scope.values.end())
        return {.place = known->second, .position = takeAs(known->first).position};
    FormulaName meaning;
    if (!m_scope.isVocabulary)
        meaning = formulaName(key);
    else if (const FormulaFunction *function = functionOfWord(key))
        meaning = {.text = key, .constant = {}, .function = function};
    const bool isChoice = key == "where" || key == "if" || key == "SEL";
    const bool isLiteral = m_scope.isVocabulary && key == "LIT";
    if (meaning.constant)
        return {.place = m_graph.number(*meaning.constant), .position = takeAs(meaning.text).position};
    if (!meaning.isFunction() && !isChoice && !isLiteral)
        throw FormulaError(current().position, unknownFormulaName(current().text));
    const FormulaToken name = takeAs(isChoice ? "where" : meaning.text);
    if (isChoice)
        return where(name, arguments(name));
    return isLiteral ? arguments(name).front() : functionNamed(name, meaning);
}

FormulaGrammar::Part FormulaGrammar::functionNamed(const FormulaToken &token, const FormulaName &name)
{
    const int exponent = exponentOfName(token);
    const std::vector<Part> given = current().is("(") ? arguments(token) : bareArgument(token, name);
    const Part result = call(token, name, given);
    if (exponent == 1)
        return result;
    m_out.push_back("^" + std::to_string(exponent));
    return power(value(result), {.place = m_graph.number(exponent), .position = token.position}, token.position);
}

int FormulaGrammar::exponentOfName(const FormulaToken &name)
{
    const bool isSign = current().is("^");
    if (!isSign && current().kind != FormulaToken::Kind::Superscript)
        return 1;
    const FormulaToken &number = isSign ? following() : current();
    const bool isInRange = number.number >= 1 && number.number <= formula_limits::exponent; // before it is made an int
    const bool isWhole =
        (number.kind == FormulaToken::Kind::Number || !isSign) && isInRange && number.number == static_cast<int>(number.number);
    if (!isWhole)
        throw FormulaError(
            current().position,
            {ACTISCOPE_TR("core", "powers of functions are written as %1(x)^2; inverse functions are asin, acos, atan, log and the like"),
             {name.text}});
    const int exponent = static_cast<int>(number.number);
    m_next += isSign ? 2 : 1;
    return exponent;
}

std::vector<FormulaGrammar::Part> FormulaGrammar::arguments(const FormulaToken &name)
{
    const FormulaToken opening = current();
    if (!takeIf("("))
        throw FormulaError(opening.position, {ACTISCOPE_TR("core", "%1 wants brackets, as %2"), {name.text, name.text + "(…)"}});
    m_groups.push_back('(');
    m_commas.clear();
    std::vector<std::size_t> commas = {opening.position};
    std::vector<Part> found;
    do {
        if (!found.empty())
            commas.push_back(m_tokens[m_next - 1].position);
        found.push_back(conditional());
    } while (takeIf(","));
    close(opening, ")");
    commas.push_back(m_tokens[m_next - 1].position);
    m_commas = std::move(commas);
    return found;
}

/** Without brackets a function takes what follows up to the next sign or function: sin 2x cos x is sin(2x)*cos(x). */
std::vector<FormulaGrammar::Part> FormulaGrammar::bareArgument(const FormulaToken &name, const FormulaName &meaning)
{
    const bool takesOne = meaning.row || (meaning.function ? meaning.function->arity : meaning.shorthand->arity) == 1;
    const bool begins = startsFactor() || current().kind == FormulaToken::Kind::Number || current().is("-");
    if (!takesOne || !begins || m_scope.isVocabulary)
        throw FormulaError(current().position,
                           {ACTISCOPE_TR("core", "%1 wants brackets, as %2"), {name.text, name.text + (takesOne ? "(x)" : "(a*x, x)")}});
    m_out.push_back("(");
    const Level level(*this);
    const std::size_t position = current().position;
    int whole = value(signedPower());
    while (startsFactor() && !isFunction(current())) {
        m_out.push_back("*");
        whole = checked(m_graph.apply(Multiply, {whole, value(signedPower())}), position).place;
    }
    m_out.push_back(")");
    m_commas = {position, position};
    return {{.place = whole, .position = position}};
}

FormulaGrammar::Part FormulaGrammar::call(const FormulaToken &name, const FormulaName &meaning, const std::vector<Part> &arguments)
{
    const bool isMore = meaning.function && arguments.size() > meaning.function->arity; // as softplus(x, 2)
    if (meaning.function && !(meaning.row && isMore))
        return callFunction(name, *meaning.function, arguments);
    return meaning.shorthand ? callShorthand(name, *meaning.shorthand, arguments) : callRow(name, *meaning.row, arguments);
}

FormulaGrammar::Part FormulaGrammar::callFunction(const FormulaToken &name, const FormulaFunction &function,
                                                  const std::vector<Part> &arguments)
{
    if (arguments.size() != function.arity)
        wrongCount(name, arguments.size(), function.arity, function.arity);
    std::vector<int> places;
    for (const Part &argument : arguments)
        places.push_back(value(argument));
    if (function.operation == Power)
        return power(places[0], {.place = places[1], .position = arguments[1].position}, name.position);
    return checked(m_graph.apply(function.operation, places), name.position);
}

FormulaGrammar::Part FormulaGrammar::callShorthand(const FormulaToken &name, const FormulaShorthand &shorthand,
                                                   const std::vector<Part> &arguments)
{
    if (arguments.size() != shorthand.arity)
        wrongCount(name, arguments.size(), shorthand.arity, shorthand.arity);
    constexpr std::array names = {"x", "a", "b"};
    FormulaScope scope;
    for (std::size_t k = 0; k < arguments.size(); ++k)
        scope.values[names[k]] = value(arguments[k]);
    try {
        return checked(FormulaGrammar(shorthand.text, m_graph, std::move(scope)).read(), name.position);
    } catch (const FormulaError &error) {
        throw FormulaError(name.position, error.message());
    }
}

FormulaGrammar::Part FormulaGrammar::callRow(const FormulaToken &name, const Activation &row, const std::vector<Part> &arguments)
{
    if (arguments.size() > row.parameters.size() + 1)
        wrongCount(name, arguments.size(), 1, row.parameters.size() + 1);
    FormulaCall call{.row = static_cast<std::size_t>(&row - activations().data()), .argument = value(arguments.front())};
    for (std::size_t k = 0; k < row.parameters.size(); ++k)
        call.parameters[k] = k + 1 < arguments.size() ? rowParameter(name, row.parameters[k], arguments[k + 1])
                                                      : m_graph.number(row.parameters[k].defaultValue);
    for (std::size_t k = row.parameters.size(); k < call.parameters.size(); ++k)
        call.parameters[k] = m_graph.number(0);
    try {
        return checked(rowValue(m_graph, call), name.position);
    } catch (const FormulaError &error) {
        throw FormulaError(name.position, error.message());
    }
}

int FormulaGrammar::rowParameter(const FormulaToken &name, const ActivationParameter &parameter, const Part &argument)
{
    const int place = value(argument);
    const std::vector<bool> used = m_graph.usedBy(place);
    for (std::size_t other = 0; other < used.size(); ++other) {
        if (used[other] && m_graph.nodes()[other].operation == Input)
            throw FormulaError(argument.position, {ACTISCOPE_TR("core", "%1 of %2 cannot depend on x"), {parameter.name, name.text}});
    }
    const double number = m_graph.node(place).number;
    if (m_graph.isNumber(place) && !(number >= parameter.minimum && number <= parameter.maximum))
        throw FormulaError(argument.position, {ACTISCOPE_TR("core", "%1 is a number from %2 to %3"),
                                               {parameter.name, numberText(parameter.minimum), numberText(parameter.maximum)}});
    return place;
}

FormulaGrammar::Part FormulaGrammar::where(const FormulaToken &name, const std::vector<Part> &arguments)
{
    if (arguments.size() != 3)
        wrongCount(name, arguments.size(), 3, 3);
    if (!arguments[0].isCondition())
        throw FormulaError(arguments[0].position, ACTISCOPE_TR("core", "a comparison was expected first, as in where(x < 0, a*x, x)"));
    return checked(chosen(arguments[0], value(arguments[1]), value(arguments[2])), name.position);
}

void FormulaGrammar::wrongCount(const FormulaToken &name, std::size_t given, std::size_t fewest, std::size_t most) const
{
    const std::size_t position = given > most ? m_commas[most] : m_commas.back();
    if (most == 1)
        throw FormulaError(position, {ACTISCOPE_TR("core", "%1 takes 1 argument; the decimal sign is '.', not ','"), {name.text}});
    if (fewest < most)
        throw FormulaError(position, {ACTISCOPE_TR("core", "%1 takes from %2 to %3 arguments; the decimal sign is '.', not ','"),
                                      {name.text, std::to_string(fewest), std::to_string(most)}});
    throw FormulaError(position, {ACTISCOPE_TR("core", "%1 takes %2 arguments, separated by ','; the decimal sign is '.'"),
                                  {name.text, std::to_string(most)}});
}

} // namespace actiscope
