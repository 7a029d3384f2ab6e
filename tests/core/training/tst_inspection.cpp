// What evidence asks of a model at a moment: on which points it errs, and the sum of a unit with its numbers.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "core/training/inspection.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace actiscope;
using namespace actiscope::test;

class TestInspection : public QObject {
    Q_OBJECT

private slots:
    void anErrorIsAnotherClassThanTheLabel_data();
    void anErrorIsAnotherClassThanTheLabel();
    void mistakesAreAsManyAsTheAccuracySays_data();
    void mistakesAreAsManyAsTheAccuracySays();
    void aSumHasTheNumbersOfItsUnit();
    void sumsAreThoseOfTheMaps();
    void whatIsNotThereIsNotAnswered();

private:
    struct Run {
        explicit Run(const Experiment &experiment, int epochs)
            : backend(makeEigenBackend(Precision::Double)), comparison(1, experiment, *backend), evaluator(backend->evaluator())
        {
            comparison.advance(epochs);
            snapshot = comparison.snapshot(std::nullopt);
            snapshot.evaluator = evaluator;
        }
        std::unique_ptr<Backend> backend;
        Comparison comparison;
        std::shared_ptr<Evaluator> evaluator;
        Snapshot snapshot;
    };
};

void TestInspection::anErrorIsAnotherClassThanTheLabel_data()
{
    QTest::addColumn<int>("outputs");
    QTest::addColumn<std::vector<float>>("said"); // output after output
    QTest::addColumn<std::vector<bool>>("mistakes"); // of points of the classes 0, 1, 1
    QTest::newRow("one output, above the middle") << 1 << std::vector<float>{0.4f, 0.6f, 0.5f} << std::vector<bool>{false, false, true};
    QTest::newRow("the first of equal ones, as torch.argmax") << 2 << std::vector<float>{0.5f, 0.5f, 0.2f, 0.5f, 0.5f, 0.8f}
                                                             << std::vector<bool>{false, true, false};
    QTest::newRow("three outputs") << 3 << std::vector<float>{0, 0, 0, 1, 1, 0, 2, 0, 9} << std::vector<bool>{true, false, true};
}

void TestInspection::anErrorIsAnotherClassThanTheLabel()
{
    QFETCH(int, outputs);
    QFETCH(std::vector<float>, said);
    QFETCH(std::vector<bool>, mistakes);
    QCOMPARE(mistakesOf({.coordinates = {0, 0, 1, 0, 2, 0}, .labels = {0, 1, 1}}, said, outputs), mistakes);
}

void TestInspection::mistakesAreAsManyAsTheAccuracySays_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<bool>("hasFeatures");
    QTest::newRow("moons") << "moons" << Loss::CrossEntropy << false;
    QTest::newRow("squares") << "moons" << Loss::MeanSquaredError << false;
    QTest::newRow("features") << "circles" << Loss::CrossEntropy << true;
    QTest::newRow("blobs") << "blobs" << Loss::CrossEntropy << false;
}

void TestInspection::mistakesAreAsManyAsTheAccuracySays()
{
    QFETCH(QString, kind);
    QFETCH(Loss, loss);
    QFETCH(bool, hasFeatures);
    Experiment experiment = smallExperiment();
    generated(experiment.data).kind = kind.toStdString();
    generated(experiment.data).samples = 200;
    generated(experiment.data).noise = 0.4;
    experiment.loss = loss;
    if (hasFeatures)
        experiment.preparation.features = {"x1*x2"};
    const Run run(experiment, 5);
    const Dataset &data = *run.snapshot.data;
    for (const std::size_t model : {0u, 1u}) {
        const std::vector<bool> mistakes = inspect(run.snapshot, model, {.wantsMistakes = true}).mistakes;
        QCOMPARE(mistakes.size(), data.all.count());
        const auto share = [&](const std::vector<std::size_t> &indices) {
            return 1 - double(std::ranges::count_if(indices, [&](std::size_t i) { return mistakes[i]; })) / double(indices.size());
        };
        QVERIFY(std::abs(share(data.testIndices) - run.snapshot.models[model].current.testAccuracy) < 1e-12);
        QVERIFY(std::abs(share(data.trainIndices) - run.snapshot.models[model].current.trainAccuracy) < 1e-12);
        QVERIFY(share(data.trainIndices) < 1); // there is something to find
    }
}

