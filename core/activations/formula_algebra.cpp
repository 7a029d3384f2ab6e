#include "core/activations/formula_algebra.h"

#include <algorithm>
#include <map>
#include <numbers>
#include <vector>

namespace actiscope {
namespace {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

template <class... Arguments>
ex call(FormulaOperation operation, const Arguments &...arguments)
{
    return algebraCall(operation, exvector{arguments...});
}

ex squared(const ex &u)
{
    return GiNaC::pow(u, 2);
}

ex inverse(const ex &u)
{
    if (u.is_zero())
        throw GiNaC::pole_error("inverse(): division by zero", 1); // which pow() throws, too, but it loses the node that it began
    return GiNaC::pow(u, -1);
}

/** f'(u) of inverse functions and logarithms. */
ex algebraicDerivative(FormulaOperation operation, const ex &u)
{
    switch (operation) {
    case Log:
        return inverse(u);
    case Log1p:
        return inverse(1 + u);
    case Log2:
        return algebraNumber(1 / std::numbers::ln2) * inverse(u);
    case Log10:
        return algebraNumber(1 / std::numbers::ln10) * inverse(u);
    case Asin:
        return inverse(call(Sqrt, 1 - squared(u)));
    case Acos:
        return -inverse(call(Sqrt, 1 - squared(u)));
    case Atan:
        return inverse(1 + squared(u));
    case Asinh:
        return inverse(call(Sqrt, 1 + squared(u)));
    case Acosh:
        return inverse(call(Sqrt, squared(u) - 1));
    case Atanh:
        return inverse(1 - squared(u));
    default: // Sign, Heaviside, Floor, Ceil and Round are flat
        return 0;
    }
}

/** f'(u) of a function that saturates, or is made of those that do. */
ex sigmoidalDerivative(FormulaOperation operation, const ex &u)
{
    switch (operation) {
    case Sigmoid:
        return call(SigmoidSlope, u);
    case SigmoidSlope:
        return -call(SigmoidSlope, u) * call(Tanh, algebraNumber(0.5) * u);
    case TanhSlope:
        return -2 * call(TanhSlope, u) * call(Tanh, u);
    case Softplus:
        return call(Sigmoid, u);
    case SoftplusTail:
        return -call(Sign, u) * call(Sigmoid, -call(Abs, u));
    case TanhSoftplus:
        return call(TanhSoftplusSlope, u);
    case Erf:
        return algebraNumber(2 * std::numbers::sqrt2) * call(NormalPdf, algebraNumber(std::numbers::sqrt2) * u);
    case Erfc:
        return -sigmoidalDerivative(Erf, u);
    case ScaledErfc:
        return algebraNumber(-2 * std::numbers::inv_sqrtpi) * call(Exp, u * call(Relu, -u)) * call(ScaledErfcFall, u);
    case NormalCdf:
        return call(NormalPdf, u);
    case NormalPdf:
        return -u * call(NormalPdf, u);
    case XMinusTanh:
        return squared(call(Tanh, u));
    default:
        return algebraicDerivative(operation, u);
    }
}

/** f'(u) of a function of one argument. */
ex outerDerivative(FormulaOperation operation, const ex &u)
{
    switch (operation) {
    case Abs:
        return call(Sign, u);
    case Exp:
    case Expm1:
        return call(Exp, u);
    case Sqrt:
        return algebraNumber(0.5) * inverse(call(Sqrt, u));
    case Cbrt:
        return algebraNumber(1.0 / 3) * GiNaC::pow(call(Cbrt, u), -2);
    case Sin:
        return call(Cos, u);
    case Cos:
        return -call(Sin, u);
    case Tan:
        return 1 + squared(call(Tan, u));
    case Sinh:
        return call(Cosh, u);
    case Cosh:
        return call(Sinh, u);
    case Tanh:
        return call(TanhSlope, u);
    default:
        return sigmoidalDerivative(operation, u);
    }
}

/** One of two derivatives, chosen as the values are. */
ex chosen(FormulaOperation comparison, const ex &u, const ex &v, const ex &a, const ex &b)
{
    return a.is_equal(b) ? a : call(comparison, u, v, a, b);
}

/** Of base^exponent: 0 by the base where the exponent is 0, and by the exponent where the base is (and the exponent not
 *  negative), as in PyTorch. */
ex powerDerivative(const ex &base, const ex &exponent, const GiNaC::symbol &x)
{
    const ex lowered = exponent * call(Power, base, exponent - 1);
    const ex byBase = GiNaC::is_a<GiNaC::numeric>(exponent) ? lowered : chosen(Equal, exponent, 0, 0, lowered);
    const ex slope = exponent.diff(x);
    if (slope.is_zero())
        return byBase * base.diff(x);
    const ex logarithm = call(Log, base);
    const ex known = GiNaC::is_a<GiNaC::numeric>(base) && !base.is_zero()
                         ? logarithm
                         : chosen(Equal, base, 0, chosen(Less, exponent, 0, logarithm, 0), logarithm);
    return byBase * base.diff(x) + call(Power, base, exponent) * known * slope;
}

/** Of sigmoid(a u + b u³); a and b are numbers. */
ex cubicDerivative(const exvector &u)
{
    return (u[1] + 3 * u[2] * squared(u[0])) * call(SigmoidSlope, u[0] * (u[1] + u[2] * squared(u[0])));
}

template <FormulaOperation operation>
ex derivativeOf(const exvector &u, const GiNaC::symbol &x)
{
    if constexpr (operation == Power)
        return powerDerivative(u[0], u[1], x);
    else if constexpr (operation == Max)
        return chosen(Greater, u[0], u[1], u[0].diff(x), u[1].diff(x));
    else if constexpr (operation == Min)
        return chosen(Greater, u[1], u[0], u[0].diff(x), u[1].diff(x));
    else if constexpr (operation == Less || operation == LessEqual || operation == Greater || operation == Equal)
        return chosen(operation, u[0], u[1], u[2].diff(x), u[3].diff(x));
    else if constexpr (operation == Relu)
        return u[0].is_equal(x) ? call(Heaviside, u[0]) : chosen(LessEqual, u[0], 0, 0, u[0].diff(x));
    else if constexpr (operation == SigmoidCubic)
        return cubicDerivative(u) * u[0].diff(x);
    else
        return outerDerivative(operation, u[0]) * u[0].diff(x);
}

const std::map<FormulaOperation, unsigned> &serials()
{
    static const std::map<FormulaOperation, unsigned> all = [] {
        std::map<FormulaOperation, unsigned> made;
#define FUNCTION(name, text, typed, arity, word)                                                                                           \
    made[name] = GiNaC::function::register_new(GiNaC::function_options("formula_" #name, arity).expl_derivative_func(derivativeOf<name>));
#include "core/activations/formula_operations.def"
#undef FUNCTION
        return made;
    }();
    return all;
}

/** Arguments: the row, what it is of, two parameters. */
constexpr unsigned rowArguments = 4;

unsigned rowSlopeSerial()
{
    static const unsigned serial = GiNaC::function::register_new(GiNaC::function_options("formula_row_slope", rowArguments));
    return serial;
}

ex rowDerivative(const exvector &arguments, const GiNaC::symbol &x)
{
    return GiNaC::function(rowSlopeSerial(), arguments) * arguments[1].diff(x); // parameters do not depend on x
}

unsigned rowValueSerial()
{
    static const unsigned serial =
        GiNaC::function::register_new(GiNaC::function_options("formula_row", rowArguments).expl_derivative_func(rowDerivative));
    return serial;
}

bool hasSerial(const ex &expression, unsigned serial)
{
    return GiNaC::is_a<GiNaC::function>(expression) && GiNaC::ex_to<GiNaC::function>(expression).get_serial() == serial;
}

/** For each node whether the one at `root` needs it, where calls need their arguments and not what computes them. */
std::vector<bool> neededFor(const FormulaGraph &graph, int root)
{
    std::vector<bool> needed(static_cast<std::size_t>(root) + 1, false);
    needed.back() = true;
    for (int place = root; place >= 0; --place) {
        if (!needed[static_cast<std::size_t>(place)])
            continue;
        const auto need = [&](int other) { needed[static_cast<std::size_t>(other)] = true; };
        if (const FormulaCall *call = graph.callAt(place)) {
            need(call->argument);
            std::ranges::for_each(call->parameters, need);
            continue;
        }
        const FormulaNode &node = graph.node(place);
        std::for_each_n(node.arguments.begin(), node.arity(), need);
    }
    return needed;
}

/** A node in GiNaC's terms, given those of its arguments. */
ex converted(const FormulaNode &node, const std::vector<ex> &made, const FormulaSymbols &symbols)
{
    const auto argument = [&](std::size_t k) { return made[static_cast<std::size_t>(node.arguments[k])]; };
    switch (node.operation) {
    case Number:
        return algebraNumber(node.number);
    case Input:
        return symbols.x;
    case Parameter:
        return symbols.parameters[static_cast<std::size_t>(node.index)];
    case PowerOfInteger:
        return GiNaC::pow(argument(0), node.index);
    case Add:
        return argument(0) + argument(1);
    case Subtract:
        return argument(0) - argument(1);
    case Multiply:
        return argument(0) * argument(1);
    case Divide:
        return argument(0) / argument(1);
    case Negate:
        return -argument(0);
    default:
        break;
    }
    exvector arguments;
    for (std::size_t k = 0; k < node.arity(); ++k)
        arguments.push_back(argument(k));
    return algebraCall(node.operation, std::move(arguments));
}

exvector partsOf(const ex &whole, bool isMade)
{
    exvector parts;
    for (std::size_t k = 0; isMade && k < whole.nops(); ++k)
        parts.push_back(whole.op(k));
    return isMade ? parts : exvector{whole};
}

} // namespace

std::mutex &formulaAlgebraLock()
{
    static std::mutex oneAtATime;
    return oneAtATime;
}

ex algebraNumber(double value)
{
    return GiNaC::numeric(value);
}

ex algebraCall(FormulaOperation operation, exvector arguments)
{
    return GiNaC::function(serials().at(operation), std::move(arguments));
}

ex unaryCall(FormulaOperation operation, const ex &u)
{
    return algebraCall(operation, exvector{u});
}

bool isAlgebraCall(const ex &expression, FormulaOperation operation)
{
    return hasSerial(expression, serials().at(operation));
}

FormulaOperation operationOfCall(const ex &function)
{
    static const std::map<unsigned, FormulaOperation> operations = [] {
        std::map<unsigned, FormulaOperation> made;
        for (const auto &[operation, serial] : serials())
            made[serial] = operation;
        return made;
    }();
    return operations.at(GiNaC::ex_to<GiNaC::function>(function).get_serial());
}

bool isRowValue(const ex &function)
{
    return hasSerial(function, rowValueSerial());
}

bool isRowSlope(const ex &function)
{
    return hasSerial(function, rowSlopeSerial());
}

exvector termsOf(const ex &sum)
{
    return partsOf(sum, GiNaC::is_a<GiNaC::add>(sum));
}

exvector factorsOf(const ex &product)
{
    return partsOf(product, GiNaC::is_a<GiNaC::mul>(product));
}

ex toAlgebra(const FormulaGraph &graph, int root, const FormulaSymbols &symbols)
{
    std::vector<ex> made(static_cast<std::size_t>(root) + 1);
    const std::vector<bool> needed = neededFor(graph, root);
    for (int place = 0; place <= root; ++place) {
        if (!needed[static_cast<std::size_t>(place)])
            continue;
        const FormulaCall *call = graph.callAt(place);
        if (!call) {
            made[static_cast<std::size_t>(place)] = converted(graph.node(place), made, symbols);
            continue;
        }
        exvector arguments = {static_cast<int>(call->row), made[static_cast<std::size_t>(call->argument)]};
        for (const int parameter : call->parameters)
            arguments.push_back(made[static_cast<std::size_t>(parameter)]);
        made[static_cast<std::size_t>(place)] = GiNaC::function(rowValueSerial(), arguments);
    }
    return made[static_cast<std::size_t>(root)];
}

} // namespace actiscope
