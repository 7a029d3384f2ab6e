#include "core/activations/formula_scaled.h"

#include <algorithm>

namespace actiscope {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

ex FormulaScaler::operator()(const ex &expression)
{
    if (expression.nops() == 0)
        return expression;
    const auto known = m_known.find(expression);
    if (known != m_known.end())
        return known->second;
    const bool isProduct = GiNaC::is_a<GiNaC::mul>(expression) || GiNaC::is_a<GiNaC::power>(expression);
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
    for (const ex &factor : factorsOf(expression)) {
        const bool isPower = GiNaC::is_a<GiNaC::power>(factor) && factor.op(1).info(GiNaC::info_flags::integer);
        const ex base = isPower ? factor.op(0) : factor;
        const ex power = isPower ? factor.op(1) : ex(1);
        if (const auto sum = GiNaC::is_a<GiNaC::add>(base) ? scaledSum(base) : std::nullopt) {
            exponent += power * sum->scale;
            others *= GiNaC::pow(sum->scaled.map(*this), power);
            ++parts;
            hasSum = true;
        } else if (const auto form = m_exponentials.any(factor)) {
            exponent += form->exponent;
            others *= algebraNumber(form->number) * form->signedPart;
            ++parts;
        } else {
            others *= factor.nops() == 0 ? factor : factor.map(*this);
        }
    }
    return hasSum && parts > 1 ? others * algebraCall(Exp, {exponent}) : expression.map(*this);
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
            factor *= form ? algebraNumber(form->number) : part;
            exponent += form ? form->exponent : ex(0);
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
