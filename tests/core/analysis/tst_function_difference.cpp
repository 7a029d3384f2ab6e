// The largest difference of two functions. The figures with many digits are mpmath's (30 digits, findroot on the derivative).
#include "core/activations/builtin_activations.h"
#include "core/analysis/function_difference.h"

#include <QTest>

#include <cmath>

using namespace actiscope;

class TestFunctionDifference : public QObject {
    Q_OBJECT

private slots:
    void largestDifferenceIsFound_data();
    void largestDifferenceIsFound();
    void nothingIsLargerOnAFinerGrid();
    void sampledLineIsTheDifference();
    void sameFunctionTwiceDiffersByNothing();
};

void TestFunctionDifference::largestDifferenceIsFound_data()
{
    QTest::addColumn<QString>("f");
    QTest::addColumn<QString>("g");
    QTest::addColumn<double>("x"); // its absolute value, where two are equally large
    QTest::addColumn<double>("difference");
    QTest::newRow("GELU and its tanh form") << "gelu"
                                            << "gelu_tanh" << 2.698941386377273 << -4.732355206872849e-4;
    QTest::newRow("GELU and its sigmoid form") << "gelu"
                                               << "gelu_sigmoid" << 2.2703977371966102 << 2.033487220923923e-2;
    QTest::newRow("SiLU and hardswish, at a kink") << "silu"
                                                   << "hardswish" << 3.0 << -0.14227761953270034;
    QTest::newRow("at the end of the interval") << "relu"
                                                << "leaky_relu:alpha=0.5" << 5.0 << 2.5;
    QTest::newRow("tanh and softsign") << "tanh"
                                       << "softsign" << 1.6161375137743138 << 0.30630478619337492;
}

void TestFunctionDifference::largestDifferenceIsFound()
{
    QFETCH(QString, f);
    QFETCH(QString, g);
    QFETCH(double, x);
    QFETCH(double, difference);
    const LargestDifference largest = largestDifference(parseActivationSpec(f.toStdString()), parseActivationSpec(g.toStdString()), -5, 5);
    QVERIFY2(std::abs(std::abs(largest.x) - x) < 1e-6, qPrintable(QString::number(largest.x, 'g', 12)));
    QVERIFY2(std::abs(std::abs(largest.difference) - std::abs(difference)) < 1e-12,
             qPrintable(QString::number(largest.difference, 'g', 15)));
}

void TestFunctionDifference::nothingIsLargerOnAFinerGrid()
{
    for (const Activation &a : activations()) {
        for (const Activation &b : activations()) {
            const ActivationSpec f = defaultSpec(a), g = defaultSpec(b);
            const LargestDifference largest = largestDifference(f, g, -4, 3.7);
            double highest = 0;
            for (int i = 0; i <= 9001; ++i) {
                const double x = -4 + 7.7 * i / 9001;
                highest = std::max(highest, std::abs(f.value(x) - g.value(x)));
            }
            QVERIFY2(std::abs(largest.difference) >= highest * (1 - 1e-12), (a.id + " " + b.id).c_str());
            QCOMPARE(largest.difference, f.value(largest.x) - g.value(largest.x));
        }
    }
}

void TestFunctionDifference::sampledLineIsTheDifference()
{
    const ActivationSpec f = parseActivationSpec("tanh"), g = parseActivationSpec("hardtanh");
    const SampledLine line = sampleDifference(f, g, -2, 2.5, 4);
    QCOMPARE(line.x, (std::vector<double>{-2, -1, -0.5, 1, 2.5}));
    for (std::size_t i = 0; i < line.x.size(); ++i)
        QCOMPARE(line.y[i], f.value(line.x[i]) - g.value(line.x[i]));
}

void TestFunctionDifference::sameFunctionTwiceDiffersByNothing()
{
    const ActivationSpec f = parseActivationSpec("mish");
    QCOMPARE(largestDifference(f, f, -5, 5).difference, 0.0);
}

QTEST_APPLESS_MAIN(TestFunctionDifference)
#include "tst_function_difference.moc"
