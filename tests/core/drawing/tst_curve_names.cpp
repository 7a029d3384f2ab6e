// Where the names of curves are placed in a plot: beside their own curve, clear of the others and of one another.
#include "core/drawing/curve_names.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace actiscope;

namespace {

constexpr PixelBox room{0, 0, 600, 240};
constexpr double step = 4;
constexpr std::size_t columns = 150;

/** A curve in pixels with a name of this width. */
NamedCurve curveOf(const std::function<double(double)> &y, double width = 80)
{
    std::vector<PlanePoint> points;
    for (double x = 0; x <= room.width; x += 0.5)
        points.push_back({x, y(x)});
    return {columnSpans(points, room.left, step, columns), width, 18};
}

bool covers(const PixelBox &box, const NamedCurve &curve)
{
    for (auto column = std::size_t(box.left / step); column <= std::size_t(box.right() / step) && column < columns; ++column) {
        const ColumnSpan &span = curve.spans[column];
        if (!span.isEmpty() && span.high > box.top && span.low < box.bottom())
            return true;
    }
    return false;
}

bool leaderCrosses(const PlacedName &name, const PixelBox &box)
{
    const double low = std::min(name.target.y, name.box.top), high = std::max(name.target.y, name.box.bottom());
    return !name.isBeside && PixelBox{name.target.x, low, 0.5, high - low}.overlaps(box);
}

} // namespace

class TestCurveNames : public QObject {
    Q_OBJECT

private slots:
    void spansFollowTheLineAndItsBreaks()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<PlanePoint> points = {{0, 10}, {8, 30}, {8, nan}, {12, 5}, {12, 90}, {14, 90}};
        const std::vector<ColumnSpan> spans = columnSpans(points, 0, 4, 5);
        QCOMPARE(spans[0].low, 10.0);
        QCOMPARE(spans[0].high, 20.0);
        QCOMPARE(spans[1].high, 30.0);
        QVERIFY(spans[2].isEmpty() || spans[2].low == 30.0); // 8 is where the line ends
        QCOMPARE(spans[3].low, 5.0);
        QCOMPARE(spans[3].high, 90.0);
        QVERIFY(spans[4].isEmpty());
        for (const ColumnSpan &span : columnSpans(std::vector<PlanePoint>{{-1e300, 3}, {1e300, 3}}, 0, 4, 5))
            QVERIFY(!span.isEmpty() && std::abs(span.low - 3) < 1e-9 && std::abs(span.high - 3) < 1e-9);
    }

    void namesStandWhereTheCurvesAreApart()
    {
        // Alike on the right, apart on the left: ReLU and its relatives.
        const auto common = [](double x) { return x < 300 ? 180.0 : 180 - (x - 300) * 0.5; };
        const std::vector<NamedCurve> curves = {curveOf(common),
                                                curveOf([&](double x) { return common(x) + std::max(0.0, 300 - x) * 0.15; })};
        const auto names = placeNames(room, step, curves, {});
        for (const auto &name : names) {
            QVERIFY(name && name->isBeside);
            QVERIFY2(name->box.right() <= 300, qPrintable(QString::number(name->box.left)));
            for (const NamedCurve &curve : curves)
                QVERIFY(!covers(name->box, curve));
        }
        QVERIFY(names[0]->box.bottom() < names[1]->box.top);
    }

    void noNameCoversACurveANameOrWhatIsTaken_data()
    {
        QTest::addColumn<int>("count");
        for (int count = 2; count <= 8; ++count)
            QTest::addRow("%d", count) << count;
    }

    void noNameCoversACurveANameOrWhatIsTaken()
    {
        QFETCH(int, count);
        const std::vector<PixelBox> taken = {{0, 0, 90, 20}, {300, 100, 60, 18}};
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            std::uniform_real_distribution<double> any(0, 1);
            std::vector<NamedCurve> curves;
            for (int i = 0; i < count; ++i) {
                const double middle = 600 * any(random), height = 200 * any(random), slope = 0.02 * any(random),
                             base = 220 - 60 * any(random);
                curves.push_back(
                    curveOf([=](double x) { return base - height / (1 + std::exp(-slope * (x - middle))); }, 60 + 60 * any(random)));
            }
            const auto names = placeNames(room, step, curves, taken);
            for (std::size_t i = 0; i < names.size(); ++i) {
                QVERIFY2(names[i], qPrintable(QStringLiteral("seed %1, curve %2").arg(seed).arg(i)));
                const PixelBox &box = names[i]->box;
                QVERIFY(box.left >= 0 && box.top >= 0 && box.right() <= room.width && box.bottom() <= room.height);
                for (std::size_t j = 0; j < names.size(); ++j)
                    QVERIFY(j == i || (!box.overlaps(names[j]->box) && !leaderCrosses(*names[i], names[j]->box)));
                for (const PixelBox &other : taken)
                    QVERIFY(!box.overlaps(other));
                for (const NamedCurve &curve : curves)
                    QVERIFY2(!covers(box, curve), qPrintable(QStringLiteral("seed %1, curve %2").arg(seed).arg(i)));
            }
        }
    }

    void equalCurvesAreAllNamed()
    {
        const std::vector<NamedCurve> curves(4, curveOf([](double x) { return 120 + 60 * std::sin(x / 90); }));
        const auto names = placeNames(room, step, curves, {});
        for (std::size_t i = 0; i < names.size(); ++i) {
            QVERIFY(names[i] && !covers(names[i]->box, curves[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!names[i]->box.overlaps(names[j]->box));
        }
    }

    void aLineToACurveEndsWhereItIsAlone()
    {
        // No room beside the lower one on the left, and one curve on the right.
        const std::vector<NamedCurve> curves = {curveOf([](double x) { return x < 300 ? 222.0 : 60.0; }),
                                                curveOf([](double x) { return x < 300 ? 233.0 : 60.0; })};
        const auto names = placeNames(room, step, curves, {});
        QVERIFY(names[0] && names[1]);
        QVERIFY(!names[1]->isBeside);
        QVERIFY2(names[1]->target.x < 300 && std::abs(names[1]->target.y - 233) < 1, qPrintable(QString::number(names[1]->target.x)));
    }

    void aNameStaysUnlessAnotherPlaceIsMuchBetter()
    {
        std::vector<NamedCurve> curves = {curveOf([](double) { return 120; })};
        const auto first = placeNames(room, step, curves, {});
        curves[0].before = PixelBox{200, first[0]->box.top, 80, 18};
        QVERIFY(std::abs(placeNames(room, step, curves, {})[0]->box.left - 200) <= step);
    }

    void whereThereIsNoRoomThereIsNoName()
    {
        const std::vector<NamedCurve> curves = {curveOf([](double) { return 120; }, 700)};
        QVERIFY(!placeNames(room, step, curves, {})[0]);
        QVERIFY(!placeNames({0, 0, 600, 10}, step, std::vector{curveOf([](double) { return 5; })}, {})[0]);
        QVERIFY(placeNames(room, step, std::vector<NamedCurve>{}, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestCurveNames)

#include "tst_curve_names.moc"
