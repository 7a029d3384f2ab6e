// Ctrl+Z takes back what was changed of a network by hand: a weight, a unit that was switched off.
#include "tests/ui/training/training_fixture.h"

#include "core/training/parameter_change.h"
#include "ui/training/evidence/evidence_view.h"

#include <QUndoStack>

using namespace actiscope;
using namespace actiscope::test;

namespace {

std::size_t changes(const WorkspaceFixture &fixture)
{
    return fixture.workspace->snapshot()->record->changes.size();
}

} // namespace

class TestParameterUndo : public QObject {
    Q_OBJECT

private slots:
    void aUnitThatWasSwitchedOffIsBack();
    void oneMoveOfAHandIsOneChange();
    void undoStandsWhereTheChangeWasMade();
    void afterAResetTheChangeBeforeIsMeant();
};

void TestParameterUndo::aUnitThatWasSwitchedOffIsBack()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    QUndoStack &undo = *fixture.workspace->undoStack();
    const Moment before = fixture.workspace->snapshot()->moment;
    fixture.workspace->evidence()->selection().askToSwitchOff(1, {0, 3});
    QTRY_COMPARE_WITH_TIMEOUT(changes(fixture), std::size_t{1}, patience);
    QVERIFY(!(*fixture.workspace->snapshot()->moment == *before));
    QCOMPARE(undo.undoText(), QStringLiteral("unit 4 of layer 1 off"));
    undo.undo();
    QTRY_COMPARE_WITH_TIMEOUT(changes(fixture), std::size_t{0}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(*fixture.workspace->snapshot()->moment == *before, patience);
    QVERIFY(fixture.controller.runs().empty());
    undo.redo();
    QTRY_COMPARE_WITH_TIMEOUT(changes(fixture), std::size_t{1}, patience);
    QVERIFY(!(*fixture.workspace->snapshot()->moment == *before));
}

/** Several values one after the other, as of a dragged weight. */
void TestParameterUndo::oneMoveOfAHandIsOneChange()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    QUndoStack &undo = *fixture.workspace->undoStack();
    const Moment before = fixture.workspace->snapshot()->moment;
    for (const double value : {0.5, 1.0, 1.5})
        fixture.workspace->evidence()->selection().askToChange(weightChange(0, {0, 2, 1}, value));
    QCOMPARE(undo.count(), 1);
    fixture.workspace->evidence()->selection().askToChange(weightChange(0, {0, 3, 1}, 1));
    QCOMPARE(undo.count(), 2);
    const auto other = [&] { return changes(fixture) > 0 && fixture.workspace->snapshot()->record->changes.back().place == ParameterPlace{0, 3, 1}; };
    QTRY_VERIFY_WITH_TIMEOUT(other(), patience);
    undo.undo();
    QTRY_VERIFY_WITH_TIMEOUT(!other() && changes(fixture) > 0, patience);
    undo.undo();
    QTRY_COMPARE_WITH_TIMEOUT(changes(fixture), std::size_t{0}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(*fixture.workspace->snapshot()->moment == *before, patience);
}

/** What was trained since stays as an earlier run. */
void TestParameterUndo::undoStandsWhereTheChangeWasMade()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    fixture.controller.applyToRun(weightChange(0, {0, 2, 1}, 1));
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{2}, patience);
    fixture.workspace->undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() == 1 && changes(fixture) == 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.controller.runs().size(), std::size_t{1}, patience);
    QCOMPARE(fixture.controller.runs()[0].record->furthest, std::int64_t{2});
}

/** The run of the change is gone with it: one press takes back what was done before. */
void TestParameterUndo::afterAResetTheChangeBeforeIsMeant()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    QUndoStack &undo = *fixture.workspace->undoStack();
    Experiment changed = smallExperiment();
    changed.stop.epochs = 30;
    fixture.document.apply(changed);
    fixture.controller.applyToRun(weightChange(0, {0, 2, 1}, 1));
    QTRY_COMPARE_WITH_TIMEOUT(changes(fixture) > 0, true, patience);
    fixture.controller.reset();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Ready && changes(fixture) == 0, patience);
    undo.undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.document.experiment().stop.epochs, smallExperiment().stop.epochs, patience);
    QVERIFY(!undo.canUndo());
}

QTEST_MAIN(TestParameterUndo)
#include "tst_parameter_undo.moc"
