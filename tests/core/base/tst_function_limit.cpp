// Limits at ±∞: of functions whose limits are known, of all activations, and none where there is none.
#include "core/activations/activation_spec.h"
#include "core/base/function_limit.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

Q_DECLARE_METATYPE(std::function<double(double)>)
Q_DECLARE_METATYPE(std::function<float(float)>)

using namespace actiscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

double limit(const std::function<double(double)> &f, double sign)
{
    std::vector<double> values;
    for (const double x : placesTowards(sign * infinity, doubleKind))
        values.push_back(f(x));
    return limitOf(values, doubleKind);
}

} // namespace

class TestFunctionLimit : public QObject {
    Q_OBJECT

private slots:
    void knownLimits_data();
    void knownLimits();
    void whatIsLostInRoundingIsNotTold();
    void inFloat_data();
    void inFloat();
    void placesAreNoRoundNumbers();
    void ofFormulas_data();
    void ofFormulas();
    void ofActivations_data();
    void ofActivations();
};

void TestFunctionLimit::knownLimits_data()
{
    using Function = std::function<double(double)>;
    QTest::addColumn<Function>("f");
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("right");
    const auto add = [](const char *name, double left, double right, Function f) { QTest::newRow(name) << f << left << right; };
    add("constant", 2.5, 2.5, [](double) { return 2.5; });
    add("line", -infinity, infinity, [](double x) { return x; });
    add("root", none, infinity, [](double x) { return std::sqrt(x); });
    add("logarithm", none, infinity, [](double x) { return std::log(x); });
    add("logarithm of a logarithm", none, infinity, [](double x) { return std::log(std::log(x)); });
    add("reciprocal of a logarithm", 0, 0, [](double x) { return 1 / std::log(std::abs(x)); });
    add("exponential", 0, infinity, [](double x) { return std::exp(x); });
    add("decay over growth", -infinity, 0, [](double x) { return x * std::exp(-x); });
    add("ratio", 1, 1, [](double x) { return x / (1 + x); });
    add("ratio of squares, which overflow", 3, 3, [](double x) { return 3 * x * x / (1 + x * x); });
    add("ratio of exponentials, which overflow", -1, 1, [](double x) { return std::sinh(x) / std::cosh(x); });
    add("difference of powers, which overflow", infinity, -infinity, [](double x) { return x * x - x * x * x; });
    add("wave", none, none, [](double x) { return std::sin(x); });
    add("growing wave", none, none, [](double x) { return x * std::sin(x); });
    add("dying wave", 0, 0, [](double x) { return std::sin(x) / x; });
    add("line with a wave", -infinity, infinity, [](double x) { return x + std::sin(x); });
    add("wave above 1", none, none, [](double x) { return 1 + std::cos(x); });
    add("fraction", none, none, [](double x) { return x - std::floor(x); });
    add("fraction of a multiple", none, none, [](double x) { return 1000 * x - std::floor(1000 * x); });
    add("fraction of a part", none, none, [](double x) { return x / 1000 - std::floor(x / 1000); });
    add("fraction above 5", none, none, [](double x) { return 5 + std::ceil(x) - x; });
    add("rounding", none, none, [](double x) { return std::round(x) - x; });
    add("rounding, the other way", none, none, [](double x) { return x - std::round(x); });
    add("rounding, times x", none, none, [](double x) { return x * (x - std::round(x)); });
    add("fraction over x", 0, 0, [](double x) { return (x - std::floor(x)) / x; });
    add("whole part over x", 1, 1, [](double x) { return std::floor(x) / x; });
    add("whole part", -infinity, infinity, [](double x) { return std::floor(x); });
    add("a wave of whole numbers", none, none, [](double x) { return std::cos(3.14159265358979323846 * x); });
    add("e, lost in rounding", none, none, [](double x) { return std::pow(1 + 1 / x, x); });
    add("e squared, lost in rounding", none, none, [](double x) { return std::pow(1 + 2 / x, x); });
    add("1/e, lost in rounding", none, none, [](double x) { return std::pow(1 - 1 / x, x); });
    add("e, lost in rounding of squares", none, none, [](double x) { return std::pow(1 + 1 / (x * x), x * x); });
    add("1, lost in rounding", none, none, [](double x) { return x * std::log(1 + 1 / x); });
    add("a wave that becomes 1", 1, 1, [](double x) { return x * std::sin(1 / x); });
    add("root of squares", -infinity, 0, [](double x) { return x - std::sqrt(x * x - 1); });
    add("a sigmoid far away", 1, 2, [](double x) { return 1 + 1 / (1 + std::exp(1e10 - x)); });
    add("a sigmoid where digits end", 1, 2, [](double x) { return 1 + 1 / (1 + std::exp(0x1p53 - x)); });
    add("a wide sigmoid", 0, 1, [](double x) { return 1 / (1 + std::exp(-x / 0x1p50)); });
    add("a wide silu's slope", 0, 1, [](double x) {
        const double u = x / 0x1p50, s = 1 / (1 + std::exp(-u));
        return s * (1 + (s == 0 || s == 1 ? 0 : u * (1 - s)));
    });
    add("a clip where digits end", -infinity, 1e15, [](double x) { return std::min(x, 1e15); });
    add("a step far away", 0, 1, [](double x) { return x > 1e6 ? 1.0 : 0.0; });
}

