// Formulas in GiNaC's terms, where sums and products are flat lists in one order: brackets and the order of writing are gone.
// GiNaC counts references without locks: whoever calls anything here holds formulaAlgebraLock().
#pragma once

#include "core/activations/activation.h"
#include "core/activations/formula_graph.h"

#include <ginac/ginac.h>

#include <array>
#include <mutex>

namespace actiscope {

std::mutex &formulaAlgebraLock();

/** What stands for x, a and b. */
struct FormulaSymbols {
    GiNaC::realsymbol x{"x"};
    std::array<GiNaC::realsymbol, maxActivationParameters> parameters{GiNaC::realsymbol("a"), GiNaC::realsymbol("b")};
};

/** A number as GiNaC's float, which never grows into an integer of a million digits. */
GiNaC::ex algebraNumber(double value);

/** A row of core/activations/formula_operations.def applied to arguments. GiNaC knows its derivative and nothing else of it, so that it
 *  neither unrolls nor rewrites what is stable. */
GiNaC::ex algebraCall(FormulaOperation operation, GiNaC::exvector arguments);
/** The same of a function of one argument. */
GiNaC::ex unaryCall(FormulaOperation operation, const GiNaC::ex &u);
bool isAlgebraCall(const GiNaC::ex &expression, FormulaOperation operation);
/** Which row a function is; nothing for a call of a built-in activation. */
FormulaOperation operationOfCall(const GiNaC::ex &function);

/** What a call of a built-in activation is in GiNaC's terms: a function of the row's number, the argument and the parameters. */
bool isRowValue(const GiNaC::ex &function);
bool isRowSlope(const GiNaC::ex &function);

/** The terms of a sum, the factors of a product; of anything else itself. */
GiNaC::exvector termsOf(const GiNaC::ex &sum);
GiNaC::exvector factorsOf(const GiNaC::ex &product);

/** The formula at `root` of `graph`. */
GiNaC::ex toAlgebra(const FormulaGraph &graph, int root, const FormulaSymbols &symbols);

} // namespace actiscope
