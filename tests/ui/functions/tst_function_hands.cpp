// The Functions workspace under a hand: axes that stand still, buttons that stay where they are, names that are previewed and ticked, and
// keys that a focused control answers. Offscreen.
#include "tests/support/patience.h"
#include "tests/ui/functions/functions_fixture.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/theme.h"
#include "ui/functions/formula/formula_dialog.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/parameter_panel.h"
#include "ui/functions/notes/parameter_sweep.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/state/custom_activation_list.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** What must not move while a parameter does: ranges and places of all plots. */
struct Axes {
    std::vector<QCPRange> ranges;
    std::vector<QRect> places;

    bool operator==(const Axes &) const = default;
};

Axes axesOf(Window &window)
{
    Axes axes;
    FunctionPlot &plot = window.plot();
    plot.replot();
    for (const FunctionPanel *panel : {&plot.panel(0), &plot.panel(1), &plot.difference().panel()}) {
        axes.ranges.insert(axes.ranges.end(), {panel->x()->range(), panel->y()->range()});
        axes.places.push_back(panel->rect()->rect().translated(plot.mapTo(&window.workspace, QPoint())));
    }
    return axes;
}

/** One of the ways in which a hand moves a parameter upwards. */
struct Way {
    const char *name;
    void (*move)(Window &window, int step); ///< 1 to 8
    void (*letGo)(Window &window);
};

const Way ways[] = {
    {"drag",
     [](Window &window, int step) {
         QSlider *slider = window.control().slider();
         slider->setSliderDown(true);
         slider->setSliderPosition(slider->maximum() * step / 8);
     },
     [](Window &window) { window.control().slider()->setSliderDown(false); }},
    {"sweep", [](Window &window, int) { window.workspace.notes()->parameters()->sweeps().front()->advance(450); }, nullptr},
    {"wheel", [](Window &window, int) { turnWheel(*window.control().slider(), QPointF(5, 5), 120 * 12); }, nullptr},
    {"keys", [](Window &window, int) { QTest::keyClick(window.control().slider(), Qt::Key_PageUp); }, nullptr},
    {"spin box", [](Window &window, int) { QTest::keyClick(window.control().spinBox(), Qt::Key_PageUp); }, nullptr},
};

QModelIndex rowOf(const Window &window, const char *id)
{
    const QAbstractItemModel &model = *window.workspace.list()->view()->model();
    return model.match(model.index(0, 0), Qt::DisplayRole, QString::fromStdString(byId(id).name), 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

enum class Place { Box, Name };

void clickRow(Window &window, const char *id, Place place, bool twice = false)
{
    QTreeView &view = *window.workspace.list()->view();
    const QModelIndex row = rowOf(window, id);
    view.scrollTo(row);
    const QRect rect = view.visualRect(row);
    const QPoint at(place == Place::Box ? rect.left() + 8 : rect.left() + 60, rect.center().y());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
    if (twice)
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
}

std::vector<const FunctionCurves::Curve *> previews(Window &window)
{
    std::vector<const FunctionCurves::Curve *> found;
    for (const FunctionCurves::Curve &curve : window.plot().curves().curves()) {
        if (curve.choice.kind == CurveChoice::Kind::Preview)
            found.push_back(&curve);
    }
    return found;
}

/** Where the controls above the plots and below the list are. */
std::map<QString, QRect> controlPlaces(const Window &window)
{
    std::map<QString, QRect> places;
    for (const auto *button : window.workspace.findChildren<QAbstractButton *>()) {
        const bool isAbove = button->parentWidget() == window.workspace.viewBar() || button->objectName() == QLatin1String("newActivation");
        if (isAbove && button->isVisible())
            places[button->text()] = QRect(button->mapTo(&window.workspace, QPoint()), button->size());
    }
    return places;
}

} // namespace

class TestFunctionHands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void axesStandStillWhileAParameterMoves_data();
    void axesStandStillWhileAParameterMoves();
    void equalScaleActsAtOnce();
    void tickingFocusesAndClickingPreviews();
    void aPreviewIsKeptByKeysAndDoubleClick();
    void aBentPreviewStaysAPreview();
    void nothingMovesBecauseSomethingElseAppeared();
    void everyButtonAnswersSpace();
};

void TestFunctionHands::axesStandStillWhileAParameterMoves_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("id");
    for (int way = 0; way < int(std::size(ways)); ++way) {
        for (const char *id : {"leaky_relu", "elu", "silu"})
            QTest::addRow("%s %s", ways[way].name, id) << way << QString::fromLatin1(id);
    }
}

