// How the Functions workspace looks at functions: f'', scales, marks, sweeps, families, ghosts, drawn slopes, differences. Driven by
// the real widgets, read from what is drawn. Offscreen.
#include "functions_fixture.h"

#include "core/function_difference.h"
#include "core/parameter_family.h"
#include "core/second_derivative.h"
#include "ui/base/number_spin_box.h"
#include "ui/functions/activation_list.h"
#include "ui/functions/comparison_row.h"
#include "ui/functions/difference_panel.h"
#include "ui/functions/family_row.h"
#include "ui/functions/focus_marks.h"
#include "ui/functions/functions_view.h"
#include "ui/functions/parameter_panel.h"
#include "ui/functions/parameter_sweep.h"
#include "ui/functions/pointer_marks.h"
#include "ui/functions/read_out.h"
#include "ui/functions/view_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>

#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

using Kind = CurveChoice::Kind;

std::vector<FunctionCurves::Curve> curvesOf(Window &window, Kind kind)
{
    std::vector<FunctionCurves::Curve> found;
    std::ranges::copy_if(window.plot().curves().curves(), std::back_inserter(found), [kind](const auto &curve) { return curve.choice.kind == kind; });
    return found;
}

void focusOn(Window &window, const char *id)
{
    window.state().showOnly({&byId(id)});
    window.state().setFocus(byId(id));
}

void press(Window &window, bool ViewOptions::*option)
{
    window.workspace.viewBar()->action(option)->trigger();
}

/** Pixels of one unit on an axis. */
double unitLength(const QCPAxis *axis)
{
    return std::abs(axis->coordToPixel(1) - axis->coordToPixel(0));
}

} // namespace

class TestFunctionView : public QObject {
    Q_OBJECT

private slots:
    void secondDerivativeIsDrawnOnDemand();
    void equalScaleMakesUnitsEquallyLong();
    void tangentTouchesTheFocusedCurve();
    void tangentAtAKinkHasBothSlopes();
    void saturationIsShadedBelowTheThreshold();
    void asymptotesAreDrawnWhereTheyAreNotReached();
    void kinksSayBothSlopesAndTheConvention();
    void kinkLabelsLieBesideTheirMarks();
    void sweepGoesToAndFro();
    void sweepPausesAndLetsGoOfTheSlider();
    void familyDrawsTheValuesOfTheLesson();
    void familyValuesAreEdited();
    void wrongFamilyValuesAreSaid_data();
    void wrongFamilyValuesAreSaid();
    void familyColorsAscendInGrey();
    void familyIsAbsentWithoutAParameter();
    void ghostKeepsTheCurveFromBeforeTheDrag();
    void ghostOfKeysIsFromBeforeTheFirst();
    void drawnSlopesLieInTheBand();
    void differenceIsDrawnWithItsLargestValue();
    void logarithmicDifferenceIsItsAbsoluteValue();
    void manyChangesAreOneReplot();
    void sliderDrawsNoOtherCurveAgain();
    void everyControlIsReachedByTabAndNamed();
    void viewSurvivesARestart();
};

void TestFunctionView::secondDerivativeIsDrawnOnDemand()
{
    Window window;
    focusOn(window, "silu");
    QVERIFY(!window.plot().panel(2).isShown());
    press(window, &ViewOptions::secondDerivative);
    FunctionPlot &plot = window.plot();
    QVERIFY(plot.panel(2).isShown());
    QVERIFY(plot.panel(2).rect()->top() > plot.derivativeRect()->bottom());
    const QCPGraph *graph = plot.curves().functionCurve(byId("silu"))->graphs[2];
    QVERIFY(graph->data()->size() >= 2000);
    for (const QCPGraphData &point : *graph->data())
        QCOMPARE(point.value, secondDerivative(byId("silu"), point.key, byId("silu").defaultParameters()).value);
    plot.setPointedX(0);
    QVERIFY2(window.workspace.readOut()->text().contains(QStringLiteral("f″ 0.5")), qPrintable(window.workspace.readOut()->text()));
    press(window, &ViewOptions::secondDerivative);
    QVERIFY(!window.plot().panel(2).isShown());
    QVERIFY(!window.workspace.readOut()->text().contains(QStringLiteral("f″")));
}

