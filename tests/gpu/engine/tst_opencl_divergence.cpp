// What becomes of a model that diverges, on one work-group or on several: it stops, and those beside it go on to the same bits.
#include "core/engine/eigen_backend.h"
#include "tests/gpu/odd_cohorts.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClDivergence : public QObject {
    Q_OBJECT

private slots:
    void aDivergedModelStopsAlone_data();
    void aDivergedModelStopsAlone();
    void theRestOfABatchDiverges_data();
    void theRestOfABatchDiverges();
    void aDivergedModelIsEvaluatedToo();
};

void TestOpenClDivergence::aDivergedModelStopsAlone_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("full batch") << 0;
    QTest::newRow("batches of 100 and a rest") << 100;
}

void TestOpenClDivergence::aDivergedModelStopsAlone()
{
    QFETCH(int, batchSize);
    Cohort cohort = oddCohort(3, batchSize);
    cohort.models[1].optimizer.learningRate = 1e6;
    const auto eigen = makeEigenBackend();
    const Trained expected = trained(*eigen, cohort);
    auto kinds = everythingDivided();
    kinds.emplace_back("nothing", Divided::Nothing);
    for (const auto &[name, divided] : kinds) {
        const auto backend = mappedBackend(divided);
        const Trained found = trained(*backend, cohort);
        for (std::size_t m = 0; m < cohort.models.size(); ++m) {
            QCOMPARE(found.models[m].divergedAt, expected.models[m].divergedAt);
            QCOMPARE(found.models[m].divergedAt.has_value(), m == 1);
            QCOMPARE(found.rows[m].size(), expected.rows[m].size());
            const EpochFigures &last = found.rows[m].back(), &eigens = expected.rows[m].back();
            QVERIFY(std::abs(last.trainAccuracy - eigens.trainAccuracy) < 0.02 && std::abs(last.testAccuracy - eigens.testAccuracy) < 0.02);
        }
        QVERIFY(hasDiverged(found.rows[1].back().trainLoss, divergedLoss));
        Cohort others = cohort;
        others.models.erase(others.models.begin() + 1);
        const Trained without = trained(*backend, others);
        QVERIFY(isSame(without, 0, found, 0) && isSame(without, 1, found, 2));
    }
}

void TestOpenClDivergence::theRestOfABatchDiverges_data()
{
    QTest::addColumn<std::size_t>("rest");
    QTest::newRow("one tile") << std::size_t{37};
    QTest::newRow("several tiles") << std::size_t{150};
}

/** With an infinite loss: in fewer tiles than a whole batch takes, one or several. */
void TestOpenClDivergence::theRestOfABatchDiverges()
{
    QFETCH(std::size_t, rest);
    Cohort cohort = oddCohort(1, 100, "relu");
    cohort.loss = Loss::MeanSquaredError;
    cohort.batchSize = cohort.data->train.count() - rest;
    cohort.models[0].optimizer = {};
    cohort.models[0].optimizer.method = OptimizerMethod::Sgd;
    cohort.models[0].optimizer.learningRate = 1e9;
    auto kinds = everythingDivided();
    kinds.emplace_back("nothing", Divided::Nothing);
    for (const auto &[name, divided] : kinds) {
        const Trained found = trained(*mappedBackend(divided), cohort);
        QCOMPARE(found.rows[0].size(), std::size_t{1});
        QVERIFY2(std::isinf(found.rows[0][0].trainLoss), name);
    }
}

/** The first launch is for fewer models than a later one. */
void TestOpenClDivergence::aDivergedModelIsEvaluatedToo()
{
    const Cohort cohort = oddCohort(3, 0, "prelu");
    const auto backend = mappedBackend(Divided::Batches), fresh = mappedBackend(Divided::Batches);
    backend->load(cohort);
    backend->advance(2);
    TrainingState state = backend->state();
    state.models[0].divergedAt = 1;
    fresh->load(cohort);
    fresh->restore(state);
    fresh->advance(1);
    const std::vector<EpochFigures> figures = fresh->evaluate();
    backend->restore(state);
    backend->advance(1);
    QVERIFY(figures == backend->evaluate());
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    eigen->restore(fresh->state());
    const std::vector<EpochFigures> expected = eigen->evaluate();
    for (std::size_t m = 0; m < figures.size(); ++m)
        QVERIFY(std::abs(figures[m].trainLoss - expected[m].trainLoss) < 1e-5 && figures[m].trainAccuracy == expected[m].trainAccuracy);
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClDivergence)
#include "tst_opencl_divergence.moc"
