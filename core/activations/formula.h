// An activation that a user typed: the text becomes the same kind of object as a row of core/activations/activations.def.
#pragma once

#include "core/activations/activation.h"
#include "core/activations/formula_parser.h"

#include <span>
#include <string>
#include <string_view>

namespace actiscope {

/** What the ids of such activations begin with: "formula:x*sigmoid(b*x)". */
inline constexpr std::string_view formulaPrefix = "formula:";

/** The family of such activations. */
inline constexpr std::string_view customFamily = "custom";

/** What a user says about a formula beside the formula itself. */
struct FormulaProperties {
    std::string name;             ///< for people; the formula itself (shortened) when empty
    std::vector<double> defaults; ///< of a and b as far as they occur, from -10 to 10; 1 for those that are missing
};

/** The activation `text` describes, by itself: nothing else knows it. Its id is formulaPrefix and the formula without spaces.
 *  Its derivative is GiNaC's; where arguments of max or min are equal it is the mean of both sides, as in PyTorch. Its kinks
 *  follow the parameters. Throws FormulaError. Any thread; takes milliseconds. */
Activation makeFormulaActivation(std::string_view text, const FormulaProperties &properties = {});

/** Where the values of parameters begin that follow a formula: "max(a*x, x),a=0.01" gives the place of the second comma; the
 *  length when there are none. */
std::size_t endOfFormula(std::string_view text);

} // namespace actiscope
