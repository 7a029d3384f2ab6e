// A session that is rewound, changed and branched: it stands where it is told, to the last bit, and keeps what was.
#include "core/training/boundary.h"
#include "tests/core/training/session_fixture.h"
#include "tests/support/rewound_run.h"

#include <QTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

class TestSessionMoments : public QObject {
    Q_OBJECT

private slots:
    void init() { m_session = smallSession(); }
    void aSnapshotHasItsMoment();
    void seeksToAnyEpochAndPlaysOn();
    void theLastOfManySeeksIsTheOne();
    void changesAreRecordedWhileItTrains();
    void aChangeBeforeTheEndMakesABranch();
    void aKeptRunIsRestoredAndBranched();
    void whatIsRefusedIsToldAndTrainingGoesOn();
    void afterAFailureItGoesOnWithItsRecord();
    void dataThatAreNoPlaneHaveNoBoundaries_data();
    void dataThatAreNoPlaneHaveNoBoundaries();

private:
    std::shared_ptr<const Snapshot> finished();
    std::shared_ptr<const Snapshot> at(std::int64_t epoch, RunId after = 0);

    std::unique_ptr<TrainingSession> m_session;
};

std::shared_ptr<const Snapshot> TestSessionMoments::finished()
{
    m_session->play();
    return awaitSnapshot(*m_session, inState(RunState::Finished));
}

/** At rest there, in a run after that one. */
std::shared_ptr<const Snapshot> TestSessionMoments::at(std::int64_t epoch, RunId after)
{
    return awaitSnapshot(*m_session, [=](const Snapshot &s) {
        return s.epoch == epoch && s.run > after && !s.models.empty() && s.state != RunState::Running;
    });
}

void TestSessionMoments::aSnapshotHasItsMoment()
{
    m_session->step();
    const auto snapshot = at(1);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->moment->epoch, 1);
    const std::vector<float> points = gridPoints(snapshot->models[1].boundary->grid);
    const std::vector<float> said = snapshot->evaluator->predict(*snapshot->moment, 1, points);
    const Boundary &shown = *snapshot->models[1].boundary;
    QVERIFY(boundaryAt(*snapshot, 1, shown.grid).probability == shown.probability);
    m_session.reset(); // what was taken outlives the session
    QVERIFY(snapshot->evaluator->evaluate(*snapshot->moment, 0) == snapshot->models[0].current);
    QVERIFY(snapshot->evaluator->predict(*snapshot->record->timeline[0].moment, 1, points) != said);
}

void TestSessionMoments::seeksToAnyEpochAndPlaysOn()
{
    const auto end = finished();
    QVERIFY(end && end->furthest == 200);
    for (const std::int64_t epoch : {57, 3, 199, 0, 120}) {
        m_session->seek(epoch);
        const auto shown = at(epoch);
        QVERIFY(shown);
        QCOMPARE(shown->state, epoch == 0 ? RunState::Ready : RunState::Paused);
        QVERIFY(shown->run == end->run && shown->furthest == 200);
        for (std::size_t m = 0; m < 2; ++m) {
            QCOMPARE(shown->models[m].history.size(), std::size_t{201});
            QVERIFY(shown->models[m].current == end->models[m].history[static_cast<std::size_t>(epoch)]);
        }
    }
    m_session->step();
    QVERIFY(at(121));
    const auto again = finished();
    QVERIFY(again && again->epoch == 200 && again->run == end->run);
    QVERIFY(*again->moment == *end->moment);
    m_session->seek(1'000'000); // nowhere that it has not been
    QVERIFY(at(200));
}

void TestSessionMoments::theLastOfManySeeksIsTheOne()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 3000;
    m_session->setExperiment(experiment);
    QVERIFY(finished());
    for (std::int64_t epoch = 2999; epoch >= 1234; epoch -= 5)
        m_session->seek(epoch);
    m_session->seek(1234);
    const auto shown = at(1234);
    QVERIFY(shown);
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(1234);
    QVERIFY(isSameStanding(standingOf(*shown), standingOf(run.snapshot(std::nullopt))));
}

void TestSessionMoments::changesAreRecordedWhileItTrains()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 4000;
    m_session->setExperiment(experiment);
    m_session->play();
    RunId run = 0;
    for (int i = 1; i <= 20; ++i) { // a slider that is dragged
        m_session->apply({0, 1, "activation", "leaky_relu:alpha=" + std::to_string(i * 0.01)});
        const auto shown = awaitSnapshot(*m_session, [](const Snapshot &s) { return s.epoch > 0; });
        QVERIFY(shown && (i == 1 || shown->run == run)); // it begins no new run
        run = shown->run;
    }
    m_session->apply({0, 0, "learning-rate", 0.001});
    const auto end = awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(end);
    const std::vector<Change> &changes = end->record->changes;
    QVERIFY(changes.size() >= 2 && changes.size() <= 21);
    QVERIFY(std::ranges::is_sorted(changes, {}, &Change::epoch));
    QCOMPARE(end->experiment.models[1].activation().parameters.front(), 0.2);
    QCOMPARE(end->experiment.models[0].optimizer.learningRate, 0.001);
    QCOMPARE(end->run, run);
    const auto backend = makeEigenBackend();
    const auto replayed = recorded(*backend, *end->record); // on what goes on and on, it is what it was
    replayed->advance(4000);
    QVERIFY(isSameStanding(standingOf(replayed->snapshot(std::nullopt)), standingOf(*end)));
}

