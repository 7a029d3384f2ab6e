// A run of an experiment: what its snapshots show.
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "tests/support/pytorch_runs.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void boundariesDecideAsAccuracyDoes();
    void aCheckpointKeepsWhatWasLearnedButNotWhatWasSetAnew();
    void rowsOfBatchesAreMeansOfTheEpochThatEnded();
    void rowsOfBatchesArePyTorchs();
    void rowsOfSchedulesArePyTorchs_data();
    void rowsOfSchedulesArePyTorchs();
    void aScheduleGoesOnAfterABreakAndAChange();
    void rowsDoNotDependOnTheLastEpochNorOnSlicesNorOnBreaks_data();
    void rowsDoNotDependOnTheLastEpochNorOnSlicesNorOnBreaks();
    void aRunThatDivergesBetweenTwoRowsEndsWithTheNext();
    void aRunThatIsLostAtARowEndsThere_data();
    void aRunThatIsLostAtARowEndsThere();
    void nothingHasDivergedBeforeTheFirstEpoch();
};

namespace {

/** Row by row, with NaN equal to NaN. */
bool areSame(const History &a, const History &b, std::size_t rows)
{
    const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    for (std::size_t e = 0; e < rows; ++e) {
        if (!same(a[e].trainLoss, b[e].trainLoss) || !same(a[e].trainAccuracy, b[e].trainAccuracy) || !same(a[e].testLoss, b[e].testLoss)
            || !same(a[e].testAccuracy, b[e].testAccuracy))
            return false;
    }
    return a.size() >= rows && b.size() >= rows;
}

Experiment ofBatches(int batchSize, double learningRate = 0.01)
{
    Experiment experiment = smallExperiment();
    experiment.batchSize = batchSize;
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.learningRate = learningRate;
    setActivations(experiment, std::vector{parseActivationSpec("relu"), parseActivationSpec("rrelu")});
    return experiment;
}

/** All rows of the first model after so many epochs at once. */
History historyOf(const Experiment &experiment, int epochs)
{
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(epochs);
    return run.snapshot(std::nullopt).models[0].history;
}

} // namespace

void TestComparison::boundariesDecideAsAccuracyDoes()
{
    const GridSpec grid{.width = 23, .height = 17};
    for (const int classes : {2, 5}) {
        for (const Loss loss : {Loss::CrossEntropy, Loss::MeanSquaredError}) {
            Experiment experiment = smallExperiment();
            generated(experiment.data).kind = "blobs";
            generated(experiment.data).classes = classes;
            experiment.loss = loss;
            const auto backend = makeEigenBackend();
            Comparison run(1, experiment, *backend);
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
                const int expected =
                    likeliest(i, classes, [&](int k, std::size_t p) { return outputs[static_cast<std::size_t>(k) * count + p]; });
                const int found = classes == 2 ? boundary->probability[i] > 0.5f : likeliest(i, classes, [&](int k, std::size_t p) {
                    return boundary->scores[static_cast<std::size_t>(k)][p];
                });
                QCOMPARE(found, expected);
            }
        }
    }
}

void TestComparison::aCheckpointKeepsWhatWasLearnedButNotWhatWasSetAnew()
{
    Experiment experiment = smallExperiment();
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("leaky_relu"), parseActivationSpec("prelu")});
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(10);
    const Checkpoint checkpoint = run.checkpoint();
    const double learned = backend->parameters(2).activation[0][0];
    QVERIFY(learned != experiment.models[2].activation().parameters[0]);
    experiment.models[0].activations.front() = parseActivationSpec("prelu:alpha=1.5");
    experiment.models[1].activations.front() = parseActivationSpec("leaky_relu:alpha=0.5");
    const auto other = makeEigenBackend();
    const Comparison next(1, experiment, *other, checkpoint);
    QCOMPARE(next.epoch(), 10);
    QCOMPARE(other->parameters(0).activation[0][0], 1.5);
    QCOMPARE(other->parameters(1).activation[0][0], 0.5);
    QCOMPARE(other->parameters(2).activation[0][0], learned);
}

