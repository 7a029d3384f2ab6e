#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/analysis/curve.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;

class TestCurve : public QObject {
    Q_OBJECT

private slots:
    void everyActivationIsSampledFromEndToEnd_data();
    void everyActivationIsSampledFromEndToEnd();
    void derivativeIsBrokenWhereItJumps_data() { everyActivationIsSampledFromEndToEnd_data(); }
    void derivativeIsBrokenWhereItJumps();
    void kinkBetweenSamplesIsSampledToo();
    void lineIsBrokenWhereTheFunctionJumps();
    void kinkThatVanishesForAParameterIsNoMark();
    void slopeOfOnePointIsNoPartOfTheLine();
    void rangeHoldsZeroAndIgnoresWhatIsNotFinite();
    void roundingKeepsThePowerOfTenBelowThePixel();
    void endsOfADrawnIntervalStayInOrder();
};

void TestCurve::everyActivationIsSampledFromEndToEnd_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << int(i);
}

void TestCurve::everyActivationIsSampledFromEndToEnd()
{
    QFETCH(int, index);
    const Activation &activation = activations()[std::size_t(index)];
    const auto parameters = activation.defaultParameters();
    const ActivationCurve curve = sampleCurve(activation, parameters, -7, 8, 301);
    QVERIFY(curve.value.x.size() >= 301);
    QCOMPARE(curve.value.x.front(), -7.0);
    QCOMPARE(curve.value.x.back(), 8.0);
    QCOMPARE(curve.derivative.x.front(), -7.0);
    QCOMPARE(curve.derivative.x.back(), 8.0);
    QVERIFY(std::ranges::is_sorted(curve.derivative.x));
    for (std::size_t i = 0; i < curve.value.x.size(); ++i) {
        const double x = curve.value.x[i];
        if (!activation.oneSidedValues(x, parameters).isJump())
            QCOMPARE(curve.value.y[i], activation.value(x, parameters));
    }
}

void TestCurve::derivativeIsBrokenWhereItJumps()
{
    QFETCH(int, index);
    const Activation &activation = activations()[std::size_t(index)];
    const auto parameters = activation.defaultParameters();
    const ActivationCurve curve = sampleCurve(activation, parameters, -10, 10, 2001);
    std::size_t breaks = 0;
    for (std::size_t i = 0; i < curve.derivative.y.size(); ++i) {
        if (!std::isnan(curve.derivative.y[i]))
            continue;
        const KinkMark &mark = curve.kinks.at(breaks++);
        QCOMPARE(curve.derivative.x[i], mark.x);
        QCOMPARE(curve.derivative.y[i - 1], mark.derivative.left);
        QCOMPARE(curve.derivative.y[i + 1], mark.derivative.right);
        QCOMPARE(mark.derivative.at, activation.derivative(mark.x, parameters));
    }
    QCOMPARE(breaks, curve.kinks.size());
    // Between breaks f' is continuous: neighbours 0.01 apart are close.
    for (std::size_t i = 1; i < curve.derivative.y.size(); ++i) {
        const double step = curve.derivative.y[i] - curve.derivative.y[i - 1];
        QVERIFY2(std::isnan(step) || std::abs(step) < 0.05, qPrintable(QString::number(curve.derivative.x[i])));
    }
}

void TestCurve::kinkBetweenSamplesIsSampledToo()
{
    const Activation &relu = *findActivation("relu");
    const ActivationCurve curve = sampleCurve(relu, {}, -1, 2, 2);
    QCOMPARE(curve.value.x, (std::vector<double>{-1, 0, 2}));
    QCOMPARE(curve.value.y, (std::vector<double>{0, 0, 2}));
    QCOMPARE(curve.derivative.x, (std::vector<double>{-1, 0, 0, 0, 2}));
    QCOMPARE(curve.kinks.size(), std::size_t{1});
    QCOMPARE(curve.kinks.front().derivative.left, 0.0);
    QCOMPARE(curve.kinks.front().derivative.at, 0.0);
    QCOMPARE(curve.kinks.front().derivative.right, 1.0);
}