void TestSessionMoments::aChangeBeforeTheEndMakesABranch()
{
    const auto end = finished();
    m_session->seek(80);
    QVERIFY(at(80));
    m_session->apply({0, 1, "activation", "leaky_relu:alpha=0.8"});
    m_session->apply({0, 1, "learning-rate", 0.05});
    const auto branch = at(80, end->run);
    QVERIFY(branch && branch->run == end->run + 1);
    QVERIFY(branch->record->parent == (BranchPoint{end->run, 80}));
    QCOMPARE(branch->furthest, 80);
    QVERIFY(branch->models[0].current == end->models[0].history[80]);
    QVERIFY(branch->models[1].current != end->models[1].history[80]);
    const auto kept = m_session->runs().find(end->run);
    QVERIFY(kept && kept->furthest == 200);
    QVERIFY(kept->histories[1][200] == end->models[1].current);
    const auto done = finished();
    QVERIFY(done && done->run == branch->run && done->epoch == 200);
    QVERIFY(done->models[0].current == end->models[0].current);
    QVERIFY(done->models[1].current != end->models[1].current);
    QCOMPARE(done->record->changes.size(), std::size_t{2});
}

void TestSessionMoments::aKeptRunIsRestoredAndBranched()
{
    const auto first = finished();
    m_session->runs().keep(first->record, "small");
    Experiment other = sessionExperiment();
    other.hidden = {5, 3};
    other.stop.epochs = 50;
    m_session->setExperiment(other);
    const auto second = finished();
    QVERIFY(second && second->run > first->run);
    m_session->branch(m_session->runs().find(first->run), 200);
    const auto restored = at(200, second->run);
    QVERIFY(restored && restored->experiment.hidden == std::vector{8});
    QCOMPARE(restored->state, RunState::Finished);
    QVERIFY(*restored->moment == *first->moment);
    QCOMPARE(m_session->runs().runs().size(), std::size_t{2}); // the one that was is kept, too
    m_session->branch(first->record, 30, {{0, {}, "epochs", 90.0}, {0, 0, "learning-rate", 0.1}});
    QVERIFY(at(30, restored->run));
    const auto done = finished();
    QVERIFY(done && done->epoch == 90);
    QVERIFY(done->models[1].current == first->models[1].history[90]);
}

void TestSessionMoments::whatIsRefusedIsToldAndTrainingGoesOn()
{
    m_session->play();
    m_session->apply({0, 0, "hidden", "3"});
    const auto refused = awaitSnapshot(*m_session, [](const Snapshot &s) { return !s.message.empty(); });
    QVERIFY(refused && refused->state != RunState::Failed);
    QVERIFY(refused->message.text().find("hidden") != std::string::npos);
    const auto end = refused->state == RunState::Finished ? refused : awaitSnapshot(*m_session, inState(RunState::Finished));
    QVERIFY(end && end->record->changes.empty());
    m_session->branch(end->record, 10, {{0, 5, "learning-rate", 0.1}});
    const auto still = awaitSnapshot(*m_session, [](const Snapshot &s) { return !s.message.empty(); });
    QVERIFY(still && still->run == end->run && still->state == RunState::Finished);
}

void TestSessionMoments::afterAFailureItGoesOnWithItsRecord()
{
    m_session->step();
    QVERIFY(at(1));
    m_session->apply({0, 0, "learning-rate", 0.02});
    m_session->step();
    QVERIFY(at(2));
    m_session->continueOn([] { return makeEigenBackend(); });
    const auto next = at(2);
    QVERIFY(next && next->record->changes.size() == 1);
    const auto end = finished();
    m_session->seek(1);
    const auto before = at(1);
    QVERIFY(end && before && before->models[0].current == end->models[0].history[1]);
    QCOMPARE(before->experiment.models[0].optimizer.learningRate, 0.02); // as it is from this epoch on
}

void TestSessionMoments::dataThatAreNoPlaneHaveNoBoundaries_data()
{
    QTest::addColumn<std::size_t>("features");
    QTest::newRow("a line") << std::size_t{1};
    QTest::newRow("space") << std::size_t{3};
}

void TestSessionMoments::dataThatAreNoPlaneHaveNoBoundaries()
{
    QFETCH(std::size_t, features);
    auto points = std::make_shared<LabelledPoints>();
    points->features = features;
    for (std::size_t i = 0; i < 30; ++i) {
        points->labels.push_back(static_cast<int>(i % 2));
        for (std::size_t f = 0; f < features; ++f)
            points->coordinates.push_back(std::sin(static_cast<double>(3 * i + f)) + static_cast<double>(i % 2));
    }
    Experiment experiment = sessionExperiment();
    experiment.data = GivenPoints{points};
    m_session->setGrid(std::nullopt, std::nullopt);
    m_session->setExperiment(experiment);
    const auto end = finished();
    QVERIFY(end && end->models[0].history.size() == 201 && !end->models[0].boundary);
    m_session->setGrid(GridSpec{.width = 5, .height = 4}, GridSpec{.width = 5, .height = 4});
    m_session->seek(100);
    const auto before = at(100);
    QVERIFY(before && !before->models[0].boundary);
    QVERIFY(before->models[0].current == end->models[0].history[100]);
}

QTEST_GUILESS_MAIN(TestSessionMoments)
#include "tst_session_moments.moc"
