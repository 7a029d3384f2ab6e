#include "core/activations/formula_operation.h"

#include "core/activations/vocabulary.h"

namespace actiscope {
namespace {

using enum FormulaOperation;

constexpr bool TYPED = true;
constexpr bool INNER = false;
constexpr std::array functionRows = {
#define FUNCTION(operation, text, typed, arity, word) FormulaFunction{operation, text, typed, arity, #word},
#include "core/activations/formula_operations.def"
#undef FUNCTION
};

// A word of the vocabulary as a function of as many of the arguments as it takes.
#define CALL_1(word) word(a[i])
#define CALL_2(word) word(a[i], b[i])
#define CALL_3(word) word(a[i], b[i], c[i])
#define CALL_4(word) word(a[i], b[i], c[i], d[i])

} // namespace

std::span<const FormulaFunction> formulaFunctions()
{
    return functionRows;
}

const FormulaFunction &formulaFunction(FormulaOperation operation)
{
    return functionRows[static_cast<std::size_t>(operation) - static_cast<std::size_t>(functionRows.front().operation)];
}

template <class Real>
void applyOperation(FormulaOperation operation, std::size_t count, [[maybe_unused]] const Real *a, [[maybe_unused]] const Real *b,
                    [[maybe_unused]] const Real *c, [[maybe_unused]] const Real *d, Real *out)
{
    switch (operation) {
#define FUNCTION(name, text, typed, arity, word)                                                                                           \
    case name:                                                                                                                             \
        for (std::size_t i = 0; i < count; ++i)                                                                                            \
            out[i] = CALL_##arity(word);                                                                                                   \
        break;
#include "core/activations/formula_operations.def"
#undef FUNCTION
    default: // what has no arguments is not an instruction of this kind
        break;
    }
}

double evaluateOperation(FormulaOperation operation, const std::array<double, 4> &arguments)
{
    double result = 0;
    applyOperation<double>(operation, 1, &arguments[0], &arguments[1], &arguments[2], &arguments[3], &result);
    return result;
}

template void applyOperation<double>(FormulaOperation, std::size_t, const double *, const double *, const double *, const double *,
                                     double *);
template void applyOperation<float>(FormulaOperation, std::size_t, const float *, const float *, const float *, const float *, float *);

} // namespace actiscope
