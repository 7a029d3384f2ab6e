// The last step before a formula is computed: products and roots of sums in which exponentials stand beside other terms.
#pragma once

#include "core/activations/formula_exponentials.h"

namespace actiscope {

/** Rewrites products and roots from the inside out so that no exponential overflows, or becomes 0, where the whole does not: in exp(x)/(x + exp(x))
 *  both parts are divided by exp(max(0, x)), and sqrt(1 + exp(x)) is exp(max(0, x)/2) times the root of a sum that holds nothing large. What comes out
 *  is computed, not differentiated. */
class FormulaScaler : public GiNaC::map_function {
public:
    explicit FormulaScaler(FormulaReader &reader) : m_exponentials(reader) {}

    GiNaC::ex operator()(const GiNaC::ex &expression) override;

private:
    /** A sum as exp(scale) · scaled. */
    struct ScaledSum {
        GiNaC::ex scale = 0;
        GiNaC::ex scaled = 0;
    };

    /** A factor that is a power or a root of a sum, as exp(exponent) · rest. */
    struct ScaledPower {
        GiNaC::ex exponent;
        GiNaC::ex rest;
        bool isRoot = false; ///< so that the sum overflows before the factor does
    };

    GiNaC::ex product(const GiNaC::ex &expression);
    std::optional<ScaledPower> scaledPower(const GiNaC::ex &factor);
    std::optional<ScaledSum> scaledSum(const GiNaC::ex &sum);

    FormulaExponentials m_exponentials;
    std::map<GiNaC::ex, GiNaC::ex, GiNaC::ex_is_less> m_known;
};

} // namespace actiscope
