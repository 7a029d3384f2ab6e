#include "core/activations/formula_rows.h"

#include "core/activations/builtin_activations.h"
#include "core/activations/formula_grammar.h"

#include <utility>

namespace actiscope {
namespace {

FormulaScope scopeOf(const FormulaCall &call)
{
    return {.values = {{"x", call.argument}, {"p0", call.parameters[0]}, {"p1", call.parameters[1]}}, .isVocabulary = true};
}

} // namespace

int rowValue(FormulaGraph &graph, const FormulaCall &call)
{
    const auto before = static_cast<int>(graph.nodes().size());
    const int value = FormulaGrammar(activations()[call.row].source.value, graph, scopeOf(call)).read();
    if (value >= before) // what was there already, as x itself, is no call
        graph.setCall(value, call);
    return value;
}

int rowSlope(FormulaGraph &graph, const FormulaCall &call)
{
    FormulaScope scope = scopeOf(call);
    scope.values["y"] = rowValue(graph, call);
    return FormulaGrammar(activations()[call.row].source.derivative, graph, std::move(scope)).read();
}

} // namespace actiscope