void TestFunctionHands::axesStandStillWhileAParameterMoves()
{
    QFETCH(int, way);
    QFETCH(QString, id);
    Window window;
    focusOn(window, id.toLatin1().constData());
    press(window, &ViewOptions::comparison);
    window.state().setShown(byId("relu"), true);
    window.state().setParameter(window.state().focus(), 0, 0.1);
    QCoreApplication::processEvents();
    (void)axesOf(window); // a first layout may be followed by another number of ticks
    QCoreApplication::processEvents();
    const Axes before = axesOf(window);
    const double start = window.control().value();
    for (int step = 1; step <= 8; ++step) {
        ways[way].move(window, step);
        QCoreApplication::processEvents();
        QVERIFY2(axesOf(window) == before, qPrintable(QString::number(window.control().value())));
    }
    QVERIFY(window.control().value() > start);
    QVERIFY(drawsTheTruth(window.plot(), window.state().focus(), window.state().parameters(window.state().focus())));
    // They settle when the hand has let go: what was bent is in sight.
    if (ways[way].letGo)
        ways[way].letGo(window);
    const auto isInSight = [&] {
        const QCPRange sight = window.plot().panel(0).y()->range();
        const auto &line = *window.plot().valueGraph(window.state().focus())->data();
        return std::all_of(line.constBegin(), line.constEnd(), [&](const QCPGraphData &point) { return sight.contains(point.value); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(!window.state().isBending() && isInSight(), test::patience);
}

void TestFunctionHands::equalScaleActsAtOnce()
{
    Window window;
    QCoreApplication::processEvents();
    const QCPRange before = window.plot().panel(0).y()->range();
    QToolButton *button = window.workspace.viewBar()->button(&ViewOptions::equalScale);
    const auto ratio = [&](std::size_t order) {
        const FunctionPanel &panel = window.workspace.plot()->panel(order);
        const auto unit = [](const QCPAxis *axis) { return std::abs(axis->coordToPixel(1) - axis->coordToPixel(0)); };
        return unit(panel.x()) / unit(panel.y());
    };
    QSignalSpy replots(window.workspace.plot(), &QCustomPlot::afterReplot);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!replots.isEmpty() && std::abs(ratio(0) - 1) < 0.01 && std::abs(ratio(1) - 1) < 0.01, test::patience);
    QTest::qWait(50); // with the ticks of the new range
    const QVector<double> ticks = window.workspace.plot()->panel(0).y()->ticker()->tickCount() > 0
                                      ? window.workspace.plot()->panel(0).y()->tickVector()
                                      : QVector<double>();
    const QCPRange equal = window.workspace.plot()->panel(0).y()->range();
    QVERIFY(std::ranges::count_if(ticks, [&](double tick) { return equal.contains(tick); }) >= 2);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(window.workspace.plot()->panel(0).y()->range(), before, test::patience);
    // Also after the wheel.
    turnWheel(window.plot(), window.plot().valueRect()->center(), 240);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(ratio(0) - 1) < 0.01, test::patience);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(ratio(0) - 1) > 0.05, test::patience);
}

void TestFunctionHands::tickingFocusesAndClickingPreviews()
{
    Window window;
    const std::size_t shown = window.state().shown().size();
    clickRow(window, "elu", Place::Box);
    QVERIFY(window.state().isShown(byId("elu")));
    QCOMPARE(&window.state().focus(), &byId("elu"));
    QVERIFY(previews(window).empty());
    clickRow(window, "tanh", Place::Name);
    QCOMPARE(&window.state().focus(), &byId("tanh"));
    QCOMPARE(window.state().shown().size(), shown + 1);
    QCOMPARE(previews(window).size(), std::size_t{1});
    const FunctionCurves::Curve &preview = *previews(window).front();
    QCOMPARE(preview.choice.activation, &byId("tanh"));
    QVERIFY(preview.graphs[0]->pen().style() == Qt::CustomDashLine && preview.graphs[0]->pen().widthF() < 2);
    QVERIFY(preview.graphs[0]->data()->size() > 200 && preview.choice.label.contains(QStringLiteral("preview")));
    clickRow(window, "mish", Place::Name);
    QCOMPARE(previews(window).size(), std::size_t{1});
    QCOMPARE(previews(window).front()->choice.activation, &byId("mish"));
    clickRow(window, "relu", Place::Name); // a ticked one: nothing is previewed
    QVERIFY(previews(window).empty());
    clickRow(window, "relu", Place::Box); // unticked: it goes, though it is in focus
    QVERIFY(!window.state().isDrawn(byId("relu")) && previews(window).empty());
    QCOMPARE(&window.state().focus(), &byId("relu"));
    clickRow(window, "relu", Place::Name);
    QCOMPARE(previews(window).size(), std::size_t{1});
    window.state().setAvailable({&byId("elu"), &byId("tanh")});
    QVERIFY(previews(window).empty());
}

