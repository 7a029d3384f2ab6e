// Functions under their parameters: sweeps, families, ghosts, drawn slopes. Driven by the real widgets, read from what is drawn. Offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "tests/support/patience.h"
#include "ui/functions/bars/family_row.h"
#include "ui/functions/notes/parameter_panel.h"
#include "ui/functions/notes/parameter_sweep.h"
#include "ui/functions/plot/focus_marks.h"
#include "ui/functions/state/functions_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>

#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

using Kind = CurveChoice::Kind;

std::vector<FunctionCurves::Curve> curvesOf(Window &window, Kind kind)
{
    std::vector<FunctionCurves::Curve> found;
    std::ranges::copy_if(window.plot().curves().curves(), std::back_inserter(found),
                         [kind](const auto &curve) { return curve.choice.kind == kind; });
    return found;
}

/** The field with the values of PReLU's family, selected to be typed over. */
QLineEdit *startFamilyEdit(Window &window)
{
    focusOn(window, "prelu");
    press(window, &ViewOptions::family);
    QLineEdit *values = window.workspace.viewBar()->family()->values();
    values->setFocus();
    values->selectAll();
    return values;
}

} // namespace

class TestFunctionBending : public QObject {
    Q_OBJECT

private slots:
    void sweepGoesToAndFro();
    void sweepPausesAndLetsGoOfTheSlider();
    void familyDrawsTheValuesOfTheLesson();
    void familyValuesAreEdited();
    void wrongFamilyValuesAreSaid_data();
    void wrongFamilyValuesAreSaid();
    void familyColorsAscendInGrey();
    void familyIsDisabledWithoutAParameter();
    void ghostKeepsTheCurveFromBeforeTheDrag();
    void ghostOfKeysIsFromBeforeTheFirst();
    void drawnSlopesLieInTheBand();
};

void TestFunctionBending::sweepGoesToAndFro()
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

void TestFunctionBending::sweepPausesAndLetsGoOfTheSlider()
{
    Window window;
    ParameterSweep &sweep = *window.workspace.notes()->parameters()->sweeps().front();
    sweep.setFocus();
    QTest::keyClick(&sweep, Qt::Key_Space);
    const double before = window.control().value();
    QTRY_VERIFY_WITH_TIMEOUT(window.control().value() != before, test::patience); // its clock runs by itself
    QTest::keyClick(&sweep, Qt::Key_Space);
    const double paused = window.control().value();
    QTest::qWait(60);
    QCOMPARE(window.control().value(), paused);
    sweep.click();
    emit window.control().slider()->sliderPressed();
    QVERIFY(!sweep.isPlaying());
}

void TestFunctionBending::familyDrawsTheValuesOfTheLesson()
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

void TestFunctionBending::familyValuesAreEdited()
{
    Window window;
    QLineEdit *values = startFamilyEdit(window);
    QTest::keyClicks(values, "-0,5; 0.3 2");
    const auto members = curvesOf(window, Kind::Member);
    QCOMPARE(members.size(), std::size_t{3});
    QCOMPARE(members[0].choice.parameters, std::vector{-0.5});
    QCOMPARE(members[2].choice.parameters, std::vector{2.0});
    QVERIFY(window.workspace.viewBar()->family()->error().isEmpty());
}

void TestFunctionBending::wrongFamilyValuesAreSaid_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a word") << "0.1; half";
    QTest::newRow("beyond the range") << "0.1; 7";
    QTest::newRow("too many") << "0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9";
    QTest::newRow("nothing") << "";
}

void TestFunctionBending::wrongFamilyValuesAreSaid()
{
    QFETCH(QString, typed);
    QString error;
    QVERIFY(parseFamilyValues(typed, byId("prelu").parameters.front(), &error).empty());
    QVERIFY2(error.contains(QStringLiteral("−1")) && error.contains(QLatin1Char('2')) && error.contains(QLatin1Char('8')),
             qPrintable(error));
    Window window;
    QLineEdit *values = startFamilyEdit(window);
    QTest::keyClick(values, Qt::Key_Delete);
    QTest::keyClicks(values, typed);
    QCOMPARE(window.workspace.viewBar()->family()->error(), error);
}

void TestFunctionBending::familyColorsAscendInGrey()
{
    for (const Theme &theme : {Theme::light(), Theme::dark()}) {
        double before = 0;
        for (double share = 0; share <= 1; share += 0.05) {
            const double contrast = contrastRatio(theme.sequential(share), theme.plotBackground);
            QVERIFY2(contrast > before, qPrintable(QString::number(share)));
            before = contrast;
        }
        QVERIFY(contrastRatio(theme.sequential(0), theme.plotBackground) > 2);
        QVERIFY(contrastRatio(theme.sequential(0.5), theme.sequential(0)) > 1.5
                && contrastRatio(theme.sequential(1), theme.sequential(0.5)) > 1.5);
    }
}

void TestFunctionBending::familyIsDisabledWithoutAParameter()
{
    Window window;
    press(window, &ViewOptions::family);
    focusOn(window, "relu");
    const QToolButton &button = *window.workspace.viewBar()->button(&ViewOptions::family);
    QVERIFY(button.isVisible() && !button.isEnabled());
    QVERIFY2(button.toolTip().contains(QStringLiteral("ReLU has no parameter")), qPrintable(button.toolTip()));
    QVERIFY(!window.workspace.viewBar()->family()->isEnabled());
    QVERIFY(drawsTheTruth(window.plot(), byId("relu"), {}));
    focusOn(window, "elu");
    QVERIFY(button.isEnabled() && window.workspace.viewBar()->family()->isEnabled());
    QCOMPARE(curvesOf(window, Kind::Member).size(), std::size_t{3});
}

void TestFunctionBending::ghostKeepsTheCurveFromBeforeTheDrag()
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

void TestFunctionBending::ghostOfKeysIsFromBeforeTheFirst()
{
    Window window;
    focusOn(window, "elu");
    window.workspace.notes()->parameters()->ghostBox()->click();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(window.control().slider(), Qt::Key_Right);
    QCOMPARE(curvesOf(window, Kind::Ghost).at(0).choice.parameters, std::vector{1.0});
}

void TestFunctionBending::drawnSlopesLieInTheBand()
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

QTEST_MAIN(TestFunctionBending)
#include "tst_function_bending.moc"
