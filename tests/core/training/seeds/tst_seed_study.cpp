// Many seeds: each run is what it would be alone, and what is said of them is no more than they show.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/io/ready_experiments.h"
#include "core/io/seeds_report.h"
#include "core/training/comparison.h"
#include "core/training/seeds/seed_trainer.h"
#include "core/training/seeds/seed_verdict.h"
#include "core/training/seeds/swept_number.h"
#include "core/training/setting.h"
#include "tests/core/training/watched_backend.h"
#include "tests/support/patience.h"
#include "tests/support/small_experiment.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

SeedStudy studyOf(const Experiment &experiment, int count)
{
    SeedWatch watch;
    return trainSeeds(experiment, {.count = count}, *makeEigenBackend(), std::nullopt, watch);
}

/** A study whose models ended with these test accuracies (or losses); NaN stands for diverged. */
SeedStudy studyWith(const std::vector<std::vector<double>> &ends, SeedFigure figure = SeedFigure::TestAccuracy)
{
    SeedStudy study;
    study.experiment = defaultExperiment();
    if (figure == SeedFigure::TestLoss)
        generated(study.experiment.data).kind = "plane";
    while (study.experiment.models.size() < ends.front().size())
        study.experiment.models.push_back(study.experiment.models.back());
    study.plan.count = static_cast<int>(ends.size());
    for (const std::vector<double> &models : ends) {
        SeedRun run{.seed = study.plan.seed(static_cast<int>(study.runs.size())), .epoch = 0};
        for (const double end : models) {
            const bool isAccuracy = figure == SeedFigure::TestAccuracy;
            SeedOutcome outcome{.figures = {0, isAccuracy ? 0.5 : end, 0, isAccuracy ? end : std::numeric_limits<double>::quiet_NaN()}};
            outcome.history.append(outcome.figures);
            if (std::isnan(end))
                outcome.divergedAt = 0;
            run.models.push_back(outcome);
        }
        study.runs.push_back(std::make_shared<const SeedRun>(run));
    }
    return study;
}

QString verdictOf(const SeedStudy &study, std::size_t difference = 0)
{
    const SeedSummary summary = summarize(study);
    return QString::fromStdString(verdictText(summary, summary.differences[difference], seedModelNames(study.experiment)).text());
}

} // namespace

class TestSeedStudy : public QObject {
    Q_OBJECT

private slots:
    void everySeedIsTheRunThatItWouldBeAlone();
    void modelsShareWhatTheyShareInTheExperiment();
    void seedsOfTheDataAloneOrOfTheModelsAlone();
    void howManySeedsThereCanBe();
    void boundariesAreOnTheGridThatIsAskedFor();
    void verdictsSayNoMoreThanIsShown_data();
    void verdictsSayNoMoreThanIsShown();
    void divergedSeedsAreLeftOutAndCounted();
    void severalDifferencesHoldTogether();
    void runsOfDifferentLengthsAreCountedEpochByEpoch();
    void aRegressionIsDecidedByItsLoss();
    void reportsHaveNoVerdictBeforeTheLastSeed();
    void aSweepIsOfOneNumberAlone();
    void theTrainerPublishesEverySeedAndCanBeCancelled();
    void theTrainerSaysWhyItCannotGoOn();
};

