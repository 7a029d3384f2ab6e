// Expressions that are made of exponentials, as number · exp(exponent), where nothing overflows: 1 + exp(u) is exp(softplus(u)).
#pragma once

#include "core/activations/formula_reader.h"

#include <optional>

namespace actiscope {

inline constexpr double largestFormNumber = 1e12; ///< with room for the numbers that derivatives have beside them

/** number · signedPart · exp(exponent), the number within largestFormNumber: what is beyond is in the exponent, so that 2^100 is nowhere a number. */
struct ExponentialForm {
    double number = 1;
    GiNaC::ex signedPart = 1; ///< powers of tanh, where the expression may be negative, and of scaled erfc
    GiNaC::ex exponent = 0;

    ExponentialForm raised(double power) const;
    ExponentialForm times(const ExponentialForm &other) const;
};

/** plus - minus, both of them positive. */
struct ExponentialDifference {
    ExponentialForm plus;
    ExponentialForm minus;

    /** log(plus / minus) */
    GiNaC::ex apart() const;
};

/** Sums of exponentials have their terms in the order of their texts, so that the same formula gives the same form in every process. */
class FormulaExponentials {
public:
    explicit FormulaExponentials(FormulaReader &reader) : m_reader(reader) {}

    /** The form of what is greater than 0 whatever x is (exponentials, their sums and products, sigmoid, cosh); nothing for anything else, and
     *  for plain numbers unless `isNumberToo`. */
    std::optional<ExponentialForm> positive(const GiNaC::ex &expression, bool isNumberToo = false);
    /** The same, and erfc, Φ, φ, expm1, sinh and the difference of two exponentials. */
    std::optional<ExponentialForm> any(const GiNaC::ex &expression);

    /** A sum of exponentials less another one, expm1 and sinh. */
    std::optional<ExponentialDifference> difference(const GiNaC::ex &expression);

    /** The expression that a form is, without what overflows: sigmoid(u) for exp(u - softplus(u)). Nothing for a constant beyond 1e30. */
    std::optional<GiNaC::ex> written(const ExponentialForm &form);
    /** Short ones first, and then by the alphabet. */
    void sortByText(GiNaC::exvector &expressions);

private:
    struct Writer;

    std::optional<ExponentialForm> ofFunction(const GiNaC::ex &function);
    std::optional<ExponentialForm> ofSum(const GiNaC::ex &sum);
    std::optional<ExponentialForm> ofDifference(const GiNaC::ex &sum);
    /** tanh(u), with the argument that is the shorter text of u and -u. */
    GiNaC::ex tanhOf(const GiNaC::ex &u);

    FormulaReader &m_reader;
};

} // namespace actiscope
