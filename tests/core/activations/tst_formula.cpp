// Formulas that a user types: against closed forms and built-in rows, their derivatives against differences.
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/activations/formula.h"
#include "core/engine/activation_checks.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace actiscope;

namespace {

/** Whether two values are one, within the tolerance of the reference tables at the size of the terms they are made of. */
bool isSame(double computed, double expected, double x)
{
    if (std::isnan(expected) || std::isinf(expected))
        return std::isnan(computed) == std::isnan(expected) && (std::isnan(expected) || computed == expected);
    return std::abs(computed - expected) <= tolerance::activationRelative * std::max({std::abs(expected), std::abs(x) * 1e-4, 1e-3});
}

QString difference(const QString &formula, double x, const char *what, double computed, double expected)
{
    return QStringLiteral("%1: %2 at %3 is %4, not %5").arg(formula, what).arg(x).arg(computed, 0, 'g', 17).arg(expected, 0, 'g', 17);
}

} // namespace

class TestFormula : public QObject {
    Q_OBJECT

private slots:
    void hasTheValuesOfItsClosedForm_data();
    void hasTheValuesOfItsClosedForm();
    void isTheBuiltInActivationThatItWrites_data();
    void isTheBuiltInActivationThatItWrites();
    void derivativeIsTheSlope_data();
    void derivativeIsTheSlope();
    void checkFindsAWrongDerivative();
    void checkLeavesOutWhatIsNoNumber();
    void floatFollowsDouble_data() { derivativeIsTheSlope_data(); }
    void floatFollowsDouble();
    void nanGivesNanAlsoInArrays();
    void infinityGivesTheLimit();
    void everyActivationIsAFunction_data();
    void everyActivationIsAFunction();
    void derivativeIsShownAsText_data();
    void derivativeIsShownAsText();
};

void TestFormula::hasTheValuesOfItsClosedForm_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<std::function<double(double)>>("closed");
    const auto row = [](const char *formula, std::function<double(double)> closed) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << closed;
    };
    row("1 + 2*x^2/4 - x", [](double x) { return 1 + x * x / 2 - x; });
    row("-x^2", [](double x) { return -(x * x); });
    row("2^3^2 + x", [](double x) { return 512 + x; });
    row("x**3 − x·2", [](double x) { return x * x * x - 2 * x; });
    row("x^-2", [](double x) { return 1 / (x * x); });
    row("2 - 3 - x", [](double x) { return -1 - x; });
    row("8/4/2*x", [](double x) { return x; });
    row("sin(x)*cos(x) + tan(x/4)", [](double x) { return std::sin(x) * std::cos(x) + std::tan(x / 4); });
    row("sinh(x) - cosh(x) + atan(x)", [](double x) { return std::sinh(x) - std::cosh(x) + std::atan(x); });
    row("log(x)", [](double x) { return std::log(x); });
    row("log1p(abs(x)) + sqrt(abs(x))", [](double x) { return std::log1p(std::abs(x)) + std::sqrt(std::abs(x)); });
    row("erf(x)*pi", [](double x) { return std::erf(x) * M_PI; });
    row("e^x", [](double x) { return std::exp(x); });
    row("2^x", [](double x) { return std::pow(2, x); });
    row("abs(x)^1.5", [](double x) { return std::pow(std::abs(x), 1.5); });
    row("sign(x) + 2*step(x)", [](double x) { return (x > 0 ? 3.0 : x < 0 ? -1.0 : 0.0); });
    row("x < -1 ? -1 : x <= 1 ? x : 1", [](double x) { return std::clamp(x, -1.0, 1.0); });
    row("(x ≥ 2) ? 5 : 3*x > 2 ? 4 : x", [](double x) { return x >= 2 ? 5 : 3 * x > 2 ? 4 : x; });
    row("max(min(x, 2), -0.5) + relu(x)", [](double x) { return std::max(std::min(x, 2.0), -0.5) + std::max(0.0, x); });
    row("exp(x) - 1", [](double x) { return std::expm1(x); });
    row("log(exp(x) + 1)", [](double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); });
    row("exp(x)/(1 + exp(x))", [](double x) { return 1 / (1 + std::exp(-x)); });
    row("x*a + b", [](double x) { return x + 1; });
    row("α*x - β", [](double x) { return x - 1; });
    row("1e-3*x + .5 + 2.E1", [](double x) { return 1e-3 * x + 20.5; });
    row("pow(x, 2) - expm1(x)", [](double x) { return x * x - std::expm1(x); });
}

