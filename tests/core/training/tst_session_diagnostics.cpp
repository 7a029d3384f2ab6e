// Diagnostics that a session is asked for: answered with a snapshot, or with an error.
#include "core/base/errors.h"
#include "core/training/run.h"
#include "tests/core/training/session_fixture.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestSessionDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void init() { m_session = smallSession(); }
    void diagnosticsComeWithALaterSnapshotWhileTrainingGoesOn();
    void diagnosticsAreAnsweredAtRestAndInTheRunThatFollows();
    void aRequestThatDoesNotFitIsAnsweredWithAnError();

private:
    std::unique_ptr<TrainingSession> m_session;
};

void TestSessionDiagnostics::diagnosticsComeWithALaterSnapshotWhileTrainingGoesOn()
{
    Experiment experiment = sessionExperiment();
    for (ModelConfiguration &model : experiment.models)
        model.initialization.biasConstant = -0.7;
    experiment.tracksUnits = true;
    experiment.stop.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch > 0 && !s.diagnostics; }));
    m_session->requestDiagnostics(0, {.bins = 4, .units = {{0, 3}}});
    const auto answered = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.diagnostics != nullptr; });
    const auto next = awaitSnapshot(*m_session, [](const Snapshot &) { return true; });
    QVERIFY(answered && next);
    QCOMPARE(answered->state, RunState::Running);
    QVERIFY(next->epoch > answered->epoch);
    QVERIFY(!next->diagnostics);

    // They are those of a run that stops at this epoch.
    const auto backend = makeEigenBackend();
    Run run(1, experiment, *backend);
    run.advance(static_cast<int>(answered->epoch));
    const Diagnostics expected = run.diagnose(0, {.bins = 4, .units = {{0, 3}}});
    const Diagnostics &given = *answered->diagnostics->diagnostics;
    QCOMPARE(answered->diagnostics->model, std::size_t{0});
    QCOMPARE(given.loss, answered->models[0].current.trainLoss);
    QCOMPARE(given.loss, expected.loss);
    QCOMPARE(given.layers[0].preActivations.counts, expected.layers[0].preActivations.counts);
    QCOMPARE(given.units[0].outputs.counts, expected.units[0].outputs.counts);
    for (std::size_t u = 0; u < 8; ++u)
        QVERIFY(given.layers[0].units[u].deadSince == expected.layers[0].units[u].deadSince);
    QVERIFY(expected.layers[0].deadUnits() > 0);
}

void TestSessionDiagnostics::diagnosticsAreAnsweredAtRestAndInTheRunThatFollows()
{
    const auto isAnswer = [](const Snapshot &s) { return s.diagnostics != nullptr; };
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Ready)));
    m_session->requestDiagnostics(1);
    const auto atRest = awaitSnapshot(*m_session, isAnswer);
    QVERIFY(atRest);
    QCOMPARE(atRest->epoch, 0);
    QCOMPARE(atRest->diagnostics->model, std::size_t{1});
    QCOMPARE(atRest->diagnostics->diagnostics->loss, atRest->models[1].current.trainLoss);

    TrainingSession young([] { return makeEigenBackend(); });
    young.requestDiagnostics(0); // there is no run yet
    young.setGrid(GridSpec{.width = 2, .height = 2}, GridSpec{.width = 2, .height = 2});
    young.setExperiment(sessionExperiment());
    const auto later = awaitSnapshot(young, isAnswer);
    QVERIFY(later);
    QCOMPARE(later->diagnostics->diagnostics->loss, later->models[0].current.trainLoss);
}

void TestSessionDiagnostics::aRequestThatDoesNotFitIsAnsweredWithAnError()
{
    const auto isAnswer = [](const Snapshot &s) { return s.diagnostics != nullptr; };
    QVERIFY_EXCEPTION_THROWN(m_session->requestDiagnostics(0, {.bins = 0}), ConfigurationError);
    m_session->requestDiagnostics(7);
    const auto noModel = awaitSnapshot(*m_session, isAnswer);
    QVERIFY(noModel);
    QVERIFY(!noModel->diagnostics->diagnostics);
    QVERIFY(noModel->diagnostics->error.text().find("model: '7'") != std::string::npos);
    m_session->requestDiagnostics(0, {.units = {{1, 0}}});
    const auto noLayer = awaitSnapshot(*m_session, isAnswer);
    QVERIFY(noLayer && noLayer->state == RunState::Ready);
    QVERIFY(noLayer->diagnostics->error.text().find("unit: '1,0'") != std::string::npos);
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
}

QTEST_GUILESS_MAIN(TestSessionDiagnostics)
#include "tst_session_diagnostics.moc"
