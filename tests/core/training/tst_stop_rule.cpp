// A run obeys its stop rule: to the epoch, however training is cut into slices, and it says why it ended.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <optional>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

Q_DECLARE_METATYPE(StopRule)

namespace {

constexpr int longRun = 120;

Experiment withRule(const StopRule &rule, int batchSize)
{
    Experiment experiment = smallExperiment();
    experiment.models[1].optimizer.learningRate = 0.03; // the two get there at other epochs
    experiment.batchSize = batchSize;
    experiment.stop = rule;
    return experiment;
}

std::vector<History> freeRun(int batchSize)
{
    const auto backend = makeEigenBackend();
    Comparison run(1, withRule({.epochs = longRun}, batchSize), *backend);
    run.advance(longRun);
    std::vector<History> histories;
    for (const ModelSnapshot &model : run.snapshot(std::nullopt).models)
        histories.push_back(model.history);
    return histories;
}

/** The definition, word for word: the first epoch from 1 on by which each model has met a condition. */
std::optional<std::size_t> expectedEnd(const std::vector<History> &histories, const StopRule &rule)
{
    std::size_t last = 0;
    for (const History &history : histories) {
        std::size_t e = 1;
        const auto isMet = [&] {
            std::size_t least = 0;
            for (std::size_t i = 0; i <= e; ++i)
                least = history[i].testLoss < history[least].testLoss ? i : least;
            return (rule.trainingLoss && history[e].trainLoss <= *rule.trainingLoss)
                   || (rule.testAccuracy && history[e].testAccuracy >= *rule.testAccuracy)
                   || (rule.patience && e - least >= static_cast<std::size_t>(*rule.patience));
        };
        while (e < history.size() && !isMet())
            ++e;
        if (e == history.size())
            return std::nullopt;
        last = std::max(last, e);
    }
    return last;
}

} // namespace

class TestStopRule : public QObject {
    Q_OBJECT

private slots:
    void endsAtTheEpochWhateverTheSlices_data();
    void endsAtTheEpochWhateverTheSlices();
    void goesOnFromACheckpointWithWhatItHasSeen();
    void modelsThatDivergedWaitForNothing();
    void refusesWhatCannotBeMet();
};

void TestStopRule::endsAtTheEpochWhateverTheSlices_data()
{
    QTest::addColumn<StopRule>("rule");
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<StopReason>("reason");
    for (const int batchSize : {0, 16}) {
        const auto row = [&](const char *name, StopRule rule, StopReason reason) {
            rule.epochs = longRun;
            QTest::addRow("%s, batches of %d", name, batchSize) << rule << batchSize << reason;
        };
        row("training loss", {.trainingLoss = 0.35}, StopReason::TrainingLoss);
        row("test accuracy", {.testAccuracy = 0.75}, StopReason::TestAccuracy);
        row("patience", {.patience = 1}, StopReason::NoImprovement);
        row("never", {.trainingLoss = 0}, StopReason::LastEpoch);
    }
}

void TestStopRule::endsAtTheEpochWhateverTheSlices()
{
    QFETCH(StopRule, rule);
    QFETCH(int, batchSize);
    QFETCH(StopReason, reason);
    const std::vector<History> unstopped = freeRun(batchSize);
    const std::size_t end = expectedEnd(unstopped, rule).value_or(longRun);
    QVERIFY(reason == StopReason::LastEpoch || (end > 1 && end < longRun) || rule.patience);
    for (const int slice : {1, 7, longRun}) {
        const auto backend = makeEigenBackend();
        Comparison run(1, withRule(rule, batchSize), *backend);
        while (!run.isFinished())
            run.advance(run.remaining(slice));
        const Snapshot snapshot = run.snapshot(std::nullopt);
        QCOMPARE(snapshot.epoch, static_cast<std::int64_t>(end));
        QCOMPARE(snapshot.ended, std::optional(reason));
        QVERIFY(!stopText(reason, rule).empty());
        for (std::size_t m = 0; m < snapshot.models.size(); ++m) {
            QCOMPARE(snapshot.models[m].history.size(), end + 1);
            for (std::size_t e = 1; e <= end; ++e)
                QCOMPARE(snapshot.models[m].history[e], unstopped[m][e]);
        }
    }
}

void TestStopRule::goesOnFromACheckpointWithWhatItHasSeen()
{
    const StopRule rule{.epochs = longRun, .trainingLoss = 0.35};
    const auto end = static_cast<std::int64_t>(expectedEnd(freeRun(0), rule).value());
    for (const std::int64_t stop : {end / 2, end - 1, end}) {
        const auto backend = makeEigenBackend(), other = makeEigenBackend();
        Comparison run(1, withRule(rule, 0), *backend);
        run.advance(static_cast<int>(stop));
        Comparison resumed(1, withRule(rule, 0), *other, run.checkpoint());
        QCOMPARE(resumed.isFinished(), stop == end);
        if (!resumed.isFinished())
            resumed.advance(resumed.remaining(longRun));
        QCOMPARE(resumed.epoch(), end);
        QCOMPARE(resumed.ended(), std::optional(StopReason::TrainingLoss));
    }
}

void TestStopRule::modelsThatDivergedWaitForNothing()
{
    Experiment experiment = withRule({.epochs = longRun, .trainingLoss = 0.35}, 0);
    experiment.models[1].optimizer.learningRate = 1e12;
    const auto alone = static_cast<std::int64_t>(expectedEnd({freeRun(0)[0]}, experiment.stop).value());
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(longRun);
    QCOMPARE(run.epoch(), alone);
    experiment.models[0].optimizer.learningRate = 1e12;
    const auto other = makeEigenBackend();
    Comparison lost(1, experiment, *other);
    lost.advance(longRun);
    QCOMPARE(lost.ended(), std::optional(StopReason::AllDiverged));
}

void TestStopRule::refusesWhatCannotBeMet()
{
    const auto refused = [](const StopRule &rule, std::string_view option) {
        try {
            validate(rule);
        } catch (const ConfigurationError &error) {
            return error.option() == option;
        }
        return false;
    };
    QVERIFY(refused({.epochs = 0}, "epochs"));
    QVERIFY(refused({.trainingLoss = -1}, "stop-loss"));
    QVERIFY(refused({.trainingLoss = std::nan("")}, "stop-loss"));
    QVERIFY(refused({.testAccuracy = 1.01}, "stop-accuracy"));
    QVERIFY(refused({.patience = 0}, "patience"));
    Experiment regression = smallExperiment();
    generated(regression.data).kind = "plane";
    regression.loss = Loss::MeanSquaredError;
    validate(regression);
    regression.stop.testAccuracy = 0.9;
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, validate(regression));
}

QTEST_GUILESS_MAIN(TestStopRule)
#include "tst_stop_rule.moc"