void TestSeedStudy::everySeedIsTheRunThatItWouldBeAlone()
{
    Experiment experiment = smallExperiment(40);
    experiment.batchSize = 16; // the order of samples has a seed, too
    const SeedStudy study = studyOf(experiment, 4);
    QCOMPARE(study.runs.size(), std::size_t{4});
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        Experiment alone = experiment;
        generated(alone.data).seed = alone.split.seed = seed;
        for (ModelConfiguration &model : alone.models)
            model.seeds = {seed, seed, seed};
        const auto backend = makeEigenBackend();
        Comparison comparison(1, alone, *backend);
        comparison.advance(40);
        const Snapshot end = comparison.snapshot(std::nullopt);
        const SeedRun &run = *study.runs[seed - 1];
        QCOMPARE(run.seed, seed);
        QCOMPARE(run.epoch, std::int64_t{40});
        for (std::size_t m = 0; m < 2; ++m) {
            QCOMPARE(run.models[m].history.size(), std::size_t{41});
            for (std::size_t epoch = 0; epoch <= 40; ++epoch) {
                const EpochFigures &is = run.models[m].history[epoch];
                const EpochFigures &shouldBe = end.models[m].history[epoch];
                QVERIFY(is == shouldBe || (epoch == 0 && is.testLoss == shouldBe.testLoss && is.testAccuracy == shouldBe.testAccuracy));
            }
            QVERIFY(run.models[m].figures == end.models[m].current);
        }
    }
}

void TestSeedStudy::modelsShareWhatTheyShareInTheExperiment()
{
    Experiment experiment = smallExperiment();
    experiment.models.push_back(experiment.models.front());
    experiment.models.push_back(experiment.models.front());
    experiment.models[2].seeds.weights = 7;
    experiment.models[3].seeds.weights = 9;
    experiment.models[3].seeds.draws = 9;
    std::set<std::uint32_t> weights;
    for (int index = 0; index < 5; ++index) {
        const Experiment seeded = withSeed(experiment, {.count = 5, .first = 10}, index);
        QCOMPARE(generated(seeded.data).seed, 10u + unsigned(index));
        QCOMPARE(seeded.split.seed, 10u + unsigned(index));
        QCOMPARE(seeded.models[0].seeds, (Seeds{10u + unsigned(index), 10u + unsigned(index), 10u + unsigned(index)}));
        QCOMPARE(seeded.models[1].seeds, seeded.models[0].seeds);
        QCOMPARE(seeded.models[2].seeds.batches, seeded.models[0].seeds.batches);
        QVERIFY(seeded.models[3].seeds.draws != seeded.models[0].seeds.draws);
        for (const std::size_t model : {0u, 2u, 3u})
            QVERIFY(weights.insert(seeded.models[model].seeds.weights).second);
    }
}

void TestSeedStudy::seedsOfTheDataAloneOrOfTheModelsAlone()
{
    const Experiment experiment = smallExperiment();
    const Experiment ofData = withSeed(experiment, {.models = false}, 4);
    QVERIFY(generated(ofData.data).seed == 5 && ofData.split.seed == 5 && ofData.models == experiment.models);
    const Experiment ofModels = withSeed(experiment, {.data = false}, 4);
    QVERIFY(ofModels.data == experiment.data && ofModels.split == experiment.split && ofModels.models[1].seeds.weights == 5);
}

void TestSeedStudy::howManySeedsThereCanBe()
{
    for (const int count : {-1, 0, 1, 1001})
        QVERIFY_THROWS_EXCEPTION(actiscope::ConfigurationError, validate(SeedPlan{.count = count}));
    for (const int count : {2, 1000})
        validate(SeedPlan{.count = count});
    Experiment endless = smallExperiment(StopRule::maxEpochs); // figures of 60 million epochs
    QVERIFY_THROWS_EXCEPTION(actiscope::ConfigurationError, validate(SeedPlan{}, endless));
    endless.stop.epochs = 100'000;
    validate(SeedPlan{}, endless);
}

void TestSeedStudy::boundariesAreOnTheGridThatIsAskedFor()
{
    SeedWatch watch;
    const GridSpec grid{.width = 9, .height = 5};
    const SeedStudy study = trainSeeds(smallExperiment(5), {.count = 2}, *makeEigenBackend(), grid, watch);
    for (const auto &run : study.runs) {
        for (const SeedOutcome &model : run->models)
            QVERIFY(model.boundary && model.boundary->grid == grid && model.boundary->probability.size() == 45);
    }
    QVERIFY(study.runs[0]->models[0].boundary->probability != study.runs[1]->models[0].boundary->probability);
}

