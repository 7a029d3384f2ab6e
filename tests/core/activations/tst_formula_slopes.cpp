// Slopes of formulas where they are delicate: at kinks, where a branch is flat, of powers at 0.
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/activations/formula.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;

class TestFormulaSlopes : public QObject {
    Q_OBJECT

private slots:
    void derivativeAtAKinkIsPyTorchs();
    void kinksAreWhereBranchesMeet_data();
    void kinksAreWhereBranchesMeet();
    void kinksMoveWithTheParameters();
    void slopeIsZeroWhereABranchIsFlat_data();
    void slopeIsZeroWhereABranchIsFlat();
    void powersFollowPyTorchAtZero_data();
    void powersFollowPyTorchAtZero();
};

void TestFormulaSlopes::derivativeAtAKinkIsPyTorchs()
{
    const auto slopeAt = [](const char *formula, double x) { return parseActivationSpec(std::string("formula:") + formula).derivative(x); };
    QCOMPARE(slopeAt("relu(x)", 0), 0.0);
    QCOMPARE(slopeAt("abs(x)", 0), 0.0);
    QCOMPARE(slopeAt("abs(x - 1)", 1), 0.0);
    QCOMPARE(slopeAt("max(a*x, x),a=0.5", 0), 0.75); // the mean, as torch.maximum
    QCOMPARE(slopeAt("min(x, 3)", 3), 0.5);
    QCOMPARE(slopeAt("x > 0 ? x : a*x,a=0.5", 0), 0.5); // the branch that is taken
    QCOMPARE(slopeAt("x >= 0 ? x : a*x,a=0.5", 0), 1.0);
    QCOMPARE(slopeAt("step(x) + x", 0), 1.0);
}

void TestFormulaSlopes::kinksAreWhereBranchesMeet_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QList<double>>("kinks");
    const auto row = [](const char *formula, QList<double> kinks) { QTest::newRow(formula) << QString::fromUtf8(formula) << kinks; };
    row("x*tanh(softplus(x))", {});
    row("relu(x)", {0});
    row("max(a*x, x)", {0}); // at the default a = 1 both are equal everywhere
    row("abs(x - 1)", {1});
    row("x < 0 ? a*(exp(x)-1) : x", {0});
    row("x < -1 ? -1 : x < 1 ? x : 1", {-1, 1});
    row("min(max(x + 3, 0), 6)", {-3, 3});
    row("relu(2*x - a)", {0.5});
    row("relu(abs(x) - 1)", {-1, 0, 1});
    row("relu(x^2 - 4)", {-2, 2});
    row("max(x, 1)*max(3, x)", {1, 3});
    row("relu(x)*relu(-x)", {0});
    row("abs(sin(x*pi/8))", {-16, -8, 0, 8, 16});
}

void TestFormulaSlopes::kinksAreWhereBranchesMeet()
{
    QFETCH(QString, formula);
    QFETCH(QList<double>, kinks);
    const Activation activation = makeFormulaActivation(formula.toStdString());
    const QList<double> found(activation.kinks.begin(), activation.kinks.end());
    QCOMPARE(found.size(), kinks.size());
    for (qsizetype i = 0; i < kinks.size(); ++i)
        QVERIFY2(std::abs(found[i] - kinks[i]) < 1e-9, qPrintable(QString::number(found[i])));
}

void TestFormulaSlopes::kinksMoveWithTheParameters()
{
    const Activation activation = makeFormulaActivation("relu(x - a) + abs(b*x + 1)");
    QCOMPARE(activation.kinksAt(std::vector<double>{2.0, 4.0}), (std::vector<double>{-0.25, 2.0}));
    QCOMPARE(activation.kinksAt(std::vector<double>{-3.0, 0.0}), (std::vector<double>{-3.0}));
}

void TestFormulaSlopes::slopeIsZeroWhereABranchIsFlat_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("slope");
    const double infinity = std::numeric_limits<double>::infinity();
    const auto row = [](const char *formula, double x, double slope) {
        QTest::addRow("%s at %g", formula, x) << QString::fromUtf8(formula) << x << slope;
    };
    // PyTorch 1.13, in double
    row("sqrt(relu(x))", -1, 0);
    row("sqrt(relu(x))", 0, 0);
    row("sqrt(max(x, 0))", -1, 0);
    row("sqrt(max(x, 0))", 0, infinity);
    row("sqrt(clamp(x, 0, 1))", -1, 0);
    row("sqrt(clamp(x, 0, 1))", 0, infinity);
    row("sqrt(where(x > 0, x, 0))", -1, 0);
    row("sqrt(relu(x) + relu(x-1))", -1, 0);
    row("1/relu(x)", -1, 0);
    row("log(relu(x))", -1, 0);
    row("relu(x)*log(x)", -1, 0);
    row("relu(x)^a", -1, 0);
    row("sqrt(round(x))", 0.2, 0);
    row("sqrt(relu6(x))", -1, 0);
    row("sqrt(abs(x))", 0, std::nan("")); // 0 times infinity: not flat
    row("sqrt(x^2)", 0, std::nan(""));
    row("sqrt((x>0)*x)", -1, 0); // NaN there; but flat it is
}

void TestFormulaSlopes::slopeIsZeroWhereABranchIsFlat()
{
    QFETCH(QString, formula);
    QFETCH(double, x);
    QFETCH(double, slope);
    const Activation activation = makeFormulaActivation(formula.toStdString());
    const double computed = activation.derivative(x, activation.defaultParameters());
    QVERIFY2(computed == slope || (std::isnan(computed) && std::isnan(slope)),
             qPrintable(QStringLiteral("%1: f' at %2 is %3, not %4").arg(formula).arg(x).arg(computed).arg(slope)));
}

void TestFormulaSlopes::powersFollowPyTorchAtZero_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("slope");
    const auto row = [](const char *formula, double x, double slope) {
        QTest::addRow("%s at %g", formula, x) << QString::fromUtf8(formula) << x << slope;
    };
    row("x^a,a=0", 0, 0);
    row("x^a,a=0", -2, 0);
    row("x^a,a=1", 0, 1);
    row("x^a,a=2", 0, 0);
    row("x^a,a=2", -3, -6);
    row("x^a,a=3", -2, 12);
    row("x^a,a=-1", -2, -0.25);
    row("x^x", 0, 0);
    row("0^x", 1, 0);
    row("x^0 + x", 0, 1);
}

void TestFormulaSlopes::powersFollowPyTorchAtZero()
{
    QFETCH(QString, formula);
    QFETCH(double, x);
    QFETCH(double, slope);
    QCOMPARE(parseActivationSpec("formula:" + formula.toStdString()).derivative(x), slope);
}

QTEST_GUILESS_MAIN(TestFormulaSlopes)
#include "tst_formula_slopes.moc"