void TestCurve::lineIsBrokenWhereTheFunctionJumps()
{
    const Activation &shrink = *findActivation("hardshrink");
    const ActivationCurve curve = sampleCurve(shrink, std::vector<double>{0.25}, -1, 1, 3);
    QCOMPARE(curve.value.x, (std::vector<double>{-1, -0.25, -0.25, -0.25, 0, 0.25, 0.25, 0.25, 1}));
    for (const std::size_t i : {2, 6})
        QVERIFY(std::isnan(curve.value.y[i]));
    for (const auto &[i, expected] :
         std::vector<std::pair<std::size_t, double>>{{0, -1}, {1, -0.25}, {3, 0}, {4, 0}, {5, 0}, {7, 0.25}, {8, 1}})
        QVERIFY(std::abs(curve.value.y[i] - expected) < 1e-11);
    const ActivationCurve sign = sampleCurve(*findActivation("formula:sign(x)"), std::vector<double>{}, -1, 1, 3); // f' does not jump
    QCOMPARE(sign.value.y.size(), std::size_t{5});
    QVERIFY(std::isnan(sign.value.y[2]));
    QVERIFY(std::ranges::none_of(sign.derivative.y, [](double y) { return std::isnan(y); }));
    const Activation &threshold = *findActivation("threshold"); // moves, and does not jump where both are equal
    const ActivationCurve relu = sampleCurve(threshold, std::vector<double>{0, 0}, -1, 1, 3);
    QVERIFY(std::ranges::none_of(relu.value.y, [](double y) { return std::isnan(y); }));
}

/** Hardshrink with lambd = 0 is the identity, but PyTorch's slope at 0 is 0. */
void TestCurve::slopeOfOnePointIsNoPartOfTheLine()
{
    const ActivationCurve curve = sampleCurve(*findActivation("hardshrink"), std::vector<double>{0.0}, -1, 1, 101);
    QVERIFY(curve.kinks.empty());
    std::size_t breaks = 0;
    for (const double slope : curve.derivative.y) {
        QVERIFY(std::isnan(slope) || slope == 1);
        breaks += std::isnan(slope);
    }
    QCOMPARE(breaks, std::size_t{1});
}

void TestCurve::kinkThatVanishesForAParameterIsNoMark()
{
    const Activation &elu = *findActivation("elu");
    QVERIFY(sampleCurve(elu, std::vector<double>{1.0}, -1, 1, 100).kinks.empty());
    QCOMPARE(sampleCurve(elu, std::vector<double>{0.5}, -1, 1, 100).kinks.size(), std::size_t{1});
    QVERIFY(sampleCurve(elu, std::vector<double>{0.5}, 1, 2, 100).kinks.empty());
}

void TestCurve::rangeHoldsZeroAndIgnoresWhatIsNotFinite()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const SampledLine line{{0, 1, 2, 3}, {2, std::nan(""), infinity, 4}};
    const SampledLine *lines[] = {&line};
    QCOMPARE(rangeOf(lines, 0), (Interval{0, 4}));
    QCOMPARE(rangeOf(lines, 0.25), (Interval{-1, 5}));
    QCOMPARE(rangeOf({}, 0.1), (Interval{-1, 1}));
    QCOMPARE(united({-1, 2}, {0, 3}), (Interval{-1, 3}));
}

void TestCurve::roundingKeepsThePowerOfTenBelowThePixel()
{
    QCOMPARE(decimalsOfResolution(0.014), 2);
    QCOMPARE(roundToResolution(-0.6437, 0.014), -0.64);
    QCOMPARE(decimalsOfResolution(3.0), 0);
    QCOMPARE(roundToResolution(7.4, 3.0), 7.0);
    QCOMPARE(decimalsOfResolution(0), 0);
}

void TestCurve::endsOfADrawnIntervalStayInOrder()
{
    for (const Activation &activation : activations()) {
        if (!activation.drawsWhileTraining())
            continue;
        QCOMPARE(withParameter(activation, {0.1, 0.3}, 0, 0.5), (std::vector<double>{0.5, 0.5}));
        QCOMPARE(withParameter(activation, {0.1, 0.3}, 1, 0.05), (std::vector<double>{0.05, 0.05}));
        QCOMPARE(withParameter(activation, {0.1, 0.3}, 1, 9), (std::vector<double>{0.1, activation.parameters[1].maximum}));
    }
}

QTEST_APPLESS_MAIN(TestCurve)
#include "tst_curve.moc"
