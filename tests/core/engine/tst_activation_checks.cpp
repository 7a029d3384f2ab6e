// The checks that the program shows of itself: they hold for every activation, and fail for one that is wrong.
#include "core/activations/builtin_activations.h"
#include "core/engine/activation_checks.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/reference_data.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace actiscope;

namespace {

std::vector<ReferencePoint> table()
{
    std::vector<ReferencePoint> points;
    for (const reference::ActivationPoint &point : reference::readShippedPoints())
        points.push_back({point.spec, point.x, point.value, point.derivative});
    return points;
}

/** What a device would give that computes in double, is `factor` off, and rounds to float. */
CheckResult rounded(const ActivationSpec &spec, double factor)
{
    const std::vector<double> inputs = singlePrecisionInputs();
    Backend::ActivationValues values;
    for (const double x : inputs) {
        values.value.push_back(static_cast<float>(spec.value(x) * factor));
        values.derivative.push_back(static_cast<float>(spec.derivative(x) * factor));
    }
    return compareSinglePrecision(spec, inputs, values);
}

} // namespace

class TestActivationChecks : public QObject {
    Q_OBJECT

private slots:
    void holdForEveryActivation_data();
    void holdForEveryActivation();
    void roundingIsHalfAnUlpAtMost();
    void wrongSlopeFails();
    void wrongValueFails();
    void whatIsNoNumberFails();
    void singlePrecisionThatIsOffFails();
    void whatRoundingOfAStepCostsIsAllowed();
    void aBackendIsAskedForTheSame();
    void withoutReferenceThereIsNoSuchCheck();
};

void TestActivationChecks::holdForEveryActivation_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << static_cast<int>(i);
}

void TestActivationChecks::holdForEveryActivation()
{
    QFETCH(int, index);
    const Activation &activation = activations()[static_cast<std::size_t>(index)];
    const std::vector<ReferencePoint> points = table();
    const auto reference = checkReference(activation, points);
    QVERIFY(reference && reference->points > 30);
    QVERIFY2(reference->holds(), qPrintable(QString::number(reference->largestError)));
    const CheckResult differences = checkDifferences(defaultSpec(activation));
    QVERIFY(differences.points > 300);
    QVERIFY2(differences.holds(), qPrintable(QString::number(differences.largestError)));
}

void TestActivationChecks::roundingIsHalfAnUlpAtMost()
{
    for (const Activation &activation : activations()) {
        const CheckResult result = rounded(defaultSpec(activation), 1);
        QVERIFY2(result.largestError <= 0.5, activation.id.c_str());
        QVERIFY(result.points > 1000);
    }
}

void TestActivationChecks::wrongSlopeFails()
{
    for (const Activation &activation : activations()) {
        Activation wrong = activation;
        wrong.doubleKernels.derivative = [&activation](std::size_t count, const double *x, const double *y,
                                                       const ActivationKernels<double>::ParameterView &p, double *dydx) {
            activation.doubleKernels.derivative(count, x, y, p, dydx);
            for (std::size_t i = 0; i < count; ++i)
                dydx[i] += x[i] > 3 && x[i] < 3.5 ? 1e-6 : 0;
        };
        const CheckResult result = checkDifferences(defaultSpec(wrong));
        QVERIFY2(!result.holds(), activation.id.c_str());
        const double slope = std::abs(defaultSpec(activation).derivative(3.02)); // the first point beyond 3
        QVERIFY(std::abs(result.largestError - 1e-6 / std::max(1.0, slope)) < 1e-7);
    }
}

void TestActivationChecks::wrongValueFails()
{
    std::vector<ReferencePoint> points = table();
    for (ReferencePoint &point : points)
        point.value += point.x == 5 ? 1e-9 : 0;
    for (const Activation &activation : activations())
        QVERIFY2(!checkReference(activation, points)->holds(), activation.id.c_str());
}

void TestActivationChecks::whatIsNoNumberFails()
{
    Activation broken = activations().front();
    broken.doubleKernels.derivative = [](std::size_t count, const double *, const double *,
                                         const ActivationKernels<double>::ParameterView &,
                                         double *dydx) { std::fill(dydx, dydx + count, std::numeric_limits<double>::quiet_NaN()); };
    const CheckResult result = checkDifferences(defaultSpec(broken));
    QVERIFY(!result.holds());
    QVERIFY(std::isinf(result.largestError));
}

void TestActivationChecks::singlePrecisionThatIsOffFails()
{
    for (const Activation &activation : activations())
        QVERIFY2(!rounded(defaultSpec(activation), 1 + 3e-6).holds(), activation.id.c_str()); // 25 to 50 ulp
    QVERIFY(!rounded(parseActivationSpec("formula:x*sigmoid(3*x)"), 1 + 3e-6).holds());
}

/** 3 x is rounded, which the exponential of 60 makes 30 ulp of; where nothing is lost, no more is allowed than elsewhere. */
void TestActivationChecks::whatRoundingOfAStepCostsIsAllowed()
{
    const std::vector<double> inputs = singlePrecisionInputs();
    const ActivationSpec spec = parseActivationSpec("formula:x*sigmoid(3*x)");
    Backend::ActivationValues values;
    for (const double x : inputs) {
        const double rounded = static_cast<float>(3 * x) / 3.0;
        values.value.push_back(static_cast<float>(x * parseActivationSpec("sigmoid").value(3 * rounded)));
        values.derivative.push_back(static_cast<float>(spec.derivative(x)));
    }
    const auto isFarOff = [&](double x, double value) {
        return std::abs(value - spec.value(x)) > 17 * std::ldexp(1.0, std::ilogb(spec.value(x)) - 23);
    };
    QVERIFY(!std::ranges::equal(inputs, values.value, [&](double x, double value) { return !isFarOff(x, value); }));
    const CheckResult result = compareSinglePrecision(spec, inputs, values);
    QVERIFY2(result.holds(), qPrintable(QString::number(result.largestError)));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        values.value[i] *= inputs[i] > 1 ? 1 + 3e-6 : 1;
    QVERIFY(!compareSinglePrecision(spec, inputs, values).holds());
}

void TestActivationChecks::aBackendIsAskedForTheSame()
{
    const auto backend = makeEigenBackend(Precision::Float);
    for (const Activation &activation : activations()) {
        const CheckResult result = checkSinglePrecision(*backend, defaultSpec(activation));
        QCOMPARE(result.points, singlePrecisionInputs().size());
        QVERIFY2(std::isfinite(result.largestError), activation.id.c_str());
    }
}

void TestActivationChecks::withoutReferenceThereIsNoSuchCheck()
{
    const Activation custom = activations().front();
    QVERIFY(!checkReference(custom, table()));
}

QTEST_GUILESS_MAIN(TestActivationChecks)
#include "tst_activation_checks.moc"