void TestSeedStudy::verdictsSayNoMoreThanIsShown_data()
{
    QTest::addColumn<std::vector<std::vector<double>>>("ends");
    QTest::addColumn<QString>("verdict");
    using Ends = std::vector<std::vector<double>>;
    const double gone = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("two seeds are too few for a small difference")
        << Ends{{0.90, 0.91}, {0.90, 0.92}} << "No difference that 2 seeds could show.";
    QTest::newRow("equal at each") << Ends{{0.9, 0.9}, {0.8, 0.8}, {0.7, 0.7}} << "ReLU and Leaky ReLU end equal at each of 3 seeds.";
    QTest::newRow("the same difference at each is no interval")
        << Ends{{0.5, 0.75}, {0.25, 0.5}} << "Leaky ReLU is ahead of ReLU by 25.0 points at each of 2 seeds: no spread, so no interval.";
    QTest::newRow("better") << Ends{{0.90, 0.910}, {0.90, 0.912}, {0.90, 0.914}, {0.90, 0.916}}
                            << "Leaky ReLU is better by 0.9 to 1.7 points.";
    QTest::newRow("worse") << Ends{{0.910, 0.90}, {0.912, 0.90}, {0.914, 0.90}, {0.916, 0.90}} << "ReLU is better by 0.9 to 1.7 points.";
    QTest::newRow("hardly better: no end is written as 0")
        << Ends{{0.90, 0.9003}, {0.90, 0.9007}, {0.90, 0.9003}, {0.90, 0.9007}} << "Leaky ReLU is better by 0.013 to 0.087 points.";
    QTest::newRow("one pair is left") << Ends{{0.9, 0.8}, {0.9, gone}, {gone, 0.9}}
                                      << "ReLU and Leaky ReLU cannot be compared: fewer than two seeds trained both to the end.";
    QTest::newRow("none is left") << Ends{{gone, gone}, {0.9, gone}}
                                  << "ReLU and Leaky ReLU cannot be compared: fewer than two seeds trained both to the end.";
}

void TestSeedStudy::verdictsSayNoMoreThanIsShown()
{
    QFETCH(std::vector<std::vector<double>>, ends);
    QFETCH(QString, verdict);
    QCOMPARE(verdictOf(studyWith(ends)), verdict);
}

void TestSeedStudy::divergedSeedsAreLeftOutAndCounted()
{
    const double gone = std::numeric_limits<double>::quiet_NaN();
    const SeedStudy study = studyWith({{0.9, 0.8}, {gone, 0.9}, {0.9, 0.7}, {0.8, gone}, {gone, gone}});
    const SeedSummary summary = summarize(study);
    QCOMPARE(summary.models[0].diverged, std::size_t{2});
    QCOMPARE(summary.models[1].diverged, std::size_t{2});
    QCOMPARE(summary.models[0].accuracy.end.count, std::size_t{3});
    const SeedDifference &difference = summary.differences.front();
    QCOMPARE(difference.decisive.count, std::size_t{2});
    QCOMPARE(difference.leftOut, std::size_t{3});
    QCOMPARE(difference.worse, std::size_t{2});
    QCOMPARE(QString::fromStdString(leftOutText(difference, study.runs.size()).text()),
             QStringLiteral("Left out: 3 of 5 seeds, at which one of the two diverged."));
}

void TestSeedStudy::severalDifferencesHoldTogether()
{
    const SeedStudy study = studyWith({{0.90, 0.91, 0.95}, {0.90, 0.93, 0.96}, {0.90, 0.90, 0.97}});
    const SeedSummary summary = summarize(study);
    QCOMPARE(summary.differences.size(), std::size_t{2});
    QCOMPARE(summary.verdictLevel, 0.975);
    QVERIFY(summary.differences[1].decisive.low < summary.differences[1].accuracy.end.low);
    QVERIFY(verdictOf(study, 0).startsWith("ReLU and "));
    QVERIFY2(verdictOf(study, 1).contains(" is better than ReLU by "), qPrintable(verdictOf(study, 1)));
}

