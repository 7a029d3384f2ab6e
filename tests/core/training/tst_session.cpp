// The training session: it streams, obeys, repeats itself, and ends when told.
#include "core/base/errors.h"
#include "core/base/interrupted.h"
#include "core/engine/eigen_backend.h"
#include "tests/core/training/session_fixture.h"
#include "tests/core/training/watched_backend.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace actiscope;
using namespace actiscope::test;

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void init() { m_session = smallSession(); }
    void startsReadyAtEpochZeroWithBoundaries();
    void runsToTheLastEpochAndHasItsRow();
    void keepsAPace();
    void stepTrainsOneEpoch();
    void resetRestoresTheFirstEpochExactly();
    void changedActivationKeepsDataAndWeights();
    void neverWaitsForAReader();
    void raisingTheLastEpochGoesOn();
    void settingsChangeWhileTrainingWithoutAReset();
    void endsWhileTraining();
    void trainingDoesNotWaitForThePlanesOfRest();
    void planesTakeTurnsAtFullSpeed();

private:
    std::unique_ptr<TrainingSession> m_session;
};

void TestSession::startsReadyAtEpochZeroWithBoundaries()
{
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, 0);
    QCOMPARE(snapshot->models.size(), std::size_t{2});
    QCOMPARE(snapshot->models[0].history.size(), std::size_t{1});
    QCOMPARE(snapshot->models[0].boundary->probability.size(), std::size_t{21 * 13});
    QCOMPARE(snapshot->data->train.count(), std::size_t{48});
}

void TestSession::runsToTheLastEpochAndHasItsRow()
{
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(snapshot);
    QCOMPARE(snapshot->epoch, 200);
    QCOMPARE(snapshot->models[1].history.size(), std::size_t{201});
    QVERIFY(snapshot->models[1].history.back() == snapshot->models[1].current);
    QVERIFY(snapshot->models[1].current.trainLoss < snapshot->models[1].history[0].trainLoss);
}

void TestSession::keepsAPace()
{
    m_session->setPace(50);
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Running)));
    QElapsedTimer timer;
    timer.start();
    const auto snapshot = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch >= 25; });
    QVERIFY(snapshot);
    QVERIFY2(timer.elapsed() >= 350, qPrintable(QString::number(timer.elapsed())));
}

void TestSession::stepTrainsOneEpoch()
{
    m_session->step();
    m_session->step();
    const auto snapshot = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch == 2; });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->state, RunState::Paused);
    QTest::qSleep(20);
    const auto later = m_session->takeSnapshot();
    QVERIFY(!later || later->epoch == 2);
}

void TestSession::resetRestoresTheFirstEpochExactly()
{
    const auto before = awaitSnapshot(*m_session, inState(RunState::Ready));
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
    m_session->reset();
    const auto after = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(before && after);
    QVERIFY(after->run > before->run);
    QVERIFY(after->models[0].current == before->models[0].current);
    QCOMPARE(after->models[0].boundary->probability, before->models[0].boundary->probability);
}

void TestSession::changedActivationKeepsDataAndWeights()
{
    const auto before = awaitSnapshot(*m_session, inState(RunState::Ready));
    Experiment experiment = sessionExperiment();
    experiment.models[1].activations.front() = parseActivationSpec("leaky_relu:alpha=1");
    m_session->setExperiment(experiment);
    const auto after = awaitSnapshot(*m_session, [&](const Snapshot &s) { return s.state == RunState::Ready && s.run > before->run; });
    QVERIFY(before && after);
    QVERIFY(after->models[0].current == before->models[0].current);
    QVERIFY(after->models[1].current != before->models[1].current);
    QCOMPARE(after->data->train.coordinates, before->data->train.coordinates);
}

void TestSession::neverWaitsForAReader()
{
    const auto trained = std::make_shared<std::atomic<int>>(0);
    m_session->setBackend([trained] { return std::make_unique<WatchedBackend>([trained](int epochs) { *trained += epochs; }); });
    m_session->play();
    QTRY_COMPARE_WITH_TIMEOUT(trained->load(), sessionExperiment().stop.epochs, patience); // nobody takes a snapshot
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
}

void TestSession::raisingTheLastEpochGoesOn()
{
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
    m_session->apply({0, {}, "epochs", 220.0});
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.state == RunState::Finished && s.epoch == 220; });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->models[0].history.size(), std::size_t{221});
}

