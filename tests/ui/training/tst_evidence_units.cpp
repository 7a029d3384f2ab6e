// Units in the evidence view: lamps, what pointing at one shows in every row, its sum in numbers, and switching it off.
#include "core/io/ready_experiments.h"
#include "tests/ui/training/shown_evidence.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/class_palette.h"
#include "ui/base/resources.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/evidence/unit_words.h"
#include "ui/training/evidence/units_row.h"

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

class TestEvidenceUnits : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }

    /** What the ready experiment shows at epoch 12: 36 and 37 of 64 ReLU units dead, of Leaky ReLU's none. */
    void theDyingReluShowsItsDeadUnits()
    {
        const ReadyExperiment *dying = findReadyExperiment("dying-relu");
        QVERIFY(dying);
        const std::shared_ptr<const Snapshot> run = trained(dying->experiment, 12);
        for (const Theme &theme : {Theme::light(), Theme::dark()}) {
            Shown shown(run, QSize(896, 500), theme);
            WAIT_EXACT(shown);
            QCOMPARE(shown.units(0).description(), QStringLiteral("layer 1: 36 of 64 dead, layer 2: 37 of 64 dead"));
            QCOMPARE(shown.units(1).description(), QStringLiteral("layer 1: 0 of 64 dead, layer 2: 0 of 64 dead"));
            for (const std::size_t model : {0u, 1u}) {
                const QImage picture = shown.view.panel(unitsId, model)->grab().toImage();
                const Diagnostics known = diagnose(*run->cohort, *run->moment, model);
                for (std::size_t layer = 0; layer < 2; ++layer) {
                    for (std::size_t unit = 0; unit < 64; ++unit) {
                        const QColor middle = picture.pixelColor(shown.lamp(model, {layer, unit}));
                        QCOMPARE(middle == theme.plotBackground, known.layers[layer].units[unit].isDead);
                    }
                }
            }
        }
    }

    void aLampIsAsBrightAsItsUnitIsActive()
    {
        const std::shared_ptr<const Snapshot> run = trained(smallExperiment(), 30);
        Shown shown(run, QSize(896, 500));
        WAIT_EXACT(shown);
        const QImage picture = shown.view.panel(unitsId, 0)->grab().toImage();
        const Diagnostics known = diagnose(*run->cohort, *run->moment, 0);
        const QColor full = shown.view.moment().styles[0].pen.color();
        for (std::size_t unit = 0; unit < 8; ++unit) {
            const UnitDiagnostics &state = known.layers[0].units[unit];
            const QColor wanted = state.isDead ? Theme::light().plotBackground : mix(Theme::light().plotBackground, full, 0.28 + 0.72 * state.figures.active);
            const QColor seen = picture.pixelColor(shown.lamp(0, {0, unit}));
            QVERIFY2(std::abs(seen.red() - wanted.red()) <= 2 && std::abs(seen.blue() - wanted.blue()) <= 2, qPrintable(seen.name() + wanted.name()));
        }
    }

    void pointingAtALampPointsAtTheUnitEverywhere()
    {
        const std::shared_ptr<const Snapshot> run = trained(smallExperiment(), 30);
        Shown shown(run, QSize(896, 560));
        WAIT_EXACT(shown);
        QWidget *panel = shown.view.panel(unitsId, 0);
        const QPoint other = shown.lamp(1, {0, 2});
        const QColor before = shown.view.panel(unitsId, 1)->grab().toImage().pixelColor(other);
        const QRect plane = shown.plane(0).geometry();
        QTest::mouseMove(panel, shown.lamp(0, {0, 5}));
        QCOMPARE(shown.view.selection().unit(), (HiddenUnit{0, 5}));
        WAIT_EXACT(shown);
        QCOMPARE(shown.plane(0).geometry(), plane); // nothing moves under the pointer
        const QColor faded = shown.view.panel(unitsId, 1)->grab().toImage().pixelColor(other);
        const QColor wanted = mix(Theme::light().plotBackground, before, 0.28);
        QVERIFY2(std::abs(faded.red() - wanted.red()) <= 3 && std::abs(faded.blue() - wanted.blue()) <= 3, qPrintable(faded.name() + wanted.name()));
        QTest::mouseClick(panel, Qt::LeftButton, {}, shown.lamp(0, {0, 5}));
        QTest::mouseMove(panel, shown.lamp(0, {0, 1}));
        QCOMPARE(shown.view.selection().unit(), (HiddenUnit{0, 1}));
        QTest::mouseMove(panel, QPoint(panel->width() - 2, panel->height() - 2));
        QCOMPARE(shown.view.selection().unit(), (HiddenUnit{0, 5})); // the click keeps it
        QVERIFY(shown.view.escape());
        QVERIFY(!shown.view.selection().unit());
        QVERIFY(!shown.view.escape());
    }

    /** The plane shows f(z) of the unit, in greys of one scale for all models. */
    void thePlaneShowsTheMapOfTheUnit()
    {
        const std::shared_ptr<const Snapshot> run = trained(smallExperiment(), 30);
        Shown shown(run, QSize(896, 560));
        WAIT_EXACT(shown);
        shown.view.selection().keep({0, 5}, 0);
        WAIT_EXACT(shown);
        UnitScale scale{0, 1e-9};
        for (const std::size_t model : {0u, 1u}) {
            const Inspection *known = shown.view.moment().inspection(model);
            QVERIFY(known && known->unitMap);
            scale.include(*known->unitMap);
        }
        for (const std::size_t model : {0u, 1u}) {
            const Inspection &known = *shown.view.moment().inspection(model);
            const GridSpec &grid = *known.question.unitGrid;
            const UnitMap truth = unitMap(*run->cohort, *run->moment, model, {0, 5}, grid);
            QImage picture(shown.plane(model).size(), QImage::Format_RGB32);
            QPainter painter(&picture);
            UnitMapPainter map;
            map.setMap(*known.unitMap, grid, scale, Theme::light());
            const PlaneView view = shown.plane(model).view();
            map.draw(painter, view, 1);
            painter.end();
            const QImage seen = shown.view.panel(planeId, model)->grab().toImage();
            int same = 0, right = 0, all = 0;
            for (int row = 2; row < grid.height - 2; row += 5) {
                for (int column = 2; column < grid.width - 2; column += 5) {
                    const QPoint place = view.toArea(std::lerp(grid.xMin, grid.xMax, double(column) / (grid.width - 1)),
                                                     std::lerp(grid.yMin, grid.yMax, double(row) / (grid.height - 1))).toPoint();
                    if (!view.area.adjusted(3, 3, -3, -3).contains(place))
                        continue; // more is known than is seen
                    ++all;
                    const double value = double{truth.outputs[std::size_t(row * grid.width + column)]};
                    const QColor wanted = unitShade((value - scale.low) / (scale.high - scale.low), Theme::light());
                    const bool isFree = seen.pixelColor(place) == picture.pixelColor(place); // no point lies over it
                    same += isFree ? 1 : 0;
                    right += isFree && std::abs(seen.pixelColor(place).red() - wanted.red()) <= 10 ? 1 : 0;
                }
            }
            QVERIFY2(same > 0.8 * all && right > 0.9 * same, qPrintable(QStringLiteral("%1 of %2 of %3").arg(right).arg(same).arg(all)));
        }
        shown.view.escape();
        WAIT_EXACT(shown);
        const PlaneView view = shown.plane(0).view();
        const QColor corner = shown.view.panel(planeId, 0)->grab().toImage().pixelColor(view.area.topLeft().toPoint() + QPoint(3, 3));
        QVERIFY(corner != Theme::light().plotBackground); // classes again
    }

    void theSumIsWrittenWithItsNumbers()
    {
        UnitSum sum{.products = {0.05, -0.19, 0.02, -0.17, -0.186}, .bias = 0.02, .z = -0.75, .value = -0.0075, .slope = 0.01};
        QCOMPARE(UnitWords::sum(sum), QStringLiteral("z = −0.19 − 0.19 − 0.17 … + 0.02 = −0.75, f(z) = −0.0075, f′(z) = 0.01"));
        sum.products = {2, -6};
        QCOMPARE(UnitWords::sum(sum), QStringLiteral("z = −6 + 2 + 0.02 = −0.75, f(z) = −0.0075, f′(z) = 0.01"));
    }

    /** From a lamp to the network's weights: Delete leaves the unit nothing to say. */
    void deleteSwitchesAUnitOff()
    {
        WorkspaceFixture fixture;
        WAIT_READY(fixture, smallExperiment());
        EvidenceView &view = *fixture.workspace->evidence();
        QTRY_VERIFY_WITH_TIMEOUT(view.isExact(), patience);
        QVERIFY(QTest::qWaitForWindowActive(fixture.workspace.get()));
        auto *panel = dynamic_cast<UnitsPanel *>(view.panel(unitsId, 1));
        QVERIFY(panel);
        panel->setFocus();
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(panel, Qt::Key_Right);
        QCOMPARE(view.selection().unit(), (HiddenUnit{0, 3}));
        const auto weights = [&fixture](std::size_t model) {
            const ModelParameters parameters = fixture.workspace->snapshot()->moment->models[model].parameters();
            return std::array{parameters.layers[0].weight[6], parameters.layers[0].weight[7], parameters.layers[1].weight[3], parameters.layers[1].weight[11]};
        };
        const auto others = weights(0);
        QVERIFY(weights(1)[2] != 0);
        QTest::keyClick(panel, Qt::Key_Delete);
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(weights(1), [](double weight) { return weight == 0; }), patience);
        QCOMPARE(weights(0), others);
    }

};

QTEST_MAIN(TestEvidenceUnits)
#include "tst_evidence_units.moc"
