#include "core/activations/formula_kinks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actiscope {
namespace {

using enum FormulaOperation;

constexpr double farthest = 20;
constexpr int scanSteps = 1280;
constexpr std::size_t maxKinks = 64;

/** The node that is 0 where `node` changes its branch; nothing for a node without branches. */
std::optional<int> branchOf(FormulaGraph &graph, const FormulaNode &node)
{
    const auto turn = [&](FormulaOperation wave) {
        return graph.apply(wave, {graph.apply(Multiply, {graph.number(std::numbers::pi), node.arguments[0]})});
    };
    switch (node.operation) {
    case Abs:
    case Relu:
    case Sign:
    case Heaviside:
        return node.arguments[0];
    case Floor:
    case Ceil:
        return turn(Sin);
    case Round:
        return turn(Cos);
    case Max:
    case Min:
    case Less:
    case LessEqual:
    case Equal:
        return graph.apply(Subtract, {node.arguments[0], node.arguments[1]});
    default:
        return std::nullopt;
    }
}

/** -1, 0 or 1; 2 for NaN. */
int sideOf(double value)
{
    return std::isnan(value) ? 2 : (value > 0) - (value < 0);
}

/** A place that was found by halving, without the noise that this leaves where it is a short decimal. */
double tidied(double x)
{
    const double rounded = std::round(x * 1e6) / 1e6;
    return std::abs(x - rounded) < 1e-9 ? rounded : x;
}

} // namespace

FormulaKinks::FormulaKinks(FormulaGraph graph, int root) : m_graph(std::move(graph))
{
    const std::vector<bool> used = m_graph.usedBy(root);
    for (std::size_t place = 0; place < used.size(); ++place) {
        const FormulaNode node = m_graph.nodes()[place]; // a copy: nodes are added
        if (const auto branch = used[place] ? branchOf(m_graph, node) : std::nullopt)
            m_differences.push_back(*branch);
    }
    std::ranges::sort(m_differences);
    m_differences.erase(std::unique(m_differences.begin(), m_differences.end()), m_differences.end());
    for (const int difference : m_differences)
        m_programs.emplace_back(m_graph, difference);
}

std::vector<double> FormulaKinks::at(std::span<const double> parameters) const
{
    std::vector<double> others;
    for (const double value : parameters)
        others.push_back(0.5 * value + 0.125);
    std::vector<double> places;
    for (std::size_t i = 0; i < m_differences.size(); ++i) {
        std::optional<Line> line = lineOf(m_differences[i], parameters);
        if (line && line->slope == 0 && line->offset == 0)
            line = lineOf(m_differences[i], others);
        if (!line)
            std::ranges::copy(scanned(m_programs[i], parameters), std::back_inserter(places));
        else if (line->slope != 0 && std::isfinite(line->offset / line->slope))
            places.push_back(0.0 - line->offset / line->slope);
    }
    std::ranges::sort(places);
    const auto isSame = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    places.erase(std::unique(places.begin(), places.end(), isSame), places.end());
    places.resize(std::min(places.size(), maxKinks));
    return places;
}

std::optional<FormulaKinks::Line> FormulaKinks::lineOf(int root, std::span<const double> parameters) const
{
    const std::vector<bool> used = m_graph.usedBy(root);
    std::vector<std::optional<Line>> lines(used.size());
    for (std::size_t place = 0; place < used.size(); ++place) {
        if (!used[place])
            continue;
        const FormulaNode &node = m_graph.nodes()[place];
        std::array<Line, 4> of{};
        bool isFlat = true;
        for (std::size_t k = 0; k < node.arity(); ++k) {
            const std::optional<Line> &argument = lines[static_cast<std::size_t>(node.arguments[k])];
            if (!argument)
                return std::nullopt;
            of[k] = *argument;
            isFlat = isFlat && argument->slope == 0;
        }
        if (node.operation == Input)
            lines[place] = {1, 0};
        else if (node.operation == Number)
            lines[place] = {0, node.number};
        else if (node.operation == Parameter)
            lines[place] = {0, parameters[static_cast<std::size_t>(node.index)]};
        else if (isFlat && node.operation == PowerOfInteger)
            lines[place] = {0, std::pow(of[0].offset, node.index)};
        else if (isFlat)
            lines[place] = {0, evaluateOperation(node.operation, {of[0].offset, of[1].offset, of[2].offset, of[3].offset})};
        else if (node.operation == Add)
            lines[place] = {of[0].slope + of[1].slope, of[0].offset + of[1].offset};
        else if (node.operation == Subtract)
            lines[place] = {of[0].slope - of[1].slope, of[0].offset - of[1].offset};
        else if (node.operation == Negate)
            lines[place] = {-of[0].slope, -of[0].offset};
        else if (node.operation == Multiply && of[0].slope * of[1].slope == 0)
            lines[place] = {of[0].slope * of[1].offset + of[1].slope * of[0].offset, of[0].offset * of[1].offset};
        else if (node.operation == Divide && of[1].slope == 0)
            lines[place] = {of[0].slope / of[1].offset, of[0].offset / of[1].offset};
        else
            return std::nullopt;
    }
    return lines[static_cast<std::size_t>(root)];
}

std::vector<double> FormulaKinks::scanned(const FormulaProgram &difference, std::span<const double> parameters) const
{
    const auto view = ActivationKernels<double>::ParameterView::of(parameters);
    std::vector<double> x(scanSteps + 1);
    for (int i = 0; i <= scanSteps; ++i)
        x[static_cast<std::size_t>(i)] = 2 * farthest * i / scanSteps - farthest;
    std::vector<double> value(x.size());
    difference.run<double>(x.size(), x.data(), view, value.data());
    std::vector<double> places;
    for (std::size_t i = 1; i < x.size() && places.size() < maxKinks; ++i) {
        if (sideOf(value[i]) == sideOf(value[i - 1]))
            continue;
        double low = x[i - 1];
        double high = x[i];
        for (int halving = 0; halving < 50; ++halving) {
            const double middle = (low + high) / 2;
            double there = 0;
            difference.run<double>(1, &middle, view, &there);
            (sideOf(there) == sideOf(value[i - 1]) ? low : high) = middle;
        }
        places.push_back(tidied(high));
    }
    return places;
}

} // namespace actiscope
