// The 1/2 contour of a decision boundary.
#include "core/drawing/contour.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace actiscope;

namespace {

template <class Function>
std::vector<float> sample(const GridSpec &grid, Function f)
{
    const std::vector<float> points = gridPoints(grid);
    std::vector<float> values;
    for (std::size_t i = 0; i + 1 < points.size(); i += 2)
        values.push_back(static_cast<float>(f(points[i], points[i + 1])));
    return values;
}

} // namespace

class TestContour : public QObject {
    Q_OBJECT

private slots:
    void aPlaneIsCutAlongOneStraightLine()
    {
        const GridSpec grid{.xMin = -1, .xMax = 3, .yMin = 0, .yMax = 1, .width = 9, .height = 5};
        const auto lines = contourLines(grid, sample(grid, [](double x, double) { return 0.25 + 0.1 * x; }), 0.5f);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].size(), std::size_t{5});
        for (const PlanePoint &point : lines[0])
            QVERIFY(std::abs(point.x - 2.5) < 1e-6);
        QCOMPARE(std::min(lines[0].front().y, lines[0].back().y), 0.0);
        QCOMPARE(std::max(lines[0].front().y, lines[0].back().y), 1.0);
    }

    void aHillGivesOneClosedLineOnItsCircle()
    {
        const GridSpec grid{.xMin = -2, .xMax = 2, .yMin = -2, .yMax = 2, .width = 161, .height = 161};
        const auto lines = contourLines(grid, sample(grid, [](double x, double y) { return x * x + y * y; }), 1.0f);
        QCOMPARE(lines.size(), std::size_t{1});
        QCOMPARE(lines[0].front(), lines[0].back());
        QVERIFY(lines[0].size() > 100);
        double length = 0;
        for (std::size_t i = 0; i < lines[0].size(); ++i) {
            QVERIFY(std::abs(std::hypot(lines[0][i].x, lines[0][i].y) - 1) < 1e-3);
            if (i > 0)
                length += std::hypot(lines[0][i].x - lines[0][i - 1].x, lines[0][i].y - lines[0][i - 1].y);
        }
        QVERIFY(std::abs(length - 2 * 3.14159265) < 1e-2);
    }

    void aSaddleIsResolvedByItsMiddle_data()
    {
        QTest::addColumn<QVector<float>>("corners");
        QTest::addColumn<bool>("lowerLeftIsCutOff");
        // corners in the order of the grid: lower left, lower right, upper left, upper right
        QTest::newRow("high diagonal, low middle") << QVector<float>{0.6f, 0.f, 0.f, 0.6f} << true;
        QTest::newRow("high diagonal, high middle") << QVector<float>{1.f, 0.4f, 0.4f, 1.f} << false;
        QTest::newRow("low diagonal, low middle") << QVector<float>{0.f, 0.6f, 0.6f, 0.f} << false;
        QTest::newRow("low diagonal, high middle") << QVector<float>{0.4f, 1.f, 1.f, 0.4f} << true;
    }

    void aSaddleIsResolvedByItsMiddle()
    {
        QFETCH(QVector<float>, corners);
        QFETCH(bool, lowerLeftIsCutOff);
        const GridSpec grid{.xMin = 0, .xMax = 1, .yMin = 0, .yMax = 1, .width = 2, .height = 2};
        const auto lines = contourLines(grid, std::span<const float>(corners.data(), 4), 0.5f);
        QCOMPARE(lines.size(), std::size_t{2});
        for (const Polyline &line : lines) {
            QCOMPARE(line.size(), std::size_t{2});
            // A line that cuts off the lower left or the upper right corner falls, the other kind rises.
            const double slope = (line[1].y - line[0].y) / (line[1].x - line[0].x);
            QCOMPARE(slope < 0, lowerLeftIsCutOff);
        }
    }

    void theDecisionContourIsExactWhereTheProbabilityJumps()
    {
        // The logit is linear, 400 of it a cell: the probability goes from 0 to 1 within one.
        Boundary boundary{.grid = {.xMin = 0, .xMax = 10, .yMin = 0, .yMax = 10, .width = 11, .height = 11}};
        boundary.scores = {sample(boundary.grid, [](double x, double y) { return 400 * (x + 0.3 * y - 5.2); })};
        const auto lines = decisionContour(boundary);
        QCOMPARE(lines.size(), std::size_t{1});
        for (const PlanePoint &point : lines[0])
            QVERIFY(std::abs(point.x + 0.3 * point.y - 5.2) < 1e-3);
        boundary.scores.front().assign(121, std::numeric_limits<float>::quiet_NaN());
        QVERIFY(decisionContour(boundary).empty());
        boundary.scores.front().assign(121, 400);
        QVERIFY(decisionContour(boundary).empty());
    }

    void flatAndTooSmallSurfacesHaveNone()
    {
        const GridSpec grid{.width = 4, .height = 3};
        QVERIFY(contourLines(grid, std::vector<float>(12, 0.2f), 0.5f).empty());
        QVERIFY(contourLines(grid, std::vector<float>(12, 0.5f), 0.5f).empty());
        const GridSpec thin{.width = 4, .height = 1};
        QVERIFY(contourLines(thin, std::vector<float>{0, 1, 0, 1}, 0.5f).empty());
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)contourLines(grid, std::vector<float>(11), 0.5f));
    }

    void cellsWithoutANumberHaveNoLine()
    {
        const GridSpec grid{.xMin = 0, .xMax = 4, .yMin = 0, .yMax = 1, .width = 5, .height = 2};
        std::vector<float> values = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        QCOMPARE(contourLines(grid, values, 0.5f).size(), std::size_t{1});
        values[2] = std::numeric_limits<float>::quiet_NaN();
        const auto lines = contourLines(grid, values, 0.5f);
        QCOMPARE(lines.size(), std::size_t{2});
        for (const Polyline &line : lines) {
            for (const PlanePoint &point : line)
                QVERIFY(std::isfinite(point.x) && point.y == 0.5);
        }
        QVERIFY(contourLines(grid, std::vector<float>(10, std::numeric_limits<float>::quiet_NaN()), 0.5f).empty());
    }

    void everyCrossingIsOnALineExactlyOnce()
    {
        // Pseudo-random signs: many saddles, many short lines.
        const GridSpec grid{.xMin = 0, .xMax = 30, .yMin = 0, .yMax = 20, .width = 31, .height = 21};
        std::vector<float> values;
        std::uint32_t state = 1;
        for (int i = 0; i < grid.width * grid.height; ++i) {
            state = state * 1664525u + 1013904223u;
            values.push_back((state >> 16) & 1 ? 0.9f : 0.2f);
        }
        std::size_t crossings = 0;
        for (int row = 0; row < grid.height; ++row) {
            for (int column = 0; column < grid.width; ++column) {
                const int i = row * grid.width + column;
                crossings += column + 1 < grid.width && values[i] != values[i + 1];
                crossings += row + 1 < grid.height && values[i] != values[i + grid.width];
            }
        }
        std::size_t onLines = 0;
        for (const Polyline &line : contourLines(grid, values, 0.5f))
            onLines += line.front() == line.back() ? line.size() - 1 : line.size();
        QCOMPARE(onLines, crossings);
    }

    void manyClassesAreDividedWhereTheirScoresAreEqual()
    {
        // Nearest of three centres: the lines are parts of the perpendicular bisectors.
        constexpr std::array<PlanePoint, 3> centres = {PlanePoint{-1, 0}, PlanePoint{1, 0}, PlanePoint{0, 2}};
        Boundary boundary{.grid = {.xMin = -2, .xMax = 2, .yMin = -2, .yMax = 3, .width = 81, .height = 101}};
        const auto distanceTo = [](const PlanePoint &centre, double x, double y) { return std::hypot(x - centre.x, y - centre.y); };
        for (const PlanePoint &centre : centres)
            boundary.scores.push_back(sample(boundary.grid, [&](double x, double y) { return -distanceTo(centre, x, y); }));
        std::size_t points = 0;
        for (const Polyline &line : decisionContour(boundary)) {
            for (const PlanePoint &point : line) {
                std::array<double, 3> distances{};
                for (std::size_t i = 0; i < centres.size(); ++i)
                    distances[i] = distanceTo(centres[i], point.x, point.y);
                std::ranges::sort(distances);
                QVERIFY2(distances[1] - distances[0] < 0.02, qPrintable(QStringLiteral("%1, %2").arg(point.x).arg(point.y)));
                ++points;
            }
        }
        QVERIFY(points > 300);
    }

    void aRegressionDecidesNothing()
    {
        Boundary boundary{.grid = {.width = 3, .height = 3}};
        boundary.prediction.assign(9, 0.5f);
        QVERIFY(decisionContour(boundary).empty());
    }
};

QTEST_APPLESS_MAIN(TestContour)
#include "tst_contour.moc"
