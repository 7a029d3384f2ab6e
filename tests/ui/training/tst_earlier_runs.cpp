// Runs that part from one another: changes at an epoch that was gone back to, earlier runs that are named, hidden, restored and removed.
#include "tests/ui/training/timeline_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/training/timeline/runs_panel.h"
#include "ui/training/timeline/sentence_line.h"
#include "ui/training/timeline/timeline_view.h"

#include <QToolButton>

#include <cstring>

using namespace actiscope;
using namespace actiscope::test;

class TestEarlierRuns : public TimelineTest {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void aChangeAtARewoundEpochBranches();
    void aRewoundRunBranchesWithAllThatIsSet();
    void earlierRunsAreRestoredWithAllTheirSettings();
    void earlierRunsAreNamedNotedHiddenAndRemoved();
};

void TestEarlierRuns::aChangeAtARewoundEpochBranches()
{
    WorkspaceFixture fixture;
    trainToEnd(fixture);
    const std::uint64_t run = fixture.run();
    const QToolButton &play = *fixture.workspace->controls()->playButton();
    const int width = play.width();
    fixture.controller.seek(12);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{12}, patience);
    fixture.document.apply(withRate(0.05));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.epoch() == 12, patience);
    QTRY_COMPARE_WITH_TIMEOUT(play.text(), QStringLiteral("Branch"), patience);
    QCOMPARE(play.width(), width);
    QCOMPARE(fixture.controller.runs().size(), std::size_t{1});
    QCOMPARE(fixture.controller.runs()[0].record->furthest, std::int64_t{40});
    QCOMPARE(plotOf(fixture).strip(0).keptCount(), std::size_t{2});
    QCOMPARE(plotOf(fixture).axisEnd(), std::int64_t{40}); // as far as the earlier one
    fixture.workspace->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished && fixture.epoch() == 40, patience);
    QCOMPARE(play.text(), QStringLiteral("Train"));
    const History &before = fixture.controller.runs()[0].record->histories[0], &after = fixture.model(0).history;
    QVERIFY(sameBits(before[12], after[12]));
    QVERIFY(!sameBits(before[20], after[20]));
}

/** The settings that the panel shows are those that the branch has, also where the run had others at that epoch. */
void TestEarlierRuns::aRewoundRunBranchesWithAllThatIsSet()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    for (int epoch = 1; epoch <= 5; ++epoch) {
        fixture.controller.step();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{epoch}, patience);
    }
    fixture.document.apply(withRate(0.3)); // from epoch 5 on
    fixture.workspace->controls()->setPace(0);
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, patience);
    fixture.controller.seek(2);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{2}, patience);
    QCOMPARE(fixture.workspace->snapshot()->experiment.models[0].optimizer.learningRate, 0.01);
    Experiment next = withRate(0.3);
    next.models[1].optimizer.l2 = 0.01;
    fixture.document.apply(next);
    const std::uint64_t run = fixture.run();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->snapshot()->experiment, next, patience);
    QCOMPARE(fixture.epoch(), std::int64_t{2});
}

void TestEarlierRuns::earlierRunsAreRestoredWithAllTheirSettings()
{
    WorkspaceFixture fixture;
    trainToEnd(fixture);
    const EpochFigures end = fixture.model(1).current;
    Experiment other = smallExperiment();
    other.hidden = {5};
    fixture.document.apply(other);
    WAIT_READY(fixture, other);
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    QCOMPARE(fixture.controller.runs().size(), std::size_t{1});
    TimelineView &timeline = *fixture.workspace->timeline();
    QVERIFY(timeline.runsButton()->isEnabled());
    timeline.showRuns();
    QVERIFY(timeline.runsPanel()->isVisible());
    const RunsPanel::Row &row = timeline.runsPanel()->rows()[0];
    QVERIFY2(row.differs->text().contains(QStringLiteral("5 → 8")), qPrintable(row.differs->text()));
    QTest::mouseClick(row.restore, Qt::LeftButton);
    QVERIFY(!timeline.runsPanel()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() == 40 && fixture.state() == RunState::Finished, patience);
    QCOMPARE(fixture.document.experiment(), smallExperiment());
    QCOMPARE(fixture.workspace->snapshot()->experiment, smallExperiment());
    QVERIFY(sameBits(fixture.model(1).current, end));
    QCOMPARE(fixture.workspace->controls()->playButton()->text(), QStringLiteral("Train"));
    QCOMPARE(fixture.controller.runs().size(), std::size_t{2}); // the one of one epoch as well
    fixture.controller.seek(7);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{7}, patience);
}

void TestEarlierRuns::earlierRunsAreNamedNotedHiddenAndRemoved()
{
    WorkspaceFixture fixture;
    for (int i = 0; i < 5; ++i) {
        trainToEnd(fixture);
        fixture.document.apply(withRate(0.01 + 0.01 * (i + 1)));
        fixture.controller.reset();
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.controller.runs().size(), std::size_t{5}, patience);
    TimelineView &timeline = *fixture.workspace->timeline();
    const TimelinePlot &plot = plotOf(fixture);
    QCOMPARE(plot.strip(0).keptCount(), std::size_t{6}); // the newest three
    timeline.showRuns();
    const RunsPanel &panel = *timeline.runsPanel();
    QCOMPARE(panel.rows().size(), std::size_t{5});
    const RunId newest = panel.rows()[0].run;
    QCOMPARE(newest, fixture.controller.runs()[4].record->id);
    panel.rows()[0].name->setText(QStringLiteral("wide"));
    QTest::keyClick(panel.rows()[0].name, Qt::Key_Return);
    panel.rows()[0].note->setText(QStringLiteral("ends lower"));
    QTest::keyClick(panel.rows()[0].note, Qt::Key_Return);
    QCOMPARE(fixture.controller.runs()[4].name, std::string("wide"));
    QCOMPARE(fixture.controller.runs()[4].note, std::string("ends lower"));
    QCOMPARE(plot.strip(0).keptEnds().back().name, QStringLiteral("wide"));
    panel.rows()[0].shown->click();
    QCOMPARE(plot.strip(0).keptCount(), std::size_t{4});
    panel.rows()[4].shown->click();
    QCOMPARE(plot.strip(0).keptCount(), std::size_t{6});

    const int changes = fixture.document.undo().index();
    QTest::mouseClick(panel.rows()[0].remove, Qt::LeftButton);
    QCOMPARE(fixture.controller.runs().size(), std::size_t{4});
    QCOMPARE(panel.rows().size(), std::size_t{4});
    fixture.document.undo().undo();
    QCOMPARE(fixture.document.undo().index(), changes);
    QCOMPARE(fixture.controller.runs().size(), std::size_t{5});
    QCOMPARE(fixture.controller.runs()[4].record->id, newest);
    QCOMPARE(fixture.controller.runs()[4].note, std::string("ends lower"));
    fixture.document.undo().redo();
    QCOMPARE(fixture.controller.runs().size(), std::size_t{4});
    timeline.runsPanel()->hide();
}

QTEST_MAIN(TestEarlierRuns)
#include "tst_earlier_runs.moc"
