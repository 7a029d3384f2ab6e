#include "core/activations/formula_graph.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace actiscope {
namespace {

using enum FormulaOperation;

constexpr std::size_t countless = 1'000'000'000;

} // namespace

std::size_t FormulaNode::arity() const
{
    return static_cast<std::size_t>(std::ranges::find(arguments, -1) - arguments.begin());
}

std::size_t FormulaGraph::Hash::operator()(const FormulaNode &node) const
{
    std::size_t hash = static_cast<std::size_t>(node.operation);
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15u + (hash >> 29); };
    mix(std::bit_cast<std::uint64_t>(node.number));
    mix(static_cast<std::uint64_t>(node.index));
    for (const int argument : node.arguments)
        mix(static_cast<std::uint64_t>(argument));
    return hash;
}

int FormulaGraph::insert(const FormulaNode &node)
{
    const auto [entry, isNew] = m_places.try_emplace(node, static_cast<int>(m_nodes.size()));
    if (isNew) {
        std::size_t size = 1;
        for (std::size_t k = 0; k < node.arity(); ++k)
            size = std::min(countless, size + m_sizes[static_cast<std::size_t>(node.arguments[k])]);
        m_nodes.push_back(node);
        m_sizes.push_back(size);
    }
    return entry->second;
}

int FormulaGraph::number(double value)
{
    return insert({.operation = Number, .number = value == 0 ? 0.0 : value}); // no negative zero: it equals the other one
}

int FormulaGraph::input()
{
    return insert({.operation = Input});
}

int FormulaGraph::parameter(int index)
{
    return insert({.operation = Parameter, .index = index});
}

int FormulaGraph::power(int base, int exponent)
{
    if (exponent == 0)
        return number(1);
    if (exponent == 1)
        return base;
    if (isNumber(base))
        return number(std::pow(node(base).number, exponent));
    return insert({.operation = PowerOfInteger, .index = exponent, .arguments = {base, -1, -1, -1}});
}

int FormulaGraph::apply(FormulaOperation operation, std::span<const int> arguments)
{
    if (std::ranges::all_of(arguments, [this](int place) { return isNumber(place); }))
        return fold(operation, arguments);
    if (const int better = simplified(operation, arguments); better >= 0)
        return better;
    FormulaNode node{.operation = operation};
    std::ranges::copy(arguments, node.arguments.begin());
    return insert(node);
}

const FormulaCall *FormulaGraph::callAt(int place) const
{
    const auto call = m_calls.find(place);
    return call == m_calls.end() ? nullptr : &call->second;
}

std::vector<bool> FormulaGraph::usedBy(int root) const
{
    std::vector<bool> used(m_nodes.size(), false);
    used[static_cast<std::size_t>(root)] = true;
    for (std::size_t place = static_cast<std::size_t>(root) + 1; place-- > 0;) {
        if (!used[place])
            continue;
        for (std::size_t k = 0; k < m_nodes[place].arity(); ++k)
            used[static_cast<std::size_t>(m_nodes[place].arguments[k])] = true;
    }
    return used;
}

int FormulaGraph::fold(FormulaOperation operation, std::span<const int> arguments)
{
    std::array<double, 4> values{};
    std::ranges::transform(arguments, values.begin(), [this](int place) { return node(place).number; });
    return number(evaluateOperation(operation, values));
}

int FormulaGraph::simplified(FormulaOperation operation, std::span<const int> arguments)
{
    switch (operation) {
    case Add:
        return simplifiedSum(arguments[0], arguments[1]);
    case Subtract:
        return simplifiedDifference(arguments[0], arguments[1]);
    case Multiply:
        return simplifiedProduct(arguments[0], arguments[1]);
    case Divide:
        return simplifiedQuotient(arguments[0], arguments[1]);
    case Negate:
        return simplifiedNegative(arguments[0]);
    case Power:
        return simplifiedPower(arguments[0], arguments[1]);
    case Less:
    case LessEqual:
    case Greater:
    case Equal:
        return simplifiedChoice(operation, arguments);
    default:
        return -1;
    }
}

int FormulaGraph::simplifiedSum(int left, int right)
{
    if (isNumber(right))
        std::swap(left, right);
    if (isNumber(left, 0))
        return right;
    return -1;
}

int FormulaGraph::simplifiedDifference(int left, int right)
{
    if (isNumber(right, 0))
        return left;
    if (isNumber(left, 0))
        return apply(Negate, {right});
    return -1;
}

int FormulaGraph::simplifiedProduct(int left, int right)
{
    if (isNumber(right))
        std::swap(left, right);
    if (isNumber(left, 1))
        return right;
    if (isNumber(left, -1))
        return apply(Negate, {right});
    if (isNumber(left) && is(right, Divide) && isNumber(argument(right, 1)))
        return apply(Multiply, {number(node(left).number / node(argument(right, 1)).number), argument(right, 0)});
    return -1;
}

int FormulaGraph::simplifiedQuotient(int left, int right)
{
    if (isNumber(right, 1))
        return left;
    return -1;
}

int FormulaGraph::simplifiedNegative(int of)
{
    if (is(of, Negate))
        return argument(of, 0);
    const int first = argument(of, 0);
    if ((is(of, Multiply) || is(of, Divide)) && (is(first, Negate) || isNumber(first)))
        return apply(node(of).operation, {apply(Negate, {first}), argument(of, 1)});
    return -1;
}

int FormulaGraph::simplifiedChoice(FormulaOperation operation, std::span<const int> arguments)
{
    if (arguments[2] == arguments[3])
        return arguments[2];
    if (operation == Greater || !isNumber(arguments[0]) || !isNumber(arguments[1]))
        return -1;
    const bool holds = evaluateOperation(operation, {node(arguments[0]).number, node(arguments[1]).number, 1, 0}) != 0;
    return arguments[holds ? 2 : 3];
}

int FormulaGraph::simplifiedPower(int base, int exponent)
{
    if (isNumber(base, std::numbers::e))
        return apply(Exp, {exponent});
    if (!isNumber(exponent))
        return -1;
    const double n = node(exponent).number;
    if (n == 0.5)
        return apply(Sqrt, {base});
    if (n == std::trunc(n) && std::abs(n) <= 1000)
        return power(base, static_cast<int>(n));
    return -1;
}

} // namespace actiscope
