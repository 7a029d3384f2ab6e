// A surveyor measures exactly what diagnose() says, beside a run that trains, of a branch only what is new, and keeps little.
#include "core/training/series.h"
#include "core/training/surveyor.h"
#include "tests/core/training/session_fixture.h"
#include "tests/support/patience.h"
#include "tests/support/loop_watch.h"
#include "tests/support/surveyed_run.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestSurveyor : public QObject {
    Q_OBJECT

private slots:
    void figuresAreThoseOfDiagnostics();
    void surveysWhileTrainingGoesOn();
    void nobodyWaitsForWhoYields();
    void aBranchKnowsWhatWasBefore();
    void keptSeriesAreThoseOfTheSurvey();
    void theUsualSeriesFitTheExperiment();

private:
    template <class Condition>
    static std::shared_ptr<const RunSurvey> await(Surveyor &surveyor, const Condition &condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patience) {
            if (auto survey = surveyor.take(); survey && condition(*survey))
                return survey;
            QTest::qSleep(1);
        }
        return nullptr;
    }
    static bool isComplete(const RunSurvey &survey) { return survey.isComplete; }
};

void TestSurveyor::figuresAreThoseOfDiagnostics()
{
    Experiment experiment = smallExperiment(300); // more than the moments that are kept
    setActivations(experiment, std::vector{parseActivationSpec("relu"), parseActivationSpec("prelu")});
    experiment.hidden = {6, 5};
    const SurveyedRun run(experiment);
    Surveyor surveyor;
    surveyor.watch(std::make_shared<const Snapshot>(run.snapshot));
    const auto survey = await(surveyor, isComplete);
    QVERIFY(survey);
    const Timeline &timeline = run.snapshot.record->timeline;
    QVERIFY(timeline.stride() > 1 && !survey->isEachEpoch);
    QCOMPARE(survey->moments.size(), timeline.size() + (timeline[timeline.size() - 1].epoch() == 300 ? 0 : 1));
    QCOMPARE(survey->moments.back()->epoch, std::int64_t{300});
    for (const auto &moment : survey->moments) {
        const TrainingState &state = moment->epoch == 300 ? *run.snapshot.moment : *timeline.before(moment->epoch)->moment;
        QCOMPARE(state.epoch, moment->epoch);
        for (std::size_t m = 0; m < 2; ++m) {
            const Diagnostics expected = diagnose(*run.snapshot.cohort, state, m);
            std::size_t dead = 0;
            std::vector<double> alpha;
            for (const LayerDiagnostics &layer : expected.layers) {
                dead += layer.deadUnits();
                if (layer.learnedAlpha)
                    alpha.push_back(*layer.learnedAlpha);
            }
            const double ratio = expected.layers.front().figures.gradientNorm / expected.output.gradientNorm;
            QCOMPARE(findSeries("dead-units")->measured(moment->models[m]), std::vector{static_cast<double>(dead)});
            QVERIFY(findSeries("gradient-ratio")->measured(moment->models[m]) == std::vector{ratio}); // to the last bit
            QVERIFY(findSeries("alpha")->measured(moment->models[m]) == alpha);
            QCOMPARE(alpha.size(), curveCount(*findSeries("alpha"), experiment, m));
        }
    }
    QCOMPARE(survey->before(301)->epoch, std::int64_t{300});
    QCOMPARE(survey->before(0)->epoch, std::int64_t{0});
    QVERIFY(!survey->before(-1));
}

void TestSurveyor::surveysWhileTrainingGoesOn()
{
    Experiment experiment = sessionExperiment();
    experiment.stop.epochs = 1'000'000;
    const auto session = smallSession();
    session->setExperiment(experiment);
    session->play();
    Surveyor surveyor;
    std::int64_t surveyed = -1;
    std::size_t moments = 0;
    const auto last = awaitSnapshot(*session, [&](const Snapshot &snapshot) {
        if (snapshot.models.empty() || snapshot.state != RunState::Running)
            return false;
        surveyor.watch(std::make_shared<const Snapshot>(snapshot));
        const auto survey = surveyor.take();
        if (!survey)
            return false;
        moments = survey->moments.size();
        surveyed = survey->moments.empty() ? -1 : survey->moments.back()->epoch;
        return surveyed > 1000;
    });
    QVERIFY(last);
    QVERIFY(moments <= Timeline::defaultCount + 2);
    session->pause();
    const auto rest = awaitSnapshot(*session, inState(RunState::Paused));
    QVERIFY(rest);
    surveyor.watch(rest);
    const auto survey = await(surveyor, isComplete);
    QVERIFY(survey);
    QCOMPARE(survey->moments.back()->epoch, rest->epoch);
    QCOMPARE(survey->furthest, rest->epoch);
}