void TestFunctionView::equalScaleMakesUnitsEquallyLong()
{
    Window window;
    const QCPRange freeRange = window.plot().panel(0).y()->range();
    press(window, &ViewOptions::equalScale);
    window.plot().replot();
    for (const std::size_t order : {0, 1}) {
        const FunctionPanel &panel = window.plot().panel(order);
        QVERIFY(std::abs(unitLength(panel.x()) / unitLength(panel.y()) - 1) < 0.01);
        QVERIFY(panel.y()->range().contains(0));
    }
    turnWheel(window.plot(), window.plot().valueRect()->center(), 120);
    window.plot().replot();
    QVERIFY(std::abs(unitLength(window.plot().panel(1).x()) / unitLength(window.plot().panel(1).y()) - 1) < 0.01);
    window.plot().resetView();
    press(window, &ViewOptions::equalScale);
    QCOMPARE(window.plot().panel(0).y()->range(), freeRange);
}

void TestFunctionView::tangentTouchesTheFocusedCurve()
{
    Window window;
    focusOn(window, "gelu");
    window.plot().setPointedX(0.7);
    const auto tangent = window.plot().panel(0).pointer()->tangent();
    QVERIFY(tangent);
    QCOMPARE(tangent->y, byId("gelu").value(0.7, {}));
    QCOMPARE(tangent->slope.at, byId("gelu").derivative(0.7, {}));
    press(window, &ViewOptions::tangent);
    QVERIFY(!window.plot().panel(0).pointer()->tangent());
}

void TestFunctionView::tangentAtAKinkHasBothSlopes()
{
    Window window;
    focusOn(window, "relu");
    window.plot().setPointedX(0);
    const auto tangent = window.plot().panel(0).pointer()->tangent();
    QVERIFY(tangent && tangent->slope.isKink());
    QCOMPARE(tangent->slope.left, 0.0);
    QCOMPARE(tangent->slope.right, 1.0);
}

void TestFunctionView::saturationIsShadedBelowTheThreshold()
{
    Window window;
    focusOn(window, "tanh");
    window.workspace.viewBar()->threshold()->setValue(0.01);
    for (const std::size_t order : {0, 1}) {
        const auto &shaded = window.plot().focusMarks(order).saturated();
        QCOMPARE(shaded.size(), std::size_t{2});
        QVERIFY(std::abs(shaded[0].maximum + std::acosh(10.0)) < 1e-6);
        QVERIFY(std::abs(shaded[1].minimum - std::acosh(10.0)) < 1e-6);
    }
    press(window, &ViewOptions::saturation);
    QVERIFY(window.plot().focusMarks(0).saturated().empty());
    QVERIFY(!window.workspace.viewBar()->threshold()->isVisible());
}

void TestFunctionView::asymptotesAreDrawnWhereTheyAreNotReached()
{
    Window window;
    focusOn(window, "tanh");
    const auto &lines = window.plot().focusMarks(0).asymptotes();
    QCOMPARE(lines.size(), std::size_t{2});
    QVERIFY(std::abs(lines[0].at(3) + 1) < 1e-9 && std::abs(lines[1].at(3) - 1) < 1e-9);
    focusOn(window, "relu"); // is its own lines
    QVERIFY(window.plot().focusMarks(0).asymptotes().empty());
    focusOn(window, "elu");
    QVERIFY(!window.plot().focusMarks(0).asymptotes().empty());
    press(window, &ViewOptions::asymptotes);
    QVERIFY(window.plot().focusMarks(0).asymptotes().empty());
}

