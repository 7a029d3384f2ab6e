// Formulas that a user typed, as OpenCL computes them: every function against the double formulas, and training.
#include "core/activations/builtin_activations.h"
#include "core/activations/formula_graph.h"
#include "core/engine/activation_checks.h"
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/compare_figures.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

Experiment experimentOf(std::initializer_list<const char *> specs)
{
    Experiment experiment;
    for (const char *spec : specs)
        experiment.models.push_back({.activations = {parseActivationSpec(spec)}});
    generated(experiment.data).samples = 203;
    experiment.hidden = {17, 9};
    return experiment;
}

} // namespace

class TestOpenClFormulas : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void floatFollowsDouble_data();
    void floatFollowsDouble();
    void theProgramsOwnCheckHolds_data();
    void theProgramsOwnCheckHolds();
    void functionIsAccurate_data();
    void functionIsAccurate();
    void everyTypedFunctionIsTested();
    void stableFormsReachFar_data();
    void stableFormsReachFar();
    void slopeIsZeroWhereABranchIsFlat();
    void powersOfParametersAreRightAtZero();
    void nanGivesNanAndInfinityTheLimit();
    void trainsAsTheBuiltInActivationThatItWrites_data();
    void trainsAsTheBuiltInActivationThatItWrites();
    void trainsAsOnEigen();

private:
    std::unique_ptr<Backend> m_backend;
};

namespace {

/** Two or three functions each, because a program takes a while to build. */
const std::vector<const char *> formulas = {
    "x*tanh(softplus(x)) + erf(x)",
    "max(a*x, x) + min(x*x, b) + abs(x-1)*sign(x+2),a=0.3,b=2",
    "x<0 ? a*(exp(x)-1) : x <= 1.5 ? sin(x) : cos(b*x)",
    "log1p(abs(x)) + sqrt(1 + x^2)*sigmoid(x) - expm1(-abs(x))",
    "atan(x) + sinh(x/4)/cosh(x/4) + tan(x/20)",
    "log(2 + x^2)*relu(x) + step(x)*x^-3",
    "log2(2 + x^2) - log10(1 + abs(x)) + cbrt(x) + asinh(x)*erfc(x)",
    "log(erfc(x)) + erfc(x/4)*exp(x^2/16) - cbrt(sinh(x)) + sqrt(1+exp(-2*x))",
    "asin(x/10) + acos(x/11)*atanh(x/12) + acosh(2 + x^2)",
    "floor(x) + ceil(x/2)*x - round(2*x) + (x == 1) + (0 < x < 3)",
    "clamp(x, -2, b)*where(x > -1 or x < -3, x, 1) + gelu_tanh(x) + leaky_relu(x, a) + mish(x),a=0.3,b=5",
    "pow(1.5, x/9) + (1 + abs(x))^a + 0.5*(1 + erf(x)) - (x - tanh(x)),a=0.7",
};

} // namespace

void TestOpenClFormulas::floatFollowsDouble_data()
{
    QTest::addColumn<QString>("formula");
    for (const char *formula : formulas)
        QTest::newRow(formula) << formula;
}

void TestOpenClFormulas::floatFollowsDouble()
{
    QFETCH(QString, formula);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    std::vector<double> xs;
    for (int i = -9 * 64; i <= 9 * 64; ++i)
        xs.push_back(static_cast<float>(i / 64.0 + (i % 7) * 1e-4));
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, xs);
    const std::vector<double> kinks = spec.activation->kinksAt(spec.parameters);
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double x = xs[i];
        if (std::ranges::any_of(kinks, [x](double kink) { return kink != x && std::abs(x - kink) < 1e-5; }))
            continue; // float may be on the other side
        const double value = spec.value(x);
        const double derivative = spec.derivative(x);
        // Sums of terms about as large as these: 16 units in the last place of the largest.
        const double allowed =
            tolerance::ulpsTranscendental * std::ldexp(1.0, -23) * std::max({1.0, std::abs(value), std::abs(derivative), x * x});
        const auto isSame = [allowed](double a, double b) {
            return std::isfinite(b) ? std::abs(a - b) <= allowed : std::isinf(a) == std::isinf(b);
        };
        QVERIFY2(isSame(computed.value[i], value) && isSame(computed.derivative[i], derivative),
                 qPrintable(QStringLiteral("at %1: value %2 for %3, derivative %4 for %5")
                                .arg(x)
                                .arg(computed.value[i], 0, 'g', 9)
                                .arg(value, 0, 'g', 9)
                                .arg(computed.derivative[i], 0, 'g', 9)
                                .arg(derivative, 0, 'g', 9)));
    }
}

