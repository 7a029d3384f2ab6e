#include "core/activations/formula_stable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actiscope {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

namespace {

constexpr int maxRounds = 8;

bool isNumber(const ex &expression)
{
    return GiNaC::is_a<GiNaC::numeric>(expression);
}

ex baseOf(const ex &factor)
{
    return GiNaC::is_a<GiNaC::power>(factor) ? factor.op(0) : factor;
}

/** 1 for what is it but for rounding. */
ex withoutRounding(const ex &u)
{
    const exvector factors = factorsOf(u);
    if (!isNumber(factors.back()) || factors.size() == 1)
        return u;
    const double number = GiNaC::ex_to<GiNaC::numeric>(factors.back()).to_double();
    return std::abs(number - 1) < 1e-15 ? u / factors.back() : u;
}

bool isBounded(const ex &base)
{
    return std::ranges::any_of(std::array{Sigmoid, SigmoidSlope, TanhSlope, Erfc, NormalCdf, NormalPdf},
                               [&base](FormulaOperation operation) { return isAlgebraCall(base, operation); });
}

/** Roots, and powers that are not whole. */
bool isRootCall(const ex &expression)
{
    return isAlgebraCall(expression, Sqrt) || isAlgebraCall(expression, Cbrt) || isAlgebraCall(expression, Power);
}

/** Whether a product of these can overflow on the way, or has a better form. */
bool isToRewrite(const exvector &exponential)
{
    const auto isNegative = [](const ex &factor) {
        return GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).info(GiNaC::info_flags::negative);
    };
    if (exponential.size() == 1) {
        const ex base = baseOf(exponential.front());
        const bool isRoot = isRootCall(base);
        const ex inner = isRoot ? base.op(0) : base;
        const bool isSum = GiNaC::is_a<GiNaC::add>(inner);
        return isNegative(exponential.front()) ? isSum || isRoot
                                               : isRoot && !isSum && !isAlgebraCall(inner, Cosh); // roots of those are FormulaScaler's
    }
    for (const ex &factor : exponential) {
        if (!isBounded(baseOf(factor)) || isNegative(factor))
            return true;
    }
    return false;
}

/** A term of a sum as coefficient · rest · function(u), and what becomes of it beside `ratio` times the same without the function. */
struct Cancelling {
    ex rest;
    ex function;

    /** function + ratio, without cancellation; nothing where there is none. */
    std::optional<ex> beside(double ratio) const
    {
        const ex &u = GiNaC::is_a<GiNaC::power>(function) ? function.op(0).op(0) : function.op(0);
        if (GiNaC::is_a<GiNaC::power>(function))
            return ratio == -1 ? std::optional<ex>(-unaryCall(TanhSlope, u)) : std::nullopt;
        if (isAlgebraCall(function, Exp))
            return ratio == -1 ? std::optional<ex>(unaryCall(Expm1, u)) : std::nullopt;
        if (isAlgebraCall(function, Sigmoid))
            return ratio == -1     ? std::optional<ex>(-unaryCall(Sigmoid, -u))
                   : ratio == -0.5 ? std::optional<ex>(unaryCall(Tanh, u / 2) / 2)
                                   : std::nullopt;
        if (isAlgebraCall(function, NormalCdf))
            return ratio == -1 ? std::optional<ex>(-unaryCall(NormalCdf, -u)) : std::nullopt;
        if (isAlgebraCall(function, Erfc))
            return ratio == -1   ? std::optional<ex>(-unaryCall(Erf, u))
                   : ratio == -2 ? std::optional<ex>(-unaryCall(Erfc, -u))
                                 : std::nullopt;
        if (std::abs(ratio) != 1)
            return std::nullopt;
        const int sign = ratio > 0 ? 1 : -1;
        if (isAlgebraCall(function, Tanh))
            return 2 * sign * unaryCall(Sigmoid, 2 * sign * u);
        const ex argument = withoutRounding(sign * algebraNumber(std::numbers::sqrt2) * u); // Erf
        return 2 * sign * unaryCall(NormalCdf, argument);
    }
};

