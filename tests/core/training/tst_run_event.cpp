// What happens in the ready experiments, in true words, and that what is suggested works.
#include "core/io/ready_experiments.h"
#include "tests/support/patience.h"
#include "tests/support/small_experiment.h"
#include "tests/support/surveyed_run.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

class TestRunEvent : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMadeOfTheArticlesPair();
    void unitsThatDieAreCounted();
    void howManyStayDeadIsKnownWithoutTracking();
    void vanishingGradientsAreMeasured();
    void aPlateauIsWhereNoMorePointsGetRight();
    void aPlateauOfValuesIsWhereTheLossStays();
    void theCauseIsSpokenOfBeforeTheSymptom();
    void aTestLossThatRisesIsToldFromItsLeast();
    void divergenceIsTold();
    void sentencesHoldAtEachEpoch();

private:
    static const Experiment &ready(const char *name) { return findReadyExperiment(name)->experiment; }
    static Experiment tried(const SurveyedRun &run, const RunEvent &event)
    {
        const auto suggestion = event.kind->suggest(event, run.snapshot.experiment);
        return suggestion ? suggestion->appliedTo(run.snapshot.experiment) : Experiment();
    }
};

void TestRunEvent::nothingIsMadeOfTheArticlesPair()
{
    SKIP_WHERE_SLOW;
    QVERIFY(SurveyedRun(ready("article")).survey.events.empty());
}

/** The figures of the mock-ups, which are PyTorch's. */
void TestRunEvent::unitsThatDieAreCounted()
{
    const SurveyedRun run(ready("dying-relu"));
    const auto events = run.of("units-die");
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events[0]->epoch, std::int64_t{5});
    QCOMPARE(events[0]->model, std::size_t{0});
    QCOMPARE(run.sentence(*events[0], 12), std::string("Epoch 12: 73 of ReLU’s 128 units are dead, and 57 stay dead."));
    QCOMPARE(run.sentence(*events[0], 100), std::string("Epoch 100: 70 of ReLU’s 128 units are dead: no training point moves them."));
    for (const RunEvent *plateau : run.of("plateau"))
        QVERIFY(plateau->model == 0 && plateau->until == 100);
    QCOMPARE(run.of("plateau").size(), std::size_t{1}); // the mock-up's mark
    const RunEvent *spoken = eventBefore(run.survey.events, 100);
    QVERIFY(spoken && run.of("plateau")[0]->epoch > 5 && std::string(spoken->kind->name) == "units-die");

    const Experiment better = tried(run, *events[0]);
    for (const ModelConfiguration &model : better.models)
        QCOMPARE(model.optimizer.learningRate, 0.01);
    const SurveyedRun again(better);
    QVERIFY(again.of("units-die").empty());
    QVERIFY(again.snapshot.models[0].current.testAccuracy > run.snapshot.models[0].current.testAccuracy + 0.1);
}

/** Where each epoch was looked at, that says as much as tracking does. */
void TestRunEvent::howManyStayDeadIsKnownWithoutTracking()
{
    Experiment experiment = ready("dying-relu");
    experiment.tracksUnits = false;
    experiment.stop.epochs = 60;
    Experiment tracked = experiment;
    tracked.tracksUnits = true;
    const SurveyedRun run(experiment), other(tracked);
    QVERIFY(run.survey.isEachEpoch && run.survey.moments.back()->models[0].lastAlive.empty());
    for (const std::int64_t epoch : {5, 12, 59, 60})
        QCOMPARE(run.sentence(*run.of("units-die")[0], epoch), other.sentence(*other.of("units-die")[0], epoch));
}

