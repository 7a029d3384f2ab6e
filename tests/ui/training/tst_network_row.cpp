// Weights as lines in the evidence view: width and sign that can be read, and hands that edit one or switch a unit off.
#include "core/training/parameter_change.h"
#include "tests/ui/training/evidence_fixture.h"
#include "tests/ui/training/rows_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/number_spin_box.h"
#include "ui/training/evidence/alpha_row.h"
#include "ui/training/evidence/confusion_row.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/gradients_row.h"
#include "ui/training/evidence/hidden_space_row.h"
#include "ui/training/evidence/network_row.h"
#include "ui/training/evidence/outputs_row.h"
#include "ui/training/evidence/pre_activations_row.h"

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The networks of a workspace as lines, an epoch after their start. */
struct SteppedNetworks : WorkspaceFixture {
    explicit SteppedNetworks(const std::vector<int> &hidden) : WorkspaceFixture(evidenceExperiment({"relu", "tanh"}, hidden))
    {
        view.showRows({"network"});
        controller.step();
    }

    bool areThere() const { return epoch() == 1 && view.isExact(); }
    NetworkPanel &panel(std::size_t model) const { return *qobject_cast<NetworkPanel *>(view.panel("network", model)); }

    EvidenceView &view = *workspace->findChild<EvidenceView *>();
};

} // namespace

class TestNetworkRow : public QObject {
    Q_OBJECT

private slots:
    void widthAndSignOfWeightsAreSeen();
    void aClickOnAWeightEditsIt();
    void aUnitIsSwitchedOffByKey();
    void aWeightIsEditedByKeysAlone();
};

/** Straight from pixels: across the middle of a line that nothing crosses. */
void TestNetworkRow::widthAndSignOfWeightsAreSeen()
{
    StandingRun run(evidenceExperiment({"relu", "tanh"}, {2}), 2);
    for (const ParameterPlace place : {ParameterPlace{0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 1}, {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}})
        run.run().apply(weightChange(0, place, 0));
    run.run().apply(weightChange(0, {0, 0, 0}, 2));
    run.run().apply(weightChange(0, {0, 1, 1}, -2));
    run.run().apply(weightChange(0, {1, 0, 0}, 1));
    EvidenceFixture fixture(run.snapshot(), {"network"}, {1500, 700});
    WAIT_EXACT(fixture);
    auto &panel = fixture.panel<NetworkPanel>("network", 0);
    const auto &row = rowOf<NetworkRow>(panel);
    const QImage picture = panel.grab().toImage();
    const NetworkLayout layout = panel.layout(panel.rect());
    const auto isInk = [&](QPointF place) { return distanceOf(picture.pixelColor(place.toPoint()), Theme::light().plotBackground) > 120; };
    const auto inkAlong = [&](const ParameterPlace &weight) {
        int ink = 0;
        for (double share = 0.1; share < 0.9; share += 0.01)
            ink += isInk(layout.line(weight).pointAt(share)) ? 1 : 0;
        return ink;
    };
    QVERIFY(inkAlong({0, 0, 0}) > 75);                                   // solid
    QVERIFY(inkAlong({0, 1, 1}) > 30 && inkAlong({0, 1, 1}) < 70);       // dashed
    QCOMPARE(inkAlong({1, 1, 1}), 0);                                    // 0 is no line
    QVERIFY(row.lineWidth(2) > row.lineWidth(1) && row.lineWidth(1) > row.lineWidth(0.1));
    QVERIFY(panel.weightText({0, 1, 1}).contains(QStringLiteral("−2")));
    QVERIFY(panel.weightText({0, 1, 1}).contains("x₂"));
    QVERIFY(row.legend().contains(readableNumber(row.thickest())));
    QCOMPARE(layout.nodeAt(layout.node(1, 1).center()), (NetworkLayout::Node{1, 1}));
    QVERIFY(layout.weightAt(layout.line({0, 0, 0}).pointAt(0.2)) == (ParameterPlace{0, 0, 0}));
    // The darkest cell of a map is where f is largest.
    const UnitMap &map = *row.map(0, 0, 0);
    const GridSpec &grid = *row.mapGrid();
    std::ptrdiff_t place = -1; // inside: the outermost cells are below the node's border
    for (std::ptrdiff_t i = 0; i < std::ssize(map.outputs); ++i) {
        const bool isInside = i % grid.width > 1 && i % grid.width < grid.width - 2 && i / grid.width > 1 && i / grid.width < grid.height - 2;
        if (isInside && (place < 0 || map.outputs[static_cast<std::size_t>(i)] > map.outputs[static_cast<std::size_t>(place)]))
            place = i;
    }
    const QRectF node = layout.node(1, 0);
    const QPointF darkest(node.left() + (static_cast<double>(place % grid.width) + 0.5) / grid.width * node.width(),
                          node.bottom() - (static_cast<double>(place / grid.width) + 0.5) / grid.height * node.height());
    const QColor seen = picture.pixelColor(darkest.toPoint());
    QVERIFY(distanceOf(row.mapColor(map.outputs[static_cast<std::size_t>(place)]), Theme::light().plotBackground) > 150);
    QVERIFY(distanceOf(seen, row.mapColor(map.outputs[static_cast<std::size_t>(place)])) < 60);
}