void TestFunctionView::kinksSayBothSlopesAndTheConvention()
{
    Window window;
    focusOn(window, "leaky_relu");
    const QLabel *note = window.workspace.kinkNote();
    QVERIFY2(note->text().contains(QStringLiteral("0.01 from the left, 1 from the right; 0.01 is used")), qPrintable(note->text()));
    window.control().setValue(0.25);
    QVERIFY(note->text().contains(QStringLiteral("0.25 from the left")));
    window.control().setValue(1);
    QVERIFY(note->text().contains(QStringLiteral("no kink")));
    for (const Activation &activation : activations()) {
        focusOn(window, activation.id.c_str());
        QCOMPARE(note->isVisible(), !activation.kinks.empty());
    }
}

void TestFunctionView::kinkLabelsLieBesideTheirMarks()
{
    Window window;
    focusOn(window, "hardtanh");
    window.plot().replot();
    const QCPAxis *x = window.plot().panel(1).x();
    const auto labels = window.plot().kinkLabels().labels();
    QCOMPARE(labels.size(), std::size_t{4});
    for (std::size_t i = 0; i < 4; ++i) {
        const double kink = x->coordToPixel(i < 2 ? -1 : 1);
        QVERIFY(i % 2 == 0 ? labels[i].place.right() < kink : labels[i].place.left() > kink);
        QVERIFY(QRectF(window.plot().derivativeRect()->rect()).contains(labels[i].place));
    }
    QCOMPARE(labels[0].text, QStringLiteral("0 in use"));
    QCOMPARE(labels[1].text, QStringLiteral("1"));
}

void TestFunctionView::sweepGoesToAndFro()
{
    Window window;
    const Activation &leaky = byId("leaky_relu");
    ParameterSweep &sweep = *window.workspace.notes()->parameters()->sweeps().front();
    sweep.click();
    QVERIFY(sweep.isPlaying());
    std::vector<double> values;
    for (int i = 0; i < 24; ++i) {
        sweep.advance(1000 * ParameterSweep::secondsPerWay / 10);
        values.push_back(window.control().value());
        QCOMPARE(window.state().parameters(leaky).front(), values.back());
    }
    const auto top = std::ranges::max_element(values);
    QCOMPARE(*top, leaky.parameters.front().maximum);
    QVERIFY(std::is_sorted(values.begin(), top));
    QVERIFY(std::ranges::min(values) == leaky.parameters.front().minimum && values.back() > 0);
    QVERIFY(drawsTheTruth(window.plot(), leaky, {values.back()}));
    sweep.click();
}

void TestFunctionView::sweepPausesAndLetsGoOfTheSlider()
{
    Window window;
    ParameterSweep &sweep = *window.workspace.notes()->parameters()->sweeps().front();
    sweep.setFocus();
    QTest::keyClick(&sweep, Qt::Key_Space);
    const double before = window.control().value();
    QTRY_VERIFY(window.control().value() != before); // its clock runs by itself
    QTest::keyClick(&sweep, Qt::Key_Space);
    const double paused = window.control().value();
    QTest::qWait(60);
    QCOMPARE(window.control().value(), paused);
    sweep.click();
    emit window.control().slider()->sliderPressed();
    QVERIFY(!sweep.isPlaying());
}

void TestFunctionView::familyDrawsTheValuesOfTheLesson()
{
    Window window;
    focusOn(window, "prelu");
    press(window, &ViewOptions::family);
    const auto members = curvesOf(window, Kind::Member);
    QCOMPARE(members.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const double alpha = std::vector{0.1, 0.5, 1.0}[i];
        QCOMPARE(members[i].choice.parameters, std::vector{alpha});
        for (const QCPGraphData &point : *members[i].graphs[0]->data())
            QCOMPARE(point.value, byId("prelu").value(point.key, std::vector{alpha}));
        QVERIFY(members[i].choice.label.contains(QString::number(alpha)));
    }
    QCOMPARE(window.workspace.viewBar()->family()->values()->text(), QStringLiteral("0.1; 0.5; 1"));
}

