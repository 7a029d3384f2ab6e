// An epoch that takes long: what has come of it is published while it is trained, and is what the epoch's row has of it afterwards.
#include "tests/core/training/session_fixture.h"

#include "core/engine/tells_progress.h"
#include "core/training/coming_epoch.h"
#include "core/training/comparison.h"

#include <algorithm>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Of the digits, in networks that take a moment. */
Experiment longEpochs()
{
    Experiment experiment = smallExperiment(3);
    experiment.data = ImageData{};
    experiment.hidden = {256, 256};
    experiment.batchSize = 16;
    return experiment;
}

bool isBeginningOf(const std::vector<PartFigures> &some, std::span<const PartFigures> all)
{
    return some.size() <= all.size() && std::ranges::equal(some, all.first(some.size()));
}

QElapsedTimer startedClock()
{
    QElapsedTimer clock;
    clock.start();
    return clock;
}

} // namespace

class TestSessionWithin : public QObject {
    Q_OBJECT

private slots:
    void aBackendTellsThePartsOfItsEpoch();
    void partsArePublishedWhileTheyCome();
};

void TestSessionWithin::aBackendTellsThePartsOfItsEpoch()
{
    for (const Precision precision : {Precision::Double, Precision::Float}) {
        const std::unique_ptr<Backend> backend = makeEigenBackend(precision);
        Comparison run(1, longEpochs(), *backend);
        std::vector<std::vector<std::vector<PartFigures>>> told;
        dynamic_cast<TellsProgress &>(*backend).tellProgress(
            [&told](const AdvanceProgress &progress) { told.emplace_back(progress.parts.begin(), progress.parts.end()); });
        run.advance(1);
        const std::vector<History> histories = run.histories();
        QCOMPARE(told.size(), histories.size() * run.cohort()->batches());
        for (const auto &parts : told) {
            QCOMPARE(parts.size(), histories.size());
            for (std::size_t model = 0; model < parts.size(); ++model)
                QVERIFY(isBeginningOf(parts[model], histories[model].parts(0)));
        }
        QCOMPARE(told.back().back().size(), mostParts);
        QVERIFY(std::ranges::any_of(told, [](const auto &parts) { return parts[0].size() == 7 && parts[1].empty(); })); // one after the other
        told.clear();
        run.advance(2); // several epochs in a call
        QVERIFY(!told.empty() && std::ranges::all_of(told, [](const auto &parts) { return parts.empty(); }));
    }
}

void TestSessionWithin::partsArePublishedWhileTheyCome()
{
    TrainingSession session([] { return makeEigenBackend(); });
    session.setExperiment(longEpochs());
    session.play();
    std::vector<std::shared_ptr<const ComingEpoch>> told;
    const auto hear = [&] {
        if (auto coming = session.takeComing())
            told.push_back(std::move(coming));
    };
    std::shared_ptr<const Snapshot> last;
    for (QElapsedTimer clock = startedClock(); clock.elapsed() < patience && (!last || last->state != RunState::Finished); QTest::qSleep(1)) {
        hear();
        if (auto snapshot = session.takeSnapshot())
            last = snapshot;
    }
    QVERIFY(last && last->state == RunState::Finished && !told.empty());
    for (const auto &each : told) {
        QVERIFY(each->run == last->run && each->epoch >= 0 && each->epoch < 3 && each->parts.size() == last->models.size());
        for (std::size_t model = 0; model < each->parts.size(); ++model)
            QVERIFY(isBeginningOf(each->parts[model], last->models[model].history.parts(static_cast<std::size_t>(each->epoch))));
    }
    QCOMPARE(told.front()->epoch, std::int64_t(0)); // the first one, too
    // What the run came to before is known.
    session.takeComing();
    session.seek(1);
    QVERIFY(awaitSnapshot(session, [](const Snapshot &snapshot) { return snapshot.state == RunState::Paused && snapshot.epoch == 1; }));
    session.play();
    QVERIFY(awaitSnapshot(session, inState(RunState::Finished)));
    QVERIFY(!session.takeComing());
}

QTEST_GUILESS_MAIN(TestSessionWithin)
#include "tst_session_within.moc"
