#include "core/analysis/piecewise_linear.h"

#include "core/activations/builtin_activations.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

namespace actiscope {
namespace {

/** Where the first argument of a call ends whose arguments begin at `begin`: at its comma, or at the end. */
std::size_t endOfArgument(std::string_view formula, std::size_t begin)
{
    int depth = 0;
    for (std::size_t i = begin; i < formula.size(); ++i) {
        if (depth == 0 && formula[i] == ',')
            return i;
        depth += formula[i] == '(' ? 1 : formula[i] == ')' ? -1 : 0;
    }
    return formula.size();
}

/** Whether a row's formula depends on x (or y) in nothing but the conditions of SEL. */
bool isConstantInPieces(std::string_view formula)
{
    const auto isOfName = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    for (std::size_t i = 0; i < formula.size();) {
        std::size_t end = i;
        while (end < formula.size() && isOfName(formula[end]))
            ++end;
        const std::string_view name = formula.substr(i, end - i);
        if (name == "x" || name == "y")
            return false;
        const bool isChoice = name == "SEL" && end < formula.size() && formula[end] == '(';
        i = isChoice ? endOfArgument(formula, end + 1) : std::max(end, i + 1);
    }
    return true;
}

/** Whether f has three pieces at most at these parameters, and both sides of each kink meet. */
bool meetsAtKinks(const Activation &activation, std::span<const double> parameters)
{
    constexpr double rounding = 1e-9, infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> kinks = activation.kinksAt(parameters);
    return kinks.size() <= 2 && std::ranges::all_of(kinks, [&](double kink) {
               const double at = activation.value(kink, parameters);
               return std::abs(activation.value(std::nextafter(kink, -infinity), parameters) - at) < rounding
                      && std::abs(activation.value(std::nextafter(kink, infinity), parameters) - at) < rounding;
           });
}

/** With the default parameters, and with each at either end: where f jumps for some of them, it does for one of these. */
bool isLinearInPieces(const Activation &activation)
{
    std::vector<double> parameters = activation.defaultParameters();
    if (!isConstantInPieces(activation.source.derivative) || !meetsAtKinks(activation, parameters))
        return false;
    for (unsigned corner = 0; corner < 1u << parameters.size(); ++corner) {
        for (std::size_t k = 0; k < parameters.size(); ++k)
            parameters[k] = (corner >> k) % 2 == 0 ? activation.parameters[k].minimum : activation.parameters[k].maximum;
        if (!meetsAtKinks(activation, parameters))
            return false;
    }
    return true;
}

} // namespace

bool isPiecewiseLinear(const Activation &activation)
{
    static const std::vector<bool> rows = [] {
        std::vector<bool> found;
        for (const Activation &row : activations())
            found.push_back(isLinearInPieces(row));
        return found;
    }();
    const auto row = std::ranges::find_if(activations(), [&](const Activation &other) { return &other == &activation; });
    return row != activations().end() && rows[static_cast<std::size_t>(row - activations().begin())];
}

} // namespace actiscope