void TestOpenClFormulas::theProgramsOwnCheckHolds_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *formula :
         {"x*sigmoid(3*x)", "x*sigmoid(1.702*x)", "x*tanh(softplus(x))", "exp(-x^2)", "x*exp(-x^2/2)", "sin(10*x)", "x + sin(3*x)^2/3",
          "tanh(2*x)", "log(1+exp(4*x))/4", "x/sqrt(1+x^2)", "max(0.1*x,x)", "erf(x/3)", "x*atan(x)", "x^3/(1+abs(x)^3)"})
        QTest::newRow(formula) << QStringLiteral("formula:") + formula;
    for (const Activation &activation : activations())
        QTest::newRow(activation.id.c_str()) << QString::fromStdString(activation.id);
}

void TestOpenClFormulas::theProgramsOwnCheckHolds()
{
    QFETCH(QString, spec);
    const CheckResult result = checkSinglePrecision(*m_backend, parseActivationSpec(spec.toStdString()));
    QVERIFY2(result.holds(), qPrintable(QStringLiteral("%1 ulp, at most %2").arg(result.largestError).arg(result.allowed)));
}

void TestOpenClFormulas::functionIsAccurate_data()
{
    QTest::addColumn<QString>("formula");
    for (const char *formula :
         {"erf(x)", "erfc(x)", "asin(x)", "acos(x)", "asinh(x)", "acosh(x)", "atanh(x)", "log2(x)", "log10(x)", "cbrt(x)"})
        QTest::newRow(formula) << formula;
}

/** In units of the last place of its own value, from the smallest arguments to the largest. */
void TestOpenClFormulas::functionIsAccurate()
{
    QFETCH(QString, formula);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    const std::vector<double> xs = singlePrecisionInputs();
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, xs);
    const double smallest = 2.36e-38; // what is less than the smallest normal float may be 0, and erfc is twice such a number
    double worst = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double exact = spec.value(xs[i]);
        const bool isSmall = std::abs(exact) < smallest;
        if (!std::isfinite(exact))
            QVERIFY2(std::isfinite(computed.value[i]) == std::isfinite(exact), qPrintable(QString::number(xs[i])));
        else if (isSmall)
            QVERIFY2(std::abs(computed.value[i]) <= smallest, qPrintable(QString::number(xs[i])));
        else
            worst = std::max(worst, std::abs(computed.value[i] - exact) / std::ldexp(1.0, std::ilogb(exact) - 23));
    }
    QVERIFY2(worst <= tolerance::ulpsTranscendental, qPrintable(QString::number(worst)));
    qInfo("%g units in the last place", worst);
}

void TestOpenClFormulas::everyTypedFunctionIsTested()
{
    QString all;
    for (const char *formula : formulas)
        all += QString::fromUtf8(formula) + " ";
    for (const FormulaFunction &function : formulaFunctions())
        QVERIFY2(!function.isTyped || all.contains(QString::fromStdString(std::string(function.text)) + "("),
                 std::string(function.text).c_str());
}

void TestOpenClFormulas::stableFormsReachFar_data()
{
    QTest::addColumn<QString>("formula");
    for (const char *formula : {"log1p(exp(x)) + x*exp(x)/(1+exp(x))", "(1+exp(-x))^-1 - (exp(x)-exp(-x))/(exp(x)+exp(-x))",
                                "x*((1+exp(x))^2-1)/((1+exp(x))^2+1)", "exp(x)/(1+exp(x)+exp(2x)) + exp(x)/(x^2+exp(x))",
                                "log(cosh(x)) + x*exp(-x)/(1+exp(-x))^2"})
        QTest::newRow(formula) << formula;
}

/** Where exponentials overflow, against the double formula, which tst_formula_values checks. */
void TestOpenClFormulas::stableFormsReachFar()
{
    QFETCH(QString, formula);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    const std::vector<double> xs = {-1000, -100, -88, -20, -3, -0.25, 0.25, 3, 20, 88, 100, 1000};
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, xs);
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double value = spec.value(xs[i]);
        const double derivative = spec.derivative(xs[i]);
        const double allowed = tolerance::ulpsTranscendental * std::ldexp(1.0, -23) * std::max(1.0, std::abs(xs[i]));
        QVERIFY2(std::abs(computed.value[i] - value) <= allowed && std::abs(computed.derivative[i] - derivative) <= allowed,
                 qPrintable(QStringLiteral("at %1: value %2 for %3, derivative %4 for %5")
                                .arg(xs[i])
                                .arg(computed.value[i], 0, 'g', 9)
                                .arg(value, 0, 'g', 9)
                                .arg(computed.derivative[i], 0, 'g', 9)
                                .arg(derivative, 0, 'g', 9)));
    }
}