void TestFormula::hasTheValuesOfItsClosedForm()
{
    QFETCH(QString, formula);
    QFETCH(std::function<double(double)>, closed);
    const Activation activation = makeFormulaActivation(formula.toStdString());
    for (double x = -7; x <= 7; x += 0.25) {
        const double computed = activation.value(x, activation.defaultParameters());
        QVERIFY2(isSame(computed, closed(x), x), qPrintable(difference(formula, x, "f", computed, closed(x))));
    }
}

void TestFormula::isTheBuiltInActivationThatItWrites_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("builtIn");
    const auto row = [](const char *formula, const char *builtIn) {
        QTest::newRow(builtIn) << QString::fromUtf8(formula) << QString::fromUtf8(builtIn);
    };
    row("formula:relu(x)", "relu");
    row("formula:x > 0 ? x : a*x,a=0.01", "leaky_relu");
    row("formula:x > 0 ? x : a*x,a=0.25", "prelu");
    row("formula:x < 0 ? 0 : x > 6 ? 6 : x", "relu6");
    row("formula:x<0 ? a*(exp(x)-1) : x", "elu");
    row("formula:x<0 ? a*(exp(x)-1) : x,a=0.5", "elu:alpha=0.5");
    row("formula:x > 0 ? x : α*expm1(x/α),α=2", "celu:alpha=2");
    row("formula:1.0507009873554805*(x > 0 ? x : 1.6732632423543772*(exp(x) - 1))", "selu");
    row("formula:0.5*x*(1 + erf(x/sqrt(2)))", "gelu");
    row("formula:x*sigmoid(1.702*x)", "gelu_sigmoid");
    row("formula:x*sigmoid(b*x),b=1.5", "silu:beta=1.5");
    row("formula:x/(1+exp(-b*x)),b=1.5", "silu:beta=1.5");
    row("formula:x*tanh(softplus(x))", "mish");
    row("formula:swish(x)", "swish");
    row("formula:Leaky_ReLU(x, a),a=0.2", "leaky_relu:alpha=0.2");
    row("formula:log(1 + exp(b*x))/b,b=3", "softplus:beta=3");
    row("formula:1/(1 + exp(-x))", "sigmoid");
    row("formula:tanh(x)", "tanh");
    row("formula:x/(1 + abs(x))", "softsign");
    row("formula:-log(1 + exp(-x))", "logsigmoid");
    row("formula:x - tanh(x)", "tanhshrink");
    row("formula:x < -1 ? -1 : x > 1 ? 1 : x", "hardtanh");
    row("formula:x <= -3 ? 0 : x >= 3 ? x : x*(x+3)/6", "hardswish");
}

void TestFormula::isTheBuiltInActivationThatItWrites()
{
    QFETCH(QString, formula);
    QFETCH(QString, builtIn);
    const ActivationSpec typed = parseActivationSpec(formula.toStdString());
    const ActivationSpec row = parseActivationSpec(builtIn.toStdString());
    for (double x = -30; x <= 30; x += 0.0625) {
        QVERIFY2(isSame(typed.value(x), row.value(x), x), qPrintable(difference(formula, x, "f", typed.value(x), row.value(x))));
        const OneSidedDerivatives sides = row.activation->oneSidedDerivatives(x, row.parameters);
        if (!sides.isKink()) // at kinks conventions differ, see derivativeAtAKinkIsPyTorchs
            QVERIFY2(isSame(typed.derivative(x), row.derivative(x), x),
                     qPrintable(difference(formula, x, "f'", typed.derivative(x), row.derivative(x))));
        else
            QVERIFY2(std::ranges::any_of(typed.activation->kinks, [x](double kink) { return kink == x; }),
                     qPrintable(QStringLiteral("no kink at %1").arg(x)));
    }
}

