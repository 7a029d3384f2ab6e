// The experiment of the window: every change can be undone and redone, and what may change while training does.
#include "tests/ui/training/training_fixture.h"

#include "core/training/setting.h"
#include "ui/base/number_spin_box.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/model_row.h"

#include <QUndoStack>

using namespace actiscope;
using namespace actiscope::test;

namespace {

Experiment withRate(double rate)
{
    Experiment experiment = smallExperiment();
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.learningRate = rate;
    return experiment;
}

Experiment withAlpha(double alpha)
{
    Experiment experiment = smallExperiment();
    const Activation &leaky = *experiment.models[1].activation().activation;
    experiment.models[1].activations = {makeSpec(leaky, {alpha})};
    return experiment;
}

} // namespace

class TestExperimentDocument : public QObject {
    Q_OBJECT

private slots:
    void everyChangeIsUndoneAndRedoneWithItsText();
    void aSettingThatIsMovedIsOneChange();
    void whatIsMovedBackIsNoChange();
    void loadingLeavesNothingToUndo();
    void parametersAreMovedWhileItTrains();
    void everyLiveSettingIsChangedWhileItTrains();
    void theLearningRateIsTakenBackWhileItTrains();
    void whatCannotChangeBeginsARunAndKeepsTheOldOne();
    void thePanelShowsWhatWasUndone();
};

void TestExperimentDocument::everyChangeIsUndoneAndRedoneWithItsText()
{
    ExperimentDocument document;
    document.load(smallExperiment());
    QSignalSpy changed(&document, &ExperimentDocument::changed);
    Experiment hidden = smallExperiment();
    hidden.hidden = {4, 4};
    document.apply(hidden);
    QVERIFY2(document.undo().undoText().contains("8 → 4, 4") || document.undo().undoText().contains("8 → 4,4"),
             qPrintable(document.undo().undoText()));
    document.apply(hidden); // the same again is no change
    QCOMPARE(document.undo().count(), 1);
    Experiment both = hidden;
    for (ModelConfiguration &model : both.models)
        model.optimizer.learningRate = 0.1;
    document.apply(both);
    QVERIFY2(document.undo().undoText().contains("0.01 → 0.1"), qPrintable(document.undo().undoText()));
    document.apply(defaultExperiment(), "default experiment");
    QCOMPARE(document.undo().undoText(), QStringLiteral("default experiment"));
    QCOMPARE(changed.size(), 3);

    const Experiment steps[] = {smallExperiment(), hidden, both, defaultExperiment()};
    for (int i = 3; i-- > 0;) {
        document.undo().undo();
        QCOMPARE(document.experiment(), steps[i]);
    }
    QVERIFY(!document.undo().canUndo() && !document.isModified());
    for (int i = 1; i <= 3; ++i) {
        document.undo().redo();
        QCOMPARE(document.experiment(), steps[i]);
    }
    QVERIFY(document.isModified());
}

void TestExperimentDocument::aSettingThatIsMovedIsOneChange()
{
    ExperimentDocument document;
    document.load(smallExperiment());
    for (const double alpha : {0.02, 0.05, 0.1, 0.2})
        document.apply(withAlpha(alpha));
    QCOMPARE(document.undo().count(), 1);
    QVERIFY2(document.undo().undoText().contains("0.01 → ") && document.undo().undoText().contains("0.2"),
             qPrintable(document.undo().undoText()));
    Experiment other = withAlpha(0.2);
    other.stop.epochs = 7;
    document.apply(other);
    QCOMPARE(document.undo().count(), 2);
    document.undo().undo();
    QCOMPARE(document.experiment(), withAlpha(0.2));
    document.undo().undo();
    QCOMPARE(document.experiment(), smallExperiment());
}

void TestExperimentDocument::whatIsMovedBackIsNoChange()
{
    ExperimentDocument document;
    document.load(smallExperiment());
    document.apply(withAlpha(0.05));
    document.apply(smallExperiment());
    QCOMPARE(document.undo().count(), 0);
    QVERIFY(!document.isModified());
    QCOMPARE(document.experiment(), smallExperiment());
}

void TestExperimentDocument::loadingLeavesNothingToUndo()
{
    ExperimentDocument document;
    document.apply(withRate(0.5));
    QSignalSpy loaded(&document, &ExperimentDocument::loaded);
    document.load(smallExperiment());
    QCOMPARE(loaded.size(), 1);
    QVERIFY(!document.undo().canUndo() && !document.isModified());
}