void TestFunctionView::familyValuesAreEdited()
{
    Window window;
    focusOn(window, "prelu");
    press(window, &ViewOptions::family);
    QLineEdit *values = window.workspace.viewBar()->family()->values();
    values->setFocus();
    values->selectAll();
    QTest::keyClicks(values, "-0,5; 0.3 2");
    const auto members = curvesOf(window, Kind::Member);
    QCOMPARE(members.size(), std::size_t{3});
    QCOMPARE(members[0].choice.parameters, std::vector{-0.5});
    QCOMPARE(members[2].choice.parameters, std::vector{2.0});
    QVERIFY(window.workspace.viewBar()->family()->error().isEmpty());
}

void TestFunctionView::wrongFamilyValuesAreSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a word") << "0.1; half";
    QTest::newRow("beyond the range") << "0.1; 7";
    QTest::newRow("too many") << "0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9";
    QTest::newRow("nothing") << "";
}

void TestFunctionView::wrongFamilyValuesAreSaid()
{
    QFETCH(QString, typed);
    QString error;
    QVERIFY(parseFamilyValues(typed, byId("prelu").parameters.front(), &error).empty());
    QVERIFY2(error.contains(QStringLiteral("−1")) && error.contains(QLatin1Char('2')) && error.contains(QLatin1Char('8')), qPrintable(error));
    Window window;
    focusOn(window, "prelu");
    press(window, &ViewOptions::family);
    QLineEdit *values = window.workspace.viewBar()->family()->values();
    values->setFocus();
    values->selectAll();
    QTest::keyClick(values, Qt::Key_Delete);
    QTest::keyClicks(values, typed);
    QCOMPARE(window.workspace.viewBar()->family()->error(), error);
}

void TestFunctionView::familyColorsAscendInGrey()
{
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        double before = 0;
        for (double share = 0; share <= 1; share += 0.05) {
            const double contrast = contrastRatio(theme.sequential(share), theme.plotBackground);
            QVERIFY2(contrast > before, qPrintable(QString::number(share)));
            before = contrast;
        }
        QVERIFY(contrastRatio(theme.sequential(0), theme.plotBackground) > 2);
        QVERIFY(contrastRatio(theme.sequential(0.5), theme.sequential(0)) > 1.5 && contrastRatio(theme.sequential(1), theme.sequential(0.5)) > 1.5);
    }
}

void TestFunctionView::familyIsAbsentWithoutAParameter()
{
    Window window;
    press(window, &ViewOptions::family);
    focusOn(window, "relu");
    QVERIFY(!window.workspace.viewBar()->button(&ViewOptions::family)->isVisible());
    QVERIFY(!window.workspace.viewBar()->family()->isVisible());
    QVERIFY(drawsTheTruth(window.plot(), byId("relu"), {}));
    focusOn(window, "elu");
    QVERIFY(window.workspace.viewBar()->family()->isVisible());
    QCOMPARE(curvesOf(window, Kind::Member).size(), std::size_t{3});
}

void TestFunctionView::ghostKeepsTheCurveFromBeforeTheDrag()
{
    Window window;
    focusOn(window, "elu");
    window.workspace.notes()->parameters()->ghostBox()->click();
    QSlider *slider = window.control().slider();
    slider->setSliderDown(true);
    for (int step = 1; step <= 4; ++step)
        slider->setSliderPosition(slider->maximum() * step / 5);
    slider->setSliderDown(false);
    const auto ghosts = curvesOf(window, Kind::Ghost);
    QCOMPARE(ghosts.size(), std::size_t{1});
    QCOMPARE(ghosts[0].choice.parameters, std::vector{1.0});
    QCOMPARE(ghosts[0].graphs[0]->data()->constBegin()->value, byId("elu").value(-5, std::vector{1.0}));
    QVERIFY(ghosts[0].graphs[0]->pen().style() == Qt::CustomDashLine);
    window.workspace.notes()->parameters()->ghostBox()->click();
    QVERIFY(curvesOf(window, Kind::Ghost).empty());
}

