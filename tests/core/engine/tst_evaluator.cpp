// Moments and who looks at them: predictions and figures at given parameters are those of a backend that stands there, while it goes on.
#include "core/engine/eigen_backend.h"
#include "tests/support/evaluator_cases.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

class TestEvaluator : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheBackendSaidThere_data();
    void saysWhatTheBackendSaidThere();
    void looksWhileAnotherThreadTrains();
    void aMomentIsAsWideAsItsBackend();
    void momentsThatAreZeroTakeNoRoom();
    void smallSquaresAreTheSameInEitherUnit();
};

void TestEvaluator::saysWhatTheBackendSaidThere_data()
{
    addEvaluatorCases();
}

void TestEvaluator::saysWhatTheBackendSaidThere()
{
    QFETCH(std::size_t, batchSize);
    const Cohort cohort = cohortToInterrupt(batchSize);
    for (const Precision precision : {Precision::Double, Precision::Float}) {
        QVERIFY(looksAsItsBackend(*makeEigenBackend(precision), cohort));
        const auto backend = makeEigenBackend(precision);
        backend->load(cohort);
        backend->advance(epochsBefore);
        const TrainingState moment = backend->state();
        const auto figures = backend->evaluate();
        const auto own = makeEigenEvaluator(cohort, precision); // made without the backend
        for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m)
            QVERIFY(own->evaluate(moment, m) == figures[m]);
    }
}

void TestEvaluator::looksWhileAnotherThreadTrains()
{
    QVERIFY(looksBesideTraining(*makeEigenBackend(), cohortToInterrupt(16)));
}

void TestEvaluator::aMomentIsAsWideAsItsBackend()
{
    const Cohort cohort = cohortToInterrupt(0);
    const std::size_t parameters = ModelState::countOf(cohort.shape);
    QCOMPARE(parameters, std::size_t{(2 + 1) * 9 + (9 + 1) * 5 + (5 + 1) * 2});
    for (const auto &[precision, bytes] : {std::pair{Precision::Double, sizeof(double)}, {Precision::Float, sizeof(float)}}) {
        const auto backend = makeEigenBackend(precision);
        backend->load(cohort);
        backend->advance(2);
        const ModelState adam = backend->state().models[3 * 4]; // optimizerChoices() in threes, Adam among them
        QVERIFY(adam.numbers.bytes() <= 3 * parameters * bytes);
        QVERIFY(adam.bytes() < 3 * parameters * bytes + 1500);
        QVERIFY(backend->parameters(12) == adam.parameters());
    }
}

void TestEvaluator::momentsThatAreZeroTakeNoRoom()
{
    Cohort cohort = cohortToInterrupt(0);
    for (ModelSetup &model : cohort.models)
        model.optimizer = {.method = OptimizerMethod::Sgd, .learningRate = 0.1};
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(3);
    const TrainingState state = backend->state();
    QCOMPARE(state.models[0].numbers.size(), ModelState::countOf(cohort.shape));
    QVERIFY(!state.models[0].begin(StatePart::FirstMoment));
    const ModelParameters none = state.models[0].secondMoment();
    QVERIFY(none.layers[1].weight == std::vector<double>(45, 0.0) && none.layers[2].bias.size() == 2);
    cohort.models.front().optimizer = {};
    backend->load(cohort);
    backend->advance(3); // Adam has some, which must go
    backend->restore(state);
    QVERIFY(backend->state().models[0] == state.models[0]);
}

void TestEvaluator::smallSquaresAreTheSameInEitherUnit()
{
    for (const double square : {0.0, 1e-300, 1e-44, 1e-38, 1e-20, 1e-18, 1e-10, 1.0, 1e30, std::numeric_limits<double>::infinity()}) {
        const double kept = keptSquare(square);
        QVERIFY((kept < 0) == (square > 0 && square < 0x1p-60));
        QCOMPARE(squareOfKept(kept), square);
        const double found = squareOfKept(static_cast<double>(static_cast<float>(keptSquare(1.0000001e-42))));
        QVERIFY(std::abs(found / 1.0000001e-42 - 1) < 1e-7);
    }
}

QTEST_GUILESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
