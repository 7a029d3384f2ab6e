// Random formulas written in several ways: brackets and order decide nothing, and flat branches have slope 0.
#include "core/activations/formula.h"
#include "tests/core/activations/fuzz_source.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** A value with its derivative, in long double: exponentials do not overflow before exp(11000). */
struct Dual {
    long double value = 0;
    long double slope = 0;
    long double size = 0; ///< of the terms that the slope is made of
};

Dual operator+(const Dual &a, const Dual &b)
{
    return {a.value + b.value, a.slope + b.slope, a.size + b.size};
}
Dual operator*(const Dual &a, const Dual &b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope, a.size * std::abs(b.value) + std::abs(a.value) * b.size};
}
Dual inverse(const Dual &a)
{
    const long double square = a.value * a.value;
    return {1 / a.value, -a.slope / square, a.size / square};
}

/** coefficient · x^power · exp(rate x) */
struct Term {
    double coefficient = 1;
    int rate = 0;
    int power = 0;

    Dual at(long double x) const
    {
        const long double e = std::exp(rate * x);
        const long double p = power == 0 ? 1 : power == 1 ? x : x * x;
        const long double slope = power == 0 ? 0 : power == 1 ? 1 : 2 * x;
        const long double c = coefficient;
        return {c * p * e, c * (slope * e + p * rate * e), std::abs(c) * (std::abs(slope * e) + std::abs(p * rate * e))};
    }
};

struct Factor {
    std::vector<Term> terms;
    bool isBelow = false;

    Dual at(long double x) const
    {
        Dual sum;
        for (const Term &term : terms)
            sum = sum + term.at(x);
        return isBelow ? inverse(sum) : sum;
    }
};

} // namespace

class TestFuzzFormula : public QObject, private FuzzSource {
    Q_OBJECT

private slots:
    void initTestCase() { begin(); }
    void bracketsAndOrderDecideNothing();
    void flatBranchesHaveSlopeZero();

private:
    std::vector<Factor> product();
    std::string written(const Term &term);
    std::string written(Factor factor);
    std::string written(std::vector<Factor> factors);
};

std::vector<Factor> TestFuzzFormula::product()
{
    std::vector<Factor> factors;
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        Factor factor{.terms = {}, .isBelow = below(2) == 0};
        for (std::size_t terms = 1 + below(3); terms > 0; --terms)
            factor.terms.push_back(
                {.coefficient = oneOf<double>({1, 1, 2, 0.5}), .rate = oneOf<int>({0, 1, 1, -1, 2, -2}), .power = below(4) == 0 ? 2 : 0});
        if (factor.isBelow) // a sum that is not 0
            factor.terms.push_back({});
        factors.push_back(factor);
    }
    if (below(2) == 0)
        factors.push_back({.terms = {{.power = 1}}});
    return factors;
}

std::string TestFuzzFormula::written(const Term &term)
{
    std::vector<std::string> parts;
    const std::string rate = std::to_string(std::abs(term.rate));
    const std::string exponent =
        (term.rate < 0 ? "-" : "") + (rate == "1" ? std::string("x") : oneOf<std::string>({rate + "x", "x*" + rate, rate + "*x"}));
    if (term.rate != 0)
        parts.push_back(oneOf<std::string>({"exp(" + exponent + ")", "e^(" + exponent + ")"}));
    if (term.power > 0)
        parts.push_back(term.power == 1 ? "x" : oneOf<std::string>({"x^2", "x²", "x*x"}));
    if (term.coefficient != 1 || parts.empty())
        parts.push_back(QByteArray::number(term.coefficient).toStdString());
    return joined(parts, "*");
}

std::string TestFuzzFormula::written(Factor factor)
{
    std::vector<std::string> terms;
    for (const Term &term : factor.terms)
        terms.push_back(written(term));
    return "(" + joined(terms, "+") + ")";
}

std::string TestFuzzFormula::written(std::vector<Factor> factors)
{
    std::vector<std::string> parts;
    for (const Factor &factor : factors)
        parts.push_back(!factor.isBelow
                            ? written(factor)
                            : oneOf<std::string>({"(1/" + written(factor) + ")", written(factor) + "^-1", "1/" + written(factor)}));
    return joined(parts, "*");
}

