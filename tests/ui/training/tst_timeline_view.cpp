// The chart that is also the timeline: hands that go back to an epoch, what follows from it, and what is drawn.
#include "tests/ui/training/timeline_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/training/timeline/runs_panel.h"
#include "ui/training/timeline/sentence_line.h"
#include "ui/training/timeline/timeline_view.h"

#include <QPushButton>

#include <cstring>

using namespace actiscope;
using namespace actiscope::test;

class TestTimelineView : public TimelineTest {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void draggingRewindsAndTrainGoesOn();
    void keysMoveTheCursor();
    void aClickWhileItTrainsPausesThere();
    void aStepThatIsSuggestedIsTriedFromTheStart();
    void theAxisShowsWhatWasTrained();
    void differencesAreToTheFirstModel();
    void seriesAreChosenInTheMenu();
    void measuredSeriesAreDrawnAsMeasured();
    void namesStandBesideTheirCurves_data();
    void namesStandBesideTheirCurves();
};

void TestTimelineView::draggingRewindsAndTrainGoesOn()
{
    WorkspaceFixture fixture;
    trainToEnd(fixture);
    TimelinePlot &plot = plotOf(fixture);
    QCOMPARE(plot.cursor(), std::int64_t{40});
    const History whole = fixture.model(0).history;
    const std::uint64_t run = fixture.run();
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(plot, 30));
    for (const int epoch : {25, 18, 12})
        moveMouse(plot, at(plot, epoch), Qt::LeftButton);
    QCOMPARE(plot.cursor(), std::int64_t{12}); // at once
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(plot, 12));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{12}, patience);
    QCOMPARE(fixture.state(), RunState::Paused);
    QVERIFY(sameBits(fixture.model(0).current, whole[12]));
    QCOMPARE(fixture.model(0).history.size(), whole.size());
    QVERIFY(fixture.workspace->controls()->epochText().contains(QStringLiteral("rewound")));
    QCOMPARE(fixture.workspace->controls()->playButton()->text(), QStringLiteral("Train"));
    QVERIFY(plot.strip(0).curve(0)->graph->dataCount() == 41); // what came later stays to be seen

    fixture.controller.seek(0);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{0}, patience);
    QVERIFY(fixture.workspace->controls()->epochText().contains(QStringLiteral("rewound")));
    QVERIFY(fixture.workspace->timeline()->sentence()->sentence().startsWith(QStringLiteral("Epoch 0")));
    fixture.workspace->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished && fixture.epoch() == 40, patience);
    QCOMPARE(fixture.run(), run);
    QCOMPARE(plot.cursor(), std::int64_t{40});
    for (std::size_t row = 0; row < whole.size(); ++row)
        QVERIFY(sameBits(fixture.model(0).history[row], whole[row]));
    QVERIFY(fixture.controller.runs().empty());
}

void TestTimelineView::keysMoveTheCursor()
{
    WorkspaceFixture fixture;
    trainToEnd(fixture);
    TimelinePlot &plot = plotOf(fixture);
    const std::pair<Qt::Key, std::int64_t> steps[] = {{Qt::Key_Left, 39}, {Qt::Key_PageUp, 29},   {Qt::Key_Right, 30}, {Qt::Key_Home, 0},
                                                      {Qt::Key_Left, 0},  {Qt::Key_PageDown, 10}, {Qt::Key_End, 40},   {Qt::Key_Right, 40}};
    for (const auto &[key, epoch] : steps) {
        QTest::keyClick(&plot, key);
        QCOMPARE(plot.cursor(), epoch);
        QVERIFY(plot.accessibleDescription().startsWith(QStringLiteral("epoch %1\n").arg(epoch)));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), epoch, patience);
    }
}

void TestTimelineView::aClickWhileItTrainsPausesThere()
{
    Experiment endless = smallExperiment(1'000'000);
    WorkspaceFixture fixture(endless);
    WAIT_READY(fixture, endless);
    fixture.workspace->controls()->setPace(0);
    fixture.workspace->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > 500, patience);
    TimelinePlot &plot = plotOf(fixture);
    QTest::mouseClick(&plot, Qt::LeftButton, {}, at(plot, 100));
    const std::int64_t wanted = plot.cursor();
    QVERIFY(wanted > 80 && wanted < 120);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Paused && fixture.epoch() == wanted, patience);
    QCOMPARE(plot.cursor(), wanted);
    QVERIFY(fixture.workspace->snapshot()->furthest > 500);
}