void TestFunctionLimit::knownLimits()
{
    QFETCH(std::function<double(double)>, f);
    QFETCH(double, left);
    QFETCH(double, right);
    QVERIFY2(isSame(limit(f, -1), left), qPrintable(QString::number(limit(f, -1))));
    QVERIFY2(isSame(limit(f, 1), right), qPrintable(QString::number(limit(f, 1))));
    QVERIFY(limit(f, 1) != 0 || !std::signbit(limit(f, 1)));
}

/** Double sees 0, then ∞: neither is the limit, which is 1/2. */
void TestFunctionLimit::whatIsLostInRoundingIsNotTold()
{
    QVERIFY(std::isnan(limit([](double x) { return std::sqrt(x * x + x) - x; }, 1)));
}

void TestFunctionLimit::inFloat_data()
{
    using Function = std::function<float(float)>;
    QTest::addColumn<Function>("f");
    QTest::addColumn<double>("right");
    const auto add = [](const char *name, double right, Function f) { QTest::newRow(name) << f << right; };
    add("fraction", none, [](float x) { return x - std::floor(x); });
    add("rounding", none, [](float x) { return std::round(x) - x; });
    add("e, lost in rounding", none, [](float x) { return std::pow(1 + 1 / x, x); });
    add("whole part over x", 1, [](float x) { return std::floor(x) / x; });
    add("a wave that becomes 1", 1, [](float x) { return x * std::sin(1 / x); });
    add("a sigmoid far away", 2, [](float x) { return 1 + 1 / (1 + std::exp(1e10f - x)); });
    add("a wide sigmoid", 1, [](float x) { return 1 / (1 + std::exp(-x / 0x1p22f)); });
    add("a clip where digits end", 1e7, [](float x) { return std::min(x, 1e7f); });
}

void TestFunctionLimit::inFloat()
{
    QFETCH(std::function<float(float)>, f);
    QFETCH(double, right);
    std::vector<double> values;
    for (const double x : placesTowards(infinity, floatKind))
        values.push_back(static_cast<double>(f(static_cast<float>(x))));
    QVERIFY2(isSame(limitOf(values, floatKind), right), qPrintable(QString::number(limitOf(values, floatKind))));
}

void TestFunctionLimit::placesAreNoRoundNumbers()
{
    for (const double sign : {-1.0, 1.0}) {
        const std::vector<double> places = placesTowards(sign * infinity, floatKind);
        QCOMPARE(places.back(), sign * infinity);
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            QVERIFY(std::isfinite(static_cast<float>(places[i])) && sign * places[i] > 0 && std::abs(places[i]) < std::abs(places[i + 1]));
            int exponent = 0;
            QVERIFY(std::abs(std::frexp(places[i], &exponent)) != 0.5);
        }
    }
}

