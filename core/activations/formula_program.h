// A formula as something that runs: a list of instructions over blocks of elements, shared subexpressions computed once.
#pragma once

#include "core/activations/activation.h"
#include "core/activations/formula_graph.h"

#include <array>
#include <cstddef>
#include <vector>

namespace actiscope {

/** Instructions for one node of a graph. Immutable, so that any number of threads may run it at once. */
class FormulaProgram {
public:
    FormulaProgram(const FormulaGraph &graph, int root);

    /** out = the formula at `count` places `x`, with the parameters of `p`; `out` may be `x`. */
    template <class Real>
    void run(std::size_t count, const Real *x, const typename ActivationKernels<Real>::ParameterView &p, Real *out) const;

private:
    struct Instruction {
        FormulaOperation operation;
        double number = 0;
        int index = 0;
        std::array<std::size_t, 4> arguments{};
        std::size_t result = 0;
    };

    template <class Real>
    void runBlock(std::size_t first, std::size_t count, const Real *x, const typename ActivationKernels<Real>::ParameterView &p,
                  Real *registers, std::size_t length, Real *out) const;

    std::vector<Instruction> m_instructions; ///< the last one's result is the formula's
    std::size_t m_registers = 0;
};

} // namespace actiscope
