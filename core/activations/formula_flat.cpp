#include "core/activations/formula_flat.h"

namespace actiscope {

using enum FormulaOperation;

int FlatChoice::with(FormulaGraph &graph, int value) const
{
    const int zero = graph.number(0);
    return graph.apply(comparison, {left, right, isOpenWhereHolds ? value : zero, isOpenWhereHolds ? zero : value});
}

std::optional<FlatChoice> flatChoice(FormulaGraph &graph, int place)
{
    const FormulaNode node = graph.node(place); // a copy: nodes are added
    if (node.operation == Heaviside)
        return FlatChoice{.comparison = LessEqual,
                          .left = node.arguments[0],
                          .right = graph.number(0),
                          .open = graph.number(1),
                          .isOpenWhereHolds = false};
    if (node.operation != Less && node.operation != LessEqual && node.operation != Equal)
        return std::nullopt;
    const bool isOpenWhereHolds = graph.isNumber(node.arguments[3], 0);
    if (!isOpenWhereHolds && !graph.isNumber(node.arguments[2], 0))
        return std::nullopt;
    return FlatChoice{.comparison = node.operation,
                      .left = node.arguments[0],
                      .right = node.arguments[1],
                      .open = node.arguments[isOpenWhereHolds ? 2 : 3],
                      .isOpenWhereHolds = isOpenWhereHolds};
}

int whereOpen(FormulaGraph &graph, int place)
{
    const FormulaNode node = graph.node(place); // a copy: nodes are added
    const auto of = [&](std::size_t k) { return whereOpen(graph, node.arguments[k]); };
    switch (node.operation) {
    case Number:
        return graph.number(node.number != 0);
    case Heaviside:
        return place;
    case Less:
    case LessEqual:
    case Greater:
    case Equal:
        return graph.apply(node.operation, {node.arguments[0], node.arguments[1], of(2), of(3)});
    case Add:
    case Subtract: {
        const int left = of(0);
        const int right = of(1);
        const bool isAlwaysOpen = graph.isNumber(left, 1) || graph.isNumber(right, 1);
        return isAlwaysOpen ? graph.number(1) : graph.apply(Add, {left, right});
    }
    case Multiply:
        return graph.apply(Multiply, {of(0), of(1)});
    case Divide:
    case Negate:
        return of(0);
    case PowerOfInteger:
        return node.index > 0 ? of(0) : graph.number(1);
    default:
        return graph.number(1);
    }
}

} // namespace actiscope
