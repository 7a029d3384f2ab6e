// Which activations consist of straight pieces, told another way: by looking at values.
#include "core/activations/activation_catalog.h"
#include "core/analysis/piecewise_linear.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

using namespace actiscope;

class TestPiecewiseLinear : public QObject {
    Q_OBJECT

private slots:
    void everyRowIsWhatItsValuesSay_data();
    void everyRowIsWhatItsValuesSay();
    void someAreKnown();
    void formulasAreNot();
};

namespace {

/** Whether between kinks the middle lies on the chord, and both sides of a kink meet. */
bool looksLinearInPieces(const Activation &activation, const std::vector<double> &p)
{
    std::vector<double> ends = {-60.0};
    std::ranges::copy(activation.kinksAt(p), std::back_inserter(ends));
    ends.push_back(60.0);
    bool result = ends.size() <= 4;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        const double a = ends[i] + 1e-9, b = ends[i + 1] - 1e-9;
        for (const double way : {0.01, 0.4, 0.5, 0.7, 0.99}) {
            const double chord = (1 - way) * activation.value(a, p) + way * activation.value(b, p);
            result = result && std::abs(activation.value((1 - way) * a + way * b, p) - chord) < 1e-7;
        }
        result = result && (i == 0 || std::abs(activation.value(ends[i] - 1e-9, p) - activation.value(a, p)) < 1e-7);
    }
    return result;
}

} // namespace

void TestPiecewiseLinear::everyRowIsWhatItsValuesSay_data()
{
    QTest::addColumn<const Activation *>("activation");
    for (const Activation &activation : activations())
        QTest::addRow("%s", activation.id.c_str()) << &activation;
}

void TestPiecewiseLinear::everyRowIsWhatItsValuesSay()
{
    QFETCH(const Activation *, activation);
    QCOMPARE(isPiecewiseLinear(*activation), looksLinearInPieces(*activation, activation->defaultParameters()));
    std::vector<double> ends;
    for (const ActivationParameter &parameter : activation->parameters)
        ends.push_back(parameter.minimum);
    if (isPiecewiseLinear(*activation))
        QVERIFY(looksLinearInPieces(*activation, ends));
}

void TestPiecewiseLinear::someAreKnown()
{
    for (const char *name : {"identity", "relu", "leaky_relu", "prelu", "relu6", "hardtanh", "softshrink"})
        QVERIFY2(isPiecewiseLinear(*findActivation(name)), name);
    for (const char *name :
         {"gelu", "hardswish", "hardshrink", "threshold", "squared_relu", "softsign", "sine"}) // of straight pieces some, but they jump
        QVERIFY2(!isPiecewiseLinear(*findActivation(name)), name);
}

void TestPiecewiseLinear::formulasAreNot()
{
    QVERIFY(!isPiecewiseLinear(*findActivation("formula:relu(x)"))); // its parameters may make it anything
}

QTEST_GUILESS_MAIN(TestPiecewiseLinear)
#include "tst_piecewise_linear.moc"