void TestOpenClFormulas::slopeIsZeroWhereABranchIsFlat()
{
    const ActivationSpec spec = parseActivationSpec(
        "formula:sqrt(relu(x)) + log(2 + sqrt(clamp(x, 0, 1))) + sqrt(relu(x-9) + relu(x)) + sqrt(max(relu(x), -1)) + cbrt(relu6(x))");
    const std::vector<double> xs = {-20, -3, -1, -1e-3, 0};
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, std::vector<double>(xs.begin(), xs.end() - 1));
    for (std::size_t i = 0; i < computed.derivative.size(); ++i) {
        QCOMPARE(computed.derivative[i], 0.0);
        QCOMPARE(spec.derivative(xs[i]), 0.0);
    }
}

void TestOpenClFormulas::powersOfParametersAreRightAtZero()
{
    const std::vector<double> xs = {-2, -1, 0, 1, 2};
    for (const double a : {0.0, 1.0, 2.0, 3.0, -2.0}) {
        const ActivationSpec spec = parseActivationSpec("formula:x^a,a=" + std::to_string(a));
        const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, xs);
        for (std::size_t i = 0; i < xs.size(); ++i) {
            QCOMPARE(static_cast<float>(computed.value[i]), static_cast<float>(std::pow(xs[i], a)));
            QCOMPARE(static_cast<float>(computed.derivative[i]), static_cast<float>(a == 0 ? 0 : a * std::pow(xs[i], a - 1)));
        }
    }
}

void TestOpenClFormulas::nanGivesNanAndInfinityTheLimit()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const ActivationSpec spec = parseActivationSpec("formula:log1p(abs(x)) + step(x)");
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, std::vector<double>{std::nan(""), infinity, -infinity});
    QVERIFY(std::isnan(computed.value[0]));
    QCOMPARE(computed.value[1], infinity);
    QCOMPARE(computed.value[2], infinity);
}

void TestOpenClFormulas::trainsAsTheBuiltInActivationThatItWrites_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("builtIn");
    QTest::newRow("max") << "formula:max(a*x,x),a=0.01"
                         << "leaky_relu:alpha=0.01";
    QTest::newRow("choice") << "formula:x<0 ? a*(exp(x)-1) : x,a=0.5"
                            << "elu:alpha=0.5";
    QTest::newRow("smooth") << "formula:x*tanh(softplus(x))"
                            << "mish";
}

void TestOpenClFormulas::trainsAsTheBuiltInActivationThatItWrites()
{
    QFETCH(QString, formula);
    QFETCH(QString, builtIn);
    const Cohort cohort = makeCohort(experimentOf({qPrintable(formula), qPrintable(builtIn)}));
    const auto eigen = makeEigenBackend(Precision::Double);
    for (Backend *backend : {m_backend.get(), eigen.get()}) {
        backend->load(cohort);
        const std::vector<ModelReport> reports = backend->advance(60);
        const Difference apart = difference(reports[0].rows, reports[1].rows, *cohort.data);
        QVERIFY2(apart.isWithin(tolerance::loss), qPrintable(apart.text()));
        QVERIFY(reports[0].rows.back().trainLoss < reports[0].rows.front().trainLoss);
    }
}

void TestOpenClFormulas::trainsAsOnEigen()
{
    const Cohort cohort =
        makeCohort(experimentOf({"formula:x*sigmoid(b*x) + 0.1*sin(a*x),a=2,b=1.5", "formula:x/(1 + abs(x))*(x > a ? x : 1),a=0.5"}));
    m_backend->load(cohort);
    const auto eigen = makeEigenBackend(Precision::Double);
    eigen->load(cohort);
    const std::vector<ModelReport> reports = m_backend->advance(60);
    const std::vector<ModelReport> expected = eigen->advance(60);
    for (std::size_t model = 0; model < reports.size(); ++model) {
        const Difference apart = difference(reports[model].rows, expected[model].rows, *cohort.data);
        QVERIFY2(apart.isWithin(tolerance::loss), qPrintable(apart.text()));
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClFormulas)
#include "tst_opencl_formulas.moc"