/** The ways to read a term as something that may cancel. */
std::vector<Cancelling> cancelling(const ex &term)
{
    std::vector<Cancelling> found;
    for (const ex &factor : factorsOf(term)) {
        bool is = GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).is_equal(2) && isAlgebraCall(factor.op(0), Tanh);
        for (const FormulaOperation operation : {Exp, Sigmoid, NormalCdf, Erf, Erfc, Tanh})
            is = is || isAlgebraCall(factor, operation);
        if (is)
            found.push_back({term / factor, factor});
    }
    return found;
}

/** The number that a term is times another one, or nothing. */
std::optional<double> ratioOf(const ex &term, const ex &other)
{
    const ex ratio = term / other;
    return isNumber(ratio) ? std::optional(GiNaC::ex_to<GiNaC::numeric>(ratio).to_double()) : std::nullopt;
}

/** A term that may cancel and another one as one that does not, or nothing. */
std::optional<ex> joined(const std::vector<Cancelling> &ways, const ex &other)
{
    for (const Cancelling &way : ways) {
        const auto ratio = ratioOf(other, way.rest);
        const auto better = ratio ? way.beside(*ratio) : std::nullopt;
        if (better)
            return way.rest * *better;
        if (isAlgebraCall(way.function, Tanh) && ratioOf(other, way.rest * way.function.op(0)) == -1)
            return -way.rest * unaryCall(XMinusTanh, way.function.op(0));
    }
    return std::nullopt;
}

/** A number beyond what forms hold, as ±exp(exponent): GiNaC writes (2 exp(x))^100 as 2^100 exp(100 x). */
std::optional<ExponentialForm> formOfHugeNumber(const ex &factor)
{
    if (!isNumber(factor) || !GiNaC::ex_to<GiNaC::numeric>(factor).is_real() || factor.is_zero())
        return std::nullopt;
    const double exponent = GiNaC::ex_to<GiNaC::numeric>(GiNaC::log(GiNaC::abs(factor)).evalf()).to_double();
    if (std::abs(exponent) <= std::log(largestFormNumber))
        return std::nullopt;
    return ExponentialForm{.signedPart = factor.info(GiNaC::info_flags::negative) ? -1 : 1, .exponent = algebraNumber(exponent)};
}

} // namespace

ex FormulaStabilizer::operator()(const ex &expression)
{
    if (expression.nops() == 0)
        return expression;
    const auto known = m_known.find(expression);
    if (known != m_known.end())
        return known->second;
    ex result = expression.map(*this);
    for (int round = 0; round < maxRounds; ++round) {
        const ex better = rewritten(result);
        if (better.is_equal(result))
            break;
        result = better;
    }
    m_known.emplace(expression, result);
    return result;
}

ex FormulaStabilizer::rewritten(const ex &expression)
{
    if (GiNaC::is_a<GiNaC::mul>(expression) || GiNaC::is_a<GiNaC::power>(expression) || isRootCall(expression))
        return product(expression);
    if (GiNaC::is_a<GiNaC::add>(expression))
        return sum(expression);
    for (const FormulaOperation operation : {Log, Log1p, Log2, Log10}) {
        if (isAlgebraCall(expression, operation))
            return logarithm(expression);
    }
    return expression;
}

ex FormulaStabilizer::product(const ex &expression)
{
    exvector exponential;
    ExponentialForm form;
    ex others = 1;
    std::optional<ExponentialForm> huge;
    for (const ex &factor : factorsOf(expression)) {
        const auto one = isNumber(factor) ? std::nullopt : m_exponentials.any(factor);
        if (auto number = formOfHugeNumber(factor)) {
            huge = std::move(number);
            continue;
        }
        if (!one) {
            others *= factor;
            continue;
        }
        form = form.times(*one);
        exponential.push_back(factor);
    }
    if (huge && !exponential.empty())
        form = form.times(*huge);
    else
        huge.reset();
    const auto better = huge || isToRewrite(exponential) ? m_exponentials.written(form) : std::nullopt;
    return better ? others * *better : expression;
}

