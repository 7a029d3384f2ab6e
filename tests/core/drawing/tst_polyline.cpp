// A line with fewer points is the same line.
#include "core/drawing/polyline.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
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
    void clippedIsWhatLiesInside();
    void farOffAndInfiniteValuesKeepTheirSide();
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

void TestPolyline::clippedIsWhatLiesInside()
{
    std::mt19937 random(5);
    const auto number = [&random](double size) { return size * (double(random()) / 2147483648.0 - 1); };
    for (int round = 0; round < 300; ++round) {
        std::vector<PlanePoint> line;
        double x = -3;
        while (x < 3) {
            line.push_back({x, number(3)});
            if (random() % 9 == 0)
                line.push_back({x, std::nan("")});
            x += 0.2 + std::abs(number(0.3));
        }
        const auto clipped = clippedLine(line, {-1, -1}, {1, 1});
        // Every piece is a part of the line, and what is inside is in a piece.
        for (const PlanePoint &point : clipped)
            QVERIFY(std::isnan(point.y) || (std::abs(point.x) <= 1 + 1e-9 && std::abs(point.y) <= 1 + 1e-9));
        double inside = 0, kept = 0;
        const auto length = [](const std::vector<PlanePoint> &points, bool onlyInside) {
            double sum = 0;
            constexpr int steps = 4000;
            for (std::size_t i = 1; i < points.size(); ++i) {
                const PlanePoint &a = points[i - 1], &b = points[i];
                if (std::isnan(a.y) || std::isnan(b.y))
                    continue;
                const double whole = std::hypot(b.x - a.x, b.y - a.y);
                for (int k = 0; onlyInside && k < steps; ++k) {
                    const double share = (k + 0.5) / steps;
                    const bool isIn = std::abs(a.x + share * (b.x - a.x)) <= 1 && std::abs(a.y + share * (b.y - a.y)) <= 1;
                    sum += isIn ? whole / steps : 0;
                }
                sum += onlyInside ? 0 : whole;
            }
            return sum;
        };
        inside = length(line, true);
        kept = length(clipped, false);
        QVERIFY2(std::abs(inside - kept) < 0.02, qPrintable(QStringLiteral("%1, %2").arg(inside).arg(kept)));
    }
}

void TestPolyline::farOffAndInfiniteValuesKeepTheirSide()
{
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double far : {1e9, 1e300, infinity}) {
        const auto clipped = clippedLine(std::vector<PlanePoint>{{0, 0}, {0.5, far}}, {-1, -1}, {1, 1});
        QVERIFY(clipped.size() >= 2);
        QCOMPARE(clipped[0].y, 0.0);
        QVERIFY(std::abs(clipped[1].y - 1) < 1e-9 && std::abs(clipped[1].x) < 1e-3);
        QVERIFY(clippedLine(std::vector<PlanePoint>{{0, far}, {0.5, far}}, {-1, -1}, {1, 1}).empty());
        const auto through = clippedLine(std::vector<PlanePoint>{{0, -far}, {0, far}}, {-1, -1}, {1, 1});
        QVERIFY(through.size() >= 2 && through[0].y == -1 && through[1].y == 1);
    }
    QVERIFY(clippedLine({}, {-1, -1}, {1, 1}).empty());
}

QTEST_APPLESS_MAIN(TestPolyline)
#include "tst_polyline.moc"
