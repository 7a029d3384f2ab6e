// Random formulas with exponentials: they overflow no earlier than they are large, and are not lost where they are small.
#include "core/activations/formula.h"
#include "tests/core/activations/fuzz_source.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** coefficient · exp(rate x) or coefficient · cosh(rate x) */
struct Growing {
    int coefficient = 1;
    int rate = 1;
    bool isCosh = false;

    template <class Real>
    Real at(Real x) const
    {
        return coefficient * (isCosh ? std::cosh(rate * x) : std::exp(rate * x));
    }
    std::string written() const
    {
        return (coefficient < 0 ? "-" : "+") + std::to_string(std::abs(coefficient)) + (isCosh ? "*cosh(" : "*exp(") + std::to_string(rate)
               + "*x)";
    }
};

template <class Real>
Real sumAt(const std::vector<Growing> &terms, Real x)
{
    Real sum = 0;
    for (const Growing &term : terms)
        sum += term.at(x);
    return sum;
}

std::string sumWritten(const std::vector<Growing> &terms)
{
    std::string text;
    for (const Growing &term : terms)
        text += term.written();
    return "(" + (text.front() == '+' ? text.substr(1) : text) + ")";
}

struct RaisedSum {
    std::vector<Growing> terms;
    double power = 1;

    template <class Real>
    Real at(Real x) const
    {
        return std::pow(sumAt(terms, x), static_cast<Real>(power));
    }
};

/** What is wrong, for people. */
std::string said(const Activation &activation, const std::string &text, double x, double value, long double exact)
{
    return QStringLiteral("%1 at %2: %3 for %4 (%5)")
        .arg(QString::fromStdString(text))
        .arg(x)
        .arg(value, 0, 'g', 17)
        .arg(double(exact), 0, 'g', 17)
        .arg(QString::fromStdString(activation.text.value))
        .toStdString();
}

const std::vector<double> farAndNear = {-800, -400, -150, -20, -3, -0.6, 0.7, 3, 20, 150, 400, 800};

} // namespace

class TestFuzzExponentials : public QObject, private FuzzSource {
    Q_OBJECT

private slots:
    void initTestCase() { begin(); }
    void powersOverflowNoEarlierThanTyped();
    void rootsAndHugeNumbersDoNotOverflow();
    void erfcBesideExponentialsIsNotLost();
    void logarithmsOfDifferencesDoNotOverflow();

private:
    std::vector<Growing> growingSum();
};

std::vector<Growing> TestFuzzExponentials::growingSum()
{
    std::vector<Growing> terms;
    for (std::size_t count = 1 + below(3); count > 0; --count)
        terms.push_back({.coefficient = oneOf<int>({1, 1, 2, 3}), .rate = oneOf<int>({0, 1, -1, 2, -2, -4}), .isCosh = below(5) == 0});
    return terms;
}

/** Products of powers of sums: no worse than as they are typed in double, against long double. */
void TestFuzzExponentials::powersOverflowNoEarlierThanTyped()
{
    for (int i = 0; i < 400; ++i) {
        std::vector<RaisedSum> factors;
        std::string text = "0*x+1";
        for (std::size_t count = 1 + below(3); count > 0; --count) {
            factors.push_back({growingSum(), oneOf<double>({0.5, 0.5, -0.5, 1, -1, 0.3, -0.75, 1.5, -1.5, 2, 100, -100})});
            auto &[terms, power] = factors.back();
            if (std::abs(power) == 100) // numbers to this power are beyond what a formula may have
                terms = {{.rate = oneOf<int>({1, -1, 2}), .isCosh = below(2) == 0}};
            const bool isRoot = std::abs(power) == 0.5 && below(2) == 0;
            text += isRoot ? (power < 0 ? "/sqrt" : "*sqrt") + sumWritten(terms) : "*" + sumWritten(terms) + "^" + std::to_string(power);
        }
        Activation activation;
        try {
            activation = makeFormulaActivation(text);
        } catch (const FormulaError &error) {
            QFAIL((text + ": " + error.what()).c_str());
        }
        for (const double x : farAndNear) {
            long double exact = 1;
            double typed = 1;
            double reach = 1; // of the exponents, which is by how many units in the last place an exponential is off
            bool isKnown = true;
            for (const RaisedSum &factor : factors) {
                const auto one = factor.at<long double>(x);
                isKnown = isKnown && std::isfinite(one) && one > 0;
                exact *= one;
                typed *= factor.at<double>(x);
                reach += std::abs(factor.power * 4 * x);
            }
            if (!isKnown || exact > 1e290L) // beyond a long double, or a double
                continue;
            const double value = activation.value(x, {});
            const auto error = [exact](double of) {
                return std::isfinite(of) ? std::abs(of - exact) : std::numeric_limits<long double>::infinity();
            };
            QVERIFY2(error(value) <= 1e-14L * reach * exact + 1e-290L || !(error(value) > 2 * error(typed)),
                     said(activation, text, x, value, exact).c_str());
        }
    }
}

