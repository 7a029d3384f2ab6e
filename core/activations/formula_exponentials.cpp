#include "core/activations/formula_exponentials.h"

#include "core/activations/formula_error.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actiscope {

using enum FormulaOperation;
using GiNaC::ex;
using GiNaC::exvector;

namespace {

std::optional<double> realNumber(const ex &expression)
{
    if (!GiNaC::is_a<GiNaC::numeric>(expression) || !GiNaC::ex_to<GiNaC::numeric>(expression).is_real())
        return std::nullopt;
    return GiNaC::ex_to<GiNaC::numeric>(expression).to_double();
}

/** A number without what rounding left: whole ones are GiNaC's integers, so that powers are powers. */
ex tidy(double value)
{
    return value == std::round(value) && std::abs(value) < 1e6 ? ex(static_cast<int>(value)) : algebraNumber(value);
}

bool isWithin(double number, double largest)
{
    return number >= 1 / largest && number <= largest;
}

struct Scaled {
    double factor = 1;
    ex rest = 1;
};

Scaled scaled(const ex &term)
{
    if (const auto number = realNumber(term))
        return {*number, 1};
    if (GiNaC::is_a<GiNaC::mul>(term)) {
        const ex last = term.op(term.nops() - 1);
        if (const auto number = realNumber(last))
            return {*number, term / last};
    }
    return {1, term};
}

bool hasSoftplus(const ex &expression)
{
    if (isAlgebraCall(expression, Softplus))
        return true;
    for (std::size_t k = 0; k < expression.nops(); ++k) {
        if (hasSoftplus(expression.op(k)))
            return true;
    }
    return false;
}

/** exp(a) + exp(b), as a number times an exponential. */
ExponentialForm added(const ExponentialForm &a, const ExponentialForm &b)
{
    return {.number = a.number, .exponent = a.exponent + unaryCall(Softplus, ExponentialDifference{b, a}.apart())};
}

/** softplus(-w) as softplus(w) - w where both occur. */
void mergeOpposites(exvector &softplus, ex &rest)
{
    for (std::size_t k = 0; k < softplus.size(); ++k) {
        const Scaled first = scaled(softplus[k]);
        const auto isOpposite = [&](const ex &other) { return (scaled(other).rest.op(0) + first.rest.op(0)).is_zero(); };
        const auto opposite = std::find_if(softplus.begin() + static_cast<std::ptrdiff_t>(k) + 1, softplus.end(), isOpposite);
        if (opposite == softplus.end())
            continue;
        const double factor = scaled(*opposite).factor;
        rest -= tidy(factor) * first.rest.op(0);
        softplus[k] = tidy(first.factor + factor) * first.rest;
        softplus.erase(opposite);
    }
    std::erase_if(softplus, [](const ex &term) { return term.is_zero(); });
}

/** erfc, Φ and φ: exp(-u²), where u > 0, times what shrinks no faster than 1/u. */
std::optional<ExponentialForm> ofNormalTail(const ex &function)
{
    if (isAlgebraCall(function, NormalPdf))
        return ExponentialForm{.number = std::numbers::inv_sqrtpi / std::numbers::sqrt2, .exponent = -GiNaC::pow(function.op(0), 2) / 2};
    if (isAlgebraCall(function, Erfc))
        return ExponentialForm{.signedPart = unaryCall(ScaledErfc, function.op(0)),
                               .exponent = -unaryCall(Relu, function.op(0)) * function.op(0)};
    if (!isAlgebraCall(function, NormalCdf))
        return std::nullopt;
    const ex u = -function.op(0);
    return ExponentialForm{.number = 0.5,
                           .signedPart = unaryCall(ScaledErfc, algebraNumber(std::numbers::sqrt2 / 2) * u),
                           .exponent = -unaryCall(Relu, u) * u / 2};
}

} // namespace

