// Runs that can be gone back to: moments in bounded memory, changes that are kept, replays and branches.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/training/run_store.h"
#include "tests/support/patience.h"
#include "tests/support/rewound_run.h"

#include <QTest>

#include <algorithm>

using namespace actiscope;
using namespace actiscope::test;

class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    void momentsAreFewAndEvenlySpread_data();
    void momentsAreFewAndEvenlySpread();
    void everyEpochIsAsIfTheRunHadStoppedThere_data();
    void everyEpochIsAsIfTheRunHadStoppedThere();
    void playingOnRepeatsWhatWas();
    void aRecordIsEnoughToReplayTheRun();
    void aBranchGoesItsOwnWay();
    void anEpochAfterAModelDivergedIsReachedToo_data();
    void anEpochAfterAModelDivergedIsReachedToo();
    void aStopRuleEndsTheReplayWhereItEndedTheRun();
    void aStopRuleRemembersWhatRowsWereWhenTheyWereCompared();
    void namedRunsAreKeptAndRemoved();
    void momentsOfKeptRunsAreBounded();
};

namespace {

/** A keyframe that takes about so many bytes. */
Keyframe keyframe(std::int64_t epoch, std::size_t bytes)
{
    TrainingState state{epoch, {}};
    state.models.push_back({.shape = {}, .numbers = std::vector<float>(bytes / sizeof(float))});
    return {std::make_shared<const TrainingState>(std::move(state)), {}};
}

} // namespace

