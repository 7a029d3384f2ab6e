// A run that OpenCL began goes on from its state: on OpenCL to the last bit, on Eigen (when a device has failed) within the tolerance
// between the two, and the other way round.
#include "core/engine/eigen_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/compare_figures.h"
#include "tests/support/interrupted_run.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClResume : public QObject {
    Q_OBJECT

private slots:
    void goesOnOnOpenClToTheLastBit_data();
    void goesOnOnOpenClToTheLastBit();
    void goesOnOnAnotherBackend_data();
    void goesOnOnAnotherBackend();
};

namespace {

void addCases()
{
    QTest::addColumn<std::size_t>("batchSize");
    QTest::addColumn<Divided>("divided");
    QTest::newRow("full batch") << std::size_t{0} << Divided::Nothing;
    QTest::newRow("batches of 16 and a rest") << std::size_t{16} << Divided::Nothing;
    QTest::newRow("full batch, divided") << std::size_t{0} << Divided::Batches;
    QTest::newRow("batches of 16 and a rest, units are divided") << std::size_t{16} << Divided::Units;
}

} // namespace

void TestOpenClResume::goesOnOnOpenClToTheLastBit_data()
{
    addCases();
}

void TestOpenClResume::goesOnOnOpenClToTheLastBit()
{
    QFETCH(std::size_t, batchSize);
    QFETCH(Divided, divided);
    const Cohort cohort = cohortToInterrupt(batchSize);
    const auto backend = mappedBackend(divided);
    const SecondPart expected = uninterrupted(*backend, cohort);
    const SecondPart found = handedOver(*backend, *mappedBackend(divided), cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        QVERIFY2(found.reports[m].rows == expected.reports[m].rows, cohort.models[m].activations[0].text.c_str());
        QVERIFY(found.state.models[m] == expected.state.models[m] || m + 1 == cohort.models.size());
        QVERIFY(found.state.models[m].lastAlive == expected.state.models[m].lastAlive);
        QVERIFY(found.state.models[m].divergedAt == expected.state.models[m].divergedAt);
    }
}

void TestOpenClResume::goesOnOnAnotherBackend_data()
{
    addCases();
}

void TestOpenClResume::goesOnOnAnotherBackend()
{
    QFETCH(std::size_t, batchSize);
    QFETCH(Divided, divided);
    const Cohort cohort = cohortToInterrupt(batchSize);
    const auto eigen = makeEigenBackend();
    const auto device = mappedBackend(divided);
    const SecondPart expected = uninterrupted(*eigen, cohort);
    for (const SecondPart &found : {handedOver(*device, *eigen, cohort), handedOver(*eigen, *device, cohort)}) {
        for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m) {
            const std::vector<EpochFigures> &rows = found.reports[m].rows;
            QCOMPARE(rows.size(), std::size_t{epochsAfter});
            for (std::size_t e = 0; e < rows.size(); ++e) {
                const EpochFigures &reference = expected.reports[m].rows[e];
                const double difference =
                    std::max(distance(rows[e].trainLoss, reference.trainLoss), distance(rows[e].testLoss, reference.testLoss));
                QVERIFY2(difference < 1e-5,
                         qPrintable(QStringLiteral("%1, %2: %3").arg(cohort.models[m].activations[0].text.c_str()).arg(m).arg(difference)));
            }
        }
        QVERIFY(found.state.models.back().divergedAt && found.reports.back().rows.empty());
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClResume)
#include "tst_opencl_resume.moc"
