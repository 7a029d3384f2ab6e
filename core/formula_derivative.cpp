#include "core/formula_derivative.h"

#include "core/formula_algebra.h"
#include "core/formula_parser.h"
#include "core/formula_reader.h"
#include "core/formula_stable.h"

namespace actiscope {
namespace {

FormulaPair differentiated(FormulaGraph &graph, int root)
{
    const FormulaSymbols symbols;
    FormulaReader reader(graph, symbols);
    FormulaStabilizer stable(reader);
    const GiNaC::ex written = toAlgebra(graph, root, symbols);
    const GiNaC::ex value = stable(written);
    const GiNaC::ex derivative = stable(value.diff(symbols.x));
    // what needs no other form is computed as it was written
    return {.value = value.is_equal(written) ? root : reader.read(value), .derivative = reader.read(derivative)};
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
