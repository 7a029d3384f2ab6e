// A launch that takes long is left for what hands want, where the device is the processor, and nothing of the run is another for it.
#include "tests/gpu/mapped_backend.h"
#include "tests/support/interrupted_run.h"
#include "tests/support/left_epoch.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClLeaving : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void epochsThatAreLeftNeverWere_data();
    void epochsThatAreLeftNeverWere();
    void evaluationsThatAreLeftChangeNothing();
    void answersInTheMiddleOfAnEpoch();
    void closesInTheMiddleOfAnEpoch();
};

void TestOpenClLeaving::initTestCase()
{
    if (openClDevices().empty())
        QSKIP("no OpenCL device on this machine");
}

void TestOpenClLeaving::epochsThatAreLeftNeverWere_data()
{
    QTest::addColumn<std::size_t>("batchSize");
    QTest::addColumn<Divided>("divided");
    QTest::newRow("full batch") << std::size_t{0} << Divided::Nothing;
    QTest::newRow("batches") << std::size_t{16} << Divided::Nothing;
    for (const auto &[name, divided] : everythingDivided()) {
        QTest::addRow("full batch, %s are divided", name) << std::size_t{0} << divided;
        QTest::addRow("batches, %s are divided", name) << std::size_t{16} << divided;
    }
}

/** More epochs than anybody waits for, left after some milliseconds, where the device can be told; several times. */
void TestOpenClLeaving::epochsThatAreLeftNeverWere()
{
    QFETCH(std::size_t, batchSize);
    QFETCH(Divided, divided);
    const bool isTold = mappingUnderTest == KernelMapping::Vectors;
    const Cohort cohort = cohortToInterrupt(batchSize);
    const SecondPart expected = uninterrupted(*mappedBackend(divided), cohort);
    const auto backend = mappedBackend(divided);
    backend->load(cohort);
    backend->advance(epochsBefore);
    const TrainingState before = backend->state();
    for (const int after : {0, 3, 20, 60}) {
        QElapsedTimer timer;
        timer.start();
        backend->leaveWhen([&] { return !isTold || timer.elapsed() >= after; });
        QVERIFY_THROWS_EXCEPTION(Interrupted, backend->advance(isTold ? 50'000 : 3));
        QVERIFY2(timer.elapsed() < after + patience / 10, qPrintable(QString::number(timer.elapsed())));
        backend->leaveWhen({});
        const TrainingState now = backend->state();
        QVERIFY(now.epoch == before.epoch);
        for (std::size_t m = 0; m < cohort.models.size(); ++m) // the last one has no numbers any more that equal anything
            QVERIFY(now.models[m] == before.models[m] || m + 1 == cohort.models.size());
    }
    const SecondPart found = finish(*backend);
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        QVERIFY2(found.reports[m].rows == expected.reports[m].rows, cohort.models[m].activations[0].text.c_str());
        QVERIFY(found.state.models[m] == expected.state.models[m] || m + 1 == cohort.models.size());
        QVERIFY(found.state.models[m].lastAlive == expected.state.models[m].lastAlive);
    }
}

/** And of the test set alone they say the same as of both. */
void TestOpenClLeaving::evaluationsThatAreLeftChangeNothing()
{
    for (const Divided divided : {Divided::Nothing, Divided::Batches, Divided::Units}) {
        for (const std::size_t batchSize : {std::size_t{0}, std::size_t{16}}) {
            const Cohort cohort = cohortToInterrupt(batchSize);
            const auto backend = mappedBackend(divided);
            backend->load(cohort);
            backend->advance(3);
            const std::vector<EpochFigures> both = backend->evaluate(MeasuredSets::Both), test = backend->evaluate(MeasuredSets::Test);
            const TrainingState before = backend->state();
            backend->leaveWhen([] { return true; });
            try {
                backend->evaluate(MeasuredSets::Both); // may be done before anybody asks
            } catch (const Interrupted &) {
            }
            backend->leaveWhen({});
            const std::vector<EpochFigures> again = backend->evaluate(MeasuredSets::Both);
            for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m) {
                QVERIFY(both[m] == again[m] && before.models[m] == backend->state().models[m]);
                QVERIFY(test[m].testLoss == both[m].testLoss && test[m].testAccuracy == both[m].testAccuracy);
                QVERIFY(std::isnan(test[m].trainLoss) && std::isnan(test[m].trainAccuracy));
            }
        }
    }
}

void TestOpenClLeaving::answersInTheMiddleOfAnEpoch()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        QSKIP("an accelerator is told nothing during a launch");
    const QString wrong = firstOfDisturbed([] { return mappedBackend(); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestOpenClLeaving::closesInTheMiddleOfAnEpoch()
{
    if (mappingUnderTest == KernelMapping::Lanes)
        QSKIP("an accelerator is told nothing during a launch");
    const qint64 took = closingTook([] { return mappedBackend(); });
    QVERIFY2(took <= soon, qPrintable(QString::number(took)));
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClLeaving)
#include "tst_opencl_leaving.moc"
