// The experiment of the window: every change can be undone and redone, and what may change while training does.
#include "tests/ui/training/training_fixture.h"

#include "core/training/setting.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
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
    document.apply(defaultExperiment(), [] { return QStringLiteral("default experiment"); });
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
    WorkspaceFixture fixture(endless);
    WAIT_READY(fixture, endless);
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > 3, patience);
    const std::uint64_t run = fixture.run();
    NumberSpinBox *alpha = fixture.workspace->experimentPanel()->models()->rows()[1]->parameters().front()->spinBox();
    for (const double value : {0.1, 0.2, 0.3}) {
        alpha->setValue(value);
        const std::int64_t epoch = fixture.epoch();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > epoch && fixture.model(1).configuration.activation().parameters[0] == value, patience);
    }
    QCOMPARE(fixture.run(), run);
    QCOMPARE(fixture.state(), RunState::Running);
    QCOMPARE(fixture.document.undo().count(), 1);
    fixture.document.undo().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model(1).configuration.activation().parameters[0], 0.01, patience);
    QCOMPARE(fixture.run(), run);
    QVERIFY(fixture.controller.keptRuns().empty());
    QVERIFY(fixture.workspace->snapshot()->record->changes.size() >= 4); // each is written down
}

/** Those of the table that are numbers, and make a difference with Adam. */
void TestExperimentDocument::everyLiveSettingIsChangedWhileItTrains()
{
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 100'000;
    WorkspaceFixture fixture(experiment);
    WAIT_READY(fixture, experiment);
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > 0, patience);
    const std::uint64_t run = fixture.run();
    int count = 0;
    for (const Setting &setting : settings()) {
        const bool isNumber = setting.kind == SettingKind::Number || setting.kind == SettingKind::Whole;
        if (!setting.isLive || !isNumber || setting.isOptional || !applies(setting, experiment))
            continue;
        const double value = std::get<double>(setting.get(experiment, 0));
        setEverywhere(experiment, setting, setting.kind == SettingKind::Whole ? value + 1000 : value > 0 ? value / 2 : 1e-4);
        fixture.document.apply(experiment);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->snapshot()->experiment, experiment, patience);
        QVERIFY2(fixture.run() == run && fixture.state() == RunState::Running, std::string(setting.name).c_str());
        ++count;
    }
    QVERIFY2(count >= 7, qPrintable(QString::number(count)));
    QCOMPARE(fixture.document.undo().count(), count);
}

void TestExperimentDocument::theLearningRateIsTakenBackWhileItTrains()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    const std::uint64_t run = fixture.run();
    fixture.document.apply(withRate(0.3));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->snapshot()->experiment.models[0].optimizer.learningRate, 0.3, patience);
    fixture.document.undo().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->snapshot()->experiment.models[0].optimizer.learningRate, 0.01, patience);
    QCOMPARE(fixture.run(), run);
    QCOMPARE(fixture.epoch(), std::int64_t{1});
}

void TestExperimentDocument::whatCannotChangeBeginsARunAndKeepsTheOldOne()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    const History before = fixture.model(1).history;
    Experiment other = smallExperiment();
    other.hidden = {5};
    fixture.document.apply(other);
    WAIT_READY(fixture, other);
    QCOMPARE(fixture.controller.keptRuns().size(), std::size_t{1});
    const RunRecord kept = *fixture.controller.keptRuns().front().record;
    QCOMPARE(*kept.start, smallExperiment());
    QCOMPARE(kept.histories.size(), std::size_t{2});
    QCOMPARE(kept.histories[1].size(), before.size());
    QCOMPARE(kept.histories[1].back(), before.back());
    fixture.document.undo().undo();
    WAIT_READY(fixture, smallExperiment());
    QCOMPARE(fixture.controller.keptRuns().size(), std::size_t{1}); // the other one had trained nothing
}

void TestExperimentDocument::thePanelShowsWhatWasUndone()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    const ExperimentPanel &panel = *fixture.workspace->experimentPanel();
    NumberSpinBox *alpha = panel.models()->rows()[1]->parameters().front()->spinBox();
    fixture.workspace->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.workspace.get()));
    alpha->setFocus();
    alpha->setValue(0.4);
    QCOMPARE(fixture.document.experiment(), withAlpha(0.4));
    fixture.document.undo().undo();
    QCOMPARE(panel.models()->rows()[1]->parameters().front()->spinBox(), alpha); // the hand stays in it
    QVERIFY(alpha->hasFocus());
    QCOMPARE(panel.experiment(), smallExperiment());
    QCOMPARE(panel.models()->rows()[1]->parameters().front()->spinBox()->value(), 0.01);
    fixture.document.undo().redo();
    QCOMPARE(panel.models()->rows()[1]->parameters().front()->spinBox()->value(), 0.4);
}

QTEST_MAIN(TestExperimentDocument)
#include "tst_experiment_document.moc"
