// What decides where things are drawn: the part of the plane, the range of a loss axis, the places of labels.
#include "core/data/data_generators.h"
#include "core/drawing/label_layout.h"
#include "core/drawing/loss_range.h"
#include "core/drawing/view_grid.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace actiscope;

class TestView : public QObject {
    Q_OBJECT

private slots:
    void theViewHoldsAllPointsAtEqualAspect_data()
    {
        QTest::addColumn<double>("aspect");
        for (const double aspect : {0.3, 0.9, 1.0, 1.5, 4.0})
            QTest::addRow("%g", aspect) << aspect;
    }

    void theViewHoldsAllPointsAtEqualAspect()
    {
        QFETCH(double, aspect);
        const LabelledPoints points = makeMoons({100, 100}, 0.2, 7);
        const GridSpec grid = viewGrid(points, 0.5, aspect, 120);
        for (std::size_t i = 0; i < points.count(); ++i) {
            QVERIFY(points.point(i)[0] - grid.xMin > 0.5 - 1e-9 && grid.xMax - points.point(i)[0] > 0.5 - 1e-9);
            QVERIFY(points.point(i)[1] - grid.yMin > 0.5 - 1e-9 && grid.yMax - points.point(i)[1] > 0.5 - 1e-9);
        }
        const double width = grid.xMax - grid.xMin;
        const double height = grid.yMax - grid.yMin;
        QVERIFY(std::abs(width / height - aspect) < 1e-9);
        QCOMPARE(std::max(grid.width, grid.height), 120);
        QVERIFY(std::abs(width / grid.width / (height / grid.height) - 1) < 0.05);
    }

    void theViewOfNoPointsIsAroundTheOrigin()
    {
        const GridSpec grid = viewGrid({}, 1, 1, 2);
        QCOMPARE(grid, (GridSpec{.xMin = -1, .xMax = 1, .yMin = -1, .yMax = 1, .width = 2, .height = 2}));
    }

    void labelsWithRoomStayWhereTheyAreWanted()
    {
        const std::vector<double> wanted = {30, 10, 60};
        QCOMPARE(spreadLabels(wanted, 15, 0, 100), wanted);
        QVERIFY(spreadLabels({}, 15, 0, 100).empty());
    }

    void labelsAreSpreadEvenlyAroundWhereTheyCollide()
    {
        QCOMPARE(spreadLabels(std::vector<double>{50, 50, 50}, 10, 0, 100), (std::vector<double>{40, 50, 60}));
        QCOMPARE(spreadLabels(std::vector<double>{52, 50}, 10, 0, 100), (std::vector<double>{56, 46}));
    }

    void labelsStayInsideTheirBounds()
    {
        QCOMPARE(spreadLabels(std::vector<double>{99, 99, 99}, 10, 0, 100), (std::vector<double>{80, 90, 100}));
        QCOMPARE(spreadLabels(std::vector<double>{-5, 0}, 10, 0, 100), (std::vector<double>{0, 10}));
    }

    void labelsWithoutRoomShareIt() { QCOMPARE(spreadLabels(std::vector<double>{1, 2, 3}, 50, 0, 40), (std::vector<double>{0, 20, 40})); }

    void theLossAxisHoldsEveryFiniteLoss()
    {
        LossRange range;
        QVERIFY(range.isEmpty());
        QCOMPARE(range.logarithmic(), (AxisRange{0.1, 1}));
        range.include(0.7);
        range.include(0.02);
        range.include(0.0);
        range.include(std::numeric_limits<double>::quiet_NaN());
        range.include(std::numeric_limits<double>::infinity());
        QVERIFY(!range.isEmpty());
        QVERIFY(range.logarithmic().lower < 0.02 && range.logarithmic().lower > 0.01);
        QVERIFY(range.logarithmic().upper > 0.7 && range.logarithmic().upper < 1);
    }

    void aSpikeDoesNotSetARobustRange()
    {
        std::vector<double> falling(100);
        for (std::size_t i = 0; i < falling.size(); ++i)
            falling[i] = 0.7 / static_cast<double>(i + 1);
        const double start = falling[0];
        QVERIFY(robustRange(falling, start).upper >= 0.7 && robustRange(falling, start).upper < 0.8); // where curves begin is no spike
        std::vector<double> spiky = falling;
        spiky[50] = 1e6;
        spiky[51] = std::numeric_limits<double>::infinity();
        spiky[52] = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(robustRange(spiky, start).upper >= 0.7 && robustRange(spiky, start).upper < 2);
        std::vector<double> rising(100); // most of it is as high: that is what there is
        for (std::size_t i = 0; i < rising.size(); ++i)
            rising[i] = 0.3 + 0.02 * static_cast<double>(i);
        QVERIFY(robustRange(rising, 0.3).upper >= rising.back());
        QCOMPARE(robustRange({}, 0.5), (AxisRange{0, 0.54}));
        QCOMPARE(robustRange({}, 0), (AxisRange{0, 1}));
        QCOMPARE(robustRange({0, 0, 0}, 0), (AxisRange{0, 1}));
    }

    void theLogAxisIsAtLeastADecade()
    {
        LossRange range;
        range.include(0.69);
        const AxisRange axis = range.logarithmic();
        QVERIFY(axis.upper / axis.lower > 9.99);
        LossRange all;
        all.include(range);
        QCOMPARE(all.logarithmic(), axis);
    }
};

QTEST_APPLESS_MAIN(TestView)
#include "tst_view.moc"
