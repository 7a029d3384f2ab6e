// Where the derivative of a formula may jump.
#pragma once

#include "core/activations/formula_graph.h"
#include "core/activations/formula_program.h"

#include <optional>
#include <span>
#include <vector>

namespace actiscope {

/** The places at which a formula changes from one branch to another: abs, relu, sign and step where their argument is 0,
 *  max and min where both arguments are equal, conditions where both sides are. Immutable. */
class FormulaKinks {
public:
    FormulaKinks(FormulaGraph graph, int root);

    /** For these values of the parameters, ascending. A condition that is linear in x is solved; of any other one the
     *  places in [-20, 20] that differ from their neighbours 1/32 away are found. A condition that holds with equality
     *  everywhere (max(a*x, x) with a = 1) counts as it would with other parameters. */
    std::vector<double> at(std::span<const double> parameters) const;

private:
    /** slope · x + offset */
    struct Line {
        double slope = 0;
        double offset = 0;
    };

    /** The line that the node at `root` is, if it is one. */
    std::optional<Line> lineOf(int root, std::span<const double> parameters) const;
    std::vector<double> scanned(const FormulaProgram &difference, std::span<const double> parameters) const;

    FormulaGraph m_graph;
    std::vector<int> m_differences;         ///< nodes that are 0 where a branch begins
    std::vector<FormulaProgram> m_programs; ///< of each of these
};

} // namespace actiscope