void TestFuzzFormula::bracketsAndOrderDecideNothing()
{
    for (int i = 0; i < 400; ++i) {
        const std::vector<Factor> factors = product();
        for (int way = 0; way < 4; ++way) {
            const std::string text = "x*0 + " + written(factors);
            const Activation activation = makeFormulaActivation(text);
            for (const double x : {-300.0, -40.0, -3.0, -0.5, 0.75, 2.0, 33.0, 310.0}) {
                Dual exact{.value = 1};
                for (const Factor &factor : factors)
                    exact = exact * factor.at(x);
                if (exact.size > 1e290L) // what is larger than a double may be anything
                    continue;
                const auto isSame = [x](double computed, long double expected, long double size) {
                    return std::abs(computed - expected) <= 1e-11L * std::max(std::abs(x), 1.0) * size + 1e-290L;
                };
                const double value = activation.value(x, {});
                const double slope = activation.derivative(x, {});
                QVERIFY2(isSame(value, exact.value, std::abs(exact.value)) && isSame(slope, exact.slope, exact.size),
                         qPrintable(QStringLiteral("%1 at %2: %3 for %4, f' %5 for %6 (%7)")
                                        .arg(QString::fromStdString(text))
                                        .arg(x)
                                        .arg(value, 0, 'g', 17)
                                        .arg(double(exact.value), 0, 'g', 17)
                                        .arg(slope, 0, 'g', 17)
                                        .arg(double(exact.slope), 0, 'g', 17)
                                        .arg(QString::fromStdString(activation.text.derivative))));
            }
        }
    }
}

/** Whatever is outside, of whatever is 0 or constant for x < 4. */
void TestFuzzFormula::flatBranchesHaveSlopeZero()
{
    const std::vector<std::string> inner = {"x-5", "2x-11", "x^3-70", "sinh(x)-60", "(x-4)*exp(x)"};
    const std::vector<std::string> flat = {
        "relu(%)",         "max(%,0)",       "max(0,%)",     "(% > 0 ? % : 0)", "where(% <= 0, 0, %)", "clamp(%,0,9)",      "relu6(%)",
        "max(relu(%),-1)", "min(relu(%),7)", "abs(relu(%))", "relu(relu(%))",   "(relu(%)+relu(%-1))", "relu(%)*relu(%-2)", "(relu(%))^2"};
    const std::vector<std::string> outer = {"sqrt(%)",       "cbrt(%)",    "(%)^0.3",    "(%)^a",        "log(%)",       "1/(%)",
                                            "sqrt(sqrt(%))", "atanh(1-%)", "acosh(1+%)", "asin(1-%)",    "log(tanh(%))", "sqrt(sin(%))",
                                            "exp(-1/(%))",   "(%)^-2",     "%*log(%)",   "sqrt(%)/(1+%)"};
    const std::vector<std::string> indicated = {"(%>0)*(%)", "step(%)*(%)^2", "(% > 0 and % < 9)*(%)"}; // within the first four
    const auto filled = [](const std::string &pattern, const std::string &with) {
        std::string text;
        for (const char c : pattern)
            text += c == '%' ? "(" + with + ")" : std::string(1, c);
        return text;
    };
    for (int i = 0; i < 600; ++i) {
        const bool isIndicated = below(4) == 0;
        const std::string text =
            filled(isIndicated ? outer[below(4)] : oneOf(outer), filled(oneOf(isIndicated ? indicated : flat), oneOf(inner)))
            + (below(2) == 0 ? "*3 + a*0*x" : "");
        Activation activation;
        try {
            activation = makeFormulaActivation(text, {.name = {}, .defaults = {0.5}});
        } catch (const FormulaError &error) { // a function that has no value from -8 to 8
            QVERIFY2(QString::fromUtf8(error.what()).contains("no finite value and slope"), (text + ": " + error.what()).c_str());
            continue;
        }
        for (double x = -7.9; x < 3.9; x += 0.7) {
            const double slope = activation.derivative(x, activation.defaultParameters());
            QVERIFY2(slope == 0, qPrintable(QStringLiteral("%1 at %2: f' is %3 (%4)")
                                                .arg(QString::fromStdString(text))
                                                .arg(x)
                                                .arg(slope)
                                                .arg(QString::fromStdString(activation.text.derivative))));
        }
    }
}

QTEST_GUILESS_MAIN(TestFuzzFormula)
#include "tst_fuzz_formula.moc"
