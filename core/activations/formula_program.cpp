#include "core/activations/formula_program.h"

#include "core/activations/vocabulary.h"

#include <algorithm>

namespace actiscope {
namespace {

using enum FormulaOperation;

/** Elements a register holds: enough to hide what an instruction costs, few enough for the first cache. */
constexpr std::size_t blockLength = 256;

} // namespace

FormulaProgram::FormulaProgram(const FormulaGraph &graph, int root)
{
    const std::vector<bool> used = graph.usedBy(root);
    std::vector<std::size_t> lastUse(used.size(), 0);
    for (std::size_t place = 0; place < used.size(); ++place) {
        for (std::size_t k = 0; used[place] && k < graph.nodes()[place].arity(); ++k)
            lastUse[static_cast<std::size_t>(graph.nodes()[place].arguments[k])] = place;
    }
    std::vector<std::size_t> registerOf(used.size(), 0);
    std::vector<std::size_t> free;
    for (std::size_t place = 0; place <= static_cast<std::size_t>(root); ++place) {
        if (!used[place])
            continue;
        const FormulaNode &node = graph.nodes()[place];
        Instruction instruction{.operation = node.operation, .number = node.number, .index = node.index};
        for (std::size_t k = 0; k < node.arity(); ++k) {
            const auto argument = static_cast<std::size_t>(node.arguments[k]);
            instruction.arguments[k] = registerOf[argument];
            const bool isFirst =
                std::find(node.arguments.begin(), node.arguments.begin() + static_cast<std::ptrdiff_t>(k), node.arguments[k])
                == node.arguments.begin() + static_cast<std::ptrdiff_t>(k);
            if (lastUse[argument] == place && isFirst)
                free.push_back(registerOf[argument]);
        }
        if (free.empty())
            free.push_back(m_registers++);
        registerOf[place] = instruction.result = free.back();
        free.pop_back();
        m_instructions.push_back(instruction);
    }
}

template <class Real>
void FormulaProgram::run(std::size_t count, const Real *x, const typename ActivationKernels<Real>::ParameterView &p, Real *out) const
{
    const std::size_t length = std::min(count, blockLength);
    std::array<Real, blockLength> few; // single points, as plots ask for, need no allocation
    std::vector<Real> many;
    Real *registers = few.data();
    if (m_registers * length > few.size()) {
        many.resize(m_registers * length);
        registers = many.data();
    }
    for (std::size_t first = 0; first < count; first += length)
        runBlock<Real>(first, std::min(length, count - first), x, p, registers, length, out);
}

template <class Real>
void FormulaProgram::runBlock(std::size_t first, std::size_t count, const Real *x, const typename ActivationKernels<Real>::ParameterView &p,
                              Real *registers, std::size_t length, Real *out) const
{
    for (const Instruction &instruction : m_instructions) {
        Real *result = registers + instruction.result * length;
        const auto argument = [&](std::size_t k) { return registers + instruction.arguments[k] * length; };
        switch (instruction.operation) {
        case Number:
            std::fill_n(result, count, static_cast<Real>(instruction.number));
            break;
        case Input:
            std::copy_n(x + first, count, result);
            break;
        case Parameter: {
            const Real *values = p.p[instruction.index];
            for (std::size_t i = 0; i < count; ++i)
                result[i] = values ? values[(first + i) * p.stride] : Real{0};
            break;
        }
        case PowerOfInteger:
            for (std::size_t i = 0; i < count; ++i)
                result[i] = POWN(argument(0)[i], instruction.index);
            break;
        default:
            applyOperation<Real>(instruction.operation, count, argument(0), argument(1), argument(2), argument(3), result);
        }
    }
    std::copy_n(registers + m_instructions.back().result * length, count, out + first);
}

template void FormulaProgram::run<double>(std::size_t, const double *, const ActivationKernels<double>::ParameterView &, double *) const;
template void FormulaProgram::run<float>(std::size_t, const float *, const ActivationKernels<float>::ParameterView &, float *) const;

} // namespace actiscope