void TestSeedStudy::runsOfDifferentLengthsAreCountedEpochByEpoch()
{
    Experiment experiment = smallExperiment(60);
    experiment.stop.testAccuracy = 0.9;
    const SeedStudy study = studyOf(experiment, 6);
    const SeedSummary summary = summarize(study);
    std::set<std::int64_t> lengths;
    for (const auto &run : study.runs)
        lengths.insert(run->epoch);
    QVERIFY(lengths.size() > 1);
    const std::vector<MeanInterval> &rows = summary.models[0].accuracy.epochs;
    QCOMPARE(rows.size(), static_cast<std::size_t>(*lengths.rbegin()) + 1);
    for (std::size_t epoch = 0; epoch < rows.size(); ++epoch) {
        const auto reaches = [epoch](const auto &run) { return static_cast<std::size_t>(run->epoch) >= epoch; };
        QCOMPARE(rows[epoch].count, static_cast<std::size_t>(std::ranges::count_if(study.runs, reaches)));
    }
    QCOMPARE(summary.models[0].accuracy.end.count, std::size_t{6});
}

void TestSeedStudy::aRegressionIsDecidedByItsLoss()
{
    const SeedStudy study = studyWith({{0.50, 0.40}, {0.51, 0.42}, {0.52, 0.41}}, SeedFigure::TestLoss);
    QVERIFY2(verdictOf(study).startsWith("Leaky ReLU is better: its test loss is lower by 0.0"), qPrintable(verdictOf(study)));
    const SeedSummary summary = summarize(study);
    QCOMPARE(summary.differences.front().better, std::size_t{3});
    QCOMPARE(summary.models.front().accuracy.end.count, std::size_t{0});
}

void TestSeedStudy::reportsHaveNoVerdictBeforeTheLastSeed()
{
    SeedStudy study = studyWith({{0.90, 0.910}, {0.90, 0.912}, {0.90, 0.914}});
    QVERIFY(seedsJson(study, summarize(study)).find("is better by") != std::string::npos);
    QVERIFY(seedsSummary(study, summarize(study)).find("is better by") != std::string::npos);
    study.plan.count = 4;
    QVERIFY(seedsJson(study, summarize(study)).find("\"verdict\": null") != std::string::npos);
    QVERIFY(seedsSummary(study, summarize(study)).find("is better by") == std::string::npos);
}

