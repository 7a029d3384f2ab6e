// Stable forms of what loses digits or overflows as it is written.
#pragma once

#include "core/activations/formula_exponentials.h"
#include "core/activations/formula_reader.h"

namespace actiscope {

/** Rewrites an expression from the inside out:
 *  - products and roots of exponentials and of sums of them, with numbers that are too large: exp(u)/(1 + exp(u)) is sigmoid(u), (exp(u) - 1)/(exp(u) + 1) tanh(u/2);
 *  - logarithms of such: log(1 + exp(u)) is softplus(u), log(exp(u) - exp(v)) u + log(-expm1(v - u)), log(1 + u) log1p(u);
 *  - sums that cancel: exp(u) - 1 is expm1(u), 1 + erf(u) 2 Φ(√2 u), 1 - sigmoid(u) sigmoid(-u), 1 - tanh(u)² the slope of tanh,
 *    u - tanh(u) its own function; also where each term has another factor in common.
 *  Since GiNaC keeps sums and products as flat lists, it does not matter how they were written. */
class FormulaStabilizer : public GiNaC::map_function {
public:
    explicit FormulaStabilizer(FormulaReader &reader) : m_exponentials(reader) {}

    GiNaC::ex operator()(const GiNaC::ex &expression) override;

private:
    GiNaC::ex rewritten(const GiNaC::ex &expression);
    GiNaC::ex product(const GiNaC::ex &expression);
    GiNaC::ex logarithm(const GiNaC::ex &expression);
    GiNaC::ex sum(const GiNaC::ex &expression);
    bool takeDifferences(GiNaC::ex &others, ExponentialForm &form);
    std::optional<GiNaC::ex> logarithmOf(const GiNaC::ex &argument);

    FormulaExponentials m_exponentials;
    std::map<GiNaC::ex, GiNaC::ex, GiNaC::ex_is_less> m_known;
};

} // namespace actiscope