void TestExperimentDocument::parametersAreMovedWhileItTrains()
{
    Experiment endless = smallExperiment();
    endless.stop.epochs = 1'000'000;
    Bench bench(endless);
    WAIT_READY(bench, endless);
    bench.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(bench.epoch() > 3, patience);
    const std::uint64_t run = bench.run();
    NumberSpinBox *alpha = bench.workspace->experimentPanel()->models()->rows()[1]->parameterField(0);
    for (const double value : {0.1, 0.2, 0.3}) {
        alpha->setValue(value);
        const std::int64_t epoch = bench.epoch();
        QTRY_VERIFY_WITH_TIMEOUT(bench.epoch() > epoch && bench.model(1).configuration.activation().parameters[0] == value, patience);
    }
    QCOMPARE(bench.run(), run);
    QCOMPARE(bench.state(), RunState::Running);
    QCOMPARE(bench.document.undo().count(), 1);
    bench.document.undo().undo();
    QTRY_COMPARE_WITH_TIMEOUT(bench.model(1).configuration.activation().parameters[0], 0.01, patience);
    QCOMPARE(bench.run(), run);
    QVERIFY(bench.controller.keptRuns().empty());
    QVERIFY(bench.workspace->snapshot()->record->changes.size() >= 4); // each is written down
}

/** Those of the table that are numbers, and make a difference with Adam. */
void TestExperimentDocument::everyLiveSettingIsChangedWhileItTrains()
{
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 100'000;
    Bench bench(experiment);
    WAIT_READY(bench, experiment);
    bench.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(bench.epoch() > 0, patience);
    const std::uint64_t run = bench.run();
    int count = 0;
    for (const Setting &setting : settings()) {
        const bool isNumber = setting.kind == SettingKind::Number || setting.kind == SettingKind::Whole;
        if (!setting.isLive || !isNumber || setting.isOptional || !applies(setting, experiment))
            continue;
        const double value = std::get<double>(setting.get(experiment, 0));
        setEverywhere(experiment, setting, setting.kind == SettingKind::Whole ? value + 1000 : value > 0 ? value / 2 : 1e-4);
        bench.document.apply(experiment);
        QTRY_COMPARE_WITH_TIMEOUT(bench.workspace->snapshot()->experiment, experiment, patience);
        QVERIFY2(bench.run() == run && bench.state() == RunState::Running, std::string(setting.name).c_str());
        ++count;
    }
    QVERIFY2(count >= 7, qPrintable(QString::number(count)));
    QCOMPARE(bench.document.undo().count(), count);
}

void TestExperimentDocument::theLearningRateIsTakenBackWhileItTrains()
{
    Bench bench;
    WAIT_READY(bench, smallExperiment());
    bench.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(bench.epoch(), std::int64_t{1}, patience);
    const std::uint64_t run = bench.run();
    bench.document.apply(withRate(0.3));
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace->snapshot()->experiment.models[0].optimizer.learningRate, 0.3, patience);
    bench.document.undo().undo();
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace->snapshot()->experiment.models[0].optimizer.learningRate, 0.01, patience);
    QCOMPARE(bench.run(), run);
    QCOMPARE(bench.epoch(), std::int64_t{1});
}

void TestExperimentDocument::whatCannotChangeBeginsARunAndKeepsTheOldOne()
{
    Bench bench;
    WAIT_READY(bench, smallExperiment());
    bench.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(bench.epoch(), std::int64_t{1}, patience);
    const History before = bench.model(1).history;
    Experiment other = smallExperiment();
    other.hidden = {5};
    bench.document.apply(other);
    WAIT_READY(bench, other);
    QCOMPARE(bench.controller.keptRuns().size(), std::size_t{1});
    const RunRecord kept = *bench.controller.keptRuns().front().record;
    QCOMPARE(*kept.start, smallExperiment());
    QCOMPARE(kept.histories.size(), std::size_t{2});
    QCOMPARE(kept.histories[1].size(), before.size());
    QCOMPARE(kept.histories[1].back(), before.back());
    bench.document.undo().undo();
    WAIT_READY(bench, smallExperiment());
    QCOMPARE(bench.controller.keptRuns().size(), std::size_t{1}); // the other one had trained nothing
}

void TestExperimentDocument::thePanelShowsWhatWasUndone()
{
    Bench bench;
    WAIT_READY(bench, smallExperiment());
    const ExperimentPanel &panel = *bench.workspace->experimentPanel();
    NumberSpinBox *alpha = panel.models()->rows()[1]->parameterField(0);
    bench.workspace->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.workspace.get()));
    alpha->setFocus();
    alpha->setValue(0.4);
    QCOMPARE(bench.document.experiment(), withAlpha(0.4));
    bench.document.undo().undo();
    QCOMPARE(panel.models()->rows()[1]->parameterField(0), alpha); // the hand stays in it
    QVERIFY(alpha->hasFocus());
    QCOMPARE(panel.experiment(), smallExperiment());
    QCOMPARE(panel.models()->rows()[1]->parameterField(0)->value(), 0.01);
    bench.document.undo().redo();
    QCOMPARE(panel.models()->rows()[1]->parameterField(0)->value(), 0.4);
}

QTEST_MAIN(TestExperimentDocument)
#include "tst_experiment_document.moc"