void TestFormula::derivativeIsTheSlope_data()
{
    QTest::addColumn<QString>("formula");
    for (const char *formula : {"x*tanh(softplus(x))",
                                "max(a*x, x),a=0.3",
                                "min(a*x, b*x*x),a=2,b=0.5",
                                "x<0 ? a*(exp(x)-1) : x,a=2",
                                "x*sigmoid(b*x),b=-3",
                                "erf(x)*x",
                                "sin(a*x)+x*x,a=3",
                                "abs(x-1)*x",
                                "relu(x)^2",
                                "x^3*exp(-x^2/2)",
                                "atan(x)*cos(x)",
                                "log(1+x^2)",
                                "log1p(x*x)*sqrt(1+x^2)",
                                "tan(x/9)",
                                "cosh(x/3)-sinh(x/4)",
                                "(x^2+1)^0.75",
                                "a^x,a=1.5",
                                "(1+abs(x))^a,a=2.5",
                                "expm1(-abs(x))",
                                "1/(1+x^2)",
                                "x/(2+sin(x))",
                                "x - tanh(x)",
                                "(1+x^2)^sin(x)",
                                "x < -1 ? x^2 : x < b ? 1 - x : x^3,b=2",
                                "softplus(sin(x))",
                                "sign(x)*log1p(abs(x))",
                                "x^5-4*x^-3",
                                "sigmoid(x)*sigmoid(-x)*4",
                                "1 - erf(x)*x"})
        QTest::newRow(formula) << QString::fromUtf8(formula);
}

void TestFormula::derivativeIsTheSlope()
{
    QFETCH(QString, formula);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    const std::vector<double> kinks = spec.activation->kinksAt(spec.parameters);
    constexpr double step = 1e-3;
    for (double x = -4.03; x < 4; x += 0.1) {
        if (std::abs(x) < 0.1 || std::ranges::any_of(kinks, [x](double kink) { return std::abs(x - kink) < 3 * step; }))
            continue; // near a pole differences are far off
        // of the fourth order: the error is step⁴ f⁗′ / 30
        const double slope =
            (8 * (spec.value(x + step) - spec.value(x - step)) - spec.value(x + 2 * step) + spec.value(x - 2 * step)) / (12 * step);
        const double size = std::max({1.0, std::abs(slope), std::abs(spec.value(x))});
        const double pole = formula.contains("^-3") ? std::pow(std::abs(x), -5) : 1; // fifth derivative of a pole relative to the slope
        QVERIFY2(std::abs(spec.derivative(x) - slope) < tolerance::centralDifference * size * std::max(1.0, pole),
                 qPrintable(difference(formula, x, "f'", spec.derivative(x), slope)));
    }
}

void TestFormula::checkFindsAWrongDerivative()
{
    Activation activation = makeFormulaActivation("x*tanh(softplus(x))");
    const CheckResult right = checkDifferences(defaultSpec(activation));
    QVERIFY(right.holds());
    QCOMPARE(right.points, std::size_t{320});
    activation.doubleKernels.derivative = makeFormulaActivation("1.00001*x*tanh(softplus(x))").doubleKernels.derivative;
    QVERIFY(!checkDifferences(defaultSpec(activation)).holds());
}

void TestFormula::checkLeavesOutWhatIsNoNumber()
{
    for (const char *formula : {"log(x)", "1/x + relu(x-1)", "step(x) + x", "sqrt(x)*x", "tan(x)"}) {
        const Activation activation = makeFormulaActivation(formula);
        const CheckResult check = checkDifferences(defaultSpec(activation));
        QVERIFY2(check.holds(), qPrintable(QStringLiteral("%1: %2").arg(formula).arg(check.largestError)));
        QVERIFY(check.points > 100);
    }
}

void TestFormula::floatFollowsDouble()
{
    QFETCH(QString, formula);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    const std::vector<double> kinks = spec.activation->kinksAt(spec.parameters);
    std::vector<float> p(spec.parameters.begin(), spec.parameters.end());
    const auto view = ActivationKernels<float>::ParameterView::of(p);
    std::vector<float> x;
    for (float place = -4.03f; place < 4; place += 0.01f)
        x.push_back(place); // more than a block of the program has
    std::vector<float> y(x.size());
    std::vector<float> slope(x.size());
    spec.activation->floatKernels.value(x.size(), x.data(), view, y.data());
    spec.activation->floatKernels.derivative(x.size(), x.data(), y.data(), view, slope.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::abs(x[i]) < 0.1f || std::ranges::any_of(kinks, [&](double kink) { return std::abs(x[i] - kink) < 1e-5; }))
            continue;
        const double value = spec.value(x[i]);
        const double derivative = spec.derivative(x[i]);
        QVERIFY2(std::abs(y[i] - value) <= 1e-5 * std::max(1.0, std::abs(value)),
                 qPrintable(difference(formula, x[i], "float f", y[i], value)));
        QVERIFY2(std::abs(slope[i] - derivative) <= 1e-5 * std::max({1.0, std::abs(value), std::abs(derivative)}),
                 qPrintable(difference(formula, x[i], "float f'", slope[i], derivative)));
    }
}

