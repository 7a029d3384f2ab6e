// Built-in activations inside formulas: rows of core/activations/activations.def as nodes of a graph.
#pragma once

#include "core/activations/formula_graph.h"

namespace actiscope {

/** f of the row with the call's argument and parameters; notes the call at the new node, so that its slope is the row's own: that
 *  of PyTorch at kinks. */
int rowValue(FormulaGraph &graph, const FormulaCall &call);
/** f' of it. */
int rowSlope(FormulaGraph &graph, const FormulaCall &call);

} // namespace actiscope
