#include "core/formula_derivative.h"

#include "core/activation.h"
#include "core/formula_parser.h"
#include "core/formula_text.h"

#include <ginac/ginac.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numbers>
#include <set>

namespace actiscope {
namespace {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

/** GiNaC functions stand for the rows of core/formula_operations.def that are no arithmetic; they evaluate to themselves, so
 *  that GiNaC neither unrolls nor rewrites what is stable. This is GiNaC's number of each. */
unsigned serialOf(FormulaOperation operation);

template <class... Arguments>
ex call(FormulaOperation operation, const Arguments &...arguments)
{
    return GiNaC::function(serialOf(operation), exvector{arguments...});
}

ex numeric(double value)
{
    return GiNaC::numeric(value); // a float: it never grows into an integer of a million digits
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
    case Log:
        return numeric(1) / u;
    case Log1p:
        return numeric(1) / (numeric(1) + u);
    case Sqrt:
        return numeric(0.5) / call(Sqrt, u);
    case Sin:
        return call(Cos, u);
    case Cos:
        return -call(Sin, u);
    case Tan:
        return numeric(1) + GiNaC::pow(call(Tan, u), numeric(2));
    case Atan:
        return numeric(1) / (numeric(1) + GiNaC::pow(u, numeric(2)));
    case Sinh:
        return call(Cosh, u);
    case Cosh:
        return call(Sinh, u);
    case Tanh:
        return call(TanhSlope, u);
    case Sigmoid:
        return call(SigmoidSlope, u);
    case Softplus:
        return call(Sigmoid, u);
    case Erf:
        return numeric(2 * std::numbers::sqrt2) * call(NormalPdf, numeric(std::numbers::sqrt2) * u);
    case NormalCdf:
        return call(NormalPdf, u);
    case XMinusTanh:
        return GiNaC::pow(call(Tanh, u), numeric(2));
    default: // Sign and Heaviside are flat
        return 0;
    }
}

/** Of base^exponent. */
ex powerDerivative(const ex &base, const ex &exponent, const GiNaC::symbol &x)
{
    const ex lowered = exponent * call(Power, base, exponent - numeric(1)) * base.diff(x);
    const ex slope = exponent.diff(x);
    return slope.is_zero() ? lowered : lowered + call(Power, base, exponent) * call(Log, base) * slope;
}

/** One of two derivatives, chosen as the values are. */
ex chosen(FormulaOperation comparison, const ex &u, const ex &v, const ex &a, const ex &b)
{
    return a.is_equal(b) ? a : call(comparison, u, v, a, b);
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
    else if constexpr (operation == Less || operation == LessEqual || operation == Greater)
        return chosen(operation, u[0], u[1], u[2].diff(x), u[3].diff(x));
    else if constexpr (operation == Relu)
        return u[0].is_equal(x) ? call(Heaviside, u[0]) : chosen(Less, numeric(0), u[0], u[0].diff(x), numeric(0));
    else
        return outerDerivative(operation, u[0]) * u[0].diff(x);
}

unsigned serialOf(FormulaOperation operation)
{
    static const std::map<FormulaOperation, unsigned> serials = [] {
        std::map<FormulaOperation, unsigned> all;
#define FUNCTION(name, text, typed, arity, word)                                                                               \
    all[name] = GiNaC::function::register_new(                                                                                 \
        GiNaC::function_options("formula_" #name, arity).expl_derivative_func(derivativeOf<name>));
#include "core/formula_operations.def"
#undef FUNCTION
        return all;
    }();
    return serials.at(operation);
}

/** What stands for x, a and b. */
struct Symbols {
    GiNaC::realsymbol x{"x"};
    std::array<GiNaC::realsymbol, maxActivationParameters> parameters{GiNaC::realsymbol("a"), GiNaC::realsymbol("b")};
};

/** A node in GiNaC's terms, given those of its arguments. */
ex converted(const FormulaNode &node, const std::vector<ex> &made, const Symbols &symbols)
{
    const auto argument = [&](std::size_t k) { return made[static_cast<std::size_t>(node.arguments[k])]; };
    switch (node.operation) {
    case Number:
        return numeric(node.number);
    case Input:
        return symbols.x;
    case Parameter:
        return symbols.parameters[static_cast<std::size_t>(node.index)];
    case PowerOfInteger:
        return GiNaC::pow(argument(0), numeric(node.index));
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
    return GiNaC::function(serialOf(node.operation), arguments);
}

/** Brings GiNaC's expressions back into the graph. */
class Reader {
public:
    Reader(FormulaGraph &graph, const Symbols &symbols) : m_graph(graph), m_symbols(symbols)
    {
        for (const FormulaFunction &function : formulaFunctions())
            m_operations[serialOf(function.operation)] = function.operation;
    }

    int read(const ex &expression)
    {
        const auto known = m_known.find(expression);
        if (known != m_known.end())
            return known->second;
        const int place = readNew(expression);
        if (m_graph.size(place) > formula_limits::derivativeSize)
            throw FormulaError(0, {ACTISCOPE_TR("core", "its derivative is too long; at most %1 operations"), {std::to_string(formula_limits::derivativeSize)}});
        m_known.emplace(expression, place);
        return place;
    }

private:
    int readNew(const ex &expression)
    {
        if (GiNaC::is_a<GiNaC::numeric>(expression))
            return readNumber(GiNaC::ex_to<GiNaC::numeric>(expression));
        if (expression.is_equal(m_symbols.x))
            return m_graph.input();
        for (std::size_t k = 0; k < m_symbols.parameters.size(); ++k) {
            if (expression.is_equal(m_symbols.parameters[k]))
                return m_graph.parameter(static_cast<int>(k));
        }
        if (GiNaC::is_a<GiNaC::add>(expression))
            return readSum(expression);
        if (GiNaC::is_a<GiNaC::mul>(expression))
            return readProduct(expression);
        if (GiNaC::is_a<GiNaC::power>(expression))
            return isBelow(expression) ? m_graph.apply(Divide, {m_graph.number(1), read(GiNaC::pow(expression.op(0), -expression.op(1)))})
                                       : m_graph.apply(Power, {read(expression.op(0)), read(expression.op(1))});
        std::vector<int> arguments;
        for (std::size_t k = 0; k < expression.nops(); ++k)
            arguments.push_back(read(expression.op(k)));
        return m_graph.apply(m_operations.at(GiNaC::ex_to<GiNaC::function>(expression).get_serial()), arguments);
    }

    int readNumber(const GiNaC::numeric &number)
    {
        const double value = number.is_real() ? number.to_double() : std::nan("");
        if (!(std::abs(value) <= formula_limits::largest))
            throw FormulaError(0, ACTISCOPE_TR("core", "its derivative has numbers beyond 1e30"));
        return m_graph.number(value);
    }

    int readSum(const ex &sum)
    {
        std::vector<int> added;
        std::vector<int> subtracted;
        for (std::size_t k = 0; k < sum.nops(); ++k) {
            const bool isNegative = GiNaC::is_a<GiNaC::numeric>(coefficientOf(sum.op(k))) && coefficientOf(sum.op(k)).info(GiNaC::info_flags::negative);
            isNegative ? subtracted.push_back(read(-sum.op(k))) : added.push_back(read(sum.op(k)));
        }
        sortByText(added);
        sortByText(subtracted);
        int total = added.empty() ? m_graph.apply(Negate, {subtracted.front()}) : added.front();
        for (std::size_t k = 1; k < added.size(); ++k)
            total = m_graph.apply(Add, {total, added[k]});
        for (std::size_t k = added.empty() ? 1 : 0; k < subtracted.size(); ++k)
            total = m_graph.apply(Subtract, {total, subtracted[k]});
        return total;
    }

    /** The number that multiplies a term. */
    static ex coefficientOf(const ex &term)
    {
        if (!GiNaC::is_a<GiNaC::mul>(term))
            return term;
        return term.op(term.nops() - 1); // where there is one, GiNaC keeps it last
    }

    /** True of what is written below a fraction's line. */
    static bool isBelow(const ex &factor)
    {
        return GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).info(GiNaC::info_flags::negative);
    }

    int readProduct(const ex &product)
    {
        std::vector<int> above;
        std::vector<int> below;
        double coefficient = 1;
        for (std::size_t k = 0; k < product.nops(); ++k) {
            const ex factor = product.op(k);
            if (GiNaC::is_a<GiNaC::numeric>(factor))
                coefficient *= m_graph.node(read(factor)).number;
            else if (isBelow(factor))
                below.push_back(read(GiNaC::pow(factor.op(0), -factor.op(1))));
            else
                above.push_back(read(factor));
        }
        sortByText(above);
        sortByText(below);
        int top = m_graph.number(coefficient);
        for (const int factor : above)
            top = m_graph.apply(Multiply, {top, factor});
        if (below.empty())
            return top;
        int bottom = below.front();
        for (std::size_t k = 1; k < below.size(); ++k)
            bottom = m_graph.apply(Multiply, {bottom, below[k]});
        return m_graph.apply(Divide, {top, bottom});
    }

    /** Short ones first, and then by the alphabet. */
    void sortByText(std::vector<int> &places) const
    {
        static const std::vector<std::string> names = {"a", "b"};
        std::vector<std::pair<std::pair<std::size_t, std::string>, int>> keyed;
        for (const int place : places) {
            std::string text = formulaText(m_graph, place, names);
            keyed.push_back({{text.size(), std::move(text)}, place});
        }
        std::ranges::sort(keyed);
        std::ranges::transform(keyed, places.begin(), [](const auto &entry) { return entry.second; });
    }

    FormulaGraph &m_graph;
    const Symbols &m_symbols;
    std::map<unsigned, FormulaOperation> m_operations;
    std::map<ex, int, GiNaC::ex_is_less> m_known;
};

int differentiateAlone(FormulaGraph &graph, int root)
{
    const Symbols symbols;
    const std::vector<bool> used = graph.usedBy(root);
    std::vector<ex> made(used.size());
    for (std::size_t place = 0; place < used.size(); ++place) {
        if (used[place])
            made[place] = converted(graph.nodes()[place], made, symbols);
    }
    return Reader(graph, symbols).read(made[static_cast<std::size_t>(root)].diff(symbols.x));
}

} // namespace

int differentiate(FormulaGraph &graph, int root)
{
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    try {
        return differentiateAlone(graph, root);
    } catch (const FormulaError &) {
        throw;
    } catch (const std::exception &) { // GiNaC's and CLN's: a pole, an overflow
        throw FormulaError(0, ACTISCOPE_TR("core", "this has no finite value or slope"));
    }
}

} // namespace actiscope
