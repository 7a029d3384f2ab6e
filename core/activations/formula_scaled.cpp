#include "core/activations/formula_scaled.h"

#include <algorithm>

namespace actiscope {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

namespace {

/** p where a function is u^p, with a p that need not be whole. */
std::optional<ex> realPowerOf(const ex &function)
{
    if (isAlgebraCall(function, Sqrt))
        return ex(GiNaC::numeric(1, 2));
    if (isAlgebraCall(function, Cbrt))
        return ex(GiNaC::numeric(1, 3));
    const bool isNumber = isAlgebraCall(function, Power) && GiNaC::is_a<GiNaC::numeric>(function.op(1));
    return isNumber ? std::optional(function.op(1)) : std::nullopt;
}

struct Grown {
    ex exponent;
    ex rest; ///< at most 1
};

/** sinh(u), cosh(u) and their powers, as exp(exponent) · rest. */
std::optional<Grown> grownHyperbolic(const ex &factor)
{
    if (GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).info(GiNaC::info_flags::posint)) {
        const auto base = grownHyperbolic(factor.op(0));
        return base ? std::optional(Grown{base->exponent * factor.op(1), GiNaC::pow(base->rest, factor.op(1))}) : std::nullopt;
    }
    if (!isAlgebraCall(factor, Sinh) && !isAlgebraCall(factor, Cosh))
        return std::nullopt;
    const ex distance = unaryCall(Abs, factor.op(0));
    if (isAlgebraCall(factor, Cosh))
        return Grown{distance, (1 + unaryCall(Exp, -2 * distance)) / 2};
    return Grown{distance, -unaryCall(Sign, factor.op(0)) * unaryCall(Expm1, -2 * distance) / 2};
}

} // namespace

ex FormulaScaler::operator()(const ex &expression)
{
    if (expression.nops() == 0)
        return expression;
    const auto known = m_known.find(expression);
    if (known != m_known.end())
        return known->second;
    const bool isProduct = GiNaC::is_a<GiNaC::mul>(expression) || GiNaC::is_a<GiNaC::power>(expression) || realPowerOf(expression);
    const ex result = isProduct ? product(expression) : expression.map(*this);
    m_known.emplace(expression, result);
    return result;
}

ex FormulaScaler::product(const ex &expression)
{
    ex exponent = 0;
    ex others = 1;
    int parts = 0;
    bool hasSum = false;
    bool hasRoot = false;
    for (const ex &factor : factorsOf(expression)) {
        if (const auto sum = scaledPower(factor)) {
            exponent += sum->exponent;
            others *= sum->rest;
            ++parts;
            hasSum = true;
            hasRoot = hasRoot || sum->isRoot;
        } else if (const auto form = m_exponentials.any(factor)) {
            exponent += form->exponent;
            others *= algebraNumber(form->number) * form->signedPart;
            ++parts;
        } else {
            others *= factor.nops() == 0 ? factor : factor.map(*this);
        }
    }
    return hasRoot || (hasSum && parts > 1) ? others * algebraCall(Exp, {exponent}) : expression.map(*this);
}

std::optional<FormulaScaler::ScaledPower> FormulaScaler::scaledPower(const ex &factor)
{
    if (GiNaC::is_a<GiNaC::add>(factor)) {
        const auto sum = scaledSum(factor);
        return sum ? std::optional(ScaledPower{sum->scale, sum->scaled.map(*this)}) : std::nullopt;
    }
    const auto root = realPowerOf(factor);
    const bool isPower = GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).info(GiNaC::info_flags::integer);
    auto inner = root || isPower ? scaledPower(factor.op(0)) : std::nullopt;
    if (const auto grown = root ? grownHyperbolic(factor.op(0)) : std::nullopt)
        inner = ScaledPower{grown->exponent, grown->rest};
    if (!inner)
        return std::nullopt;
    if (isPower)
        return ScaledPower{factor.op(1) * inner->exponent, GiNaC::pow(inner->rest, factor.op(1)), inner->isRoot};
    GiNaC::exvector arguments = {inner->rest};
    if (factor.nops() > 1)
        arguments.push_back(factor.op(1));
    return ScaledPower{*root * inner->exponent, algebraCall(operationOfCall(factor), arguments), inner->isRoot || GiNaC::abs(*root) < 1};
}

std::optional<FormulaScaler::ScaledSum> FormulaScaler::scaledSum(const ex &sum)
{
    std::vector<std::pair<ex, ex>> terms; // factor, exponent
    exvector exponents;
    for (const ex &term : termsOf(sum)) {
        ex factor = 1;
        ex exponent = 0;
        for (const ex &part : factorsOf(term)) {
            const auto form = GiNaC::is_a<GiNaC::numeric>(part) ? std::nullopt : m_exponentials.positive(part);
            const auto sinh = form ? std::nullopt : grownHyperbolic(part);
            factor *= form ? algebraNumber(form->number) : sinh ? sinh->rest : part;
            exponent += form ? form->exponent : sinh ? sinh->exponent : ex(0);
        }
        terms.emplace_back(factor, exponent);
        if (std::ranges::none_of(exponents, [&](const ex &other) { return other.is_equal(exponent); }))
            exponents.push_back(exponent);
    }
    m_exponentials.sortByText(exponents);
    ScaledSum result{.scale = exponents.front()};
    for (std::size_t k = 1; k < exponents.size(); ++k)
        result.scale = algebraCall(Max, {result.scale, exponents[k]});
    if (result.scale.is_zero())
        return std::nullopt; // without exponentials
    for (const auto &[factor, exponent] : terms)
        result.scaled += factor * algebraCall(Exp, {exponent - result.scale});
    return result;
}

} // namespace actiscope
