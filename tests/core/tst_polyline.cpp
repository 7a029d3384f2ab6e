// A line with fewer points is the same line.
#include "core/polyline.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace actiscope;

namespace {

/** y of the line through `points` at x, which lies on one of its pieces. */
double heightAt(const std::vector<PlanePoint> &points, double x)
{
    const auto after = std::ranges::find_if(points, [x](const PlanePoint &point) { return point.x >= x; });
    if (after->x == x)
        return after->y;
    const PlanePoint &before = *(after - 1);
    return before.y + (after->y - before.y) * (x - before.x) / (after->x - before.x);
}

} // namespace

class TestPolyline : public QObject {
    Q_OBJECT

private slots:
    void straightLineKeepsItsEnds();
    void everyPointStaysWithinTheTolerance();
    void smoothCurveNeedsFewPoints();
    void breaksAndStepsStay();
    void shortLinesStay();
};

void TestPolyline::straightLineKeepsItsEnds()
{
    std::vector<PlanePoint> line;
    for (int i = 0; i < 100; ++i)
        line.push_back({double(i), 3.0 * i});
    const auto thin = thinnedLine(line, 0.1);
    QCOMPARE(thin.size(), std::size_t{2});
    QCOMPARE(thin.back().x, 99.0);
}

void TestPolyline::everyPointStaysWithinTheTolerance()
{
    std::mt19937 random(4);
    for (const double roughness : {0.01, 0.05, 0.3, 20.0}) {
        std::vector<PlanePoint> line;
        for (int i = 0; i < 2000; ++i)
            line.push_back({i * 0.2, 200 * std::sin(i * 0.01) + roughness * (double(random()) / 4294967295.0 - 0.5)});
        const auto thin = thinnedLine(line, 0.1);
        for (const PlanePoint &point : line)
            QVERIFY(std::abs(heightAt(thin, point.x) - point.y) <= 0.1 * (1 + 1e-9));
        for (const PlanePoint &point : thin)
            QVERIFY(std::ranges::any_of(line, [&](const PlanePoint &original) { return original.x == point.x && original.y == point.y; }));
    }
}

void TestPolyline::smoothCurveNeedsFewPoints()
{
    std::vector<PlanePoint> line;
    for (int i = 0; i < 2000; ++i)
        line.push_back({i * 0.3, 100 * std::tanh((i - 1000) * 0.005)});
    QVERIFY(thinnedLine(line, 0.1).size() < 100);
}

void TestPolyline::breaksAndStepsStay()
{
    const double broken = std::nan("");
    const std::vector<PlanePoint> line{{0, 1}, {1, 1}, {2, 1}, {2, broken}, {2, 5}, {3, 5}, {4, 5}, {4, 9}, {5, 9}};
    const auto thin = thinnedLine(line, 0.1);
    std::vector<double> x;
    for (const PlanePoint &point : thin)
        x.push_back(point.x);
    QCOMPARE(x, (std::vector<double>{0, 2, 2, 2, 4, 4, 5}));
    QVERIFY(std::isnan(thin[2].y));
    QCOMPARE(thin[3].y, 5.0);
    QCOMPARE(thin[5].y, 9.0);
}

void TestPolyline::shortLinesStay()
{
    QVERIFY(thinnedLine({}, 0.1).empty());
    const std::vector<PlanePoint> one{{1, 2}};
    QCOMPARE(thinnedLine(one, 0.1).size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestPolyline)
#include "tst_polyline.moc"