/** Of a network whose numbers are all set by hand: ReLU and Leaky ReLU with α 0.01, z of layer 1 is 2x₁ − 3x₂ + 0.5 and so on. */
void TestInspection::aSumHasTheNumbersOfItsUnit()
{
    Experiment experiment = smallExperiment();
    experiment.data = GivenPoints{std::make_shared<const LabelledPoints>(LabelledPoints{.coordinates = {1, 2, -1, 0.5, 3, 3}, .labels = {0, 1, 1}})};
    experiment.split.testFraction = 0.34;
    experiment.hidden = {2, 1};
    Cohort cohort = makeCohort(experiment);
    TrainingState state;
    for (std::size_t model = 0; model < 2; ++model) {
        const std::vector<double> numbers{2, -3, 0.5, 1, /* biases */ 0.5, -4, /* layer 2 */ 10, -20, 1, /* output */ 1, -1, 0, 0};
        state.models.push_back({.shape = cohort.shape, .numbers = FlatNumbers(numbers)});
        for (std::size_t layer = 0; layer < 2; ++layer)
            state.models.back().activation.push_back(experiment.models[model].activation().parameters);
    }
    // Point 0 is (1, 2): z₁ = 2 − 6 + 0.5 = −3.5 and 0.5 + 2 − 4 = −1.5.
    const UnitSum first = unitSum(cohort, state, 1, {0, 0}, 0);
    QCOMPARE(first.products, (std::vector<double>{2, -6}));
    QCOMPARE(first.bias, 0.5);
    QCOMPARE(first.z, -3.5);
    QCOMPARE(first.value, -0.035);
    QCOMPARE(first.slope, 0.01);
    const UnitSum second = unitSum(cohort, state, 1, {1, 0}, 0); // of −0.035 and −0.015
    QVERIFY(std::abs(second.products[0] + 0.35) < 1e-12 && std::abs(second.products[1] - 0.3) < 1e-12);
    QVERIFY(std::abs(second.z - 0.95) < 1e-12 && second.value == second.z && second.slope == 1);
    const UnitSum dead = unitSum(cohort, state, 0, {1, 0}, 0);
    QCOMPARE(dead.products, (std::vector<double>{0, -0.0}));
    QCOMPARE(dead.z, 1.0);
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, unitSum(cohort, state, 0, {1, 1}, 0));
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, unitSum(cohort, state, 0, {0, 0}, 3));
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, unitSum(cohort, state, 2, {0, 0}, 0));
}

void TestInspection::sumsAreThoseOfTheMaps()
{
    Experiment experiment = smallExperiment();
    experiment.hidden = {6, 5};
    const Run run(experiment, 3);
    const LabelledPoints &all = run.snapshot.data->all;
    for (const std::size_t point : {0u, 17u, 59u}) {
        const GridSpec grid{.xMin = all.point(point)[0], .xMax = 5, .yMin = all.point(point)[1], .yMax = 5, .width = 2, .height = 2};
        const Inspection found = inspect(run.snapshot, 1, {.unit = HiddenUnit{1, 3}, .unitGrid = grid, .point = point});
        QVERIFY(found.unitMap && found.unitSum);
        QVERIFY(std::abs(double{found.unitMap->preActivations[0]} - found.unitSum->z) < 1e-5);
        QVERIFY(std::abs(double{found.unitMap->outputs[0]} - found.unitSum->value) < 1e-5);
        const double sum = std::accumulate(found.unitSum->products.begin(), found.unitSum->products.end(), found.unitSum->bias);
        QVERIFY(std::abs(sum - found.unitSum->z) < 1e-12);
        QCOMPARE(found.unitSum->products.size(), std::size_t{6});
    }
}

void TestInspection::whatIsNotThereIsNotAnswered()
{
    const Run run(smallExperiment(), 1);
    const Inspection none = inspect(run.snapshot, 0, {.unit = HiddenUnit{3, 0}, .point = 0});
    QVERIFY(!none.unitSum && !none.unitMap && !none.diagnostics && none.mistakes.empty() && none.error.empty());
    QVERIFY(!inspect(run.snapshot, 7, {.wantsDiagnostics = true}).error.empty());
    QVERIFY(!inspect(Snapshot(), 0, {.wantsDiagnostics = true}).error.empty());
}

QTEST_GUILESS_MAIN(TestInspection)
#include "tst_inspection.moc"