/** Of three models or more that differ in one number and nothing else, each in its own. */
void TestSeedStudy::aSweepIsOfOneNumberAlone()
{
    const auto slopes = [](const std::vector<const char *> &activations) {
        Experiment experiment = defaultExperiment();
        std::vector<ActivationSpec> specs;
        for (const char *activation : activations)
            specs.push_back(parseActivationSpec(activation));
        setActivations(experiment, specs);
        return experiment;
    };
    Experiment alphas = slopes({"leaky_relu:alpha=0.2", "leaky_relu:alpha=0.01", "leaky_relu:alpha=1"});
    QVERIFY(sweptNumber(alphas));
    QCOMPARE(sweptNumber(alphas)->symbol, std::string("α"));
    QCOMPARE(sweptNumber(alphas)->values, (std::vector<double>{0.2, 0.01, 1}));
    alphas.models[1].optimizer.learningRate *= 2; // and another one
    QVERIFY(!sweptNumber(alphas));
    Experiment rates = slopes({"relu", "relu", "relu"});
    for (std::size_t model = 0; model < 3; ++model)
        rates.models[model].optimizer.learningRate = std::pow(10.0, -1.0 - static_cast<double>(model));
    QVERIFY(sweptNumber(rates));
    QCOMPARE(sweptNumber(rates)->symbol, std::string("η"));
    QCOMPARE(sweptNumber(rates)->values[2], rates.models[2].optimizer.learningRate);
    Experiment starts = slopes({"relu", "relu", "relu"}); // no number
    starts.models[1].initialization.kind = InitializationKind::HeNormal;
    QVERIFY(!sweptNumber(starts));
    QVERIFY(!sweptNumber(slopes({"leaky_relu:alpha=0.2", "leaky_relu:alpha=0.01"})));                       // two are no curve
    QVERIFY(!sweptNumber(slopes({"leaky_relu:alpha=0.2", "leaky_relu:alpha=0.01", "leaky_relu:alpha=0.2"}))); // twice the same
    QVERIFY(!sweptNumber(slopes({"leaky_relu:alpha=0.2", "leaky_relu:alpha=0.01", "elu:alpha=1"})));
    QVERIFY(!sweptNumber(slopes({"rrelu:l=0.1,u=0.3", "rrelu:l=0.2,u=0.4", "rrelu:l=0.1,u=0.5"})));         // two numbers
    QVERIFY(sweptNumber(slopes({"rrelu:l=0.1,u=0.3", "rrelu:l=0.1,u=0.4", "rrelu:l=0.1,u=0.5"})));
    Experiment layered = slopes({"leaky_relu:alpha=0.2", "leaky_relu:alpha=0.01", "leaky_relu:alpha=1"});
    layered.models[0].activations.assign(layered.hidden.size(), parseActivationSpec("leaky_relu:alpha=0.2"));
    if (layered.hidden.size() > 1)
        QVERIFY(!sweptNumber(layered));
    const ReadyExperiment *ready = findReadyExperiment("which-alpha");
    QVERIFY(ready && sweptNumber(ready->experiment) && sweptNumber(ready->experiment)->values.size() == 6);
}

void TestSeedStudy::theTrainerPublishesEverySeedAndCanBeCancelled()
{
    SeedTrainer trainer;
    const std::uint64_t number = trainer.begin(
        smallExperiment(20), {.count = 5}, [] { return makeEigenBackend(); }, std::nullopt);
    std::size_t seen = 0;
    std::shared_ptr<const SeedProgress> last;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < patience && !(last && !last->isRunning); QTest::qSleep(1)) {
        if (auto progress = trainer.take()) {
            QCOMPARE(progress->study, number);
            QVERIFY(progress->seeds.runs.size() >= seen);
            seen = progress->seeds.runs.size();
            last = progress;
        }
    }
    QVERIFY(last && last->seeds.isComplete() && last->error.empty());
    QCOMPARE(last->summary.models.size(), std::size_t{2});

    Experiment endless = smallExperiment(500'000);
    trainer.begin(
        endless, {.count = 30}, [] { return makeEigenBackend(); }, std::nullopt);
    QTest::qSleep(20);
    timer.restart();
    trainer.cancel();
    trainer.begin(
        smallExperiment(2), {.count = 2}, [] { return makeEigenBackend(); }, std::nullopt);
    last.reset();
    while (timer.elapsed() < patience && !(last && !last->isRunning)) {
        if (auto progress = trainer.take())
            last = progress;
        QTest::qSleep(1);
    }
    QVERIFY(last && last->seeds.plan.count == 2 && last->seeds.isComplete());
}

void TestSeedStudy::theTrainerSaysWhyItCannotGoOn()
{
    SeedTrainer trainer;
    std::atomic<int> calls = 0;
    const auto failing = [&calls](int) {
        if (++calls > 3)
            throw BackendError("clEnqueueNDRangeKernel", "the device is gone");
    };
    trainer.begin(
        smallExperiment(2), {.count = 30}, [&] { return std::make_unique<WatchedBackend>(failing); }, std::nullopt);
    std::shared_ptr<const SeedProgress> last;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < patience && !(last && !last->isRunning); QTest::qSleep(1)) {
        if (auto progress = trainer.take())
            last = progress;
    }
    QVERIFY(last && !last->isRunning);
    QVERIFY(last->error.text().find("the device is gone") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSeedStudy)
#include "tst_seed_study.moc"