void TestFormula::nanGivesNanAlsoInArrays()
{
    for (const char *formula :
         {"step(x)", "x < 0 ? 0 : 1", "max(x, 0)", "a^x", "x^2", "relu(x)", "sign(x)", "x > 0 ? 2 : x", "abs(x)", "min(max(x, 1), 2)"}) {
        const Activation activation = makeFormulaActivation(formula);
        const std::vector<double> p = activation.defaultParameters();
        const double x = std::nan("");
        double y = 0;
        ActivationKernels<double>::ParameterView view;
        view.p[0] = p.data();
        activation.doubleKernels.value(1, &x, view, &y);
        QVERIFY2(std::isnan(y), formula);
        QVERIFY2(std::isnan(activation.derivative(x, p)), formula);
    }
}

void TestFormula::infinityGivesTheLimit()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto valueAt = [](const char *formula, double x) { return parseActivationSpec(std::string("formula:") + formula).value(x); };
    QCOMPARE(valueAt("x*tanh(softplus(x))", infinity), infinity);
    QCOMPARE(valueAt("x*tanh(softplus(x))", -infinity), 0.0);
    QCOMPARE(valueAt("sqrt(abs(x))", -infinity), infinity);
    QCOMPARE(valueAt("log1p(abs(x))", infinity), infinity);
    QCOMPARE(valueAt("exp(-x^2)", infinity), 0.0);
    QCOMPARE(valueAt("x/(1+abs(x))", -infinity), -1.0);
    QCOMPARE(valueAt("atan(x)", infinity), std::atan(infinity));
}

void TestFormula::everyActivationIsAFunction_data()
{
    QTest::addColumn<QString>("id");
    for (const Activation &activation : activations())
        QTest::newRow(activation.id.c_str()) << QString::fromStdString(activation.id);
}

/** With its parameters as further arguments, and the same value and slope everywhere, at kinks too. */
void TestFormula::everyActivationIsAFunction()
{
    QFETCH(QString, id);
    const Activation &row = *findActivation(id.toStdString());
    std::string arguments = "x";
    for (const ActivationParameter &parameter : row.parameters)
        arguments += ", " + QByteArray::number(parameter.defaultValue, 'g', 17).toStdString();
    const std::vector<double> p = row.defaultParameters();
    for (const std::string &text :
         {row.id + "(x)", row.id + "(" + arguments + ")", QString::fromStdString(row.id).toUpper().remove('_').toStdString() + "(x)"}) {
        const Activation typed = makeFormulaActivation(text);
        std::vector<double> places = row.kinksAt(p);
        for (double x = -30; x <= 30; x += 0.375)
            places.push_back(x);
        for (const double x : places) {
            QVERIFY2(isSame(typed.value(x, {}), row.value(x, p), x), text.c_str());
            QVERIFY2(isSame(typed.derivative(x, {}), row.derivative(x, p), x),
                     qPrintable(difference(QString::fromStdString(text), x, "f'", typed.derivative(x, {}), row.derivative(x, p))));
        }
    }
}

void TestFormula::derivativeIsShownAsText_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("derivative");
    const auto row = [](const char *formula, const char *derivative) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << QString::fromUtf8(derivative);
    };
    row("x*sigmoid(b*x)", "sigmoid(b·x) + b·x·sigmoid′(b·x)");
    row("x<0 ? a*(exp(x)-1) : x", "x < 0 ? a·exp(x) : 1");
    row("x^3 - 2*x", "3·x² − 2");
    row("relu(x)^2", "x ≤ 0 ? 0 : 2·relu(x)");
    row("sqrt(relu(x))", "x ≤ 0 ? 0 : 0.5/sqrt(relu(x))");
    row("1/x", "−1/x²");
    row("max(a*x, x)", "a·x > x ? a : 1");
    row("exp(-x^2/2)", "−x·exp(−0.5·x²)");
}

void TestFormula::derivativeIsShownAsText()
{
    QFETCH(QString, formula);
    QFETCH(QString, derivative);
    QCOMPARE(QString::fromStdString(makeFormulaActivation(formula.toStdString()).text.derivative), derivative);
}

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
