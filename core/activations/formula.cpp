#include "core/activations/formula.h"

#include "core/activations/formula_derivative.h"
#include "core/activations/formula_kinks.h"
#include "core/activations/formula_program.h"
#include "core/activations/formula_text.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace actiscope {
namespace {

using enum FormulaOperation;

constexpr double parameterRange = 10;
constexpr std::size_t longestName = 32;

/** For each node whether it is NaN where x is. */
std::vector<bool> nodesThatKeepNan(const FormulaGraph &graph)
{
    std::vector<bool> keeps;
    for (const FormulaNode &node : graph.nodes()) {
        const auto argument = [&](std::size_t k) { return node.arguments[k] >= 0 && keeps[static_cast<std::size_t>(node.arguments[k])]; };
        if (node.operation == Less || node.operation == LessEqual
            || node.operation == Equal) // a comparison with NaN takes the second branch
            keeps.push_back(argument(3) && (argument(2) || argument(0) || argument(1)));
        else if (node.operation == Power) // anything to the power of 0 is 1, and so is 1 to any power
            keeps.push_back(argument(0) && graph.isNumber(node.arguments[1]));
        else
            keeps.push_back(node.operation == Input || argument(0) || argument(1));
    }
    return keeps;
}

/** The formula at `root`, but NaN where x is: a network that diverged must not look as if it had not. */
int keepingNan(FormulaGraph &graph, int root)
{
    if (nodesThatKeepNan(graph)[static_cast<std::size_t>(root)])
        return root;
    const int x = graph.input();
    return graph.apply(LessEqual, {x, x, root, x});
}

template <class Real>
ActivationKernels<Real> kernelsOf(const std::shared_ptr<const FormulaProgram> &value,
                                  const std::shared_ptr<const FormulaProgram> &derivative)
{
    using View = typename ActivationKernels<Real>::ParameterView;
    ActivationKernels<Real> kernels;
    kernels.value = [value](std::size_t count, const Real *x, const View &p, Real *y) { value->run<Real>(count, x, p, y); };
    kernels.derivative = [derivative](std::size_t count, const Real *x, const Real *, const View &p, Real *dydx) {
        derivative->run<Real>(count, x, p, dydx);
    };
    return kernels;
}

std::vector<ActivationParameter> parametersOf(const ParsedFormula &formula, const std::vector<double> &defaults)
{
    std::vector<ActivationParameter> parameters;
    for (std::size_t k = 0; k < formula.parameters.size(); ++k) {
        const double value = k < defaults.size() ? std::clamp(defaults[k], -parameterRange, parameterRange) : 1;
        parameters.push_back({formula.parameters[k], formula.parameters[k], value, -parameterRange, parameterRange, false});
    }
    return parameters;
}

std::string nameOf(const ParsedFormula &formula, const std::string &name)
{
    if (!name.empty())
        return name;
    return formula.text.size() <= longestName ? formula.text : formula.text.substr(0, longestName) + "…";
}

/** Refuses what has no value anywhere, as sqrt(-1-x^2). */
void requireSomeValue(const Activation &activation)
{
    const std::vector<double> parameters = activation.defaultParameters();
    for (double x = -8; x <= 8; x += 1.0 / 16) {
        if (std::isfinite(activation.value(x, parameters)) && std::isfinite(activation.derivative(x, parameters)))
            return;
    }
    throw FormulaError(0, ACTISCOPE_TR("core", "this has no finite value and slope anywhere from -8 to 8"));
}

} // namespace

Activation makeFormulaActivation(std::string_view text, const FormulaProperties &properties)
{
    ParsedFormula formula = parseFormula(text);
    FormulaGraph &graph = formula.graph;
    const FormulaPair stable = stableWithDerivative(graph, formula.root);
    const int derivative = stable.derivative;
    const int value = keepingNan(graph, stable.value);
    const auto valueProgram = std::make_shared<const FormulaProgram>(graph, value);
    const auto derivativeProgram = std::make_shared<const FormulaProgram>(graph, derivative);
    const auto kinks = std::make_shared<const FormulaKinks>(graph, formula.root);
    Activation activation{.id = std::string(formulaPrefix) + formula.text,
                          .name = nameOf(formula, properties.name),
                          .family = std::string(customFamily),
                          .notesKey = {},
                          .parameters = parametersOf(formula, properties.defaults),
                          .kinks = {},
                          .movingKinks = [kinks](std::span<const double> p) { return kinks->at(p); },
                          .doubleKernels = kernelsOf<double>(valueProgram, derivativeProgram),
                          .floatKernels = kernelsOf<float>(valueProgram, derivativeProgram),
                          .source = {.value = formulaSource(graph, value),
                                     .derivative = formulaSource(graph, derivative),
                                     .parameterDerivative = {},
                                     .draw = {}},
                          .text = {.value = std::string(trimmed(text)), .derivative = formulaText(graph, derivative, formula.parameters)}};
    activation.kinks = kinks->at(activation.defaultParameters());
    requireSomeValue(activation);
    return activation;
}

namespace {

/** Whether "name=" is what `text` begins with, blanks apart. */
bool beginsAssignment(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || text.substr(equals + 1).starts_with('='))
        return false;
    const std::string_view name = trimmed(text.substr(0, equals));
    return !name.empty() && name.find_first_of(" \t,()<>!?:|+-*/^0123456789.") == std::string_view::npos;
}

} // namespace

std::size_t endOfFormula(std::string_view text)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += (text[i] == '(') - (text[i] == ')');
        if (text[i] == ',' && depth == 0 && beginsAssignment(text.substr(i + 1)))
            return i;
    }
    return text.size();
}

} // namespace actiscope
