// A formula and its derivative by x as they are computed, by GiNaC.
#pragma once

#include "core/activations/formula_graph.h"

namespace actiscope {

/** Places in a graph. */
struct FormulaPair {
    int value = 0;
    int derivative = 0;
};

/** The formula at `root` in its stable form (core/activations/formula_stable.h) and df/dx of it, whose nodes are added to `graph`. The same formula
 *  gives the same nodes in every process.
 *  Throws FormulaError at character 0 when the derivative is too long or cannot be computed. Any thread may call it; its work is
 *  done by one thread at a time and nothing of GiNaC's is kept. */
FormulaPair stableWithDerivative(FormulaGraph &graph, int root);

} // namespace actiscope
