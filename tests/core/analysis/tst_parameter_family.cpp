// Families of parameter values, and what is drawn at random.
#include "core/activations/activation_catalog.h"
#include "core/analysis/parameter_family.h"

#include <QTest>

#include <algorithm>

using namespace actiscope;

class TestParameterFamily : public QObject {
    Q_OBJECT

private slots:
    void startsWithTheValuesOfTheLesson();
    void everyStartLiesInTheRangeAndAscends();
    void drawnSlopesLieInTheBandAndFillIt();
    void sameSeedDrawsTheSame();
};

void TestParameterFamily::startsWithTheValuesOfTheLesson()
{
    QCOMPARE(startingFamily(findActivation("prelu")->parameters.front()), (std::vector<double>{0.1, 0.5, 1.0}));
    QCOMPARE(startingFamily({"k", "k", 20, 10, 30, false}), (std::vector<double>{12, 20, 28}));
}

void TestParameterFamily::everyStartLiesInTheRangeAndAscends()
{
    for (const Activation &activation : activations()) {
        for (const ActivationParameter &parameter : activation.parameters) {
            const std::vector<double> values = startingFamily(parameter);
            QVERIFY(values.size() > 1 && values.size() <= maxFamilySize);
            QVERIFY(std::ranges::is_sorted(values));
            QVERIFY(values.front() >= parameter.minimum && values.back() <= parameter.maximum);
        }
    }
}

void TestParameterFamily::drawnSlopesLieInTheBandAndFillIt()
{
    for (const Activation &activation : activations()) {
        if (!activation.drawsWhileTraining())
            continue;
        const std::vector<double> ends{0.2, 0.6};
        QCOMPARE(drawnParameters(activation, ends, 0), (std::vector<double>{0.2, 0.2}));
        QCOMPARE(drawnParameters(activation, ends, 1), (std::vector<double>{0.6, 0.6}));
        std::vector<double> slopes;
        for (const std::vector<double> &drawn : randomParameters(activation, ends, 200, 7)) {
            QCOMPARE(drawn.front(), drawn.back());
            slopes.push_back(drawn.front());
        }
        const auto [least, greatest] = std::ranges::minmax(slopes);
        // The chance that 200 uniform draws leave a tenth at an end empty is 1e-9.
        QVERIFY(least >= 0.2 && least < 0.24);
        QVERIFY(greatest <= 0.6 && greatest > 0.56);
    }
}

void TestParameterFamily::sameSeedDrawsTheSame()
{
    const Activation &rrelu = *findActivation("rrelu");
    const auto ends = rrelu.defaultParameters();
    QCOMPARE(randomParameters(rrelu, ends, 5, 1), randomParameters(rrelu, ends, 5, 1));
    QVERIFY(randomParameters(rrelu, ends, 5, 1) != randomParameters(rrelu, ends, 5, 2));
}

QTEST_APPLESS_MAIN(TestParameterFamily)
#include "tst_parameter_family.moc"
