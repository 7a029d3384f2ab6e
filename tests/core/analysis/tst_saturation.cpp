// Where activations are saturated. Expected values are worked out by hand.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/analysis/saturation.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace actiscope;

class TestSaturation : public QObject {
    Q_OBJECT

private slots:
    void saturationBeginsWhereTheFormulaSays_data();
    void saturationBeginsWhereTheFormulaSays();
    void saturationIsWhereTheSlopeIsSmall();
    void edgeFarOutIsFoundAsFarAsNumbersGo();
    void surroundingsOfEveryZeroOfTheSlopeAreFound_data();
    void surroundingsOfEveryZeroOfTheSlopeAreFound();
};

void TestSaturation::saturationBeginsWhereTheFormulaSays_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("left");  // end of the first interval
    QTest::addColumn<double>("right"); // begin of the last one
    // tanh' = 1 / cosh²: 0.01 at arcosh(10).
    QTest::newRow("tanh") << 0.01 << -std::acosh(10.0) << std::acosh(10.0);
    // sigmoid' = s (1 - s): 0.01 at logit of (1 + sqrt(0.96)) / 2.
    const double s = (1 + std::sqrt(0.96)) / 2;
    QTest::newRow("sigmoid") << 0.01 << std::log((1 - s) / s) << std::log(s / (1 - s));
    QTest::newRow("hardtanh") << 0.001 << -1.0 << 1.0;
}

void TestSaturation::saturationBeginsWhereTheFormulaSays()
{
    QFETCH(double, threshold);
    QFETCH(double, left);
    QFETCH(double, right);
    const ActivationSpec spec = parseActivationSpec(QTest::currentDataTag());
    const auto intervals = saturatedIntervals(*spec.activation, spec.parameters, threshold, -10, 10);
    QCOMPARE(intervals.size(), std::size_t{2});
    QCOMPARE(intervals[0].minimum, -10.0);
    QVERIFY(std::abs(intervals[0].maximum - left) < 1e-7);
    QVERIFY(std::abs(intervals[1].minimum - right) < 1e-7);
    QCOMPARE(intervals[1].maximum, 10.0);
}

void TestSaturation::saturationIsWhereTheSlopeIsSmall()
{
    for (const Activation &activation : activations()) {
        const ActivationSpec spec = defaultSpec(activation);
        for (const double threshold : {1e-3, 0.2}) {
            const auto intervals = saturatedIntervals(activation, spec.parameters, threshold, -8, 8);
            for (double x = -7.99; x < 8; x += 0.0237) {
                const bool inside = std::ranges::any_of(intervals, [x](const Interval &i) { return x > i.minimum && x < i.maximum; });
                QVERIFY2(inside == (std::abs(spec.derivative(x)) < threshold), activation.id.c_str());
            }
        }
    }
}

void TestSaturation::edgeFarOutIsFoundAsFarAsNumbersGo()
{
    // f' is below 0.001 from about -8985 on; neighbouring numbers are farther apart there than 1e-9 of the range.
    const ActivationSpec spec = parseActivationSpec("silu:beta=0.001");
    const auto intervals = saturatedIntervals(*spec.activation, spec.parameters, 1e-3, -8985.0625, -8985.061);
    QCOMPARE(intervals.size(), std::size_t{1});
    const double edge = intervals[0].minimum == -8985.0625 ? intervals[0].maximum : intervals[0].minimum;
    QVERIFY(std::abs(std::abs(spec.derivative(edge)) - 1e-3) < 1e-9);
}

void TestSaturation::surroundingsOfEveryZeroOfTheSlopeAreFound_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QList<double>>("zeros"); // of f' within -8..8
    QTest::addColumn<double>("halfWidth");    // of the interval around each, where |f'| is below 1e-4
    const double pi = std::acos(-1.0);
    QTest::newRow("a wave") << "sin(x)" << QList<double>{-2.5 * pi, -1.5 * pi, -0.5 * pi, 0.5 * pi, 1.5 * pi, 2.5 * pi} << 1e-4;
    QTest::newRow("a parabola") << "(x-0.3337)^2/2" << QList<double>{0.3337} << 1e-4;
    QTest::newRow("a slope that touches 0") << "100*(x-0.3337)^3/3" << QList<double>{0.3337} << 1e-3;
    QTest::newRow("beside the border") << "(x-7.9953)^2/2" << QList<double>{7.9953} << 1e-4;
    QTest::newRow("nowhere") << "x+exp(x)" << QList<double>{} << 0.0;
}

void TestSaturation::surroundingsOfEveryZeroOfTheSlopeAreFound()
{
    QFETCH(QString, formula);
    QFETCH(QList<double>, zeros);
    QFETCH(double, halfWidth);
    const ActivationSpec spec = parseActivationSpec("formula:" + formula.toStdString());
    const auto intervals = saturatedIntervals(*spec.activation, spec.parameters, 1e-4, -8, 8);
    QCOMPARE(intervals.size(), static_cast<std::size_t>(zeros.size()));
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        const double zero = zeros[static_cast<qsizetype>(i)];
        QVERIFY(std::abs(intervals[i].minimum - (zero - halfWidth)) < 5e-8);
        QVERIFY(std::abs(intervals[i].maximum - (zero + halfWidth)) < 5e-8);
    }
}

QTEST_APPLESS_MAIN(TestSaturation)
#include "tst_saturation.moc"