void TestComparison::rowsOfBatchesAreMeansOfTheEpochThatEnded()
{
    const Experiment experiment = ofBatches(16);
    constexpr int epochs = 4;
    const auto backend = makeEigenBackend();
    backend->load(makeCohort(experiment));
    const auto measured = backend->advance(epochs)[0].rows;
    const History rows = historyOf(experiment, epochs);
    QCOMPARE(rows.size(), std::size_t{epochs + 1});
    QVERIFY(std::isnan(rows[0].trainLoss) && std::isnan(rows[0].trainAccuracy));
    for (std::size_t e = 0; e < epochs; ++e) {
        QCOMPARE(rows[e].testLoss, measured[e].testLoss);
        QCOMPARE(rows[e].testAccuracy, measured[e].testAccuracy);
        QCOMPARE(rows[e + 1].trainLoss, measured[e].trainLoss);
        QCOMPARE(rows[e + 1].trainAccuracy, measured[e].trainAccuracy);
    }
    QCOMPARE(rows[epochs].testLoss, backend->evaluate()[0].testLoss);
}

/** PyTorch's file says in its row e what an epoch's loop printed that began at e. */
void TestComparison::rowsOfBatchesArePyTorchs()
{
    const reference::PyTorchRun expected = reference::readPyTorchRun(QStringLiteral("batch_mse.json"));
    QCOMPARE(expected.batchSeed, expected.experiment.models.front().seeds.weights); // as makeCohort() has it
    const History rows = historyOf(expected.experiment, expected.experiment.stop.epochs);
    QCOMPARE(rows.size(), expected.rows.size());
    for (std::size_t e = 0; e < rows.size(); ++e) {
        QVERIFY(distance(rows[e].testLoss, expected.rows[e].testLoss) < tolerance::lossInDouble);
        QVERIFY(e == 0 || distance(rows[e].trainLoss, expected.rows[e - 1].trainLoss) < tolerance::lossInDouble);
        QVERIFY(e == 0 || distance(rows[e].trainAccuracy, expected.rows[e - 1].trainAccuracy) < 1e-12);
    }
}

void TestComparison::rowsOfSchedulesArePyTorchs_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::pyTorchRunNames().filter(QStringLiteral("schedule_"))) {
        if (!name.contains(QLatin1String("batches"))) // whose rows are means: another test's
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestComparison::rowsOfSchedulesArePyTorchs()
{
    QFETCH(QString, name);
    const reference::PyTorchRun expected = reference::readPyTorchRun(name);
    for (const int slice : {expected.experiment.stop.epochs, 1, 6}) {
        const auto backend = makeEigenBackend();
        Comparison run(1, expected.experiment, *backend);
        while (!run.isFinished())
            run.advance(run.remaining(slice));
        const History rows = run.snapshot(std::nullopt).models[0].history;
        QCOMPARE(rows.size(), expected.rows.size());
        for (std::size_t e = 0; e < rows.size(); ++e) {
            QVERIFY(distance(rows[e].testLoss, expected.rows[e].testLoss) < tolerance::lossInDouble);
            QVERIFY(distance(rows[e].trainLoss, expected.rows[e].trainLoss) < tolerance::lossInDouble);
        }
    }
}

/** Back at an earlier moment the rate is that of its epoch again, and what was changed is in force from its own epoch on. */
void TestComparison::aScheduleGoesOnAfterABreakAndAChange()
{
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 12;
    experiment.models.front().schedule = {.kind = ScheduleKind::Cosine, .period = 12};
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(5);
    const Keyframe middle = run.keyframe();
    const std::vector<History> before = run.histories();
    run.advance(7);
    const History whole = run.histories().front();
    run.restore(middle, experiment, before);
    run.advance(7);
    QVERIFY(areSame(run.histories().front(), whole, 12));

    run.restore(middle, experiment, before);
    run.apply({5, 0, "schedule", std::string("constant")});
    run.advance(7);
    Experiment constant = experiment;
    constant.models.front().schedule = {};
    Comparison other(2, constant, *backend);
    other.restore(middle, constant, before);
    other.advance(7);
    QVERIFY(areSame(run.histories().front(), other.histories().front(), 12));
    QVERIFY(!areSame(run.histories().front(), whole, 12));
}

void TestComparison::rowsDoNotDependOnTheLastEpochNorOnSlicesNorOnBreaks_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("full batch") << 0;
    QTest::newRow("batches and a rest") << 16;
    QTest::newRow("one sample") << 1;
    QTest::newRow("one batch of all") << 48;
    QTest::newRow("one batch, larger than all") << 500;
}

