// The lines that activations come closer to. Expected values are worked out by hand.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/analysis/asymptote.h"

#include <QTest>

#include <cmath>

using namespace actiscope;

class TestAsymptote : public QObject {
    Q_OBJECT

private slots:
    void asymptotesAreThoseOfTheFormula_data();
    void asymptotesAreThoseOfTheFormula();
    void linesThatAreReachedSayWhere();
    void functionComesCloserToItsAsymptote();
};

void TestAsymptote::asymptotesAreThoseOfTheFormula_data()
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

void TestAsymptote::asymptotesAreThoseOfTheFormula()
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

void TestAsymptote::linesThatAreReachedSayWhere()
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

void TestAsymptote::functionComesCloserToItsAsymptote()
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

QTEST_APPLESS_MAIN(TestAsymptote)
#include "tst_asymptote.moc"
