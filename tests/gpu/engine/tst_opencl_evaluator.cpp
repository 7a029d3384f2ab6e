// The evaluator of an OpenCL backend: to the last bit what the backend says, and beside its training.
#include "core/engine/eigen_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/answers.h"
#include "tests/support/contour_cases.h"
#include "tests/support/evaluator_cases.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClEvaluator : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheBackendSaidThere_data();
    void saysWhatTheBackendSaidThere();
    void looksWhileTheBackendTrains();
    void outlivesTheBackendAndItsCohort();
    void looksAtMomentsOfEigen();
    void contoursAreWhereOutputsAreEqual_data() { addContourCases(); }
    void contoursAreWhereOutputsAreEqual();
};

void TestOpenClEvaluator::contoursAreWhereOutputsAreEqual()
{
    QFETCH(int, outputs);
    QFETCH(int, loss);
    const QString fault = contourFault(*mappedBackend(), sureCohort(outputs, Loss(loss)));
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TestOpenClEvaluator::saysWhatTheBackendSaidThere_data()
{
    addEvaluatorCases();
}

void TestOpenClEvaluator::saysWhatTheBackendSaidThere()
{
    QFETCH(std::size_t, batchSize);
    const Cohort cohort = cohortToInterrupt(batchSize);
    QVERIFY(looksAsItsBackend(*mappedBackend(Divided::Nothing), cohort));
    for (const auto &[name, divided] : everythingDivided())
        QVERIFY2(looksAsItsBackend(*mappedBackend(divided), cohort), name);
}

void TestOpenClEvaluator::looksWhileTheBackendTrains()
{
    QVERIFY(looksBesideTraining(*mappedBackend(), cohortToInterrupt(16)));
}

void TestOpenClEvaluator::outlivesTheBackendAndItsCohort()
{
    const Cohort cohort = cohortToInterrupt(0);
    auto backend = mappedBackend();
    backend->load(cohort);
    backend->advance(epochsBefore);
    const TrainingState moment = backend->state();
    const std::vector<float> points = pointsToPredict(40), expected = backend->predict(2, points);
    const auto evaluator = backend->evaluator();
    backend.reset();
    QVERIFY(evaluator->predict(moment, 2, points) == expected);
}

void TestOpenClEvaluator::looksAtMomentsOfEigen()
{
    const Cohort cohort = cohortToInterrupt(0);
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    eigen->advance(epochsBefore);
    const TrainingState moment = eigen->state();
    const auto backend = mappedBackend();
    backend->load(cohort);
    const auto evaluator = backend->evaluator();
    const std::vector<float> points = pointsToPredict(200);
    for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m) {
        std::vector<float> there = answersAt(*eigen, cohort, m, points), here = evaluator->predict(moment, m, points);
        answerOf(cohort.loss, cohort.shape.outputs, here);
        for (std::size_t i = 0; i < here.size(); ++i)
            QVERIFY(std::abs(there[i] - here[i]) < 1e-5f);
        QVERIFY(std::abs(evaluator->evaluate(moment, m).trainLoss - eigen->evaluate()[m].trainLoss) < 1e-5);
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClEvaluator)
#include "tst_opencl_evaluator.moc"
