// Formulas as activations of the program: found again by their text, and the same for the same formula.
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/activations/custom_activations.h"
#include "core/activations/formula.h"
#include "core/base/errors.h"

#include <QTest>

#include <string>
#include <thread>
#include <vector>

using namespace actiscope;

class TestCustomActivations : public QObject {
    Q_OBJECT

private slots:
    void specRoundTripsThroughItsText();
    void sameFormulaIsTheSameActivation();
    void newPropertiesTakeTheOldOnesPlace();
    void sameFormulaGivesTheSameSourceInManyThreads();
};

void TestCustomActivations::specRoundTripsThroughItsText()
{
    for (const char *text : {"formula:x*sigmoid(b*x),b=1", "formula:max(a*x, x)", "formula:max( x , a*x+b ),b=-2.5,a=0.1",
                             "formula:x < 0 ? α*x : x,α=0.3", "formula:tanh(x)"}) {
        const ActivationSpec spec = parseActivationSpec(text);
        QCOMPARE(spec.text, std::string(text));
        QCOMPARE(parseActivationSpec(spec.text), spec);
        const ActivationSpec canonical = makeSpec(*spec.activation, spec.parameters);
        QCOMPARE(parseActivationSpec(canonical.text), canonical);
        QCOMPARE(canonical.activation, spec.activation);
        QCOMPARE(canonical.parameters, spec.parameters);
        QCOMPARE(findActivation(spec.activation->id), spec.activation);
    }
    QCOMPARE(parseActivationSpec("formula:max(x, a*x+b),b=-2.5,a=0.1").parameters, (std::vector<double>{0.1, -2.5}));
    QCOMPARE(makeSpec(*findActivation("formula:x*b"), {0.5}).text, std::string("formula:x*b,b=0.5"));
}

void TestCustomActivations::sameFormulaIsTheSameActivation()
{
    const Activation *first = parseActivationSpec("formula:x*a + 1,a=2").activation;
    QCOMPARE(parseActivationSpec("formula: x * a+1").activation, first);
    QCOMPARE(parseActivationSpec("formula:x·α + 1,α=3").activation, first);
    QVERIFY(parseActivationSpec("formula:x*b + 1").activation != first);
    QVERIFY(!findActivation("formula:x*"));
    QVERIFY(!findActivation("formula"));
}

void TestCustomActivations::newPropertiesTakeTheOldOnesPlace()
{
    const Activation *plain = customActivation("x*a*17");
    QCOMPARE(plain->name, std::string("x*a*17"));
    const Activation *named = addCustomActivation("x * a * 17", {.name = "Seventeen", .defaults = {0.5}});
    QVERIFY(named != plain);
    QCOMPARE(named->id, plain->id);
    QCOMPARE(plain->name, std::string("x*a*17")); // a run may still hold it
    QCOMPARE(findActivation(plain->id), named);
    QCOMPARE(parseActivationSpec("formula:x*a*17").parameters, (std::vector<double>{0.5}));
    QCOMPARE(addCustomActivation("x * a * 17", {.name = "Seventeen", .defaults = {0.5}}), named);
    QCOMPARE(std::ranges::count(customActivations(), named->id, &Activation::id), std::ptrdiff_t{1});
    removeCustomActivation(*named);
    QCOMPARE(std::ranges::count(customActivations(), named->id, &Activation::id), std::ptrdiff_t{0});
    QCOMPARE(findActivation(plain->id), named); // a saved experiment may name it
}

void TestCustomActivations::sameFormulaGivesTheSameSourceInManyThreads()
{
    std::vector<std::string> derivatives(8);
    {
        std::vector<std::jthread> threads;
        for (std::string &derivative : derivatives)
            threads.emplace_back([&derivative] {
                for (int i = 0; i < 5; ++i)
                    derivative = makeFormulaActivation("x*sin(a*x)*exp(b*x) + tanh(x)/(1 + x^2) + " + std::to_string(i)).source.derivative;
            });
    }
    for (const std::string &derivative : derivatives)
        QCOMPARE(derivative, derivatives.front());
    QVERIFY(!derivatives.front().empty());
}

QTEST_GUILESS_MAIN(TestCustomActivations)
#include "tst_custom_activations.moc"
