// What is found out about activations by computing: properties, asymptotes, saturation. Expected values are worked out by hand.
#include "core/activation_properties.h"
#include "core/activation_spec.h"

#include <QTest>

#include <cmath>

using namespace actiscope;

class TestActivationProperties : public QObject {
    Q_OBJECT

private slots:
    void propertiesAreThoseOfTheFormula_data();
    void propertiesAreThoseOfTheFormula();
    void asymptotesAreThoseOfTheFormula_data();
    void asymptotesAreThoseOfTheFormula();
    void linesThatAreReachedSayWhere();
    void functionComesCloserToItsAsymptote();
    void saturationBeginsWhereTheFormulaSays_data();
    void saturationBeginsWhereTheFormulaSays();
    void saturationIsWhereTheSlopeIsSmall();
};

void TestActivationProperties::propertiesAreThoseOfTheFormula_data()
{
    QTest::addColumn<QString>("expected"); // of smooth, monotonic, bounded below, bounded above, linear, odd: the letters that hold
    QTest::newRow("identity") << "smlo";
    QTest::newRow("relu") << "mb";
    QTest::newRow("leaky_relu") << "m";
    QTest::newRow("leaky_relu:alpha=1") << "smlo";
    QTest::newRow("prelu:alpha=-0.5") << "b";
    QTest::newRow("relu6") << "mba";
    QTest::newRow("elu") << "smb";
    QTest::newRow("elu:alpha=0.5") << "mb";
    QTest::newRow("celu:alpha=0.5") << "smb";
    QTest::newRow("selu") << "mb";
    QTest::newRow("gelu") << "sb";
    QTest::newRow("silu") << "sb";
    QTest::newRow("mish") << "sb";
    QTest::newRow("softplus") << "smb";
    QTest::newRow("sigmoid") << "smba";
    QTest::newRow("tanh") << "smbao";
    QTest::newRow("softsign") << "smbao";
    QTest::newRow("logsigmoid") << "sma";
    QTest::newRow("tanhshrink") << "smo";
    QTest::newRow("hardtanh") << "mbao";
    QTest::newRow("hardsigmoid") << "mba";
    QTest::newRow("hardswish") << "b";
}

void TestActivationProperties::propertiesAreThoseOfTheFormula()
{
    QFETCH(QString, expected);
    const ActivationSpec spec = parseActivationSpec(QTest::currentDataTag());
    const ActivationProperties properties = propertiesOf(*spec.activation, spec.parameters);
    QString found;
    const std::pair<bool, const char *> letters[] = {{properties.isSmooth, "s"}, {properties.isMonotonic, "m"}, {properties.isBoundedBelow, "b"},
                                                     {properties.isBoundedAbove, "a"}, {properties.isLinear, "l"}, {properties.isOdd, "o"}};
    for (const auto &[holds, letter] : letters)
        found += QLatin1String(holds ? letter : "");
    QCOMPARE(found, expected);
}

void TestActivationProperties::asymptotesAreThoseOfTheFormula_data()
{
    QTest::addColumn<double>("leftSlope");
    QTest::addColumn<double>("leftIntercept");
    QTest::addColumn<double>("rightSlope");
    QTest::addColumn<double>("rightIntercept");
    QTest::newRow("relu") << 0.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("leaky_relu:alpha=0.2") << 0.2 << 0.0 << 1.0 << 0.0;
    QTest::newRow("elu:alpha=1.5") << 0.0 << -1.5 << 1.0 << 0.0;
    QTest::newRow("selu") << 0.0 << -1.7580993408473766 << 1.0507009873554805 << 0.0;
    QTest::newRow("gelu") << 0.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("silu:beta=0.01") << 0.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("silu:beta=0") << 0.5 << 0.0 << 0.5 << 0.0;
    QTest::newRow("softplus:beta=0.1") << 0.0 << 0.0 << 1.0 << 0.0;
    QTest::newRow("sigmoid") << 0.0 << 0.0 << 0.0 << 1.0;
    QTest::newRow("tanh") << 0.0 << -1.0 << 0.0 << 1.0;
    QTest::newRow("softsign") << 0.0 << -1.0 << 0.0 << 1.0;
    QTest::newRow("logsigmoid") << 1.0 << 0.0 << 0.0 << 0.0;
    QTest::newRow("tanhshrink") << 1.0 << 1.0 << 1.0 << -1.0;
    QTest::newRow("hardswish") << 0.0 << 0.0 << 1.0 << 0.0;
}

void TestActivationProperties::asymptotesAreThoseOfTheFormula()
{
    QFETCH(double, leftSlope);
    QFETCH(double, leftIntercept);
    QFETCH(double, rightSlope);
    QFETCH(double, rightIntercept);
    const ActivationSpec spec = parseActivationSpec(QTest::currentDataTag());
    const auto left = asymptote(*spec.activation, spec.parameters, -1);
    const auto right = asymptote(*spec.activation, spec.parameters, 1);
    QVERIFY(left && right);
    QVERIFY(std::abs(left->slope - leftSlope) < 1e-12);
    QVERIFY(std::abs(right->slope - rightSlope) < 1e-12);
    QVERIFY2(std::abs(left->intercept - leftIntercept) < 1e-9, qPrintable(QString::number(left->intercept)));
    QVERIFY2(std::abs(right->intercept - rightIntercept) < 1e-9, qPrintable(QString::number(right->intercept)));
}

void TestActivationProperties::linesThatAreReachedSayWhere()
{
    const auto reached = [](const char *text, int direction) {
        const ActivationSpec spec = parseActivationSpec(text);
        return asymptote(*spec.activation, spec.parameters, direction)->reachedAt;
    };
    QCOMPARE(reached("relu", -1).value_or(1), 0.0);
    QCOMPARE(reached("relu", 1).value_or(-1), 0.0);
    QCOMPARE(reached("relu6", 1).value_or(0), 6.0);
    QCOMPARE(reached("hardsigmoid", -1).value_or(0), -3.0);
    QVERIFY(!reached("softsign", 1));
    // To rounding they are there, too, but came closer and closer.
    QVERIFY(!reached("elu", -1));
    QVERIFY(!reached("tanh", 1));
    QVERIFY(!reached("silu:beta=10", 1));
}

void TestActivationProperties::functionComesCloserToItsAsymptote()
{
    for (const Activation &activation : activations()) {
        const ActivationSpec spec = defaultSpec(activation);
        for (const int direction : {-1, 1}) {
            const auto line = asymptote(activation, spec.parameters, direction);
            if (!line)
                continue;
            const auto distance = [&](double x) { return std::abs(spec.value(direction * x) - line->at(direction * x)); };
            QVERIFY2(distance(80) <= distance(8) + 1e-12, activation.id.c_str());
            QVERIFY2(distance(8000) <= distance(80) / 10 + 1e-11, activation.id.c_str());
        }
    }
}

void TestActivationProperties::saturationBeginsWhereTheFormulaSays_data()
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

void TestActivationProperties::saturationBeginsWhereTheFormulaSays()
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

void TestActivationProperties::saturationIsWhereTheSlopeIsSmall()
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

QTEST_APPLESS_MAIN(TestActivationProperties)
#include "tst_activation_properties.moc"
