#include "core/activations/formula_parser.h"

#include "core/activations/formula_grammar.h"
#include "core/activations/formula_names.h"

#include <algorithm>

namespace actiscope {
namespace {

/** Of a and b those that occur, in this order. */
std::vector<std::string> parametersIn(const std::vector<FormulaToken> &tokens)
{
    std::vector<std::string> found;
    for (const char *name : {"a", "b"}) {
        const auto isIt = [name](const FormulaToken &token) {
            return token.kind == FormulaToken::Kind::Name && foldedName(token.text) == name;
        };
        if (std::ranges::any_of(tokens, isIt))
            found.emplace_back(name);
    }
    return found;
}

bool usesInput(const FormulaGraph &graph, int root)
{
    const std::vector<bool> used = graph.usedBy(root);
    for (std::size_t place = 0; place < used.size(); ++place) {
        if (used[place] && graph.nodes()[place].operation == FormulaOperation::Input)
            return true;
    }
    return false;
}

} // namespace

ParsedFormula parseAnyFormula(std::string_view text)
{
    ParsedFormula parsed;
    parsed.parameters = parametersIn(formulaTokens(text));
    FormulaScope scope;
    scope.values["x"] = parsed.graph.input();
    for (std::size_t k = 0; k < parsed.parameters.size(); ++k)
        scope.values[parsed.parameters[k]] = parsed.graph.parameter(static_cast<int>(k));
    FormulaGrammar grammar(text, parsed.graph, std::move(scope));
    parsed.root = grammar.read();
    parsed.text = grammar.text();
    return parsed;
}

ParsedFormula parseFormula(std::string_view text)
{
    ParsedFormula parsed = parseAnyFormula(text);
    if (!usesInput(parsed.graph, parsed.root))
        throw FormulaError(0, ACTISCOPE_TR("core", "the formula has to depend on x"));
    return parsed;
}

} // namespace actiscope