void TestFunctionView::ghostOfKeysIsFromBeforeTheFirst()
{
    Window window;
    focusOn(window, "elu");
    window.workspace.notes()->parameters()->ghostBox()->click();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(window.control().slider(), Qt::Key_Right);
    QCOMPARE(curvesOf(window, Kind::Ghost).at(0).choice.parameters, std::vector{1.0});
}

void TestFunctionView::drawnSlopesLieInTheBand()
{
    Window window;
    focusOn(window, "rrelu");
    const Activation &rrelu = byId("rrelu");
    const std::vector<double> ends = rrelu.defaultParameters();
    const auto low = curvesOf(window, Kind::BandLow), high = curvesOf(window, Kind::BandHigh);
    QCOMPARE(low.size(), std::size_t{1});
    QCOMPARE(low[0].choice.parameters.front(), ends[0]);
    QCOMPARE(high.at(0).choice.parameters.front(), ends[1]);
    QCOMPARE(low[0].graphs[0]->channelFillGraph(), high[0].graphs[0]);
    QVERIFY(drawsTheTruth(window.plot(), rrelu, ends)); // the mean
    QVERIFY(curvesOf(window, Kind::Drawn).empty());
    std::set<double> slopes;
    for (int press = 1; press <= 2; ++press) {
        window.workspace.notes()->parameters()->drawButton()->click();
        for (const auto &curve : curvesOf(window, Kind::Drawn)) {
            slopes.insert(curve.choice.parameters.front());
            const double left = curve.graphs[0]->data()->constBegin()->value;
            QVERIFY(left <= -5 * ends[0] && left >= -5 * ends[1]);
        }
    }
    QVERIFY(slopes.size() > 20); // new ones each time
    focusOn(window, "relu");
    QVERIFY(!window.workspace.notes()->parameters()->drawButton()->isVisible());
}

void TestFunctionView::differenceIsDrawnWithItsLargestValue()
{
    Window window;
    window.state().showOnly({&byId("gelu"), &byId("gelu_tanh")});
    window.state().setFocus(byId("gelu"));
    press(window, &ViewOptions::comparison);
    const DifferencePanel &difference = window.plot().difference();
    QVERIFY(difference.panel().isShown());
    for (const QCPGraphData &point : *difference.line()->data())
        QCOMPARE(point.value, byId("gelu").value(point.key, {}) - byId("gelu_tanh").value(point.key, {}));
    QVERIFY2(difference.largestText().contains(QStringLiteral("at most 0.0004732, at x = 2.699")), qPrintable(difference.largestText()));
    // Another one, chosen by keys.
    QComboBox *other = window.workspace.viewBar()->comparison()->subtrahend();
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Down); // GELU (sigmoid)
    QTRY_VERIFY2(window.plot().difference().largestText().contains(QStringLiteral("0.02033, at x = 2.27")), qPrintable(difference.largestText()));
}

void TestFunctionView::logarithmicDifferenceIsItsAbsoluteValue()
{
    Window window;
    window.state().showOnly({&byId("silu"), &byId("hardswish")});
    window.state().setFocus(byId("silu"));
    press(window, &ViewOptions::comparison);
    window.workspace.viewBar()->comparison()->logarithmic()->click();
    const DifferencePanel &difference = window.plot().difference();
    QCOMPARE(difference.panel().y()->scaleType(), QCPAxis::stLogarithmic);
    const auto beta = byId("silu").defaultParameters();
    for (const QCPGraphData &point : *difference.line()->data()) {
        const double size = std::abs(byId("silu").value(point.key, beta) - byId("hardswish").value(point.key, {}));
        QVERIFY(std::isnan(point.value) ? size == 0 : point.value == size);
    }
    QVERIFY(difference.panel().y()->range().contains(std::abs(difference.largest()->difference)));
    // A slider of one of the two moves the difference.
    const double before = difference.largest()->difference;
    window.control().setValue(2);
    QVERIFY(window.plot().difference().largest()->difference != before);
}