void TestFunctionLimit::ofFormulas_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("derivative");
    QTest::newRow("x*sin(x)") << "x*sin(x)" << infinity << none << none;
    QTest::newRow("sin(x)/x") << "sin(x)/x" << -infinity << 0.0 << 0.0;
    QTest::newRow("1/x") << "1/x" << infinity << 0.0 << 0.0;
    QTest::newRow("x^2") << "x^2" << -infinity << infinity << -infinity;
    QTest::newRow("x/(1+abs(x))") << "x/(1+abs(x))" << -infinity << -1.0 << 0.0;
    QTest::newRow("log(x)") << "log(x)" << infinity << infinity << 0.0;
    QTest::newRow("log of negative numbers") << "log(x)" << -infinity << none << none;
    QTest::newRow("sqrt(abs(x))") << "sqrt(abs(x))" << -infinity << infinity << 0.0;
    QTest::newRow("(1+1/x)^x") << "(1+1/x)^x" << infinity << none << 0.0;
    QTest::newRow("x-floor(x)") << "x-floor(x)" << infinity << none << 1.0;
    QTest::newRow("round(x)-x") << "round(x)-x" << -infinity << none << -1.0;
    QTest::newRow("1+sigmoid(x-1e10)") << "1+sigmoid(x-1e10)" << infinity << 2.0 << 0.0;
    QTest::newRow("exp(-x^2)") << "exp(-x^2)" << infinity << 0.0 << 0.0;
}

void TestFunctionLimit::ofFormulas()
{
    QFETCH(QString, formula);
    QFETCH(double, x);
    QFETCH(double, value);
    QFETCH(double, derivative);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    QVERIFY2(isSame(spec.value(x), value), qPrintable(QString::number(spec.value(x))));
    if (formula != "log(x)" || x > 0) // the slope's own formula, 1/x, has a limit there
        QVERIFY2(isSame(spec.derivative(x), derivative), qPrintable(QString::number(spec.derivative(x))));
}

void TestFunctionLimit::ofActivations_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("right");
    QTest::addColumn<double>("leftSlope");
    QTest::addColumn<double>("rightSlope");
    QTest::newRow("softsign") << "softsign" << -1.0 << 1.0 << 0.0 << 0.0;
    QTest::newRow("silu") << "silu" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("silu, a line") << "silu:beta=0" << -infinity << infinity << 0.5 << 0.5;
    QTest::newRow("gelu") << "gelu" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("gelu_tanh") << "gelu_tanh" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("celu") << "celu:alpha=0.5" << -0.5 << infinity << 0.0 << 1.0;
    QTest::newRow("elu, flat") << "elu:alpha=0" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("prelu, downwards") << "prelu:alpha=-1" << infinity << infinity << -1.0 << 1.0;
    QTest::newRow("leaky_relu, flat") << "leaky_relu:alpha=0" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("tanhshrink") << "tanhshrink" << -infinity << infinity << 1.0 << 1.0;
    QTest::newRow("hardswish") << "hardswish" << 0.0 << infinity << 0.0 << 1.0;
    QTest::newRow("softplus") << "softplus:beta=20" << 0.0 << infinity << 0.0 << 1.0;
}

void TestFunctionLimit::ofActivations()
{
    QFETCH(QString, spec);
    QFETCH(double, left);
    QFETCH(double, right);
    QFETCH(double, leftSlope);
    QFETCH(double, rightSlope);
    const ActivationSpec made = parseActivationSpec(spec.toStdString());
    QCOMPARE(made.value(-infinity), left);
    QCOMPARE(made.value(infinity), right);
    QCOMPARE(made.derivative(-infinity), leftSlope);
    QCOMPARE(made.derivative(infinity), rightSlope);
}

QTEST_GUILESS_MAIN(TestFunctionLimit)
#include "tst_function_limit.moc"
