// Reads the text of a formula. Own and bounded, because what a user types must not be evaluated before it was measured.
#pragma once

#include "core/activations/formula_error.h"
#include "core/activations/formula_graph.h"

#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct ParsedFormula {
    FormulaGraph graph;
    int root = 0;
    std::vector<std::string> parameters; ///< "a", "b": those that occur; Parameter nodes have their places here
    std::string text;                    ///< without spaces, in ASCII, every product written: parses to the same formula
};

/** Reads a formula in x, a and b: numbers, pi, e, + - * / ^ (or **, or superscripts), products without a sign (2x), brackets, |x|, √,
 *  the typed functions of core/activations/formula_operations.def, the activations of core/activations/activations.def with their parameters, conditions
 *  (< <= > >= == != and or not), which are 1 or 0 as numbers, and "condition ? formula : formula" or where(condition, formula, formula).
 *  Throws FormulaError. */
ParsedFormula parseFormula(std::string_view text);

/** The same, where it need not depend on x. */
ParsedFormula parseAnyFormula(std::string_view text);

} // namespace actiscope
