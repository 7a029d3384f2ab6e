// Training goes on from a state as if it had never stopped, on the same backend to the last bit.
#include "core/engine/eigen_backend.h"
#include "tests/support/interrupted_run.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestResume : public QObject {
    Q_OBJECT

private slots:
    void aRestoredRunGoesOnToTheLastBit_data();
    void aRestoredRunGoesOnToTheLastBit();
    void aStateTellsWhoDivergedAndWhen();
    void epochsThatAreLeftNeverWere_data();
    void epochsThatAreLeftNeverWere();
};

void TestResume::aRestoredRunGoesOnToTheLastBit_data()
{
    QTest::addColumn<std::size_t>("batchSize");
    QTest::newRow("full batch") << std::size_t{0};
    QTest::newRow("batches of 16 and a rest") << std::size_t{16};
}

void TestResume::aRestoredRunGoesOnToTheLastBit()
{
    QFETCH(std::size_t, batchSize);
    const Cohort cohort = cohortToInterrupt(batchSize);
    for (const Precision precision : {Precision::Double, Precision::Float}) {
        const SecondPart expected = uninterrupted(*makeEigenBackend(precision), cohort);
        const SecondPart found = handedOver(*makeEigenBackend(precision), *makeEigenBackend(precision), cohort);
        QCOMPARE(found.state.epoch, std::int64_t{epochsBefore + epochsAfter});
        QVERIFY(found.evaluation.size() == cohort.models.size());
        for (std::size_t m = 0; m < cohort.models.size(); ++m) {
            QVERIFY2(found.reports[m].rows == expected.reports[m].rows, cohort.models[m].activations[0].text.c_str());
            QVERIFY(found.state.models[m] == expected.state.models[m] || m + 1 == cohort.models.size());
            QVERIFY(found.state.models[m].lastAlive == expected.state.models[m].lastAlive);
        }
    }
}

void TestResume::aStateTellsWhoDivergedAndWhen()
{
    const Cohort cohort = cohortToInterrupt(0);
    const SecondPart part = handedOver(*makeEigenBackend(), *makeEigenBackend(), cohort);
    QVERIFY(part.state.models.back().divergedAt.has_value());
    QVERIFY(*part.state.models.back().divergedAt < epochsBefore);
    QVERIFY(part.reports.back().rows.empty());
    QVERIFY(!part.state.models.front().divergedAt);
}

void TestResume::epochsThatAreLeftNeverWere_data()
{
    aRestoredRunGoesOnToTheLastBit_data();
}

/** Wherever in them that is: in the middle of a batch, between two, in the second model. */
void TestResume::epochsThatAreLeftNeverWere()
{
    QFETCH(std::size_t, batchSize);
    const Cohort cohort = cohortToInterrupt(batchSize);
    for (const Precision precision : {Precision::Double, Precision::Float}) {
        const SecondPart expected = uninterrupted(*makeEigenBackend(precision), cohort);
        const auto backend = makeEigenBackend(precision);
        backend->load(cohort);
        backend->advance(epochsBefore);
        int asked = 0;
        backend->leaveWhen([&asked] {
            ++asked;
            return false;
        });
        const TrainingState before = backend->state();
        backend->advance(epochsAfter);
        const int questions = asked;
        QVERIFY(questions > 5 * epochsAfter);
        for (int leftAt = 1; leftAt <= questions; leftAt += 1 + questions / 17) {
            backend->restore(before);
            int left = leftAt;
            backend->leaveWhen([&left] { return --left == 0; });
            QVERIFY_THROWS_EXCEPTION(Interrupted, backend->advance(epochsAfter));
            QCOMPARE(backend->state().epoch, before.epoch);
            backend->leaveWhen({});
            const std::vector<ModelReport> reports = backend->advance(epochsAfter);
            for (std::size_t m = 0; m < cohort.models.size(); ++m) {
                QVERIFY2(reports[m].rows == expected.reports[m].rows, cohort.models[m].activations[0].text.c_str());
                QVERIFY(backend->lastAlive(m) == expected.state.models[m].lastAlive);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