void TestSurveyor::nobodyWaitsForWhoYields()
{
    // With every core taken the surveyor, who yields, may be kept from going on for long: not with something in hand that others need.
    Experiment experiment = defaultExperiment(); // whose moments take a while to be measured
    experiment.stop.epochs = 3;
    const SurveyedRun run(experiment);
    std::atomic<bool> isOver = false;
    std::vector<std::jthread> busy;
    for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
        busy.emplace_back([&isOver] {
            while (!isOver) {
            }
        });
    Surveyor surveyor;
    Snapshot snapshot = run.snapshot;
    double worst = 0; // ms
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 1500; QThread::msleep(2)) {
        snapshot.run += 1; // all is to be measured again
        const auto given = std::make_shared<const Snapshot>(snapshot);
        const OwnTime time;
        surveyor.watch(given);
        surveyor.take();
        surveyor.isBusy();
        worst = std::max(worst, time.elapsed());
    }
    isOver = true;
    QVERIFY2(worst < (test::isSanitized ? 200 : 10), qPrintable(QString::number(worst)));
}

void TestSurveyor::aBranchKnowsWhatWasBefore()
{
    const SurveyedRun run(smallExperiment(40));
    Surveyor surveyor;
    surveyor.watch(std::make_shared<const Snapshot>(run.snapshot));
    const auto whole = await(surveyor, isComplete);
    QVERIFY(whole);
    Snapshot branch = run.snapshot;
    branch.run = 2;
    branch.record = std::make_shared<const RunRecord>(branched(*run.snapshot.record, 2, 25, {}));
    branch.moment = branch.record->timeline.before(25)->moment;
    branch.epoch = branch.furthest = 25;
    surveyor.watch(std::make_shared<const Snapshot>(branch));
    const auto survey = await(surveyor, isComplete);
    QVERIFY(survey);
    QCOMPARE(survey->run, RunId{2});
    QCOMPARE(survey->moments.size(), std::size_t{26});
    for (std::size_t i = 0; i < survey->moments.size(); ++i)
        QCOMPARE(survey->moments[i], whole->moments[i]); // the very same: nothing was measured anew
}

void TestSurveyor::keptSeriesAreThoseOfTheSurvey()
{
    Experiment experiment = smallExperiment(10);
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("relu")});
    experiment.hidden = {4, 3};
    const SurveyedRun run(experiment);
    const std::vector<NamedSeries> series = measuredSeries(run.survey);
    std::size_t alphas = 0;
    for (const NamedSeries &each : series) {
        QCOMPARE(each.epochs.size(), std::size_t{11});
        alphas += each.name == "alpha" ? 1 : 0;
        if (each.name == "dead-units")
            QCOMPARE(each.values[7], static_cast<double>(run.survey.moments[7]->models[*each.model].deadUnits()));
    }
    QCOMPARE(alphas, std::size_t{2});
}

void TestSurveyor::theUsualSeriesFitTheExperiment()
{
    const auto names = [](const Experiment &experiment) {
        std::vector<std::string> all;
        for (const SeriesKind *kind : usualSeries(experiment)) {
            all.emplace_back(kind->name);
            if (kind->applies && !kind->applies(experiment))
                all.emplace_back("does not apply");
        }
        return all;
    };
    Experiment experiment = defaultExperiment();
    QCOMPARE(names(experiment), (std::vector<std::string>{"loss", "accuracy"}));
    experiment.tracksUnits = true;
    QCOMPARE(names(experiment), (std::vector<std::string>{"accuracy", "dead-units"}));
    experiment.hidden = {};
    QCOMPARE(names(experiment), (std::vector<std::string>{"loss", "accuracy"}));
    experiment = defaultExperiment();
    experiment.hidden = {8, 8, 8, 8};
    QCOMPARE(names(experiment), (std::vector<std::string>{"loss", "gradient-ratio"}));
    setActivations(experiment, std::vector{parseActivationSpec("prelu")});
    QCOMPARE(names(experiment), (std::vector<std::string>{"loss", "alpha"}));
    generated(experiment.data).kind = "plane";
    setActivations(experiment, std::vector{parseActivationSpec("relu")});
    experiment.hidden = {8};
    experiment.loss = Loss::MeanSquaredError;
    QCOMPARE(names(experiment), (std::vector<std::string>{"loss"}));
}

QTEST_GUILESS_MAIN(TestSurveyor)
#include "tst_surveyor.moc"
