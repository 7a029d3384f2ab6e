#include "core/activations/formula_derivative.h"

#include "core/activations/formula_algebra.h"
#include "core/activations/formula_error.h"
#include "core/activations/formula_reader.h"
#include "core/activations/formula_scaled.h"
#include "core/activations/formula_stable.h"

#include <algorithm>
#include <array>

namespace actiscope {
namespace {

/** Whether something in the formula overflows soon, or becomes 0 or constant. */
bool hasExponential(const FormulaGraph &graph, int root)
{
    using enum FormulaOperation;
    constexpr std::array soon{Exp, Expm1, Sinh, Cosh, Erf, Erfc};
    const std::vector<bool> used = graph.usedBy(root);
    for (std::size_t place = 0; place < used.size(); ++place) {
        const FormulaOperation operation = graph.nodes()[place].operation;
        if (used[place] && std::ranges::find(soon, operation) != soon.end())
            return true;
    }
    return false;
}

FormulaPair differentiated(FormulaGraph &graph, int root)
{
    const FormulaSymbols symbols;
    FormulaReader reader(graph, symbols, FormulaReader::Of::Value);
    FormulaReader slopes(graph, symbols, FormulaReader::Of::Slope);
    FormulaStabilizer stable(reader);
    const GiNaC::ex written = toAlgebra(graph, root, symbols);
    const GiNaC::ex value = stable(written);
    FormulaScaler scaler(reader);
    const GiNaC::ex computed = scaler(value);
    const GiNaC::ex derivative = scaler(stable(value.diff(symbols.x)));
    // What needs no other form is computed as it was written; but where exponentials are, GiNaC may have cancelled some.
    const bool isAsWritten = computed.is_equal(written) && !hasExponential(graph, root);
    return {.value = isAsWritten ? root : reader.read(computed), .derivative = slopes.read(derivative)};
}

} // namespace

FormulaPair stableWithDerivative(FormulaGraph &graph, int root)
{
    const std::lock_guard lock(formulaAlgebraLock());
    try {
        return differentiated(graph, root);
    } catch (const FormulaError &) {
        throw;
    } catch (const std::exception &) { // GiNaC's and CLN's: a pole, an overflow
        throw FormulaError(0, ACTISCOPE_TR("core", "this has no finite value or slope"));
    }
}

} // namespace actiscope