void TestTimelineView::aStepThatIsSuggestedIsTriedFromTheStart()
{
    Experiment dying = smallExperiment();
    for (ModelConfiguration &model : dying.models)
        model.initialization.biasConstant = -3;
    WorkspaceFixture fixture(dying);
    trainToEnd(fixture);
    TimelineView &timeline = *fixture.workspace->timeline();
    QTRY_VERIFY_WITH_TIMEOUT(!plotOf(fixture).marks().events().empty(), patience);
    fixture.controller.seek(3);
    QTRY_VERIFY_WITH_TIMEOUT(timeline.sentence()->sentence().startsWith(QStringLiteral("Epoch 3: ")), patience);
    QVERIFY2(timeline.sentence()->sentence().contains(QStringLiteral("of ReLU’s 8 units are dead")),
             qPrintable(timeline.sentence()->sentence()));
    QPushButton *step = timeline.sentence()->stepButton();
    QVERIFY(step->isVisible());
    QCOMPARE(step->text(), QStringLiteral("Try initial bias 0"));
    const std::uint64_t run = fixture.run();
    QTest::mouseClick(step, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.run() > run && fixture.state() == RunState::Finished, patience);
    QCOMPARE(fixture.workspace->snapshot()->experiment, smallExperiment());
    QCOMPARE(fixture.document.experiment(), smallExperiment());
    QCOMPARE(fixture.controller.runs().size(), std::size_t{1});
    QCOMPARE(*fixture.controller.runs()[0].record->start, dying);
    QVERIFY(fixture.controller.runs()[0].record->changes.empty());
    QTRY_VERIFY_WITH_TIMEOUT(isSurveyed(fixture), patience);
    QVERIFY(!step->isVisible() || step->text() != QStringLiteral("Try initial bias 0"));
    fixture.document.undo().undo();
    QCOMPARE(fixture.document.experiment(), dying);
}

void TestTimelineView::theAxisShowsWhatWasTrained()
{
    Experiment endless = smallExperiment(1'000'000);
    WorkspaceFixture fixture(endless);
    WAIT_READY(fixture, endless);
    const TimelinePlot &plot = plotOf(fixture);
    QCOMPARE(plot.axisEnd(), std::int64_t{10});
    fixture.workspace->controls()->setPace(0);
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > 1000, patience);
    const std::int64_t trained = fixture.workspace->snapshot()->furthest;
    QVERIFY2(plot.axisEnd() >= trained && plot.axisEnd() <= trained * 5 / 4 + 10, qPrintable(QString::number(plot.axisEnd())));
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Paused, patience);
    QCOMPARE(plot.axisEnd(), fixture.workspace->snapshot()->furthest);
}

void TestTimelineView::differencesAreToTheFirstModel()
{
    WorkspaceFixture fixture;
    trainToEnd(fixture);
    fixture.workspace->timeline()->setDifference(true);
    const StripChart &strip = plotOf(fixture).strip(0);
    for (std::int64_t epoch = 0; epoch <= 40; ++epoch) {
        const auto row = static_cast<std::size_t>(epoch);
        QCOMPARE(strip.curve(0)->at(epoch), 0.0);
        QCOMPARE(strip.curve(1)->at(epoch), fixture.model(1).history[row].testLoss - fixture.model(0).history[row].testLoss);
        QCOMPARE(strip.curve(1, 1)->at(epoch), fixture.model(1).history[row].trainLoss - fixture.model(0).history[row].trainLoss);
    }
    fixture.workspace->timeline()->setDifference(false);
    QCOMPARE(plotOf(fixture).strip(0).curve(0)->at(40), fixture.model(0).history[40].testLoss);
}

