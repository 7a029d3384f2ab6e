// Points that are drawn, erased and moved by hand, with the mouse and with keys, and a typed curve that divides them.
#include "core/base/errors.h"
#include "core/data/csv_points.h"
#include "core/data/data_generators.h"
#include "core/data/input_features.h"
#include "tests/ui/training/data_fixture.h"
#include "ui/training/data/data_gallery.h"
#include "ui/training/data/feature_chips.h"
#include "ui/training/data/points_canvas.h"
#include "ui/training/data/points_dialog.h"

#include <QtTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

QPoint pixelOf(const PointsCanvas &canvas, double x, double y)
{
    return canvas.toPixel({x, y}).toPoint();
}

void press(const char *name, QWidget &dialog)
{
    QTest::mouseClick(dialog.findChild<QAbstractButton *>(QLatin1String(name)), Qt::LeftButton);
}

} // namespace

class TestPointsDialog : public QObject {
    Q_OBJECT

private slots:
    void clicksAndStrokesDrawEraseAndMove();
    void keysDrawEraseAndMove();
    void strokesAreTakenBack();
    void aCurveDividesThePointsOrIsExplained();
    void drawnPointsBecomeTheData();
    void aRegressionBeginsWithAnEmptyPlane();
};

void TestPointsDialog::clicksAndStrokesDrawEraseAndMove()
{
    PointsDialog dialog({}, Theme::light());
    dialog.resize(700, 600);
    dialog.show();
    PointsCanvas &canvas = *dialog.canvas();
    QVERIFY(!acceptOf(dialog)->isEnabled());
    press("class1", dialog);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, pixelOf(canvas, 1, 0.5));
    QCOMPARE(dialog.points().count(), std::size_t{1});
    QCOMPARE(dialog.points().labels, (std::vector{1}));
    const double pixel = canvas.toPlane({1, 0}).x() - canvas.toPlane({0, 0}).x();
    QVERIFY(std::hypot(dialog.points().point(0)[0] - 1, dialog.points().point(0)[1] - 0.5) <= pixel);

    // A stroke of 160 pixels.
    press("class0", dialog);
    const QPoint from = pixelOf(canvas, -1, -1);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, from + QPoint(160, 0));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(160, 0));
    QCOMPARE(dialog.points().count(), std::size_t{22});
    QCOMPARE(std::ranges::count(dialog.points().labels, 0), 21);
    QVERIFY(acceptOf(dialog)->isEnabled());

    press("toolMove", dialog);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, pixelOf(canvas, 1, 0.5));
    QTest::mouseMove(&canvas, pixelOf(canvas, 2, 1));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, pixelOf(canvas, 2, 1));
    QVERIFY(std::hypot(dialog.points().point(0)[0] - 2, dialog.points().point(0)[1] - 1) <= pixel);
    QCOMPARE(dialog.points().count(), std::size_t{22});

    QTest::mouseClick(&canvas, Qt::RightButton, {}, pixelOf(canvas, 2, 1));
    QCOMPARE(dialog.points().count(), std::size_t{21});
    press("toolErase", dialog);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from - QPoint(20, 0));
    QTest::mouseMove(&canvas, from + QPoint(180, 0));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, from + QPoint(180, 0));
    QVERIFY2(dialog.points().count() < 4, qPrintable(QString::number(dialog.points().count())));
}

void TestPointsDialog::keysDrawEraseAndMove()
{
    PointsDialog dialog({}, Theme::light());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    PointsCanvas &canvas = *dialog.canvas();
    QVERIFY(canvas.hasFocus());
    QTest::keyClick(&canvas, Qt::Key_2); // class 1
    QTest::keyClick(&canvas, Qt::Key_Space);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_1);
    QTest::keyClick(&canvas, Qt::Key_Space);
    QCOMPARE(dialog.points().labels, (std::vector{1, 0}));
    QVERIFY(dialog.points().point(1)[0] > dialog.points().point(0)[0]);
    QTest::keyClick(&canvas, Qt::Key_M);
    QTest::keyClick(&canvas, Qt::Key_Space); // grabs
    QTest::keyClick(&canvas, Qt::Key_Up);
    QTest::keyClick(&canvas, Qt::Key_Space); // lets go
    QTest::keyClick(&canvas, Qt::Key_Up);
    QVERIFY(dialog.points().point(1)[1] > dialog.points().point(0)[1]);
    QTest::keyClick(&canvas, Qt::Key_Down);
    QTest::keyClick(&canvas, Qt::Key_E);
    QTest::keyClick(&canvas, Qt::Key_Space);
    QCOMPARE(dialog.points().labels, (std::vector{1}));
}

