// The loss curves of runs of any length: what is drawn of them, where the cursor's dots are, and how long a frame takes.
#include "core/training/history.h"
#include "ui/charts/loss_chart.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace actiscope;

class TestLossChart : public QObject {
    Q_OBJECT

private slots:
    void shortRunsAreDrawnRowByRow();
    void longRunsKeepTheirExtremesAndTheirEnd();
    void theCursorStandsOnTheRowsThemselves();
    void aSpikeDoesNotSetTheScale();
    void theAxisEndsWhereTheRunDoes();
    void aFrameOfAMillionEpochsIsSoonDrawn();
};

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/** Noise over a slow fall, with a spike in it and an epoch that diverged. */
double lossAt(std::size_t epoch)
{
    if (epoch == 12'345)
        return 7;
    if (epoch == 54'321)
        return -7;
    return epoch == 20'000 ? notANumber : 1 / (1 + 1e-4 * static_cast<double>(epoch)) + 0.01 * std::sin(static_cast<double>(epoch) * 1.7);
}

void extend(History &history, std::size_t rows)
{
    while (history.size() < rows)
        history.append({lossAt(history.size()), lossAt(history.size()) + 1, 0, 0});
}

/** Without the axes that it comes with. */
QCustomPlot &cleared(QCustomPlot &plot)
{
    plot.plotLayout()->clear();
    return plot;
}

struct Chart {
    QCustomPlot plot;
    LossChart chart{cleared(plot), *plot.plotLayout(), 0, 0};
    Snapshot run;

    explicit Chart(std::size_t models = 1)
    {
        plot.resize(900, 300);
        chart.setModels(std::vector<ModelStyle>(models));
        run.models.resize(models);
    }
    void show(std::size_t rows)
    {
        for (ModelSnapshot &model : run.models)
            extend(model.history, rows);
        run.epoch = static_cast<std::int64_t>(rows) - 1;
        chart.append(run);
    }
};

} // namespace

void TestLossChart::shortRunsAreDrawnRowByRow()
{
    Chart chart;
    for (const std::size_t rows : {std::size_t{1}, std::size_t{100}, LossChart::maxRowsDrawn}) {
        chart.show(rows);
        QCOMPARE(chart.chart.trainGraph(0)->dataCount(), static_cast<int>(rows));
        QCOMPARE(chart.chart.testGraph(0)->data()->at(static_cast<int>(rows) - 1)->value, lossAt(rows - 1) + 1);
    }
}

void TestLossChart::longRunsKeepTheirExtremesAndTheirEnd()
{
    Chart chart;
    for (const std::size_t rows : {LossChart::maxRowsDrawn, LossChart::maxRowsDrawn + 1, std::size_t{30'000}, std::size_t{100'000}}) {
        chart.show(rows);
        const auto &data = *chart.chart.trainGraph(0)->data();
        QVERIFY(data.size() <= static_cast<int>(LossChart::maxRowsDrawn) + 1 && data.size() > 1000);
        QCOMPARE(std::prev(data.constEnd())->key, static_cast<double>(rows - 1));
        bool hasPeak = false, hasDip = false;
        for (auto point = data.constBegin(); point != data.constEnd(); ++point) {
            const double expected = lossAt(static_cast<std::size_t>(point->key)); // each of them is a row
            QVERIFY(point->value == expected || (std::isnan(point->value) && std::isnan(expected)));
            hasPeak = hasPeak || point->value == 7;
            hasDip = hasDip || point->value == -7;
        }
        QCOMPARE(hasPeak, rows > 12'345);
        QCOMPARE(hasDip, rows > 54'321);
        QCOMPARE(chart.chart.lastEpoch(), static_cast<std::int64_t>(rows) - 1);
    }
}

void TestLossChart::theCursorStandsOnTheRowsThemselves()
{
    Chart chart(2);
    chart.show(100'000);
    for (const std::int64_t epoch : {0, 1, 54'320, 54'321, 99'999}) {
        chart.chart.setCursor(epoch);
        const double loss = lossAt(static_cast<std::size_t>(epoch));
        QCOMPARE(chart.chart.lossesAt(epoch), (std::vector<double>{loss, loss + 1, loss, loss + 1}));
    }
    QVERIFY(chart.chart.lossesAt(100'000).empty() && chart.chart.lossesAt(-1).empty());
}

/** Of one model: the curves are to be read, and a mark says where one leaves. */
void TestLossChart::aSpikeDoesNotSetTheScale()
{
    Chart chart(2);
    for (int epoch = 0; epoch < 100; ++epoch) {
        const double loss = 0.7 / (1 + 0.1 * epoch);
        chart.run.models[0].history.append({epoch == 40 ? 1e5 : loss, loss, 0, 0});
        chart.run.models[1].history.append({loss, loss, 0, 0});
    }
    chart.run.epoch = 99;
    chart.chart.append(chart.run);
    const QCPRange range = chart.chart.axisRect()->axis(QCPAxis::atLeft)->range();
    QVERIFY2(range.lower == 0 && range.upper >= 0.7 && range.upper < 2, qPrintable(QString::number(range.upper)));
    QCOMPARE(chart.chart.leavingMarks(0)->dataCount(), 1);
    QCOMPARE(chart.chart.leavingMarks(0)->data()->at(0)->key, 40.0);
    QVERIFY(range.contains(chart.chart.leavingMarks(0)->data()->at(0)->value));
    QCOMPARE(chart.chart.leavingMarks(1)->dataCount(), 0);
}

/** What was trained, not what is planned. */
void TestLossChart::theAxisEndsWhereTheRunDoes()
{
    Chart chart;
    chart.run.experiment.stop.epochs = 500;
    chart.show(1);
    QCOMPARE(chart.chart.axisRect()->axis(QCPAxis::atBottom)->range().upper, 500.0);
    chart.show(101);
    QCOMPARE(chart.chart.axisRect()->axis(QCPAxis::atBottom)->range().upper, 100.0);
}

/** Compared with one of a run that is drawn row by row: the least time of several, since the machine may be busy. */
void TestLossChart::aFrameOfAMillionEpochsIsSoonDrawn()
{
    const auto secondsOfFrame = [](std::size_t rows) {
        Chart chart(2);
        chart.show(rows);
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t frame = 1; frame <= 20; ++frame) {
            QElapsedTimer timer;
            timer.start();
            chart.show(rows + frame * 10);
            chart.plot.replot(QCustomPlot::rpImmediateRefresh);
            least = std::min(least, static_cast<double>(timer.nsecsElapsed()) * 1e-9);
        }
        return least;
    };
    const double ofFew = secondsOfFrame(LossChart::maxRowsDrawn - 200), ofMany = secondsOfFrame(1'000'000);
    qInfo("%.1f ms and %.1f ms", ofFew * 1e3, ofMany * 1e3);
    QVERIFY2(ofMany < 3 * ofFew + 0.003, qPrintable(QStringLiteral("%1 s, %2 s").arg(ofFew).arg(ofMany)));
}

QTEST_MAIN(TestLossChart)
#include "tst_loss_chart.moc"