void TestSession::settingsChangeWhileTrainingWithoutAReset()
{
    m_session->step();
    const auto before = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch == 1; });
    OptimizerSettings settings = sessionExperiment().models.front().optimizer;
    settings.learningRate = 0.5;
    m_session->apply({0, 1, "activation", "leaky_relu:alpha=0.9"});
    for (std::size_t m = 0; m < 2; ++m)
        m_session->apply({0, m, "learning-rate", settings.learningRate});
    m_session->step();
    const auto after = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch == 2; });
    QVERIFY(before && after && after->run == before->run);
    QCOMPARE(after->experiment.models.front().optimizer.learningRate, 0.5);
    QCOMPARE(after->experiment.models[1].activation().parameters.front(), 0.9);
    const auto backend = makeEigenBackend();
    Cohort cohort = makeCohort(sessionExperiment());
    backend->load(cohort);
    backend->advance(1);
    for (std::size_t m = 0; m < 2; ++m)
        backend->setOptimizer(m, settings);
    backend->setActivationParameters(1, {{0.9}});
    backend->advance(1);
    const auto figures = backend->evaluate();
    QVERIFY(figures[0] == after->models[0].current);
    QVERIFY(figures[1] == after->models[1].current);
}

void TestSession::endsWhileTraining()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch > 0; }));
    QElapsedTimer timer;
    timer.start();
    m_session.reset();
    QVERIFY(timer.elapsed() < patience);
}

/** With a backend whose fine planes take as long as nobody wants to leave them. */
void TestSession::trainingDoesNotWaitForThePlanesOfRest()
{
    constexpr std::size_t finePoints = 41 * 31;
    const auto trained = std::make_shared<std::atomic<int>>(0), begun = std::make_shared<std::atomic<int>>(0);
    const auto isQuick = std::make_shared<std::atomic<bool>>(false);
    const auto picture = [begun, isQuick](std::size_t points, const StopWish &leave) {
        *begun += points == finePoints ? 1 : 0;
        while (points == finePoints && !*isQuick) {
            leaveIfWished(leave);
            std::this_thread::yield();
        }
    };
    const auto hasBegun = [&] {
        m_session->takeSnapshot(); // else there is no other
        return *begun > 0;
    };
    m_session->setPace(1);
    m_session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 41, .height = 31});
    m_session->setBackend([=] { return std::make_unique<WatchedBackend>([trained](int epochs) { *trained += epochs; }, picture); });
    QTRY_VERIFY_WITH_TIMEOUT(hasBegun(), patience);
    m_session->play();
    QTRY_VERIFY_WITH_TIMEOUT(*trained > 0, patience);
    const auto running = awaitSnapshot(*m_session, inState(RunState::Running));
    QVERIFY(running && running->models[0].boundary && running->models[0].boundary->probability.size() == 11 * 7);
    *begun = 0;
    m_session->pause();
    QTRY_VERIFY_WITH_TIMEOUT(hasBegun(), patience);
    m_session->apply({0, 0, "learning-rate", 0.002}); // is no reason to go without
    QTest::qSleep(20);
    QCOMPARE(begun->load(), 1);
    *isQuick = true;
    const auto paused = awaitSnapshot(*m_session, inState(RunState::Paused));
    QVERIFY(paused && paused->models[0].boundary->probability.size() == finePoints);
    *isQuick = false;
    *begun = 0;
    m_session->apply({0, 0, "learning-rate", 0.003});
    QTRY_VERIFY_WITH_TIMEOUT(hasBegun(), patience);
    m_session.reset(); // does not wait either
}

/** Curves wait for that of one model at most; at rest all are there. */
void TestSession::planesTakeTurnsAtFullSpeed()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->setPace(0);
    m_session->play();
    auto before = awaitSnapshot(*m_session, inState(RunState::Running));
    QVERIFY(before);
    const std::vector<ModelSnapshot> begun = before->models;
    const auto isNew = [](const ModelSnapshot &model, const ModelSnapshot &than) { return model.boundary != than.boundary; };
    while (!isNew(before->models[0], begun[0]) || !isNew(before->models[1], begun[1])) {
        const auto next = awaitSnapshot(*m_session, inState(RunState::Running));
        QVERIFY(next);
        const int drawn = isNew(next->models[0], before->models[0]) + isNew(next->models[1], before->models[1]);
        QVERIFY(drawn <= 1);
        before = next;
    }
    QCOMPARE(before->models[0].boundary->probability.size(), std::size_t{11 * 7});
    m_session->pause();
    const auto paused = awaitSnapshot(*m_session, inState(RunState::Paused));
    QVERIFY(paused);
    for (const ModelSnapshot &model : paused->models)
        QCOMPARE(model.boundary->probability.size(), std::size_t{21 * 13});
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
