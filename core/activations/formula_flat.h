// Slopes that are 0 because a branch is flat.
#pragma once

#include "core/activations/formula_graph.h"

#include <optional>

namespace actiscope {

/** A slope that is 0 on one side of a condition. */
struct FlatChoice {
    FormulaOperation comparison = FormulaOperation::Less;
    int left = 0;
    int right = 0;
    int open = 0; ///< what it is on the other side
    bool isOpenWhereHolds = true;

    /** The same choice with another value where it is open. */
    int with(FormulaGraph &graph, int value) const;
};

/** The node as such a choice, if it is one. */
std::optional<FlatChoice> flatChoice(FormulaGraph &graph, int place);

/** A node that is 0 where the one at `place` is 0 because all its branches are flat there, and greater than 0 elsewhere; the number
 *  1 where that never is. */
int whereOpen(FormulaGraph &graph, int place);

} // namespace actiscope
