// The training session: it streams, obeys, repeats itself, and ends when told.
#include "core/eigen_backend.h"
#include "core/errors.h"
#include "core/training_session.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace actiscope;

namespace {

Experiment smallExperiment()
{
    Experiment experiment = defaultExperiment();
    experiment.data.samples = 60;
    experiment.hidden = {8};
    experiment.epochs = 200;
    return experiment;
}

/** Takes snapshots until one satisfies the condition; null after five seconds. */
std::shared_ptr<const Snapshot> awaitSnapshot(TrainingSession &session, const std::function<bool(const Snapshot &)> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20000) {
        if (auto snapshot = session.takeSnapshot(); snapshot && condition(*snapshot))
            return snapshot;
        QTest::qSleep(1);
    }
    return nullptr;
}

auto inState(RunState state)
{
    return [state](const Snapshot &snapshot) { return snapshot.state == state; };
}

class FailingBackend : public Backend {
public:
    std::string description() const override { return "failing"; }
    void load(const Cohort &) override {}
    std::vector<ModelReport> advance(int) override { throw BackendError("clEnqueueNDRangeKernel", "out of resources"); }
    std::vector<EpochFigures> evaluate() override { return {{}, {}}; }
    std::vector<float> predict(std::size_t, std::span<const float> points) override { return std::vector<float>(points.size()); }
    ModelParameters parameters(std::size_t) override { return {}; }
    void setOptimizer(std::size_t, const OptimizerSettings &) override {}
    void setActivationParameters(std::size_t, const std::vector<std::vector<double>> &) override {}
    std::vector<std::int64_t> lastAlive(std::size_t) override { return {}; }
    ActivationValues evaluateActivation(const ActivationSpec &, std::span<const double>) override { return {}; }
};

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void init();
    void startsReadyAtEpochZeroWithBoundaries();
    void runsToTheLastEpochAndHasItsRow();
    void keepsAPace();
    void stepTrainsOneEpoch();
    void resetRestoresTheFirstEpochExactly();
    void changedActivationKeepsDataAndWeights();
    void neverWaitsForAReader();
    void raisingTheLastEpochGoesOn();
    void aFailingBackendEndsTheRunWithAMessage();
    void anotherBackendCarriesOn();
    void endsWhileTraining();

private:
    std::unique_ptr<TrainingSession> m_session;
};

void TestSession::init()
{
    m_session = std::make_unique<TrainingSession>([] { return makeEigenBackend(); });
    m_session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 21, .height = 13});
    m_session->setExperiment(smallExperiment());
}

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
    Experiment experiment = smallExperiment();
    experiment.activations[1] = parseActivationSpec("leaky_relu:alpha=1");
    m_session->setExperiment(experiment);
    const auto after = awaitSnapshot(*m_session, [&](const Snapshot &s) { return s.state == RunState::Ready && s.run > before->run; });
    QVERIFY(before && after);
    QVERIFY(after->models[0].current == before->models[0].current);
    QVERIFY(after->models[1].current != before->models[1].current);
    QCOMPARE(after->data->train.coordinates, before->data->train.coordinates);
}

void TestSession::neverWaitsForAReader()
{
    m_session->play();
    QTest::qSleep(300); // nobody takes a snapshot
    const auto first = m_session->takeSnapshot();
    const auto next = awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(first && next);
    QCOMPARE(next->epoch, 200);
}

void TestSession::raisingTheLastEpochGoesOn()
{
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
    m_session->setLastEpoch(220);
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.state == RunState::Finished && s.epoch == 220; });
    QVERIFY(snapshot);
    QCOMPARE(snapshot->models[0].history.size(), std::size_t{221});
}

void TestSession::aFailingBackendEndsTheRunWithAMessage()
{
    m_session->setBackend([] { return std::make_unique<FailingBackend>(); });
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Failed));
    QVERIFY(snapshot);
    QVERIFY(snapshot->message.find("out of resources") != std::string::npos);
}

void TestSession::anotherBackendCarriesOn()
{
    aFailingBackendEndsTheRunWithAMessage();
    m_session->setBackend([] { return makeEigenBackend(); });
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
}

void TestSession::endsWhileTraining()
{
    Experiment experiment = smallExperiment();
    experiment.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch > 0; }));
    QElapsedTimer timer;
    timer.start();
    m_session.reset();
    QVERIFY(timer.elapsed() < 1000);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
