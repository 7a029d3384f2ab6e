#include "core/formula_rows.h"

#include "core/formula_grammar.h"
#include "core/formula_names.h"

#include <algorithm>

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

const Activation *rowNamed(std::string_view name)
{
    const auto rows = activations();
    const auto found = std::ranges::find_if(rows, [folded = foldedName(name)](const Activation &row) { return foldedName(row.id) == folded; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace actiscope