void TestRunEvent::vanishingGradientsAreMeasured()
{
    SKIP_WHERE_SLOW;
    const SurveyedRun run(ready("vanishing-gradient"));
    const auto events = run.of("gradients-vanish");
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events[0]->model, std::size_t{0});
    QCOMPARE(events[0]->epoch, std::int64_t{0});
    for (const auto &moment : run.survey.moments) {
        const Diagnostics expected = diagnose(*run.snapshot.cohort, *run.snapshot.record->timeline.before(moment->epoch)->moment, 0);
        const double ratio = expected.layers.front().figures.gradientNorm / expected.output.gradientNorm;
        QVERIFY(ratio >= 1e-3 || moment->epoch <= events[0]->until);
        QVERIFY(ratio < 1e-3 || (moment->epoch != 0 && moment->epoch != events[0]->until));
    }
    const std::string at7 = run.sentence(*events[0], 7);
    QVERIFY2(at7 == "Epoch 7: layer 1 of Sigmoid gets a gradient of 9·10⁻⁸, 16\u00a0000 times smaller than the output layer’s.",
             at7.c_str());
    const auto plateau = run.of("plateau");
    QVERIFY(plateau.size() == 1 && plateau[0]->model == 0 && plateau[0]->epoch == 0 && plateau[0]->until > 45);

    const Experiment better = tried(run, *events[0]);
    QCOMPARE(better.hidden, (std::vector<int>{32, 32}));
    const SurveyedRun again(better);
    QVERIFY(again.of("gradients-vanish").empty());
    QVERIFY(again.snapshot.models[0].current.testAccuracy > 0.85);
}

/** A run of one model that is right on this share of the training points, epoch by epoch. */
static Snapshot runOf(const std::vector<double> &right, const char *data = "moons")
{
    Snapshot run;
    run.experiment = smallExperiment(static_cast<int>(right.size()));
    generated(run.experiment.data).kind = data;
    run.experiment.models.resize(1);
    ModelSnapshot model;
    for (const double share : right)
        model.history.append({1 - share, 1 - share, share, share});
    run.models.push_back(model);
    return run;
}

void TestRunEvent::aPlateauIsWhereNoMorePointsGetRight()
{
    std::vector<double> right(30, 0.5);
    for (int epoch = 0; epoch < 30; ++epoch)
        right.push_back(0.5 + 0.01 * epoch);
    right.insert(right.end(), 60, 0.809); // a point more is none
    const auto plateausOf = [](const std::vector<double> &shares) {
        std::vector<RunEvent> found;
        for (const RunEvent &event : findEvents(runOf(shares), {})) {
            if (event.kind->name == "plateau")
                found.push_back(event);
        }
        return found;
    };
    const std::vector<RunEvent> found = plateausOf(right);
    QCOMPARE(found.size(), std::size_t{2});
    QVERIFY(found[0].epoch == 0 && found[0].until >= 30 && found[0].until <= 32);
    QVERIFY(found[1].epoch >= 57 && found[1].epoch <= 60 && found[1].until == 119);
    std::vector<double> solved = right; // over nine in ten are right: it has little left to learn
    for (double &share : solved)
        share += 0.1;
    QCOMPARE(plateausOf(solved).size(), std::size_t{1});
    right.resize(80); // not long enough for where it begins
    QCOMPARE(plateausOf(right).size(), std::size_t{1});
    std::vector<double> slow; // always a little better
    for (int epoch = 0; epoch < 200; ++epoch)
        slow.push_back(0.5 + 0.001 * epoch);
    QVERIFY(plateausOf(slow).empty());
    std::vector<double> lucky(70, 0.85); // one epoch does not make a plateau of what comes after
    lucky[3] = 0.89;
    for (int epoch = 4; epoch < 30; ++epoch)
        lucky[static_cast<std::size_t>(epoch)] = 0.6 + 0.01 * epoch;
    const std::vector<RunEvent> after = plateausOf(lucky);
    QVERIFY(after.size() == 1 && after[0].epoch >= 25);
}

void TestRunEvent::aPlateauOfValuesIsWhereTheLossStays()
{
    Snapshot run = runOf(std::vector<double>(40, 0.4), "plane");
    const std::vector<RunEvent> events = findEvents(run, {});
    QVERIFY(events.size() == 1 && events[0].kind->name == "plateau" && events[0].until == 39);
    const std::string sentence = events[0].kind->sentence(events[0], run, {}, 39).text();
    QVERIFY2(sentence.find("training loss does not fall: it is 0.6 at epoch 0") != std::string::npos, sentence.c_str());
}

