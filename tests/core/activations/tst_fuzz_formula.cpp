// Random formulas written in several ways: brackets and order decide nothing, exponentials do not overflow, and flat branches have slope 0. The
// seed is printed and can be given in ACTISCOPE_FUZZ_SEED.
#include "core/activations/formula.h"
#include "core/activations/formula_parser.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace actiscope;

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

const std::vector<double> farAndNear = {-800, -400, -150, -20, -3, -0.6, 0.7, 3, 20, 150, 400, 800};

} // namespace

class TestFuzzFormula : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void bracketsAndOrderDecideNothing();
    void powersOverflowNoEarlierThanTyped();
    void rootsAndHugeNumbersDoNotOverflow();
    void erfcBesideExponentialsIsNotLost();
    void logarithmsOfDifferencesDoNotOverflow();
    void flatBranchesHaveSlopeZero();

private:
    std::size_t below(std::size_t bound) { return m_random() % bound; }
    template <class Item>
    const Item &oneOf(const std::vector<Item> &items)
    {
        return items[below(items.size())];
    }
    std::vector<Factor> product();
    std::vector<Growing> growingSum();
    std::string written(const Term &term);
    std::string written(Factor factor);
    std::string written(std::vector<Factor> factors);
    /** The parts with `sign` between them, in brackets here and there. */
    std::string joined(std::vector<std::string> parts, const std::string &sign);

    std::mt19937 m_random;
};

void TestFuzzFormula::initTestCase()
{
    const unsigned seed =
        qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED") : std::random_device()();
    qInfo("ACTISCOPE_FUZZ_SEED=%u", seed);
    m_random.seed(seed);
}

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

std::string TestFuzzFormula::joined(std::vector<std::string> parts, const std::string &sign)
{
    std::ranges::shuffle(parts, m_random);
    while (parts.size() > 1) {
        const std::size_t at = below(parts.size() - 1);
        const std::string both = parts[at] + sign + parts[at + 1];
        parts[at] = below(2) == 0 && parts.size() > 2 ? "(" + both + ")" : both;
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    return parts.front();
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

std::vector<Growing> TestFuzzFormula::growingSum()
{
    std::vector<Growing> terms;
    for (std::size_t count = 1 + below(3); count > 0; --count)
        terms.push_back({.coefficient = oneOf<int>({1, 1, 2, 3}), .rate = oneOf<int>({0, 1, -1, 2, -2, -4}), .isCosh = below(5) == 0});
    return terms;
}

/** Products of powers of sums: no worse than as they are typed in double, against long double. */
void TestFuzzFormula::powersOverflowNoEarlierThanTyped()
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
                     qPrintable(QStringLiteral("%1 at %2: %3 for %4 (%5)")
                                    .arg(QString::fromStdString(text))
                                    .arg(x)
                                    .arg(value, 0, 'g', 17)
                                    .arg(double(exact), 0, 'g', 17)
                                    .arg(QString::fromStdString(activation.text.value))));
        }
    }
}

/** A root overflows where it is infinite itself, not where what is below it is; a number that is no float any more is in the exponent. */
void TestFuzzFormula::rootsAndHugeNumbersDoNotOverflow()
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
            QVERIFY2(std::abs(value - exact) <= 1e-14L * reach * exact,
                     qPrintable(QStringLiteral("%1 at %2: %3 for %4 (%5)")
                                    .arg(QString::fromStdString(text))
                                    .arg(at)
                                    .arg(value, 0, 'g', 17)
                                    .arg(double(exact), 0, 'g', 17)
                                    .arg(QString::fromStdString(activation.text.value))));
        }
    }
}

/** Products of powers of erfc and of exponentials, and their logarithms. */
void TestFuzzFormula::erfcBesideExponentialsIsNotLost()
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
            QVERIFY2(std::abs(value - exact) <= allowed, qPrintable(QStringLiteral("%1 at %2: %3 for %4 (%5)")
                                                                        .arg(QString::fromStdString(text))
                                                                        .arg(x)
                                                                        .arg(value, 0, 'g', 17)
                                                                        .arg(double(exact), 0, 'g', 17)
                                                                        .arg(QString::fromStdString(activation.text.derivative))));
        }
    }
}

void TestFuzzFormula::logarithmsOfDifferencesDoNotOverflow()
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
            QVERIFY2(std::abs(value - exact) <= 1e-11L * std::max(1.0L, std::abs(exact)),
                     qPrintable(QStringLiteral("%1 at %2: %3 for %4 (%5)")
                                    .arg(QString::fromStdString(text))
                                    .arg(x)
                                    .arg(value, 0, 'g', 17)
                                    .arg(double(exact), 0, 'g', 17)
                                    .arg(QString::fromStdString(activation.text.value))));
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