void TestTimeline::momentsAreFewAndEvenlySpread_data()
{
    QTest::addColumn<std::size_t>("bytes");
    QTest::addColumn<std::size_t>("most");
    QTest::addColumn<std::size_t>("least");
    QTest::newRow("many small ones") << Timeline::defaultBytes << Timeline::defaultCount << Timeline::defaultCount / 2;
    QTest::newRow("as many as there is memory for") << std::size_t{100'000} << std::size_t{10} << std::size_t{4};
    QTest::newRow("no room but for the first") << std::size_t{10} << std::size_t{1} << std::size_t{1};
}

void TestTimeline::momentsAreFewAndEvenlySpread()
{
    QFETCH(std::size_t, bytes);
    QFETCH(std::size_t, most);
    QFETCH(std::size_t, least);
    Timeline timeline(bytes);
    std::int64_t epoch = 0;
    int taken = 0;
    for (; epoch < 100'000; epoch = timeline.nextDue(epoch)) {
        QVERIFY(timeline.wants(epoch));
        timeline.add(keyframe(epoch, 10'000));
        QVERIFY(!timeline.wants(epoch));
        ++taken;
        QVERIFY(timeline.size() <= most && (timeline.size() == 1 || timeline.bytes() <= bytes));
        if (static_cast<std::size_t>(taken) > most)
            QVERIFY(timeline.size() >= least);
    }
    QVERIFY(taken < 3000); // far fewer than epochs: the cost of taking them is bounded, too
    for (std::size_t i = 0; i < timeline.size(); ++i)
        QCOMPARE(timeline[i].epoch(), static_cast<std::int64_t>(i) * timeline.stride());
    QCOMPARE(timeline.before(timeline.stride() + 5)->epoch(), timeline.size() > 1 ? timeline.stride() : 0);
    const Timeline part = timeline.upTo(timeline.stride());
    QCOMPARE(part.size(), std::min<std::size_t>(2, timeline.size()));
}

void TestTimeline::everyEpochIsAsIfTheRunHadStoppedThere_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("full batch") << 0;
    QTest::newRow("batches of 7 and a rest") << 7;
}

void TestTimeline::everyEpochIsAsIfTheRunHadStoppedThere()
{
    QFETCH(int, batchSize);
    SKIP_WHERE_SLOW;
    QCOMPARE(firstEpochThatDiffers(*makeEigenBackend(), *makeEigenBackend(), batchSize), -1);
    QCOMPARE(firstEpochThatDiffers(*makeEigenBackend(Precision::Float), *makeEigenBackend(Precision::Float), batchSize), -1);
}

void TestTimeline::playingOnRepeatsWhatWas()
{
    const Experiment experiment = changedExperiment(7);
    const auto backend = makeEigenBackend();
    const auto run = changedRun(*backend, experiment);
    const Snapshot end = run->snapshot(std::nullopt);
    run->seek(900);
    QVERIFY(run->isRewound() && !run->isFinished());
    QCOMPARE(run->snapshot(std::nullopt).furthest, std::int64_t{longRunEpochs});
    run->advance(longRunEpochs); // ends at the last one
    QVERIFY(!run->isRewound() && run->isFinished());
    const Snapshot again = run->snapshot(std::nullopt);
    QVERIFY(isSameStanding(standingOf(again), standingOf(end)));
    for (std::size_t m = 0; m < 3; ++m) {
        QCOMPARE(again.models[m].history.size(), end.models[m].history.size());
        for (std::size_t e = 0; e < end.models[m].history.size(); ++e)
            QVERIFY(areSameFigures(again.models[m].history[e], end.models[m].history[e]));
    }
    QVERIFY(run->record().changes == changesOnTheWay());
}

/** On another backend object, and where there was no memory for a single moment on the way. */
void TestTimeline::aRecordIsEnoughToReplayTheRun()
{
    const Experiment experiment = changedExperiment(0);
    const auto backend = makeEigenBackend(), other = makeEigenBackend();
    const auto run = changedRun(*backend, experiment, Timeline(1));
    QCOMPARE(run->record().timeline.size(), std::size_t{1});
    const RunRecord record = *run->snapshot(std::nullopt).record;
    QCOMPARE(record.histories[0].size(), std::size_t{longRunEpochs + 1});
    const auto replayed = recorded(*other, record);
    for (const std::int64_t epoch : {4096, 1500}) {
        replayed->seek(epoch);
        QVERIFY(isSameStanding(standingOf(replayed->snapshot(std::nullopt)), stoppedAt(*backend, experiment, epoch)));
    }
    QVERIFY(record.experimentAt(1000).models[2].activation().parameters == std::vector{0.2});
    QVERIFY(record.experimentBefore(1000).models[2].activation().parameters == std::vector{0.01});
}

void TestTimeline::aBranchGoesItsOwnWay()
{
    const Experiment experiment = changedExperiment(7);
    const auto backend = makeEigenBackend(), other = makeEigenBackend();
    const auto run = changedRun(*backend, experiment);
    const auto parent = run->snapshot(std::nullopt).record;
    const Change change{0, 2, "activation", "leaky_relu:alpha=0.9"};
    const auto branch = recorded(*other, branched(*parent, 2, 1200, {change}));
    branch->seek(1200);
    branch->advance(100);
    const RunRecord &record = branch->record();
    QVERIFY(record.parent == (BranchPoint{1, 1200}));
    QCOMPARE(record.changes.size(), std::size_t{5}); // four before it, and its own
    QCOMPARE(record.changes.back().epoch, 1200);
    QCOMPARE(record.furthest, 1300);

    QCOMPARE(standingOf(branch->snapshot(std::nullopt)).epoch, 1300);
    const Standing found = standingOf(branch->snapshot(std::nullopt));
    const Snapshot shown = branch->snapshot(std::nullopt);
    for (std::size_t e = 0; e < 1200; ++e)
        QVERIFY(areSameFigures(shown.models[2].history[e], parent->histories[2][e]));
    QVERIFY(!areSameFigures(shown.models[2].history[1200], parent->histories[2][1200])); // α is another from here on
    QVERIFY(!areSameFigures(shown.models[2].current, parent->histories[2][1300]));
    QVERIFY(areSameFigures(shown.models[0].current, parent->histories[0][1300])); // and the other models do not know
    branch->seek(1200);
    branch->seek(1300);
    QVERIFY(isSameStanding(standingOf(branch->snapshot(std::nullopt)), found));
}

void TestTimeline::anEpochAfterAModelDivergedIsReachedToo_data()
{
    everyEpochIsAsIfTheRunHadStoppedThere_data();
}

void TestTimeline::anEpochAfterAModelDivergedIsReachedToo()
{
    QFETCH(int, batchSize);
    Experiment experiment = changedExperiment(batchSize);
    experiment.stop.epochs = 400;
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(experiment));
    run->advance(200);
    run->apply({0, 1, "learning-rate", 1e9});
    run->advance(200);
    const Snapshot end = run->snapshot(std::nullopt);
    QVERIFY(end.models[1].divergedAt && *end.models[1].divergedAt < 210 && !end.models[0].divergedAt);
    for (const int epoch : {300, 100, 203, 201, 399, 200, 400}) {
        run->seek(epoch);
        const Snapshot shown = run->snapshot(std::nullopt);
        QVERIFY(shown.models[1].divergedAt.has_value() == (epoch >= *end.models[1].divergedAt));
        QVERIFY(areSameFigures(shown.models[0].current, end.models[0].history[static_cast<std::size_t>(epoch)]));
        QVERIFY(!shown.models[1].divergedAt || shown.models[1].divergedAt == end.models[1].divergedAt);
        QCOMPARE(shown.models[1].history.size(), end.models[1].history.size());
    }
}

void TestTimeline::aStopRuleEndsTheReplayWhereItEndedTheRun()
{
    Experiment experiment = changedExperiment(7);
    experiment.stop = {.epochs = 5000, .patience = 40};
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(experiment));
    run->advance(5000);
    const std::int64_t end = run->epoch();
    QVERIFY(run->isFinished() && end < 5000);
    run->seek(end / 2);
    QVERIFY(!run->isFinished());
    run->advance(5000);
    QCOMPARE(run->epoch(), end);
    QVERIFY(run->isFinished());
}

