// An epoch that takes long is left for what hands want, on Eigen, and nothing of the run is another for it.
#include "core/engine/eigen_backend.h"
#include "tests/support/left_epoch.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestSessionLeaving : public QObject {
    Q_OBJECT

private slots:
    void answersInTheMiddleOfAnEpoch();
    void closesInTheMiddleOfAnEpoch();
    void closesInTheFirstEpochAfterShortOnes();
    void leavesAPictureForAnotherRun();
    void stepsAreNotLeftForOneAnother();
    void aRunWithConditionsGoesBackToo();
};

void TestSessionLeaving::answersInTheMiddleOfAnEpoch()
{
    const QString wrong = firstOfDisturbed([] { return makeEigenBackend(); });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestSessionLeaving::closesInTheMiddleOfAnEpoch()
{
    const qint64 took = closingTook([] { return makeEigenBackend(); });
    QVERIFY2(took <= soon, qPrintable(QString::number(took)));
}

/** What short epochs took says nothing about those of the next experiment. */
void TestSessionLeaving::closesInTheFirstEpochAfterShortOnes()
{
    const BackendFactory factory = [] { return makeEigenBackend(); };
    const Experiment experiment = longEpochs(factory);
    qint64 least = patience;
    for (int time = 0; time < 3; ++time) {
        auto session = std::make_unique<TrainingSession>(factory);
        session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 11, .height = 7});
        session->setExperiment(smallExperiment(20));
        session->play();
        QVERIFY(awaited(*session, [](const Snapshot &each) { return each.state == RunState::Finished; }).first);
        session->setExperiment(experiment);
        QVERIFY(awaited(*session, [&](const Snapshot &each) { return each.state == RunState::Ready && each.experiment == experiment; }).first);
        session->play();
        QTest::qSleep(static_cast<int>(soon));
        QElapsedTimer timer;
        timer.start();
        session.reset();
        least = std::min(least, timer.elapsed());
    }
    QVERIFY2(least <= soon, qPrintable(QString::number(least)));
}

/** The first picture of a run, of fine planes: another one is wanted while it is computed. */
void TestSessionLeaving::leavesAPictureForAnotherRun()
{
    constexpr GridSpec coarse{.width = 11, .height = 7}, fine{.width = 2000, .height = 1500}; // three million points
    qint64 least = patience;
    for (int time = 0; time < 3; ++time) {
        TrainingSession session([] { return makeEigenBackend(); });
        session.setGrid(coarse, fine);
        session.setExperiment(batchesOf(1000));
        QVERIFY(awaited(session, [](const Snapshot &each) { return each.state == RunState::Preparing; }).first);
        QTest::qSleep(static_cast<int>(soon));
        session.setGrid(coarse, coarse);
        session.setExperiment(smallExperiment());
        const auto [other, took] = awaited(session, [](const Snapshot &each) { return each.state == RunState::Ready; });
        QVERIFY(other && other->experiment == smallExperiment());
        least = std::min(least, took);
    }
    QVERIFY2(least <= soon, qPrintable(QString::number(least)));
}

void TestSessionLeaving::stepsAreNotLeftForOneAnother()
{
    TrainingSession session([] { return makeEigenBackend(); });
    session.setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 21, .height = 13});
    session.setExperiment(smallExperiment());
    for (int step = 0; step < 4; ++step)
        session.step();
    session.pause();
    const auto snapshot = awaited(session, [&session](const Snapshot &each) { return each.command == session.lastCommand(); }).first;
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, std::int64_t{4});
}

/** Of epochs that are looked through for what ends the run, none is looked through twice or never. */
void TestSessionLeaving::aRunWithConditionsGoesBackToo()
{
    Experiment experiment = smallExperiment(60);
    experiment.batchSize = 8;
    experiment.stop.trainingLoss = 0.25;
    const auto eigen = makeEigenBackend();
    Comparison undisturbed(1, experiment, *eigen);
    undisturbed.advance(60);
    QVERIFY(undisturbed.ended() == StopReason::TrainingLoss && undisturbed.epoch() < 60);
    for (int leftAt = 1; leftAt < 3000; leftAt = leftAt * 3 / 2 + 1) {
        const auto backend = makeEigenBackend();
        Comparison run(1, experiment, *backend);
        int left = leftAt;
        backend->leaveWhen([&left] { return --left == 0; });
        while (!run.isFinished()) {
            try {
                run.advance(7);
            } catch (const Interrupted &) {
                QCOMPARE(run.epoch() % 7, 0);
            }
        }
        backend->leaveWhen({});
        QVERIFY(run.ended() == undisturbed.ended());
        QCOMPARE(run.epoch(), undisturbed.epoch());
        QVERIFY(run.keyframe().moment->models == undisturbed.keyframe().moment->models);
    }
}

QTEST_GUILESS_MAIN(TestSessionLeaving)
#include "tst_session_leaving.moc"
