// The weights of hidden units as pictures: on one scale, as large as there is room, the one that is pointed at large, dead ones crossed out.
#include "tests/ui/training/image_rows_fixture.h"
#include "ui/training/evidence/panel_plot.h"
#include "ui/training/evidence/images/activity_row.h"
#include "ui/training/evidence/images/unit_pictures_row.h"

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

class TestUnitPictures : public QObject {
    Q_OBJECT

private slots:
    void picturesAreWeightsOnOneScale();
    void theUnitThatIsPointedAtIsLarge();
    void deadUnitsAreCrossedOut();
    void picturesFillTheirRow();
};

void TestUnitPictures::picturesAreWeightsOnOneScale()
{
    const auto snapshot = digitsMoment();
    EvidenceFixture fixture(snapshot, {"unit-pictures"}, {1500, 900});
    WAIT_EXACT(fixture);
    double full = 0;
    for (std::size_t model = 0; model < 3; ++model)
        full = std::max(full, unitPicturesOf(*snapshot->cohort, *snapshot->moment, model).usual);
    for (std::size_t model = 0; model < 3; ++model) {
        const auto &panel = fixture.panel<UnitPicturesPanel>("unit-pictures", model);
        const auto &row = rowOfPanel<UnitPicturesRow>(panel);
        QCOMPARE(row.fullScale(), full);
        QVERIFY(row.legend().contains(readableNumber(full)));
        const ModelParameters parameters = snapshot->moment->models[model].parameters();
        fixture.view.selection().pointAt(HiddenUnit{0, 5});
        const QImage picture = pictureOfPanel(panel);
        const double side = panel.style().px(64), left = 1, top = panel.height() - panel.style().px(66);
        for (int y = 0; y < 8; ++y) {
            for (int x = 0; x < 8; ++x) {
                const double weight = parameters.layers[0].weight[static_cast<std::size_t>(5 * 64 + y * 8 + x)];
                const QColor strong = weight < 0 ? Theme::light().classZero : Theme::light().classOne;
                const QColor expected = mix(Theme::light().divergingMiddle, strong, std::min(1.0, std::abs(weight) / full));
                const QPoint place(qRound(left + (x + 0.5) * side / 8), qRound(top + (y + 0.5) * side / 8));
                QVERIFY(awayFrom(picture.pixelColor(place), expected) < 12);
            }
        }
        fixture.view.selection().pointAt(std::nullopt);
    }
}

void TestUnitPictures::theUnitThatIsPointedAtIsLarge()
{
    EvidenceFixture fixture(digitsMoment(), {"unit-pictures", "activity"}, {1500, 900});
    WAIT_EXACT(fixture);
    auto &panel = fixture.panel<UnitPicturesPanel>("unit-pictures", 1);
    const QRectF place = panel.grid(panel.rect()).picture(37);
    QTest::mouseMove(&panel, place.center().toPoint());
    QTRY_VERIFY(fixture.view.selection().unit() == (HiddenUnit{0, 37}));
    QVERIFY(panel.description().contains("Unit 38, layer 1"));
    QVERIFY(fixture.panel<ActivityPanel>("activity", 2).description().contains("Unit 38, layer 1"));
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_Right);
    QVERIFY(fixture.view.selection().unit() == (HiddenUnit{0, 38}));
    QTest::keyClick(&panel, Qt::Key_Return);
    QVERIFY(fixture.view.selection().kept() == (HiddenUnit{0, 38}));
    for (const int count : {1, 7, 64, 128, 512}) { // each has a place of its own
        const PictureGrid grid = PictureGrid::of({0, 0, 230, 140}, count);
        for (std::size_t unit = 0; unit < static_cast<std::size_t>(count); ++unit)
            QCOMPARE(grid.at(grid.picture(unit).center()), std::optional(unit));
        QVERIFY(grid.picture(static_cast<std::size_t>(count) - 1).bottom() <= 141);
    }
}

void TestUnitPictures::deadUnitsAreCrossedOut()
{
    Experiment experiment = digitsExperiment({"relu", "relu"}, {16});
    experiment.models[0].initialization.biasConstant = -20;
    experiment.models[1].optimizer.learningRate = 0.001;
    StandingRun run(experiment, 2);
    const auto snapshot = run.snapshot();
    EvidenceFixture fixture(snapshot, {"unit-pictures"}, {1200, 900});
    WAIT_EXACT(fixture);
    int living = 0;
    const auto &dead = fixture.panel<UnitPicturesPanel>("unit-pictures", 0);
    const auto &alive = fixture.panel<UnitPicturesPanel>("unit-pictures", 1);
    const auto isCrossed = [](const UnitPicturesPanel &panel, std::size_t unit) {
        const QRectF place = panel.grid(panel.rect()).picture(unit);
        return awayFrom(pictureOfPanel(panel).pixelColor(place.center().toPoint()), Theme::light().text) < 150;
    };
    for (std::size_t unit = 0; unit < 16; ++unit) {
        const bool isDead = diagnose(*snapshot->cohort, *snapshot->moment, 1, {.mostSamples = 500}).layers[0].units[unit].isDead;
        QVERIFY(dead.isDead(unit) && isCrossed(dead, unit));
        QCOMPARE(alive.isDead(unit), isDead);
        QCOMPARE(isCrossed(alive, unit), isDead);
        living += isDead ? 0 : 1;
    }
    QVERIFY(living > 8);
    QVERIFY(dead.description().contains("16 units are dead"));
}

void TestUnitPictures::picturesFillTheirRow()
{
    for (const int count : {10, 16, 30, 64, 100, 128, 250, 256, 512}) {
        for (const double width : {176.0, 250.0, 376.0, 700.0}) {
            Snapshot run;
            run.experiment.hidden = {count};
            const double height = UnitPicturesRow::heightOf(run, width);
            const QRectF area(0, 0, width, height - 90);
            const PictureGrid grid = PictureGrid::of(area, count);
            const int lines = (count + grid.perLine - 1) / grid.perLine;
            QVERIFY(grid.pitch * grid.perLine <= width + 0.5 && grid.pitch * lines <= area.height() + 0.5);
            QCOMPARE(grid.perLine, (count + lines - 1) / lines); // the last line is as full as it can be
            const double larger = 1.06 * grid.pitch;
            const bool fitsLarger = std::floor(width / larger) * std::floor(area.height() / larger) >= count;
            QVERIFY2(!fitsLarger || grid.pitch >= 130, qPrintable(QStringLiteral("%1 in %2: %3").arg(count).arg(width).arg(grid.pitch)));
            if (count <= 128 && width > 300)
                QVERIFY2(grid.pitch >= 19, qPrintable(QString::number(grid.pitch)));
        }
    }
}

QTEST_MAIN(TestUnitPictures)
#include "tst_unit_pictures.moc"
