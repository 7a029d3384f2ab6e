// Diagnostics of a session's moments: for several who ask, while training goes on.
#include "core/base/errors.h"
#include "core/training/comparison.h"
#include "core/training/examiner.h"
#include "tests/core/training/session_fixture.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestExaminer : public QObject {
    Q_OBJECT

private slots:
    void init() { m_session = smallSession(); }
    void momentsAreDiagnosedWhileTrainingGoesOn();
    void askersDoNotStealOneAnothersAnswers();
    void theNewestQuestionOfAnAskerCounts();
    void whatDoesNotFitIsAnsweredWithAnError();
    void endsWithQuestionsOpen();

private:
    static std::shared_ptr<const DiagnosticsAnswer> await(Examiner &examiner, Examiner::Asker asker);

    std::unique_ptr<TrainingSession> m_session;
};

std::shared_ptr<const DiagnosticsAnswer> TestExaminer::await(Examiner &examiner, Examiner::Asker asker)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patience) {
        if (auto answer = examiner.take(asker))
            return answer;
        QTest::qSleep(1);
    }
    return nullptr;
}

void TestExaminer::momentsAreDiagnosedWhileTrainingGoesOn()
{
    Experiment experiment = sessionExperiment();
    for (ModelConfiguration &model : experiment.models)
        model.initialization.biasConstant = -0.7;
    experiment.tracksUnits = true;
    experiment.stop.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->play();
    const auto asked = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch > 0 && s.state == RunState::Running; });
    QVERIFY(asked);
    Examiner examiner;
    const DiagnosticsSettings settings{.bins = 4, .units = {{0, 3}}};
    const Examiner::Asker asker = examiner.newAsker();
    examiner.ask(asker, *asked, 0, settings);
    const auto answer = await(examiner, asker);
    const auto next = awaitSnapshot(*m_session, [](const Snapshot &) { return true; });
    QVERIFY(answer && next && next->epoch > asked->epoch);
    QCOMPARE(answer->run, asked->run);
    QCOMPARE(answer->epoch, asked->epoch);
    QVERIFY(answer->settings == settings && answer->model == 0);
    QVERIFY(!examiner.take(asker));

    // They are those of a run that stops at this epoch.
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(static_cast<int>(answer->epoch));
    const Diagnostics expected = run.diagnose(0, settings);
    const Diagnostics &given = *answer->diagnostics;
    QCOMPARE(given.loss, asked->models[0].current.trainLoss);
    QCOMPARE(given.loss, expected.loss);
    QCOMPARE(given.layers[0].preActivations.counts, expected.layers[0].preActivations.counts);
    QCOMPARE(given.units[0].outputs.counts, expected.units[0].outputs.counts);
    for (std::size_t u = 0; u < 8; ++u)
        QVERIFY(given.layers[0].units[u].deadSince == expected.layers[0].units[u].deadSince);
    QVERIFY(expected.layers[0].deadUnits() > 0);
}

/** As the look inside and a panel do, of two models, in each frame, one of them also on another thread. */
void TestExaminer::askersDoNotStealOneAnothersAnswers()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 1'000'000;
    m_session->setExperiment(experiment);
    m_session->play();
    Examiner examiner;
    const Examiner::Asker one = examiner.newAsker(), two = examiner.newAsker();
    QVERIFY(one != two);
    int answered[2] = {0, 0};
    for (int frame = 0; frame < 30; ++frame) {
        const auto snapshot = awaitSnapshot(*m_session, [](const Snapshot &s) { return !s.models.empty(); });
        QVERIFY(snapshot);
        std::thread other([&] { examiner.ask(two, *snapshot, 1, {.bins = 7}); });
        examiner.ask(one, *snapshot, 0, {.bins = 5});
        other.join();
        for (const auto &[asker, model, bins] : {std::tuple{one, std::size_t{0}, 5}, {two, std::size_t{1}, 7}}) {
            const auto answer = await(examiner, asker);
            QVERIFY(answer && answer->diagnostics);
            QCOMPARE(answer->model, model);
            QCOMPARE(answer->settings.bins, bins);
            QCOMPARE(answer->epoch, snapshot->epoch);
            QCOMPARE(answer->diagnostics->loss, snapshot->models[model].current.trainLoss);
            ++answered[model];
        }
    }
    QVERIFY(answered[0] == 30 && answered[1] == 30);
}

void TestExaminer::theNewestQuestionOfAnAskerCounts()
{
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(snapshot);
    Examiner examiner;
    const Examiner::Asker one = examiner.newAsker(), two = examiner.newAsker();
    for (int bins = 1; bins <= 60; ++bins)
        examiner.ask(one, *snapshot, 0, {.bins = bins});
    examiner.ask(two, *snapshot, 1);
    QVERIFY(await(examiner, two)); // not after sixty others
    std::shared_ptr<const DiagnosticsAnswer> last = await(examiner, one);
    while (last && last->settings.bins != 60)
        last = await(examiner, one);
    QVERIFY(last);
}

void TestExaminer::whatDoesNotFitIsAnsweredWithAnError()
{
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(snapshot);
    Examiner examiner;
    const Examiner::Asker asker = examiner.newAsker();
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, examiner.ask(asker, *snapshot, 0, {.bins = 0}));
    const auto errorOf = [&](const Snapshot &of, std::size_t model, const DiagnosticsSettings &settings) {
        examiner.ask(asker, of, model, settings);
        const auto answer = await(examiner, asker);
        return answer && !answer->diagnostics ? answer->error.text() : std::string();
    };
    QVERIFY(errorOf(*snapshot, 7, {}).find("model: '7'") != std::string::npos);
    QVERIFY(errorOf(*snapshot, 0, {.units = {{1, 0}}}).find("unit: '1,0'") != std::string::npos);
    QVERIFY(errorOf(Snapshot(), 0, {}).find("model: '0'") != std::string::npos); // of a run that is being prepared
    examiner.ask(asker, *snapshot, 1);
    QVERIFY(await(examiner, asker)->diagnostics);
}

void TestExaminer::endsWithQuestionsOpen()
{
    const auto snapshot = awaitSnapshot(*m_session, inState(RunState::Ready));
    QVERIFY(snapshot);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5; ++i) {
        Examiner examiner;
        for (int asker = 0; asker < 20; ++asker)
            examiner.ask(examiner.newAsker(), *snapshot, 0);
    }
    QVERIFY(timer.elapsed() < patience);
}

QTEST_GUILESS_MAIN(TestExaminer)
#include "tst_examiner.moc"
