// The derivative of a formula by x, by GiNaC.
#pragma once

#include "core/formula_graph.h"

#include <vector>

namespace actiscope {

/** The place in `graph` of df/dx of the node at `root`, whose nodes are added. The same formula gives the same nodes in
 *  every process (GiNaC's own order of terms is another one each time).
 *  Throws FormulaError at character 0 when the derivative is too long or cannot be computed. Any thread may call it;
 *  GiNaC counts references without locks, so that all its work is done by one thread at a time and nothing of it is kept. */
int differentiate(FormulaGraph &graph, int root);

} // namespace actiscope
