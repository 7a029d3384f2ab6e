// The training session: it streams, obeys, repeats itself, and ends when told.
#include "core/eigen_backend.h"
#include "core/errors.h"
#include "core/run.h"
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

/** Eigen, until it would train beyond this many epochs. */
class FailingBackend : public Backend {
public:
    explicit FailingBackend(int epochs) : m_left(epochs), m_eigen(makeEigenBackend()) {}

    std::string description() const override { return "failing"; }
    void load(const Cohort &cohort) override { m_eigen->load(cohort); }
    std::vector<ModelReport> advance(int epochs) override
    {
        m_left -= epochs;
        if (m_left < 0)
            throw BackendError("clEnqueueNDRangeKernel", "out of resources");
        return m_eigen->advance(epochs);
    }
    std::vector<EpochFigures> evaluate() override { return m_eigen->evaluate(); }
    std::vector<float> predict(std::size_t model, std::span<const float> points) override { return m_eigen->predict(model, points); }
    ModelParameters parameters(std::size_t model) override { return m_eigen->parameters(model); }
    TrainingState state() override { return m_eigen->state(); }
    void restore(const TrainingState &state) override { m_eigen->restore(state); }
    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override { m_eigen->setOptimizer(model, settings); }
    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) override
    {
        m_eigen->setActivationParameters(model, parameters);
    }
    std::vector<std::int64_t> lastAlive(std::size_t model) override { return m_eigen->lastAlive(model); }
    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override
    {
        return m_eigen->evaluateActivation(activation, x);
    }

private:
    int m_left;
    std::unique_ptr<Backend> m_eigen;
};

std::vector<EpochFigures> rowsOf(const History &history)
{
    std::vector<EpochFigures> rows;
    for (std::size_t e = 0; e < history.size(); ++e)
        rows.push_back(history[e]);
    return rows;
}

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
    void afterAFailureTheRunGoesOnFromItsLastSnapshot();
    void withoutASnapshotContinuingBeginsTheRun();
    void settingsChangeWhileTrainingWithoutAReset();
    void boundariesDecideAsAccuracyDoes();
    void diagnosticsComeWithALaterSnapshotWhileTrainingGoesOn();
    void diagnosticsAreAnsweredAtRestAndInTheRunThatFollows();
    void aRequestThatDoesNotFitIsAnsweredWithAnError();
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
    m_session->setBackend([] { return std::make_unique<FailingBackend>(0); });
    m_session->play();
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Failed));
    QVERIFY(snapshot);
    QVERIFY(snapshot->message.text().find("out of resources") != std::string::npos);
}

void TestSession::anotherBackendCarriesOn()
{
    aFailingBackendEndsTheRunWithAMessage();
    m_session->setBackend([] { return makeEigenBackend(); });
    m_session->play();
    QVERIFY(awaitSnapshot(*m_session, inState(RunState::Finished)));
}

void TestSession::afterAFailureTheRunGoesOnFromItsLastSnapshot()
{
    m_session->play();
    const auto whole = awaitSnapshot(*m_session, inState(RunState::Finished));
    m_session->setBackend([] { return std::make_unique<FailingBackend>(60); });
    m_session->setPace(300);
    m_session->play();
    std::int64_t newest = 0;
    const auto failed = awaitSnapshot(*m_session, [&newest](const Snapshot &s) {
        newest = std::max(newest, s.state == RunState::Running ? s.epoch : 0);
        return s.state == RunState::Failed;
    });
    QVERIFY(failed && newest > 0);
    m_session->setPace(0);
    m_session->continueOn([] { return makeEigenBackend(); });
    const auto next = awaitSnapshot(*m_session, [](const Snapshot &s) { return !s.models.empty(); });
    QVERIFY(next && next->run == failed->run && next->epoch >= newest && next->message.empty());
    const auto finished = next->state == RunState::Finished ? next : awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(finished);
    QCOMPARE(finished->epoch, 200);
    for (std::size_t m = 0; m < whole->models.size(); ++m)
        QVERIFY(rowsOf(finished->models[m].history) == rowsOf(whole->models[m].history));
}