/** The least test loss was measured right before the change that made its row a larger one. */
void TestTimeline::aStopRuleRemembersWhatRowsWereWhenTheyWereCompared()
{
    Experiment experiment = changedExperiment(0);
    setActivations(experiment, std::vector{parseActivationSpec("leaky_relu")});
    experiment.stop = {.epochs = 5000, .patience = 30};
    const auto backend = makeEigenBackend();
    const auto unchanged = recorded(*backend, newRecord(experiment));
    unchanged->advance(5000);
    const auto best = static_cast<int>(unchanged->epoch()) - 30;
    const auto run = recorded(*backend, newRecord(experiment));
    run->advance(best);
    const double least = run->snapshot(std::nullopt).models[0].current.testLoss;
    for (const char *alpha : {"2", "1", "0"}) {
        run->apply({0, 0, "activation", std::string("leaky_relu:alpha=") + alpha});
        if (run->snapshot(std::nullopt).models[0].current.testLoss > least)
            break;
    }
    run->apply({0, 0, "learning-rate", 1e-12}); // so that nothing becomes better
    QVERIFY(run->snapshot(std::nullopt).models[0].current.testLoss > least);
    run->advance(5000);
    QCOMPARE(run->epoch(), best + 30);
    for (const int epoch : {best + 15, best, best - 1, best + 30}) {
        run->seek(epoch);
        QCOMPARE(run->isFinished(), epoch == best + 30);
        run->advance(5000);
        QCOMPARE(run->epoch(), best + 30);
    }
}

void TestTimeline::namedRunsAreKeptAndRemoved()
{
    RunStore store;
    const auto record = [](RunId id, std::int64_t furthest) {
        RunRecord made = newRecord(changedExperiment(0));
        made.id = id;
        made.furthest = furthest;
        return std::make_shared<const RunRecord>(std::move(made));
    };
    store.keep(record(4, 10), "first");
    store.keep(record(7, 20));
    store.keep(record(4, 30)); // later
    QCOMPARE(store.runs().size(), std::size_t{2});
    QCOMPARE(store.runs()[0].name, std::string("first"));
    QCOMPARE(store.find(4)->furthest, 30);
    QVERIFY(store.rename(7, "second") && !store.rename(8, "none"));
    QCOMPARE(store.runs()[1].name, std::string("second"));
    QVERIFY(store.remove(4) && !store.remove(4) && !store.find(4));
    QCOMPARE(store.runs().size(), std::size_t{1});
}

/** The oldest run's go first; figures and changes stay, of which it can be trained again. */
void TestTimeline::momentsOfKeptRunsAreBounded()
{
    constexpr std::size_t bytes = 100'000;
    RunStore store;
    for (RunId id = 1; id <= 5; ++id) {
        RunRecord record = newRecord(changedExperiment(0));
        record.id = id;
        record.histories.resize(3);
        record.histories[0].append({0.5, 0.5, 0.5, 0.5});
        for (std::int64_t epoch = 0; epoch < 10; ++epoch)
            record.timeline.add(keyframe(epoch, bytes / 10));
        store.keep(std::make_shared<const RunRecord>(std::move(record)));
        store.setNote(id, "noted");
        store.boundMoments(5 * bytes / 2);
    }
    std::size_t kept = 0;
    for (const KeptRun &run : store.runs()) {
        kept += run.record->timeline.bytes();
        QCOMPARE(run.record->timeline.size() > 0, run.record->id >= 4);
        QVERIFY(run.record->histories[0].size() == 1 && run.record->start && run.note == "noted");
    }
    QVERIFY(kept > 0 && kept <= 5 * bytes / 2);
    const KeptRun second = store.runs()[1];
    QVERIFY(store.remove(2));
    store.insert(1, second);
    QCOMPARE(store.runs()[1].record->id, RunId{2});
    QCOMPARE(store.runs().size(), std::size_t{5});
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
