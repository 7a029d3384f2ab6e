#include "core/activations/formula_rows.h"

#include "core/activations/formula_grammar.h"
#include "core/base/names.h"

#include <vector>

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
    std::vector<std::string_view> ids;
    for (const Activation &row : rows)
        ids.push_back(row.id);
    const auto place = findName("activation", name, ids);
    return place ? &rows[*place] : nullptr;
}

} // namespace actiscope