void TestSession::withoutASnapshotContinuingBeginsTheRun()
{
    m_session->setBackend([]() -> std::unique_ptr<Backend> { throw BackendError("clCreateContext", "no device"); });
    const auto failed = awaitSnapshot(*m_session, inState(RunState::Failed));
    QVERIFY(failed);
    m_session->continueOn([] { return makeEigenBackend(); });
    const auto ready = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(ready && ready->run > failed->run && ready->epoch == 0);
}

void TestSession::settingsChangeWhileTrainingWithoutAReset()
{
    m_session->step();
    const auto before = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch == 1; });
    OptimizerSettings settings = smallExperiment().optimizer;
    settings.learningRate = 0.5;
    m_session->setActivationParameters(1, {0.9});
    m_session->setOptimizer(settings);
    m_session->step();
    const auto after = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch == 2; });
    QVERIFY(before && after && after->run == before->run);
    QCOMPARE(after->experiment.optimizer.learningRate, 0.5);
    QCOMPARE(after->experiment.activations[1].parameters.front(), 0.9);
    const auto backend = makeEigenBackend();
    Cohort cohort = makeCohort(smallExperiment());
    backend->load(cohort);
    backend->advance(1);
    for (std::size_t m = 0; m < 2; ++m)
        backend->setOptimizer(m, settings);
    backend->setActivationParameters(1, {{0.9}});
    backend->advance(1);
    const auto figures = backend->evaluate();
    QVERIFY(figures[0] == after->models[0].current);
    QVERIFY(figures[1] == after->models[1].current);
    QVERIFY_EXCEPTION_THROWN(m_session->setOptimizer({.learningRate = -1}), ConfigurationError);
}

void TestSession::boundariesDecideAsAccuracyDoes()
{
    const GridSpec grid{.width = 23, .height = 17};
    for (const int classes : {2, 5}) {
        for (const Loss loss : {Loss::CrossEntropy, Loss::MeanSquaredError}) {
            Experiment experiment = smallExperiment();
            experiment.data.kind = "blobs";
            experiment.data.classes = classes;
            experiment.loss = loss;
            const auto backend = makeEigenBackend();
            Run run(1, experiment, *backend);
            run.advance(20);
            const auto boundary = run.snapshot(grid).models[0].boundary;
            const std::vector<float> points = gridPoints(grid), outputs = backend->predict(0, points);
            const std::size_t count = points.size() / 2;
            const auto likeliest = [count](std::size_t point, int scores, const auto &score) {
                int best = 0;
                for (int k = 1; k < scores; ++k)
                    best = score(k, point) > score(best, point) ? k : best;
                return best;
            };
            for (std::size_t i = 0; i < count; ++i) {
                const int expected = likeliest(i, classes, [&](int k, std::size_t p) { return outputs[static_cast<std::size_t>(k) * count + p]; });
                const int found = classes == 2
                    ? boundary->probability[i] > 0.5f
                    : likeliest(i, classes, [&](int k, std::size_t p) { return boundary->scores[static_cast<std::size_t>(k)][p]; });
                QCOMPARE(found, expected);
            }
        }
    }
}

void TestSession::diagnosticsComeWithALaterSnapshotWhileTrainingGoesOn()
{
    Experiment experiment = smallExperiment();
    experiment.initialization.biasConstant = -0.7;
    experiment.tracksUnits = true;
    experiment.epochs = 1'000'000;
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

void TestSession::diagnosticsAreAnsweredAtRestAndInTheRunThatFollows()
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
    young.setExperiment(smallExperiment());
    const auto later = awaitSnapshot(young, isAnswer);
    QVERIFY(later);
    QCOMPARE(later->diagnostics->diagnostics->loss, later->models[0].current.trainLoss);
}

void TestSession::aRequestThatDoesNotFitIsAnsweredWithAnError()
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