/** A root overflows where it is infinite itself, not where what is below it is; a number that is no float any more is in the exponent. */
void TestFuzzExponentials::rootsAndHugeNumbersDoNotOverflow()
{
    for (int i = 0; i < 300; ++i) {
        const bool isRoot = below(2) == 0;
        RaisedSum factor{growingSum(), isRoot ? oneOf<double>({0.5, 0.25, 0.3, -0.5, -0.3, 0.75}) : oneOf<double>({60, 100, -60, -100})};
        const bool hasSquare = isRoot && below(2) == 0; // beside the exponentials
        const int number = isRoot ? 1 : oneOf<int>({2, 3, 7, 20});
        if (!isRoot)
            factor.terms = {{.rate = oneOf<int>({1, -1}), .isCosh = below(2) == 0}};
        std::string sum = sumWritten(factor.terms);
        if (hasSquare)
            sum = "(x^2+" + sum + ")";
        const std::string text = "0*x+(" + std::to_string(number) + "*" + sum + ")^" + std::to_string(factor.power);
        const Activation activation = makeFormulaActivation(text);
        for (const double x : farAndNear) {
            const double at = isRoot ? x : x / 100;
            const long double inner = number * (sumAt<long double>(factor.terms, at) + (hasSquare ? at * at : 0));
            const long double exact = std::pow(inner, static_cast<long double>(factor.power));
            if (!std::isfinite(inner) || exact > 1e290L || exact < 1e-290L)
                continue;
            const double value = activation.value(at, {});
            const double reach = 1 + std::abs(factor.power * (4 * at + 3));
            QVERIFY2(std::abs(value - exact) <= 1e-14L * reach * exact, said(activation, text, at, value, exact).c_str());
        }
    }
}

/** Products of powers of erfc and of exponentials, and their logarithms. */
void TestFuzzExponentials::erfcBesideExponentialsIsNotLost()
{
    struct Part {
        std::string text;
        int rate; // of exp(rate x), or exp(rate x²), or erfc(rate x)
        int power;
        char kind;
    };
    for (int i = 0; i < 300; ++i) {
        std::vector<Part> parts;
        std::vector<std::string> written;
        for (std::size_t count = 1 + below(3); count > 0; --count) {
            const char kind = oneOf<char>({'e', 'e', 'x', 's'});
            parts.push_back({{}, kind == 's' ? oneOf<int>({1, -1, 4}) : oneOf<int>({1, -1, 2}), oneOf<int>({1, 1, 2, -1}), kind});
            const std::string rate = std::to_string(parts.back().rate);
            const std::string inner = kind == 'e' ? oneOf<std::string>({"erfc(" + rate + "*x)", "(1-erf(" + rate + "*x))"})
                                                  : "exp(" + rate + (kind == 's' ? "*x^2)" : "*x)");
            written.push_back(inner + (parts.back().power == 1 ? "" : "^" + std::to_string(parts.back().power)));
        }
        const bool isLogarithm = below(2) == 0;
        const std::string text = isLogarithm ? "0*x+log(" + joined(written, "*") + ")" : "0*x+" + joined(written, "*");
        Activation activation;
        try {
            activation = makeFormulaActivation(text);
        } catch (const FormulaError &error) {
            QFAIL((text + ": " + error.what()).c_str());
        }
        for (const double x : {-30.0, -9.0, -3.0, -0.6, 0.2, 0.7, 3.0, 4.9, 5.1, 9.9, 10.1, 30.0}) {
            long double logarithm = 0;
            long double size = 1;
            for (const Part &part : parts) {
                const long double u = part.rate * static_cast<long double>(x);
                const long double one = part.power * (part.kind == 'e' ? std::log(std::erfc(u)) : part.kind == 'x' ? u : u * x);
                logarithm += one;
                size += std::abs(one);
            }
            const long double exact = isLogarithm ? logarithm : std::exp(logarithm);
            if (!isLogarithm && std::abs(logarithm) > 650)
                continue;
            const double value = activation.value(x, {});
            const long double allowed = 2e-15L * size * (isLogarithm ? 1 : exact);
            QVERIFY2(std::abs(value - exact) <= allowed, said(activation, text, x, value, exact).c_str());
        }
    }
}

void TestFuzzExponentials::logarithmsOfDifferencesDoNotOverflow()
{
    for (int i = 0; i < 300; ++i) {
        std::vector<Growing> terms = growingSum();
        const std::vector<Growing> subtracted = growingSum();
        for (const Growing &term : subtracted)
            terms.push_back({.coefficient = -term.coefficient, .rate = term.rate, .isCosh = term.isCosh});
        const std::string text = "0*x+" + oneOf<std::string>({"log", "ln", "0.5*log"}) + sumWritten(terms);
        const double factor = text.find("0.5") != std::string::npos ? 0.5 : 1;
        Activation activation;
        try {
            activation = makeFormulaActivation(text);
        } catch (const FormulaError &) { // it is 0, a constant or negative everywhere
            continue;
        }
        for (const double x : farAndNear) {
            long double size = 0;
            for (const Growing &term : terms)
                size += std::abs(term.at<long double>(x));
            const auto sum = sumAt<long double>(terms, x);
            if (!(sum > 1e-3L * size)) // without a logarithm, or of rounding
                continue;
            const long double exact = factor * std::log(sum);
            const double value = activation.value(x, {});
            QVERIFY2(std::abs(value - exact) <= 1e-11L * std::max(1.0L, std::abs(exact)), said(activation, text, x, value, exact).c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestFuzzExponentials)
#include "tst_fuzz_exponentials.moc"
