// Planes while training: in as much detail as there is time for.
#include "core/training/pacing.h"

#include <QTest>

using namespace actiscope;

class TestPacing : public QObject {
    Q_OBJECT

private slots:
    void planesOfASlowDeviceHaveLessDetail();
    void detailDoesNotFlicker();
    void smallPlanesStay();
};

namespace {

const GridSpec wanted{.xMin = -1, .xMax = 2, .yMin = -3, .yMax = 4, .width = 112, .height = 90};

double pointsOf(const GridSpec &grid)
{
    return double(grid.width) * grid.height;
}

} // namespace

void TestPacing::planesOfASlowDeviceHaveLessDetail()
{
    PlanesPace pace;
    QCOMPARE(pace.fitted(wanted), wanted); // before anything is known
    pace.took(wanted, Seconds(0.004));
    QCOMPARE(pace.fitted(wanted), wanted);
    pace.took(wanted, Seconds(0.016));
    const GridSpec fewer = pace.fitted(wanted);
    QVERIFY(pointsOf(fewer) <= 0.5 * pointsOf(wanted) && pointsOf(fewer) > 0.45 * pointsOf(wanted));
    QVERIFY(fewer.xMin == wanted.xMin && fewer.xMax == wanted.xMax && fewer.yMin == wanted.yMin && fewer.yMax == wanted.yMax);
    pace.took(fewer, Seconds(10)); // there are limits: a picture has to be one
    QVERIFY(pace.fitted(wanted).width == 56 && pace.fitted(wanted).height == 45);
    pace.took(pace.fitted(wanted), Seconds(0.0001));
    QCOMPARE(pace.fitted(wanted), wanted);
}

void TestPacing::detailDoesNotFlicker()
{
    PlanesPace pace;
    pace.took(wanted, Seconds(0.016));
    const GridSpec first = pace.fitted(wanted);
    for (const double part : {0.7, 1.4, 1.0, 0.8, 1.3}) {
        pace.took(first, Seconds(0.008 * part));
        QCOMPARE(pace.fitted(wanted), first);
    }
}

void TestPacing::smallPlanesStay()
{
    PlanesPace pace;
    const GridSpec small{.width = 21, .height = 13};
    pace.took(small, Seconds(5));
    QCOMPARE(pace.fitted(small), small);
}

QTEST_GUILESS_MAIN(TestPacing)
#include "tst_pacing.moc"
