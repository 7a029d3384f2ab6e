// What names in formulas mean, beside x, a and b.
#pragma once

#include "core/activations/activation.h"
#include "core/activations/formula_graph.h"
#include "core/base/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace actiscope {

/** A function that is written in terms of others: its arguments are x, a and b in `text`. */
struct FormulaShorthand {
    std::string_view name;
    std::size_t arity = 1;
    std::string_view text;
};

/** What a name is; at most one of these, but for a function that is a row of core/activations/activations.def, too. Nothing at all for a name that
 *  there is not. */
struct FormulaName {
    std::string text; ///< as this program writes it: "log" for Ln
    std::optional<double> constant;
    const FormulaFunction *function = nullptr;
    const FormulaShorthand *shorthand = nullptr;
    const Activation *row = nullptr;

    bool isFunction() const { return function || shorthand || row; }
};

/** Neither the case of letters nor '_' matters: ReLU, leakyrelu. */
FormulaName formulaName(std::string_view given);
/** The function whose word in the vocabulary this is, or nullptr. */
const FormulaFunction *functionOfWord(std::string_view word);
/** In small letters and without '_'. */
std::string foldedName(std::string_view name);
/** What to say of a name that there is not. */
Message unknownFormulaName(const std::string &name);

} // namespace actiscope