void TestFunctionHands::aPreviewIsKeptByKeysAndDoubleClick()
{
    Window window;
    clickRow(window, "tanh", Place::Name);
    QTest::keyClick(window.workspace.list()->view(), Qt::Key_Space);
    QVERIFY(window.state().isShown(byId("tanh")) && previews(window).empty());
    clickRow(window, "mish", Place::Name, true);
    QVERIFY(window.state().isShown(byId("mish")) && previews(window).empty());
    clickRow(window, "mish", Place::Name, true); // no way to lose it
    QVERIFY(window.state().isShown(byId("mish")));
    QTest::keyClick(window.workspace.list()->view(), Qt::Key_Down);
    QVERIFY(!window.state().isShown(window.state().focus()) && previews(window).size() == 1);
    window.workspace.list()->presetButton()->menu()->actions().last()->trigger(); // none
    QVERIFY(previews(window).empty());
}

void TestFunctionHands::aBentPreviewStaysAPreview()
{
    Window window;
    clickRow(window, "elu", Place::Name);
    window.control().setValue(2);
    QVERIFY(!window.state().isShown(byId("elu")));
    QCOMPARE(previews(window).front()->choice.parameters, std::vector<double>{2.0});
    QCOMPARE(previews(window).front()->graphs[0]->data()->constBegin()->value, byId("elu").value(-5, std::vector<double>{2.0}));
}

void TestFunctionHands::nothingMovesBecauseSomethingElseAppeared()
{
    Window window;
    window.state().showOnly({});
    const std::map<QString, QRect> before = controlPlaces(window);
    QVERIFY(before.size() >= 7);
    const Activation &own = window.workspace.findChild<CustomActivationList *>()->add(QStringLiteral("x*a"), {"own", {0.5}});
    const auto check = [&](const char *after) {
        QCoreApplication::processEvents();
        QVERIFY2(controlPlaces(window) == before, after);
    };
    for (const Activation *activation : {&byId("relu"), &byId("leaky_relu"), &byId("rrelu"), &byId("tanh"), &own}) {
        window.state().setFocus(*activation);
        check(activation->id.c_str());
    }
    for (bool ViewOptions::*option :
         {&ViewOptions::saturation, &ViewOptions::family, &ViewOptions::comparison, &ViewOptions::secondDerivative}) {
        press(window, option);
        check("an option");
    }
    window.state().setHasRun(true);
    window.state().view().set(&ViewOptions::inside, true);
    check("a run");
    window.state().setHasRun(false);
    check("no run");
}

void TestFunctionHands::everyButtonAnswersSpace()
{
    Window window;
    const Activation &own = window.workspace.findChild<CustomActivationList *>()->add(QStringLiteral("x*a*a"), {"own too", {0.5}});
    window.state().setShown(own, true);
    window.state().setFocus(own);
    press(window, &ViewOptions::comparison);
    int answered = 0;
    for (const QPointer<QAbstractButton> button : window.workspace.findChildren<QAbstractButton *>()) {
        if (!button || !button->isVisible() || !button->isEnabled() || !(button->focusPolicy() & Qt::TabFocus))
            continue;
        QSignalSpy pressed(button, &QAbstractButton::pressed);
        button->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY2_WITH_TIMEOUT(button->hasFocus(), qPrintable(button->text()), test::patience);
        QTimer::singleShot(50, this, [] { // menus and questions are in the way of the next
            if (QWidget *menu = QApplication::activePopupWidget())
                menu->close();
        });
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY2(!pressed.isEmpty(), qPrintable(button->text()));
        ++answered;
        QTest::qWait(60);
        for (QDialog *dialog : window.workspace.findChildren<QDialog *>())
            dialog->reject();
        window.workspace.activateWindow();
    }
    QVERIFY2(answered >= 10, qPrintable(QString::number(answered)));
}

QTEST_MAIN(TestFunctionHands)

#include "tst_function_hands.moc"