void TestFunctionView::manyChangesAreOneReplot()
{
    Window window;
    (void)window.plot();
    QCoreApplication::processEvents();
    QSignalSpy replots(window.workspace.plot(), &QCustomPlot::afterReplot);
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    window.control().setValue(0.7);
    QCOMPARE(replots.size(), 0);
    QTRY_VERIFY(!replots.isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(replots.size(), 1);
}

void TestFunctionView::sliderDrawsNoOtherCurveAgain()
{
    Window window;
    window.control().setValue(1); // as far as the ranges grow
    QSignalSpy replots(&window.plot(), &QCustomPlot::afterReplot);
    for (const double alpha : {0.9, 0.5, 0.1}) {
        window.control().setValue(alpha);
        QVERIFY(drawsTheTruth(window.plot(), byId("leaky_relu"), {alpha}));
    }
    QVERIFY(replots.isEmpty()); // only its layer
}

void TestFunctionView::everyControlIsReachedByTabAndNamed()
{
    Window window;
    focusOn(window, "rrelu");
    press(window, &ViewOptions::family);
    press(window, &ViewOptions::comparison);
    QWidget *first = window.workspace.list()->searchField();
    first->setFocus();
    std::set<const QWidget *> reached;
    // A label may stay for a Tab or two: it has links.
    for (int presses = 0; presses < 60; ++presses) {
        QWidget *at = QApplication::focusWidget();
        reached.insert(at);
        QVERIFY2(!at->accessibleName().isEmpty() || qobject_cast<QAbstractButton *>(at) || qobject_cast<QLabel *>(at),
                 qPrintable(at->objectName() + QLatin1Char(' ') + QLatin1String(at->metaObject()->className())));
        QTest::keyClick(at, Qt::Key_Tab);
    }
    QVERIFY(reached.size() > 20 && reached.size() < 60);
    for (const QWidget *widget : window.workspace.findChildren<QWidget *>()) {
        const bool isControl = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()
                               && !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        QVERIFY2(!isControl || reached.contains(widget), qPrintable(widget->objectName() + QLatin1Char(' ') + widget->toolTip()));
    }
}

void TestFunctionView::viewSurvivesARestart()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
    ViewOptions options;
    {
        Window window;
        for (const auto option : {&ViewOptions::secondDerivative, &ViewOptions::equalScale, &ViewOptions::tangent, &ViewOptions::family,
                                  &ViewOptions::comparison})
            press(window, option);
        window.workspace.viewBar()->threshold()->setValue(0.05);
        window.state().view().set(&ViewOptions::minuend, &byId("mish"));
        window.state().view().setFamilyValues(byId("elu"), 0, {0.25, 4});
        window.state().setKeepsGhost(true);
        options = window.state().view().options();
        window.plot().showXRange(-0.5, 12.25);
        window.workspace.save(settings);
    }
    Window window;
    window.workspace.restore(settings);
    QCOMPARE(window.state().view().options() == options, true);
    QCOMPARE(window.state().view().familyValues(byId("elu"), 0), (std::vector<double>{0.25, 4}));
    QVERIFY(window.workspace.notes()->parameters()->ghostBox()->isChecked());
    QVERIFY(window.plot().panel(2).isShown());
    QVERIFY(window.workspace.viewBar()->action(&ViewOptions::equalScale)->isChecked());
    QCOMPARE(window.plot().xRange().lower, -0.5);
    QCOMPARE(window.plot().xRange().upper, 12.25);
    for (const QVariantList &damaged : {QVariantList{1, -1}, QVariantList{qQNaN(), 1}, QVariantList{3}, QVariantList{"a", "b"}}) {
        settings.setValue(QStringLiteral("functions/xRange"), damaged);
        window.workspace.restore(settings);
        QCOMPARE(window.plot().xRange().upper, 12.25);
    }
}

QTEST_MAIN(TestFunctionView)

#include "tst_function_view.moc"
