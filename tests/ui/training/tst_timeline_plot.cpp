// What the strips of the timeline draw of runs of any length, and how long that takes.

#include "tests/ui/training/training_fixture.h"
#include "ui/base/number_format.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/timeline/timeline_view.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

class TestTimelinePlot : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void oneSpikeDoesNotSetTheScale();
    void longRunsKeepTheirExtremesAndTheirEnd();
    void theReadoutIsOfTheRowsThemselves();
    void aFrameOfAMillionEpochsIsSoonDrawn();
    void scrubbingRepaintsWithinTwoFrames();
    void partsAreDrawnWithinTheirEpochs();
    void whatHasComeOfAnEpochIsDrawn();
    void thePointerSaysWhereWithinAnEpochItIs();
};

namespace {

/** Noise over a slow fall, with two spikes in it and an epoch without a figure. */
double lossAt(std::size_t epoch)
{
    if (epoch == 12'345)
        return 70;
    if (epoch == 20'000)
        return std::numeric_limits<double>::quiet_NaN();
    return 1 / (1 + 1e-4 * static_cast<double>(epoch)) + 0.01 * std::sin(static_cast<double>(epoch) * 1.7);
}

/** Of this thread. */
double computedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

struct PlotFixture {
    TimelinePlot plot;
    std::shared_ptr<Snapshot> run = std::make_shared<Snapshot>();
    std::vector<ModelStyle> styles;

    explicit PlotFixture(std::size_t models)
    {
        run->experiment = smallExperiment(2'000'000);
        run->experiment.models.resize(models, run->experiment.models[0]);
        run->models.resize(models);
        run->state = RunState::Paused;
        styles.resize(models);
        for (std::size_t i = 0; i < models; ++i)
            styles[i] = {QStringLiteral("Model %1").arg(i), QPen(QColor::fromHsv(static_cast<int>(60 * i), 255, 200), 2)};
        plot.resize(900, 200);
        plot.setTheme(Theme::light());
        plot.setSeries({findSeries("loss")});
        plot.setRun(run, styles);
    }
    void show(std::size_t rows)
    {
        auto next = std::make_shared<Snapshot>(*run);
        for (ModelSnapshot &model : next->models) {
            while (model.history.size() < rows)
                model.history.append({lossAt(model.history.size()), lossAt(model.history.size()) / 2, 0.5, 0.5});
        }
        next->epoch = next->furthest = static_cast<std::int64_t>(rows) - 1;
        run = next;
        plot.showState(run);
    }
};

} // namespace

/** Rows 0 to `rows` − 1 with four parts an epoch: of epoch e they are 3, 2, 1 and 0.5 plus e. */
void showWithParts(PlotFixture &fixture, std::size_t rows)
{
    auto next = std::make_shared<Snapshot>(*fixture.run);
    for (ModelSnapshot &model : next->models) {
        while (model.history.size() < rows) {
            const auto epoch = static_cast<double>(model.history.size());
            model.history.append({epoch, epoch / 2, 0.5, 0.5});
            if (model.history.size() < rows)
                model.history.setParts({{0.25, 3 + epoch, 0.1}, {0.5, 2 + epoch, 0.2}, {0.75, 1 + epoch, 0.3}, {1, 0.5 + epoch, 0.4}});
        }
    }
    next->epoch = next->furthest = static_cast<std::int64_t>(rows) - 1;
    fixture.run = next;
    fixture.plot.replot(); // it is laid out, as in a window
    fixture.plot.showState(fixture.run);
}

void TestTimelinePlot::partsAreDrawnWithinTheirEpochs()
{
    PlotFixture fixture(2);
    showWithParts(fixture, 4);
    const StripChart &strip = fixture.plot.strip(0);
    QVERIFY(!strip.curve(1, 0)->within); // test figures have none
    const StripChart::Curve &curve = *strip.curve(1, 1);
    QVERIFY(curve.isSeenWithin() && curve.within->dataCount() == 12);
    QCOMPARE(curve.withinAt(2.25), 5.0);
    QCOMPARE(curve.withinAt(3), 2.5);
    QVERIFY(std::isnan(curve.withinAt(2.3)) && std::isnan(curve.withinAt(3.25)));
    QVERIFY(curve.within->pen().widthF() < curve.graph->pen().widthF() && curve.within->pen().style() == Qt::SolidLine);
    QVERIFY(strip.axisRect()->axis(QCPAxis::atLeft)->range().upper >= 5); // what is drawn has room
    showWithParts(fixture, 120); // each a few pixels wide
    QVERIFY(!fixture.plot.strip(0).curve(1, 1)->isSeenWithin());
    fixture.plot.setOptions({.isDifference = true});
    QVERIFY(!fixture.plot.strip(0).curve(1, 1)->within);
}

/** The epoch after the last one, as far as it is trained; when it has ended, what its row has. */
void TestTimelinePlot::whatHasComeOfAnEpochIsDrawn()
{
    PlotFixture fixture(1);
    showWithParts(fixture, 3);
    const StripChart::Curve &curve = *fixture.plot.strip(0).curve(0, 1);
    fixture.plot.showComing({0, 2, {{{0.25, 7, 0.1}, {0.5, 6, 0.2}}}});
    QCOMPARE(curve.within->dataCount(), 8 + 2);
    QVERIFY(curve.withinAt(2.25) == 7 && curve.withinAt(2.5) == 6 && curve.withinAt(2) == 1.5);
    fixture.plot.showComing({0, 2, {{{0.25, 7, 0.1}, {0.5, 6, 0.2}, {0.75, 5, 0.3}}}});
    QCOMPARE(curve.withinAt(2.75), 5.0);
    fixture.plot.showComing({0, 1, {{{0.25, 9, 0.1}}}}); // rewound since
    fixture.plot.showComing({1, 2, {{{0.25, 9, 0.1}}}}); // of another run
    QCOMPARE(curve.within->dataCount(), 8 + 3);
    fixture.show(4); // the row says nothing of its parts
    QCOMPARE(curve.within->dataCount(), 8);
}

void TestTimelinePlot::thePointerSaysWhereWithinAnEpochItIs()
{
    PlotFixture fixture(1);
    showWithParts(fixture, 4);
    fixture.plot.setPointerAt(2.45);
    QCOMPARE(fixture.plot.pointerWithin(), std::optional(2.5));
    QCOMPARE(fixture.plot.readout(), QStringLiteral("epoch 2.5\nModel 0: Loss – · 4"));
    fixture.plot.setPointerAt(1.95); // the end of the epoch is nearest
    QVERIFY(!fixture.plot.pointerWithin());
    QCOMPARE(fixture.plot.readout(), QStringLiteral("epoch 2\nModel 0: Loss 1 · 2"));
    fixture.plot.setPointerAt(2.3);
    fixture.plot.setPointer(1);
    QVERIFY(!fixture.plot.pointerWithin());
    QCOMPARE(fixture.plot.readout(), QStringLiteral("epoch 1\nModel 0: Loss 0.5 · 1"));
    fixture.plot.setPointerAt(std::nullopt);
    QVERIFY(!fixture.plot.pointer() && !fixture.plot.pointerWithin());
    showWithParts(fixture, 120);
    fixture.plot.setPointerAt(2.3);
    QCOMPARE(fixture.plot.pointer(), std::optional<std::int64_t>(2));
    QVERIFY(!fixture.plot.pointerWithin());
}

void TestTimelinePlot::oneSpikeDoesNotSetTheScale()
{
    PlotFixture fixture(1);
    fixture.show(15'000);
    const StripChart &strip = fixture.plot.strip(0);
    const QCPRange range = strip.axisRect()->axis(QCPAxis::atLeft)->range();
    QVERIFY2(range.lower == 0 && range.upper > 1 && range.upper < 2, qPrintable(QString::number(range.upper)));
    QCOMPARE(strip.leaving().size(), std::size_t{2}); // of both curves
    for (const StripChart::Leaving &leaving : strip.leaving())
        QVERIFY(leaving.epoch == 12'345 && leaving.isAbove);
}

void TestTimelinePlot::longRunsKeepTheirExtremesAndTheirEnd()
{
    PlotFixture fixture(1);
    for (const std::size_t rows : {std::size_t{100}, StripChart::maxRows, StripChart::maxRows + 1, std::size_t{100'000}}) {
        fixture.show(rows);
        const auto &data = *fixture.plot.strip(0).curve(0, 1)->graph->data();
        QVERIFY(rows > StripChart::maxRows || data.size() == static_cast<int>(rows));
        QVERIFY(data.size() <= static_cast<int>(StripChart::maxRows) + 1);
        QCOMPARE(std::prev(data.constEnd())->key, static_cast<double>(rows - 1));
        bool hasPeak = false;
        for (auto point = data.constBegin(); point != data.constEnd(); ++point) {
            const double expected = lossAt(static_cast<std::size_t>(point->key)); // each of them is a row
            QVERIFY(point->value == expected || (std::isnan(point->value) && std::isnan(expected)));
            hasPeak = hasPeak || point->value == 70;
        }
        QCOMPARE(hasPeak, rows > 12'345);
    }
}

void TestTimelinePlot::theReadoutIsOfTheRowsThemselves()
{
    PlotFixture fixture(2);
    fixture.show(100'000);
    const double pixel = fixture.plot.pixelOf(1) - fixture.plot.pixelOf(0);
    for (const std::int64_t wanted : {0, 1, 12'345, 20'000, 99'999}) {
        fixture.plot.setPointer(wanted);
        const std::int64_t epoch = fixture.plot.pointer().value(); // of so many rows not all are kept: the nearest one, and it is called by its epoch
        QVERIFY(epoch <= wanted && pixel * double(wanted - epoch) < 0.5);
        const double loss = lossAt(static_cast<std::size_t>(epoch));
        const QString text =
            std::isnan(loss) ? QStringLiteral("– · –") : QStringLiteral("%1 · %2").arg(formatNumber(loss / 2, 6), formatNumber(loss, 6));
        QCOMPARE(fixture.plot.readout(), QStringLiteral("epoch %1\nModel 0: Loss %2\nModel 1: Loss %2").arg(QString::number(epoch), text));
    }
    fixture.plot.setPointer(1'000'000); // there is none
    QCOMPARE(fixture.plot.pointer(), std::optional<std::int64_t>(99'999));
}

/** Compared with one of a run that is drawn row by row: the least time of several, since the machine may be busy. */
void TestTimelinePlot::aFrameOfAMillionEpochsIsSoonDrawn()
{
    const auto secondsOfFrame = [](std::size_t rows) {
        PlotFixture fixture(2);
        fixture.show(rows);
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t frame = 1; frame <= 20; ++frame) {
            auto next = std::make_shared<Snapshot>(*fixture.run);
            for (ModelSnapshot &model : next->models) {
                for (int row = 0; row < 10; ++row)
                    model.history.append({0.3, 0.2, 0.5, 0.5});
            }
            next->furthest = next->epoch = next->epoch + 10;
            fixture.run = next;
            const double before = computedMilliseconds();
            fixture.plot.showState(next);
            fixture.plot.replot(QCustomPlot::rpImmediateRefresh);
            least = std::min(least, 1e-3 * (computedMilliseconds() - before));
        }
        return least;
    };
    const double ofFew = secondsOfFrame(StripChart::maxRows - 300), ofMany = secondsOfFrame(1'000'000);
    qInfo("%.1f ms and %.1f ms", ofFew * 1e3, ofMany * 1e3);
    QVERIFY2(ofMany < 3 * ofFew + 0.005, qPrintable(QStringLiteral("%1 s, %2 s").arg(ofFew).arg(ofMany)));
}

/** From the hand's move to the cursor on the screen and, apart, to the panels at that moment. Medians, of the time that the window's thread computes: others
 *  may have the processor in between. */
void TestTimelinePlot::scrubbingRepaintsWithinTwoFrames()
{
    Experiment experiment = smallExperiment(10'000);
    experiment.models.resize(4, experiment.models[1]);
    for (std::size_t i = 0; i < 4; ++i)
        experiment.models[i].seeds.weights = static_cast<std::uint32_t>(i + 1);
    WorkspaceFixture fixture(experiment);
    WAIT_READY(fixture, experiment);
    fixture.workspace->controls()->setPace(0);
    fixture.controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.state() == RunState::Finished, 10 * patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.controller.survey() && fixture.controller.survey()->furthest == 10'000
                                 && fixture.controller.survey()->isComplete,
                             patience);
    TimelinePlot &plot = *fixture.workspace->timeline()->plot();
    std::vector<double> cursor, seen, panels;
    QTest::mousePress(&plot, Qt::LeftButton, {}, QPoint(qRound(plot.pixelOf(10'000)), plot.height() / 2));
    for (int i = 0; i < 40; ++i) {
        const std::int64_t epoch = 9'900 - 240 * i;
        QElapsedTimer timer;
        timer.start();
        const double computed = computedMilliseconds();
        moveMouse(plot, QPoint(qRound(plot.pixelOf(epoch)), plot.height() / 2), Qt::LeftButton);
        plot.repaint();
        cursor.push_back(computedMilliseconds() - computed);
        seen.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
        const std::int64_t wanted = fixture.workspace->snapshot()->record->timeline.before(plot.cursor())->epoch();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), wanted, patience); // what is kept next to the hand
        panels.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, QPoint(qRound(plot.pixelOf(333)), plot.height() / 2));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.epoch(), plot.cursor(), patience); // and in the end the very epoch
    const auto median = [](std::vector<double> times) {
        std::ranges::sort(times);
        return times[times.size() / 2];
    };
    qInfo("cursor after %.1f ms, of which %.1f computed, panels after %.1f ms (medians)", median(seen), median(cursor), median(panels));
    QVERIFY2(median(cursor) <= 33, qPrintable(QString::number(median(cursor))));
}

QTEST_MAIN(TestTimelinePlot)
#include "tst_timeline_plot.moc"