void TestPointsDialog::strokesAreTakenBack()
{
    PointsDialog dialog(fourPoints(), Theme::light());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    PointsCanvas &canvas = *dialog.canvas();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, pixelOf(canvas, 0, 0));
    press("eraseAll", dialog);
    QCOMPARE(dialog.points().count(), std::size_t{0});
    QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(dialog.points().count(), std::size_t{5});
    QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog.points() == fourPoints());
    QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog.points() == fourPoints());
    press("redoStroke", dialog);
    QCOMPARE(dialog.points().count(), std::size_t{5});
}

void TestPointsDialog::aCurveDividesThePointsOrIsExplained()
{
    PointsDialog dialog(fourPoints(), Theme::light());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.curveField()->setFocus();
    QTest::keyClicks(dialog.curveField(), "y = sin(3*x");
    QVERIFY2(dialog.curveMessage().contains("at character 7"), qPrintable(dialog.curveMessage()));
    QTest::keyClick(dialog.curveField(), Qt::Key_Return);
    QVERIFY(dialog.points() == fourPoints() && dialog.isVisible());
    QTest::keyClicks(dialog.curveField(), ")");
    QVERIFY(dialog.curveMessage().isEmpty());
    QTest::keyClick(dialog.curveField(), Qt::Key_Return);
    QCOMPARE(dialog.points().labels, (std::vector{0, 0, 1, 1}));
    QVERIFY(dialog.isVisible());
}

void TestPointsDialog::drawnPointsBecomeTheData()
{
    Shown shown;
    whenOpen<PointsDialog>([](PointsDialog &dialog) {
        QTest::mouseClick(dialog.canvas(), Qt::LeftButton, {}, pixelOf(*dialog.canvas(), 0, 0));
        QTest::mouseClick(acceptOf(dialog), Qt::LeftButton);
    });
    shown.click("data_draw");
    QCOMPARE(shown.taken.size(), std::size_t{1});
    QCOMPARE(std::get<GivenPoints>(shown.last().data).points->count(), std::size_t{61}); // those that there were, and one
    QVERIFY(!shown.texts.back().isEmpty());
    QVERIFY(shown.section.gallery()->tile("drawn")->isChecked());
    whenOpen<PointsDialog>([](PointsDialog &dialog) { dialog.reject(); });
    QTest::mouseClick(shown.section.gallery()->tile("drawn"), Qt::LeftButton);
    QCOMPARE(shown.taken.size(), std::size_t{1});
}

void TestPointsDialog::aRegressionBeginsWithAnEmptyPlane()
{
    Shown shown;
    QTest::mouseClick(shown.section.gallery()->tile("bumps"), Qt::LeftButton);
    whenOpen<PointsDialog>([](PointsDialog &dialog) {
        QCOMPARE(dialog.points().count(), std::size_t{0});
        QTest::mouseClick(dialog.canvas(), Qt::LeftButton, {}, pixelOf(*dialog.canvas(), 0, 0));
        QTest::mouseClick(dialog.canvas(), Qt::LeftButton, {}, pixelOf(*dialog.canvas(), 1, 1));
        QTest::mouseClick(acceptOf(dialog), Qt::LeftButton);
    });
    shown.click("data_draw");
    QVERIFY(!isRegression(shown.last().data));
    QCOMPARE(shown.last().loss, Loss::CrossEntropy);
}

QTEST_MAIN(TestPointsDialog)
#include "tst_points_dialog.moc"