/** Takes out of `others`, of which the logarithm is wanted, the exponential that a difference is: exp(u) - exp(v) = exp(u) (1 - exp(v - u)), or
 *  what it has beside tanh, where it may be negative. Whether there is one; a constant less an exponential is small where it has a logarithm. */
bool FormulaStabilizer::takeDifferences(ex &others, ExponentialForm &form)
{
    const bool isTurned = isNumber(factorsOf(others).back()) && factorsOf(others).size() == 2;
    if (auto one = m_exponentials.difference(isTurned ? -others : others)) {
        if (isTurned)
            std::swap(one->plus, one->minus);
        if (isNumber(one->plus.exponent))
            return false;
        form = form.times(one->plus);
        others = -unaryCall(Expm1, -one->apart());
        return true;
    }
    bool isAny = false;
    for (const ex &factor : factorsOf(others)) {
        const bool isAbs = isAlgebraCall(factor, Abs);
        const auto one = isNumber(factor) ? std::nullopt : m_exponentials.any(isAbs ? factor.op(0) : factor);
        if (!one)
            continue;
        others = others / factor * (isAbs ? unaryCall(Abs, one->signedPart) : one->signedPart);
        form = form.times({.number = one->number, .exponent = one->exponent});
        isAny = true;
    }
    return isAny;
}

/** log of an argument that has exponential factors. */
std::optional<ex> FormulaStabilizer::logarithmOf(const ex &argument)
{
    ExponentialForm form;
    ex others = 1;
    bool isAny = false;
    for (const ex &factor : factorsOf(argument)) {
        const bool isBelowZero = isNumber(factor) && factor.info(GiNaC::info_flags::negative);
        const auto one = m_exponentials.positive(isBelowZero ? -factor : factor, true);
        others *= !one ? factor : isBelowZero ? ex(-1) : ex(1);
        isAny = isAny || (one && !isNumber(factor));
        form = one ? form.times(*one) : form;
    }
    isAny = takeDifferences(others, form) || isAny;
    if (!isAny)
        return std::nullopt;
    const ex number = form.number == 1 ? ex(0) : algebraNumber(std::log(form.number));
    return form.exponent + number + (others.is_equal(1) ? ex(0) : unaryCall(Log, others));
}

ex FormulaStabilizer::logarithm(const ex &expression)
{
    const bool isLog1p = isAlgebraCall(expression, Log1p);
    const double scale = isAlgebraCall(expression, Log2)    ? 1 / std::numbers::ln2
                         : isAlgebraCall(expression, Log10) ? 1 / std::numbers::ln10
                                                            : 1;
    const ex argument = isLog1p ? rewritten(1 + expression.op(0)) : expression.op(0);
    if (const auto better = logarithmOf(argument))
        return scale == 1 ? *better : algebraNumber(scale) * *better;
    const bool hasOne = isAlgebraCall(expression, Log) && GiNaC::is_a<GiNaC::add>(argument) && argument.op(argument.nops() - 1).is_equal(1);
    return hasOne ? unaryCall(Log1p, argument - 1) : expression;
}

ex FormulaStabilizer::sum(const ex &expression)
{
    exvector terms;
    bool mayCancel = false;
    for (std::size_t k = 0; k < expression.nops(); ++k) {
        terms.push_back(expression.op(k));
        mayCancel = mayCancel || !cancelling(terms.back()).empty();
    }
    if (!mayCancel)
        return expression;
    m_exponentials.sortByText(terms); // where there are several ways, it is always the same one
    for (const ex &term : terms) {
        const std::vector<Cancelling> ways = cancelling(term);
        for (auto other = terms.begin(); !ways.empty() && other != terms.end(); ++other) {
            const auto better = other->is_equal(term) ? std::nullopt : joined(ways, *other);
            if (better)
                return expression - term - *other + *better;
        }
    }
    return expression;
}

} // namespace actiscope
