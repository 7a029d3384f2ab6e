// Every row of activations.def: against the reference tables, at infinity, and its derivative against its value.
#include "core/activations/activation.h"
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>

using namespace actiscope;

namespace {

std::string missing(const Activation &activation)
{
    return activation.id + ": figures are missing, see tests/data/make_activation.py";
}

} // namespace

class TestActivation : public QObject {
    Q_OBJECT

private slots:
    void agreesWithPyTorch_data() { reference::addShippedTables(); }
    void agreesWithPyTorch();
    void everyActivationHasReferenceFigures();
    void rightAtTheEndsOfDouble();
    void aNumberAtZeroWhateverTheParameters_data() { addActivations(); }
    void aNumberAtZeroWhateverTheParameters();
    void nanGivesNan_data() { addActivations(); }
    void nanGivesNan();
    void infinityGivesTheLimit_data() { addActivations(); }
    void infinityGivesTheLimit();
    void nothingOverflowsAtAThousand_data() { addActivations(); }
    void nothingOverflowsAtAThousand();
    void derivativeIsTheSlopeAwayFromKinks_data() { addActivations(); }
    void derivativeIsTheSlopeAwayFromKinks();
    void parameterDerivativeIsTheSlopeInTheParameter_data() { addActivations(); }
    void parameterDerivativeIsTheSlopeInTheParameter();
    void floatKernelsFollowDouble_data() { addActivations(); }
    void floatKernelsFollowDouble();
    void kinksAreWhereTheDerivativeJumps_data() { addActivations(); }
    void kinksAreWhereTheDerivativeJumps();
    void drawnParametersStayBetweenTheBounds_data() { addActivations(); }
    void drawnParametersStayBetweenTheBounds();

private:
    static void addActivations();
    static const Activation &current();
};

void TestActivation::addActivations()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << static_cast<int>(i);
}

const Activation &TestActivation::current()
{
    QFETCH(int, index);
    return activations()[static_cast<std::size_t>(index)];
}

void TestActivation::agreesWithPyTorch()
{
    QFETCH(QString, table);
    const auto points = reference::readActivationPoints(table);
    QVERIFY(points.size() > 100);
    for (const auto &point : points) {
        const double value = point.spec.value(point.x);
        const double derivative = point.spec.derivative(point.x);
        const auto describe = [&](const char *what, double computed, double expected) {
            return QStringLiteral("%1 %2 at %3: %4, PyTorch %5")
                .arg(QString::fromStdString(point.spec.text), what)
                .arg(point.x)
                .arg(computed, 0, 'g', 17)
                .arg(expected, 0, 'g', 17);
        };
        QVERIFY2(tolerance::sameActivationValue(value, point.value), qPrintable(describe("value", value, point.value)));
        QVERIFY2(tolerance::sameActivationValue(derivative, point.derivative),
                 qPrintable(describe("derivative", derivative, point.derivative)));
    }
}

void TestActivation::everyActivationHasReferenceFigures()
{
    constexpr int wholeGrid = 35;
    std::map<std::string, int> points;
    for (const auto &point : reference::readShippedPoints())
        ++points[point.spec.activation->id];
    for (const Activation &activation : activations())
        QVERIFY2(points[activation.id] >= wholeGrid, missing(activation).c_str());
}

void TestActivation::rightAtTheEndsOfDouble()
{
    constexpr double relative = 1e-12;
    constexpr double lastDenormals = 1e-322; // of a factor, which x or 1 multiplies
    const auto isSame = [=](double computed, double exact, double x) {
        return computed == exact
               || std::abs(computed - exact) <= std::max(lastDenormals * std::max(1.0, std::abs(x)), relative * std::abs(exact));
    };
    std::set<std::string> inTable;
    for (const auto &point : reference::readActivationPoints("extreme_values.csv")) {
        const double value = point.spec.value(point.x), derivative = point.spec.derivative(point.x);
        const QString text = QStringLiteral("%1 at %2: %3 and %4 for %5 and %6")
                                 .arg(QString::fromStdString(point.spec.text))
                                 .arg(point.x)
                                 .arg(value, 0, 'g', 17)
                                 .arg(derivative, 0, 'g', 17)
                                 .arg(point.value, 0, 'g', 17)
                                 .arg(point.derivative, 0, 'g', 17);
        QVERIFY2(isSame(value, point.value, point.x) && isSame(derivative, point.derivative, point.x), qPrintable(text));
        inTable.insert(point.spec.activation->id);
    }
    for (const Activation &activation : activations())
        QVERIFY2(inTable.contains(activation.id), missing(activation).c_str());
}

/** What OpenCL's padding relies on. */
void TestActivation::aNumberAtZeroWhateverTheParameters()
{
    const Activation &activation = current();
    constexpr int steps = 40;
    for (int i = 0; i <= steps; ++i) {
        std::vector<float> p;
        for (const ActivationParameter &parameter : activation.parameters)
            p.push_back(static_cast<float>(parameter.minimum + (parameter.maximum - parameter.minimum) * i / steps));
        const auto view = ActivationKernels<float>::ParameterView::of(p);
        const float x = 0;
        float y = 0, dydx = 0, dydp = 0;
        activation.floatKernels.value(1, &x, view, &y);
        activation.floatKernels.derivative(1, &x, &y, view, &dydx);
        if (activation.isLearnable())
            activation.floatKernels.parameterDerivative(1, &x, &y, view, &dydp);
        QVERIFY(std::isfinite(y) && std::isfinite(dydx) && std::isfinite(dydp));
    }
}