void TestComparison::rowsDoNotDependOnTheLastEpochNorOnSlicesNorOnBreaks()
{
    QFETCH(int, batchSize);
    const Experiment experiment = ofBatches(batchSize);
    constexpr int epochs = 9;
    const History whole = historyOf(experiment, epochs);
    QVERIFY(std::isnan(whole[0].trainLoss) == (batchSize == 16 || batchSize == 1));
    for (int fewer = 1; fewer < epochs; ++fewer)
        QVERIFY(areSame(historyOf(experiment, fewer), whole, static_cast<std::size_t>(fewer) + 1));
    for (const std::vector<int> &slices : {std::vector{1, 1, 1, 1, 1, 1, 1, 1, 1}, {2, 3, 4}, {8, 1}}) {
        auto backend = makeEigenBackend();
        auto run = std::make_unique<Comparison>(1, experiment, *backend);
        for (const int slice : slices) {
            run->advance(slice);
            QVERIFY(areSame(run->snapshot(std::nullopt).models[0].history, whole, static_cast<std::size_t>(run->epoch()) + 1));
            const Checkpoint checkpoint = run->checkpoint();
            auto other = makeEigenBackend();
            run = std::make_unique<Comparison>(1, experiment, *other, checkpoint);
            backend = std::move(other);
        }
        QVERIFY(areSame(run->snapshot(std::nullopt).models[0].history, whole, whole.size()));
    }
}

void TestComparison::aRunThatDivergesBetweenTwoRowsEndsWithTheNext()
{
    const Experiment experiment = ofBatches(16, 1e6);
    const auto backend = makeEigenBackend(), again = makeEigenBackend();
    backend->load(makeCohort(experiment));
    const ModelReport report = backend->advance(5)[0];
    QCOMPARE(report.divergedAt, std::optional<std::int64_t>(0)); // within the first epoch, after row 0 was measured
    Comparison run(1, experiment, *again);
    run.advance(5);
    const ModelSnapshot model = run.snapshot(GridSpec{.width = 3, .height = 3}).models[0];
    QCOMPARE(model.divergedAt, std::optional<std::int64_t>(1));
    QCOMPARE(model.history.size(), std::size_t{2});
    QVERIFY(std::isnan(model.history[0].trainLoss) && std::isfinite(model.history[0].testLoss));
    QVERIFY(hasDiverged(model.history[1].trainLoss, divergedLoss));
    QVERIFY(run.isFinished());
    const auto other = makeEigenBackend();
    Comparison resumed(1, experiment, *other, run.checkpoint());
    QCOMPARE(resumed.snapshot(std::nullopt).models[0].divergedAt, std::optional<std::int64_t>(1));
    QVERIFY(resumed.isFinished());
}

void TestComparison::aRunThatIsLostAtARowEndsThere_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::newRow("full batch") << 0;
    QTest::newRow("batches") << 47; // of 48: the update of the last one, of a single sample, comes right before a row
}

/** Whether that row is the last or more epochs were asked for. */
void TestComparison::aRunThatIsLostAtARowEndsThere()
{
    QFETCH(int, batchSize);
    Experiment experiment = ofBatches(batchSize, batchSize == 0 ? 1e6 : 1e7);
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.method = OptimizerMethod::Sgd;
    experiment.loss = Loss::MeanSquaredError;
    const History more = historyOf(experiment, 4);
    const auto lost = static_cast<int>(more.size()) - 1;
    QVERIFY(lost >= 1 && lost < 4);
    const auto backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(lost);
    const Snapshot snapshot = run.snapshot(std::nullopt);
    QVERIFY(areSame(snapshot.models[0].history, more, more.size()));
    QCOMPARE(snapshot.models[0].divergedAt, std::optional<std::int64_t>(lost));
}

void TestComparison::nothingHasDivergedBeforeTheFirstEpoch()
{
    const auto backend = makeEigenBackend();
    Comparison run(1, ofBatches(16), *backend);
    const Snapshot snapshot = run.snapshot(GridSpec{.width = 3, .height = 3});
    QVERIFY(snapshot.measuresByBatch && !run.isFinished());
    for (const ModelSnapshot &model : snapshot.models) {
        QVERIFY(!model.divergedAt && model.boundary);
        QVERIFY(std::isnan(model.current.trainLoss) && std::isfinite(model.current.testLoss));
    }
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
