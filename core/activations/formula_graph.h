// A formula as plain data: nodes in a list, arguments before the nodes that use them, equal nodes only once. Knows
// nothing of text or of derivatives. A value without shared state; any thread may hold one.
#pragma once

#include "core/activations/formula_operation.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace actiscope {

struct FormulaNode {
    FormulaOperation operation = FormulaOperation::Number;
    double number = 0;
    int index = 0;                                   ///< of the parameter; the exponent of PowerOfInteger
    std::array<int, 4> arguments = {-1, -1, -1, -1}; ///< places in the list of nodes; -1 where there is none

    std::size_t arity() const;
    bool operator==(const FormulaNode &) const = default;
};

/** A built-in activation inside a formula, as one of its nodes computes it. */
struct FormulaCall {
    std::size_t row = 0; ///< place in activations()
    int argument = 0;    ///< its node
    std::array<int, 2> parameters = {0, 0};
};

/** Nodes are added, never changed. Numbers are folded in double, and what changes nothing (adding 0, multiplying by 1) is left out;
 *  what loses digits or overflows is replaced later, by core/activations/formula_stable.h. */
class FormulaGraph {
public:
    int number(double value);
    int input();
    int parameter(int index);
    /** `base` to a whole power; 1 for 0, `base` itself for 1. */
    int power(int base, int exponent);
    int apply(FormulaOperation operation, std::span<const int> arguments);
    int apply(FormulaOperation operation, std::initializer_list<int> arguments) { return apply(operation, std::span(arguments)); }

    const std::vector<FormulaNode> &nodes() const { return m_nodes; }
    const FormulaNode &node(int place) const { return m_nodes[static_cast<std::size_t>(place)]; }
    bool isNumber(int place) const { return node(place).operation == FormulaOperation::Number; }
    bool isNumber(int place, double value) const { return isNumber(place) && node(place).number == value; }
    /** How many operations it takes when nothing is shared, as in text; stops counting at 1e9. */
    std::size_t size(int place) const { return m_sizes[static_cast<std::size_t>(place)]; }
    /** Notes that the node at `place` is a call, whose own slope is to be used. */
    void setCall(int place, const FormulaCall &call) { m_calls.emplace(place, call); }
    /** The call that the node at `place` is, or nullptr. */
    const FormulaCall *callAt(int place) const;
    /** For each node whether the one at `root` needs it. */
    std::vector<bool> usedBy(int root) const;

private:
    struct Hash {
        std::size_t operator()(const FormulaNode &node) const;
    };

    int insert(const FormulaNode &node);
    bool is(int place, FormulaOperation operation) const { return node(place).operation == operation; }
    int argument(int place, std::size_t k) const { return node(place).arguments[k]; }
    int fold(FormulaOperation operation, std::span<const int> arguments);
    /** The better form of an operation, or -1. */
    int simplified(FormulaOperation operation, std::span<const int> arguments);
    int simplifiedSum(int left, int right);
    int simplifiedDifference(int left, int right);
    int simplifiedProduct(int left, int right);
    int simplifiedQuotient(int left, int right);
    int simplifiedNegative(int of);
    int simplifiedPower(int base, int exponent);
    int simplifiedChoice(FormulaOperation operation, std::span<const int> arguments);

    std::vector<FormulaNode> m_nodes;
    std::vector<std::size_t> m_sizes;
    std::unordered_map<FormulaNode, int, Hash> m_places;
    std::unordered_map<int, FormulaCall> m_calls;
};

} // namespace actiscope
