// A curve with more points than columns: what is drawn covers what its lines would, in a time that its length does not matter for.
#include "ui/charts/dense_graph.h"

#include <QImage>
#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;

namespace {

constexpr QSize plotSize(640, 200);
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/** Noise over a slow fall. */
double valueAt(int place)
{
    return 1 / (1 + 1e-3 * place) + 0.05 * std::sin(place * 1.7);
}

template <class Graph>
QImage pictureOf(int points, const QPen &pen, double ratio = 1)
{
    QCustomPlot plot;
    plot.resize(plotSize);
    auto *graph = new Graph(plot.xAxis, plot.yAxis);
    QVector<double> keys, values;
    for (int i = 0; i < points; ++i) {
        keys << i;
        values << valueAt(i);
    }
    graph->setData(keys, values, true);
    graph->setPen(pen);
    graph->setAntialiased(true);
    plot.xAxis->setRange(0, points - 1);
    plot.yAxis->setRange(0, 1.1);
    return plot.toPixmap(plotSize.width(), plotSize.height(), ratio).toImage();
}

/** Of the pixels that either covers: those of very different lightness. */
double unlikePart(const QImage &a, const QImage &b)
{
    int covered = 0, unlike = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const int here = qGray(a.pixel(x, y)), there = qGray(b.pixel(x, y));
            covered += here < 200 || there < 200 ? 1 : 0;
            unlike += std::abs(here - there) > 128 ? 1 : 0;
        }
    }
    return double(unlike) / std::max(1, covered);
}

} // namespace

class TestDenseGraph : public QObject {
    Q_OBJECT

private slots:
    void columnsAreCoveredByPointsAndByWhatJoinsThem();
    void aBreakStaysOne();
    void theWorkIsThatOfTheColumns();
    void looksAsItsLines();
    void fewPointsAreLines();
    void dashesLeaveGaps();
};

void TestDenseGraph::columnsAreCoveredByPointsAndByWhatJoinsThem()
{
    const auto covered = coveredColumns({{10.5, 4}, {12.5, 8}, {12.75, 2}}, 10, 4);
    QCOMPARE(covered.size(), std::size_t(4));
    QCOMPARE(covered[0].low, 4.0);
    QCOMPARE(covered[0].high, 5.0);
    QCOMPARE(covered[1].low, 5.0);
    QCOMPARE(covered[1].high, 7.0);
    QCOMPARE(covered[2].low, 2.0);
    QCOMPARE(covered[2].high, 8.0);
    QVERIFY(covered[3].isEmpty());
}

void TestDenseGraph::aBreakStaysOne()
{
    const auto covered = coveredColumns({{0.5, 1}, {1.5, none}, {4.5, 1}, {5.5, 1}}, 0, 7);
    for (const std::size_t empty : {1, 2, 3, 6})
        QVERIFY(covered[empty].isEmpty());
    for (const std::size_t there : {0, 4, 5})
        QVERIFY(!covered[there].isEmpty());
    QVERIFY(coveredColumns({}, 0, 0).empty());
    const auto beyond = coveredColumns({{-1e6, 3}, {1e6, 3}}, 0, 5); // from far outside, through all
    for (const CoveredColumn &column : beyond)
        QVERIFY(column.low == 3 && column.high == 3);
}

void TestDenseGraph::theWorkIsThatOfTheColumns()
{
    QVector<QPointF> line;
    for (int i = 0; i < 100'000; ++i)
        line << QPointF(i * 0.005, i % 7);
    const auto covered = coveredColumns(line, 0, 500); // whatever is drawn afterwards is one column each
    QCOMPARE(covered.size(), std::size_t(500));
    for (const CoveredColumn &column : covered)
        QVERIFY(column.low == 0 && column.high == 6);
}

void TestDenseGraph::looksAsItsLines()
{
    for (const double ratio : {1.0, 2.0}) {
        const QPen pen(Qt::black, 2);
        const QImage lines = pictureOf<QCPGraph>(6'000, pen, ratio), columns = pictureOf<DenseGraph>(6'000, pen, ratio);
        QCOMPARE(columns.size(), lines.size());
        QVERIFY2(unlikePart(columns, lines) < 0.1, qPrintable(QString::number(unlikePart(columns, lines))));
        QVERIFY(columns != lines);
    }
}

void TestDenseGraph::fewPointsAreLines()
{
    QVERIFY(pictureOf<DenseGraph>(50, QPen(Qt::black, 2)) == pictureOf<QCPGraph>(50, QPen(Qt::black, 2)));
}

void TestDenseGraph::dashesLeaveGaps()
{
    QPen dashed(Qt::black, 2);
    dashed.setDashPattern({4, 2.5});
    const auto darkColumns = [](const QImage &image) {
        int dark = 0;
        for (int x = 80; x < image.width() - 20; ++x) { // right of the axis
            for (int y = 10; y < image.height() - 40; ++y) {
                if (qGray(image.pixel(x, y)) < 100) {
                    ++dark;
                    break;
                }
            }
        }
        return double(dark) / (image.width() - 100);
    };
    QVERIFY(darkColumns(pictureOf<DenseGraph>(6'000, QPen(Qt::black, 2))) > 0.98);
    const double part = darkColumns(pictureOf<DenseGraph>(6'000, dashed));
    QVERIFY2(part > 0.5 && part < 0.75, qPrintable(QString::number(part)));
}

QTEST_MAIN(TestDenseGraph)
#include "tst_dense_graph.moc"