void TestNetworkRow::aClickOnAWeightEditsIt()
{
    SteppedNetworks networks({3});
    QTRY_VERIFY_WITH_TIMEOUT(networks.areThere(), patience);
    NetworkPanel *panel = &networks.panel(1);
    const ParameterPlace weight{0, 2, 1};
    const QPoint place = panel->layout(panel->rect()).line(weight).pointAt(0.25).toPoint();
    QTest::mouseMove(panel, place);
    QTest::mouseClick(panel, Qt::LeftButton, {}, place);
    QVERIFY(panel->editor());
    QVERIFY(panel->editor()->accessibleName().contains("unit 3 of layer 1"));
    QTest::keyClicks(panel->editor(), "1.75");
    QTest::keyClick(panel->editor(), Qt::Key_Escape);
    QVERIFY(!panel->editor());
    QTest::mouseClick(panel, Qt::LeftButton, {}, place);
    QTest::keyClicks(panel->editor(), "-1,75"); // either decimal sign
    QTest::keyClick(panel->editor(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(networks.workspace->snapshot()->moment->models[1].parameters().layers[0].weight[5] == -1.75, patience);
    QCOMPARE(networks.workspace->snapshot()->record->changes.size(), std::size_t{1});
    QTRY_VERIFY_WITH_TIMEOUT(networks.view.isExact(), patience);
    QVERIFY(panel->weightText(weight).contains(QStringLiteral("−1.75")));
    panel->editBias(0, 1, {10, 10});
    QTest::keyClicks(panel->editor(), "0.5");
    QTest::keyClick(panel->editor(), Qt::Key_Enter);
    QTRY_VERIFY_WITH_TIMEOUT(networks.workspace->snapshot()->moment->models[1].parameters().layers[0].bias[1] == 0.5, patience);
}

void TestNetworkRow::aUnitIsSwitchedOffByKey()
{
    SteppedNetworks networks({3, 2});
    QTRY_VERIFY_WITH_TIMEOUT(networks.areThere(), patience);
    NetworkPanel *panel = &networks.panel(0);
    panel->setFocus();
    QTest::keyClick(panel, Qt::Key_Right);
    QTest::keyClick(panel, Qt::Key_Down);
    QVERIFY(networks.view.selection().unit() == (HiddenUnit{1, 1}));
    QTest::keyClick(panel, Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(!networks.workspace->snapshot()->record->changes.empty(), patience);
    const ModelParameters parameters = networks.workspace->snapshot()->moment->models[0].parameters();
    QCOMPARE(parameters.layers[1].bias[1], 0.0);
    QCOMPARE(parameters.layers[2].weight[1], 0.0);
    QVERIFY(parameters.layers[2].weight[0] != 0);
}

void TestNetworkRow::aWeightIsEditedByKeysAlone()
{
    SteppedNetworks networks({3, 2});
    QTRY_VERIFY_WITH_TIMEOUT(networks.areThere(), patience);
    NetworkPanel *panel = &networks.panel(0);
    panel->setFocus();
    QTest::keyClick(panel, Qt::Key_Down); // unit 2 of layer 1
    QTimer::singleShot(0, panel, [] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->menu()) {
                QCOMPARE(action->menu()->actions().size(), 2); // x₁ and x₂
                action->menu()->actions().front()->trigger();
            }
        }
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, panel->mapToGlobal(QPoint()));
    QApplication::sendEvent(panel, &event);
    QVERIFY(panel->editor());
    QTest::keyClicks(panel->editor(), "7");
    QTest::keyClick(panel->editor(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!networks.workspace->snapshot()->record->changes.empty(), patience);
    const std::vector<double> weights = networks.workspace->snapshot()->moment->models[0].parameters().layers[0].weight;
    QVERIFY(weights[2] == 7 || weights[3] == 7);
}

QTEST_MAIN(TestNetworkRow)
#include "tst_network_row.moc"