ExponentialForm ExponentialForm::raised(double power) const
{
    const double raisedNumber = std::pow(number, power);
    const bool held = isWithin(raisedNumber, largestFormNumber);
    return {.number = held ? raisedNumber : 1,
            .signedPart = GiNaC::pow(signedPart, tidy(power)),
            .exponent = (held ? exponent : exponent + algebraNumber(std::log(number))) * tidy(power)};
}

ExponentialForm ExponentialForm::times(const ExponentialForm &other) const
{
    const double product = number * other.number;
    const bool held = isWithin(product, largestFormNumber);
    const ex sum = exponent + other.exponent;
    return {.number = held ? product : 1,
            .signedPart = signedPart * other.signedPart,
            .exponent = held ? sum : sum + algebraNumber(std::log(number) + std::log(other.number))};
}

ex ExponentialDifference::apart() const
{
    return (plus.exponent - minus.exponent) + (plus.number == minus.number ? ex(0) : algebraNumber(std::log(plus.number / minus.number)));
}

std::optional<ExponentialForm> FormulaExponentials::ofFunction(const ex &function)
{
    const ex u = function.op(0);
    if (isAlgebraCall(function, Exp))
        return ExponentialForm{.exponent = u};
    if (isAlgebraCall(function, Sigmoid))
        return ExponentialForm{.exponent = -unaryCall(Softplus, -u)};
    if (isAlgebraCall(function, SigmoidSlope))
        return ExponentialForm{.exponent = -unaryCall(Softplus, -u) - unaryCall(Softplus, u)};
    if (isAlgebraCall(function, TanhSlope))
        return ExponentialForm{.number = 4, .exponent = -unaryCall(Softplus, -2 * u) - unaryCall(Softplus, 2 * u)};
    if (isAlgebraCall(function, Cosh))
        return ExponentialForm{.number = 0.5, .exponent = u + unaryCall(Softplus, -2 * u)};
    if (isAlgebraCall(function, Sqrt) || isAlgebraCall(function, Cbrt)) {
        const auto inner = positive(u);
        return inner ? std::optional(inner->raised(isAlgebraCall(function, Sqrt) ? 0.5 : 1.0 / 3)) : std::nullopt;
    }
    if (isAlgebraCall(function, Power)) {
        const auto inner = realNumber(function.op(1)) ? positive(u) : std::nullopt;
        return inner ? std::optional(inner->raised(*realNumber(function.op(1)))) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<ExponentialForm> FormulaExponentials::positive(const ex &expression, bool isNumberToo)
{
    if (const auto number = realNumber(expression))
        return isNumberToo && *number > 0 ? std::optional(ExponentialForm{}.times({.number = *number})) : std::nullopt;
    if (GiNaC::is_a<GiNaC::function>(expression))
        return isRowValue(expression) || isRowSlope(expression) ? std::nullopt : ofFunction(expression);
    if (GiNaC::is_a<GiNaC::power>(expression)) {
        const auto power = realNumber(expression.op(1));
        const auto base = power ? positive(expression.op(0)) : std::nullopt;
        return base ? std::optional(base->raised(*power)) : std::nullopt;
    }
    if (GiNaC::is_a<GiNaC::add>(expression))
        return ofSum(expression);
    if (!GiNaC::is_a<GiNaC::mul>(expression))
        return std::nullopt;
    ExponentialForm all;
    for (std::size_t k = 0; k < expression.nops(); ++k) {
        const auto factor = positive(expression.op(k), true);
        if (!factor)
            return std::nullopt;
        all = all.times(*factor);
    }
    return all;
}

void FormulaExponentials::sortByText(exvector &expressions)
{
    std::vector<std::pair<std::string, ex>> keyed;
    for (const ex &expression : expressions)
        keyed.emplace_back(m_reader.text(expression), expression);
    std::ranges::sort(keyed, {}, [](const auto &entry) { return std::pair(entry.first.size(), entry.first); });
    std::ranges::transform(keyed, expressions.begin(), [](const auto &entry) { return entry.second; });
}

ex FormulaExponentials::tanhOf(const ex &u)
{
    exvector both = {u, -u};
    sortByText(both);
    return both.front().is_equal(u) ? unaryCall(Tanh, u) : -unaryCall(Tanh, -u);
}

std::optional<ExponentialForm> FormulaExponentials::ofSum(const ex &sum)
{
    exvector terms = termsOf(sum);
    sortByText(terms);
    std::optional<ExponentialForm> all;
    for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
        const auto form = positive(*term, true);
        if (!form)
            return std::nullopt;
        all = all ? added(*form, *all) : *form;
    }
    return all;
}

std::optional<ExponentialDifference> FormulaExponentials::difference(const ex &expression)
{
    if (isAlgebraCall(expression, Expm1))
        return ExponentialDifference{.plus = {.exponent = expression.op(0)}, .minus = {}};
    if (isAlgebraCall(expression, Sinh))
        return ExponentialDifference{.plus = {.number = 0.5, .exponent = expression.op(0)},
                                     .minus = {.number = 0.5, .exponent = -expression.op(0)}};
    if (!GiNaC::is_a<GiNaC::add>(expression))
        return std::nullopt;
    ex added = 0;
    ex subtracted = 0;
    for (const ex &term : termsOf(expression))
        scaled(term).factor < 0 ? subtracted -= term : added += term;
    const auto plus = positive(added, true);
    const auto minus = plus ? positive(subtracted, true) : std::nullopt;
    return minus ? std::optional(ExponentialDifference{*plus, *minus}) : std::nullopt;
}

/** exp(u) - exp(v) = tanh((u - v) / 2) (exp(u) + exp(v)). */
std::optional<ExponentialForm> FormulaExponentials::ofDifference(const ex &sum)
{
    exvector terms = termsOf(sum);
    const auto both = terms.size() == 2 ? difference(sum) : std::nullopt;
    if (!both)
        return std::nullopt;
    sortByText(terms);
    ExponentialForm form = scaled(terms[0]).factor < 0 ? added(both->minus, both->plus) : added(both->plus, both->minus);
    form.signedPart = tanhOf(both->apart() / 2);
    return form;
}

std::optional<ExponentialForm> FormulaExponentials::any(const ex &expression)
{
    if (GiNaC::is_a<GiNaC::power>(expression)) {
        const auto power = realNumber(expression.op(1));
        const bool isWhole = power && *power == std::round(*power);
        const auto base = isWhole ? any(expression.op(0)) : std::nullopt;
        return base ? std::optional(base->raised(*power)) : positive(expression);
    }
    if (const auto form = ofNormalTail(expression))
        return form;
    if (isAlgebraCall(expression, Expm1))
        return ExponentialForm{.signedPart = tanhOf(expression.op(0) / 2), .exponent = unaryCall(Softplus, expression.op(0))};
    if (isAlgebraCall(expression, Sinh))
        return ExponentialForm{.number = 0.5,
                               .signedPart = tanhOf(expression.op(0)),
                               .exponent = expression.op(0) + unaryCall(Softplus, -2 * expression.op(0))};
    if (const auto form = positive(expression))
        return form;
    return GiNaC::is_a<GiNaC::add>(expression) ? ofDifference(expression) : std::nullopt;
}

/** Writes exp(R + Σ m softplus(w)), taking from R what belongs to each w. */
struct FormulaExponentials::Writer {
    ex rest = 0;
    ex factors = 1;
    int growing = 0; ///< factors that overflow

    /** k where the rest has k w. */
    double shareOf(const ex &w) const
    {
        if (hasSoftplus(w))
            return 0;
        double best = 0;
        std::size_t fewest = termsOf(rest).size();
        for (const ex &term : termsOf(w)) {
            const Scaled of = scaled(term);
            for (const ex &other : termsOf(rest)) {
                const Scaled in = scaled(other);
                if (of.rest.is_equal(1) || !in.rest.is_equal(of.rest))
                    continue;
                const double k = in.factor / of.factor;
                const ex left = rest - tidy(k) * w;
                const std::size_t terms = left.is_zero() || realNumber(left) ? 0 : termsOf(left).size();
                if (terms < fewest) {
                    fewest = terms;
                    best = k;
                }
            }
        }
        return best;
    }

    /** Whether none of the factors is 0 where another one is infinite. */
    bool isSafe(const exvector &softplus) const
    {
        if (realNumber(rest))
            return softplus.size() <= 1 || growing == 0;
        if (softplus.size() != 1)
            return softplus.empty();
        const ex w = scaled(softplus.front()).rest.op(0);
        return realNumber(rest - tidy(shareOf(w)) * w).has_value();
    }

    void multiply(const ex &base, double power) { factors *= GiNaC::pow(base, tidy(power)); }
    void takeFromRest(double k, const ex &w) { rest -= tidy(k) * w; }

    /** Both powers are whole: (1 + e^w)^(a + b) e^(-b w) = (1 + e^w)^a (1 + e^-w)^b. */
    bool split(double a, double b, const ex &w)
    {
        if (a != std::round(a) || b != std::round(b))
            return false;
        const auto share = [&](double power, const ex &of) {
            power < 0 ? multiply(unaryCall(Sigmoid, -of), -power) : multiply(1 + unaryCall(Exp, of), power);
        };
        share(a, w);
        share(b, -w);
        return true;
    }

    /** (1 + e^w)^m with e^(k w), of which the rest is given back. */
    void write(double m, const ex &w)
    {
        const double k = shareOf(w);
        growing += m > 0;
        const double between = std::clamp(-k, std::min(m, 0.0), std::max(m, 0.0)); // the power of 1 + e^-w
        takeFromRest(-between, w);
        if (split(m - between, between, w))
            return;
        if (std::abs(m) < 1) // of a root, what is below it is infinite or 0 before the root is
            factors *= unaryCall(Exp, inExponent(m, between, w));
        else if (between == m / 2)
            multiply(2 * unaryCall(Cosh, w / 2), m);
        else if (between == 0)
            multiply(m < 0 ? unaryCall(Sigmoid, -w) : 1 + unaryCall(Exp, w), std::abs(m));
        else if (between == m)
            multiply(m < 0 ? unaryCall(Sigmoid, w) : 1 + unaryCall(Exp, -w), std::abs(m));
        else
            factors *= unaryCall(Exp, inExponent(m, between, w));
    }

    /** m softplus(w) - between w, where nothing cancels. */
    static ex inExponent(double m, double between, const ex &w)
    {
        return between == m ? tidy(m) * unaryCall(Softplus, -w) : tidy(m) * unaryCall(Softplus, w) - tidy(between) * w;
    }
};

std::optional<ex> FormulaExponentials::written(const ExponentialForm &form)
{
    exvector softplus;
    Writer writer;
    for (const ex &term : termsOf(form.exponent))
        isAlgebraCall(scaled(term).rest, Softplus) ? softplus.push_back(term) : static_cast<void>(writer.rest += term);
    sortByText(softplus);
    mergeOpposites(softplus, writer.rest);
    for (const ex &term : softplus)
        writer.write(scaled(term).factor, scaled(term).rest.op(0));
    const auto constant = realNumber(writer.rest);
    const double outside = constant ? form.number * std::exp(*constant) : form.number;
    const bool isConstant = realNumber(form.exponent).has_value();
    if (isConstant && !isWithin(outside, formula_limits::largest))
        return std::nullopt;
    if (isConstant || (writer.isSafe(softplus) && isWithin(outside, largestFormNumber)))
        return tidy(outside) * (constant ? ex(1) : unaryCall(Exp, writer.rest)) * form.signedPart * writer.factors;
    return algebraNumber(form.number) * form.signedPart * unaryCall(Exp, form.exponent);
}

} // namespace actiscope