void TestTimelineView::seriesAreChosenInTheMenu()
{
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    TimelineView &timeline = *fixture.workspace->timeline();
    QCOMPARE(timeline.shownSeries(), (QStringList{QStringLiteral("loss"), QStringLiteral("accuracy")}));
    QCOMPARE(timeline.chartButton()->accessibleName(), QStringLiteral("Chart: loss, accuracy"));
    const auto entry = [&timeline](const QString &text) {
        emit timeline.chartButton()->menu()->aboutToShow();
        for (QAction *action : timeline.chartButton()->menu()->actions()) {
            if (action->text() == text)
                return action;
        }
        return static_cast<QAction *>(nullptr);
    };
    QVERIFY(!entry(QStringLiteral("α"))->isEnabled()); // nothing learns it
    entry(QStringLiteral("Dead units"))->trigger();
    entry(QStringLiteral("Accuracy"))->trigger();
    QCOMPARE(timeline.shownSeries(), (QStringList{QStringLiteral("loss"), QStringLiteral("dead-units")}));
    entry(QStringLiteral("Logarithmic loss"))->trigger();
    QVERIFY(timeline.isLogarithmic());
    entry(QStringLiteral("As it suits the experiment"))->trigger();
    QCOMPARE(timeline.shownSeries(), (QStringList{QStringLiteral("loss"), QStringLiteral("accuracy")}));
    Experiment tracked = smallExperiment();
    tracked.tracksUnits = true;
    fixture.document.load(tracked);
    WAIT_READY(fixture, tracked);
    QCOMPARE(timeline.shownSeries(), (QStringList{QStringLiteral("accuracy"), QStringLiteral("dead-units")}));
}

void TestTimelineView::measuredSeriesAreDrawnAsMeasured()
{
    Experiment experiment = smallExperiment();
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("relu")});
    experiment.hidden = {6, 4};
    WorkspaceFixture fixture(experiment);
    TimelineView &timeline = *fixture.workspace->timeline();
    trainToEnd(fixture);
    timeline.chooseSeries({QStringLiteral("dead-units"), QStringLiteral("alpha")});
    QTRY_VERIFY_WITH_TIMEOUT(isSurveyed(fixture), patience);
    const RunSurvey &survey = *fixture.controller.survey();
    QCOMPARE(survey.moments.size(), std::size_t{41});
    const StripChart &dead = plotOf(fixture).strip(0), &alpha = plotOf(fixture).strip(1);
    QVERIFY(alpha.curve(0, 0) && alpha.curve(0, 1) && !alpha.curve(0, 2) && !alpha.curve(1));
    for (const auto &moment : survey.moments) {
        QCOMPARE(dead.curve(1)->at(moment->epoch), static_cast<double>(moment->models[1].deadUnits()));
        QCOMPARE(alpha.curve(0, 0)->at(moment->epoch), moment->models[0].alpha[0]);
        QCOMPARE(alpha.curve(0, 1)->at(moment->epoch), moment->models[0].alpha[1]);
    }
    QCOMPARE(alpha.curve(0, 0)->at(0), 0.25);
    // A run that is followed by another one keeps what was measured.
    fixture.controller.reset();
    fixture.controller.step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), std::int64_t{1}, patience);
    QCOMPARE(plotOf(fixture).strip(0).keptCount(), std::size_t{2});
}

void TestTimelineView::namesStandBesideTheirCurves_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("points");
    for (const double points : {11.0, 16.5}) {
        for (const QSize size : {QSize(960, 600), QSize(1280, 800), QSize(1920, 1080)})
            QTest::addRow("%dx%d, %.1f points", size.width(), size.height(), points) << size << points;
    }
}

void TestTimelineView::namesStandBesideTheirCurves()
{
    QFETCH(QSize, size);
    QFETCH(double, points);
    const QFont before = qApp->font();
    QFont font = before;
    font.setPointSizeF(points);
    qApp->setFont(font);
    {
        Experiment experiment = smallExperiment();
        experiment.models.push_back(experiment.models[1]);
        experiment.models[2].activations = {makeSpec(*experiment.models[1].activation().activation, {0.2})};
        WorkspaceFixture fixture(experiment);
        fixture.workspace->resize(size);
        trainToEnd(fixture);
        TimelinePlot &plot = plotOf(fixture);
        plot.replot();
        for (std::size_t i = 0; i < plot.stripCount(); ++i) {
            const std::vector<QRectF> &drawn = plot.texts(i).drawnLabels();
            QCOMPARE(drawn.size(), std::size_t{3});
            for (std::size_t k = 0; k < drawn.size(); ++k) {
                QVERIFY(drawn[k].left() >= plot.strip(i).axisRect()->right() && drawn[k].right() <= plot.width() + 1);
                for (std::size_t other = 0; other < k; ++other)
                    QVERIFY(std::abs(drawn[k].center().y() - drawn[other].center().y()) > 0.7 * drawn[k].height());
            }
        }
        QVERIFY(plot.marks().handle().bottom() <= plot.height() && plot.marks().handle().right() <= plot.width());
    }
    qApp->setFont(before);
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
