// The operations that formulas are made of: the rows of formula_operations.def, and what they give.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace actiscope {

enum class FormulaOperation : std::uint8_t {
    Number,         ///< `number`
    Input,          ///< x
    Parameter,      ///< parameter `index`
    PowerOfInteger, ///< argument 0 to the power `index`
#define FUNCTION(operation, text, typed, arity, word) operation,
#include "core/activations/formula_operations.def"
#undef FUNCTION
};

/** A row of core/activations/formula_operations.def. */
struct FormulaFunction {
    FormulaOperation operation;
    std::string_view text; ///< as typed and shown, "tanh"
    bool isTyped = false;
    std::size_t arity = 0;
    std::string_view word; ///< of the vocabulary, "TANH"
};

/** All rows, in order. */
std::span<const FormulaFunction> formulaFunctions();

/** The row of an operation that has one. */
const FormulaFunction &formulaFunction(FormulaOperation operation);

/** out = operation(a, b, c, d), element by element, with as many of them as it takes; `out` may be any of them. */
template <class Real>
void applyOperation(FormulaOperation operation, std::size_t count, const Real *a, const Real *b, const Real *c, const Real *d, Real *out);

/** One operation on numbers, in double. */
double evaluateOperation(FormulaOperation operation, const std::array<double, 4> &arguments);

} // namespace actiscope