void TestActivation::nanGivesNan()
{
    const ActivationSpec spec = defaultSpec(current());
    QVERIFY(std::isnan(spec.value(std::nan(""))));
    QVERIFY(std::isnan(spec.derivative(std::nan(""))));
}

void TestActivation::infinityGivesTheLimit()
{
    const ActivationSpec spec = defaultSpec(current());
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (const double sign : {-1.0, 1.0}) {
        const double atInfinity = spec.value(sign * infinity);
        const double farOut = spec.value(sign * 1e12);
        const double farther = spec.value(sign * 1.5e12);
        if (std::abs(farther - farOut) > 1e-11 && std::abs(farther) < 1.4 * std::abs(farOut))
            continue; // an oscillation has no limit
        if (std::isinf(atInfinity))
            QVERIFY(std::abs(farOut) > 1e9 && std::signbit(farOut) == std::signbit(atInfinity));
        else
            QVERIFY(std::abs(atInfinity - farOut) < 1e-11);
        const double slope = spec.derivative(sign * 1e12);
        if (std::abs(spec.derivative(sign * 1.5e12)) > 1.4 * std::abs(slope))
            QVERIFY(std::abs(spec.derivative(sign * infinity)) > 1e50);
        else
            QVERIFY(std::abs(spec.derivative(sign * infinity) - slope) < 1e-11);
    }
}

void TestActivation::nothingOverflowsAtAThousand()
{
    const ActivationSpec spec = defaultSpec(current());
    for (const double x : {-1000.0, 1000.0}) {
        QVERIFY(std::isfinite(spec.value(x)));
        QVERIFY(std::isfinite(spec.derivative(x)));
    }
}

void TestActivation::derivativeIsTheSlopeAwayFromKinks()
{
    const ActivationSpec spec = defaultSpec(current());
    constexpr double step = 1e-5;
    for (double x = -8.03; x < 8; x += 0.1) {
        const auto nearKink = [x](double kink) { return std::abs(x - kink) < 2 * step; };
        if (std::ranges::any_of(current().kinks, nearKink))
            continue;
        const double slope = (spec.value(x + step) - spec.value(x - step)) / (2 * step);
        // hardsigmoid's derivative is PyTorch's float 1/6, 5e-9 off
        QVERIFY2(std::abs(slope - spec.derivative(x)) < tolerance::centralDifference,
                 qPrintable(QStringLiteral("x %1: slope %2, f' %3").arg(x).arg(slope, 0, 'g', 12).arg(spec.derivative(x), 0, 'g', 12)));
    }
}

void TestActivation::parameterDerivativeIsTheSlopeInTheParameter()
{
    const Activation &activation = current();
    QCOMPARE(static_cast<bool>(activation.doubleKernels.parameterDerivative), activation.isLearnable());
    if (!activation.isLearnable())
        return;
    constexpr double step = 1e-5;
    for (double x = -8.03; x < 8; x += 0.1) {
        std::vector<double> p = activation.defaultParameters();
        const double y = activation.value(x, p);
        double computed = 0;
        ActivationKernels<double>::ParameterView view;
        view.p[0] = p.data();
        activation.doubleKernels.parameterDerivative(1, &x, &y, view, &computed);
        std::vector<double> above = p;
        above[0] += step;
        std::vector<double> below = p;
        below[0] -= step;
        const double slope = (activation.value(x, above) - activation.value(x, below)) / (2 * step);
        QVERIFY(std::abs(slope - computed) < tolerance::centralDifference);
    }
}

void TestActivation::floatKernelsFollowDouble()
{
    const Activation &activation = current();
    const std::vector<double> p = activation.defaultParameters();
    std::vector<float> floats(p.begin(), p.end());
    const auto view = ActivationKernels<float>::ParameterView::of(floats);
    for (double x = -20; x <= 20; x += 0.25) {
        const auto input = static_cast<float>(x);
        float y = 0;
        float dydx = 0;
        activation.floatKernels.value(1, &input, view, &y);
        activation.floatKernels.derivative(1, &input, &y, view, &dydx);
        QVERIFY(std::abs(y - activation.value(x, p)) < 1e-5);
        QVERIFY(std::abs(dydx - activation.derivative(x, p)) < 1e-5);
    }
}

void TestActivation::kinksAreWhereTheDerivativeJumps()
{
    const ActivationSpec spec = defaultSpec(current());
    for (int i = -70; i <= 70; ++i) {
        const double x = i / 10.0;
        const bool listed = std::ranges::any_of(current().kinks, [x](double kink) { return std::abs(kink - x) < 1e-9; });
        const bool jumps = current().oneSidedDerivatives(x, spec.parameters).isKink();
        if (jumps)
            QVERIFY2(listed, qPrintable(QStringLiteral("f' jumps at %1, which is not among the kinks").arg(x)));
    }
    QVERIFY(std::ranges::is_sorted(current().kinks));
}

void TestActivation::drawnParametersStayBetweenTheBounds()
{
    const Activation &activation = current();
    QCOMPARE(static_cast<bool>(activation.doubleKernels.draw), activation.drawsWhileTraining());
    if (!activation.drawsWhileTraining())
        return;
    const std::vector<double> p = activation.defaultParameters();
    for (double r = 0; r < 1; r += 0.01) {
        const double drawn = activation.doubleKernels.draw(r, p.front(), p.back());
        QVERIFY(drawn >= p.front() && drawn <= p.back());
    }
    QCOMPARE(activation.doubleKernels.draw(0.5, p.front(), p.back()), 0.5 * (p.front() + p.back()));
}

QTEST_GUILESS_MAIN(TestActivation)
#include "tst_activation.moc"