void TestRunEvent::theCauseIsSpokenOfBeforeTheSymptom()
{
    const auto kind = [](std::string_view name) { return &*std::ranges::find(eventKinds(), name, &EventKind::name); };
    const RunEvent die{kind("units-die"), 0, 5, 5}, vanish{kind("gradients-vanish"), 1, 0, 12}, overfit{kind("test-loss-rises"), 0, 60, 90};
    const RunEvent plateau{kind("plateau"), 0, 20, 80}, other{kind("plateau"), 1, 30, 80};
    const auto spoken = [](const std::vector<RunEvent> &events, std::int64_t epoch) { return eventBefore(events, epoch)->epoch; };
    QCOMPARE(spoken({die, plateau}, 80), std::int64_t{5});
    QCOMPARE(spoken({die, other}, 80), std::int64_t{30});    // of another model
    QCOMPARE(spoken({vanish, other}, 80), std::int64_t{30}); // that had ended before
    QCOMPARE(spoken({vanish, {kind("plateau"), 1, 10, 80}}, 80), std::int64_t{0});
    QCOMPARE(spoken({die, plateau, overfit}, 80), std::int64_t{60}); // no symptom of them
    QVERIFY(!eventBefore({die, plateau}, 4));
}

void TestRunEvent::aTestLossThatRisesIsToldFromItsLeast()
{
    SKIP_WHERE_SLOW;
    const SurveyedRun run(ready("too-long"));
    const auto events = run.of("test-loss-rises");
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(run.survey.events.size(), std::size_t{2});
    for (const RunEvent *event : events) {
        const History &history = run.snapshot.models[event->model].history;
        for (std::size_t row = 0; row < history.size(); ++row)
            QVERIFY(history[row].testLoss >= history[static_cast<std::size_t>(event->epoch)].testLoss);
        QVERIFY(history.back().testLoss > 2 * history[static_cast<std::size_t>(event->epoch)].testLoss);
        const Experiment better = tried(run, *event);
        QCOMPARE(better.stop.epochs, static_cast<int>(event->epoch));
        const SurveyedRun again(better);
        QVERIFY(again.of("test-loss-rises").empty());
        QCOMPARE(again.snapshot.models[event->model].current.testLoss, history[static_cast<std::size_t>(event->epoch)].testLoss);
    }
}

void TestRunEvent::divergenceIsTold()
{
    Experiment wild = smallExperiment(200);
    for (ModelConfiguration &model : wild.models)
        model.optimizer.learningRate = 1e6;
    const SurveyedRun run(wild);
    const auto events = run.of("diverged");
    QVERIFY(!events.empty());
    QCOMPARE(events[0]->epoch, *run.snapshot.models[events[0]->model].divergedAt);
    const std::string sentence = run.sentence(*events[0], events[0]->epoch);
    QVERIFY2(sentence.starts_with("ReLU diverged at epoch " + std::to_string(events[0]->epoch)), sentence.c_str());
    QVERIFY(SurveyedRun(tried(run, *events[0])).of("diverged").empty());
}

/** Whatever epoch a hand chooses from the event on, there is a sentence, and its numbers are those of the run. */
void TestRunEvent::sentencesHoldAtEachEpoch()
{
    SKIP_WHERE_SLOW;
    for (const char *name : {"dying-relu", "too-long"}) {
        const SurveyedRun run(ready(name));
        for (const RunEvent &event : run.survey.events) {
            for (std::int64_t epoch = event.epoch; epoch <= run.snapshot.epoch; ++epoch) {
                const std::string sentence = run.sentence(event, epoch);
                QVERIFY2(!sentence.empty() && sentence.find("%1") == std::string::npos, sentence.c_str());
                if (event.kind->name != "test-loss-rises" || !sentence.starts_with("Since"))
                    continue;
                const History &history = run.snapshot.models[event.model].history;
                const auto then = static_cast<std::size_t>(event.epoch), now = static_cast<std::size_t>(epoch);
                QVERIFY(history[now].testLoss > history[then].testLoss && history[now].trainLoss < history[then].trainLoss);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRunEvent)
#include "tst_run_event.moc"
