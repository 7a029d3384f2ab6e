// How the Functions workspace looks at functions: f'', scales, marks, differences, and what of it survives a restart. Driven by the real
// widgets, read from what is drawn. Offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "core/activations/activation_spec.h"
#include "core/analysis/second_derivative.h"
#include "tests/support/patience.h"
#include "ui/base/number_spin_box.h"
#include "ui/functions/bars/comparison_row.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/parameter_panel.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/focus_marks.h"
#include "ui/functions/plot/pointer_marks.h"
#include "ui/functions/state/functions_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <array>
#include <optional>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

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
    void kinkLabelsDoNotOverlap();
    void differenceIsDrawnWithItsLargestValue();
    void logarithmicDifferenceIsItsAbsoluteValue();
    void whatIsComparedGoesBackToAutomatic();
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
    QVERIFY(!window.workspace.viewBar()->threshold()->isEnabled());
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
    QVERIFY2(note->text().contains(QStringLiteral("0.1 from the left, 1 from the right; 0.1 is used")), qPrintable(note->text()));
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

void TestFunctionView::kinkLabelsDoNotOverlap()
{
    Window window;
    focusOn(window, "hardtanh");
    for (const double reach : {5.0, 50.0, 500.0}) {
        window.plot().showXRange(-reach, reach);
        window.plot().replot();
        const auto labels = window.plot().kinkLabels().labels();
        QVERIFY(!labels.empty());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY(!labels[i].place.intersects(labels[k].place));
        }
    }
    const Activation &wave = *parseActivationSpec("formula:abs(sin(5*x))").activation;
    QVERIFY(kinkWords(wave, {}).count(QStringLiteral("x = ")) == 4);
    QVERIFY(kinkWords(wave, {}).endsWith(QStringLiteral("more.")));
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
    QCOMPARE(other->currentText(), QStringLiteral("GELU (tanh) (automatic)"));
    other->setFocus();
    other->setCurrentIndex(other->findText(QStringLiteral("GELU (tanh)")));
    QTest::keyClick(other, Qt::Key_Down); // GELU (sigmoid)
    QTRY_VERIFY2(window.plot().difference().largestText().contains(QStringLiteral("0.02033, at x = 2.27")),
                 qPrintable(difference.largestText()));
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

void TestFunctionView::whatIsComparedGoesBackToAutomatic()
{
    Window window;
    window.state().showOnly({&byId("gelu"), &byId("relu")});
    window.state().setFocus(byId("gelu"));
    press(window, &ViewOptions::comparison);
    const Activation &cubic = *parseActivationSpec("formula:x^3").activation;
    std::vector<const Activation *> available = window.state().available();
    available.push_back(&cubic);
    window.state().setAvailable(available);
    window.state().view().set(&ViewOptions::subtrahend, &cubic);
    const QComboBox *other = window.workspace.viewBar()->comparison()->subtrahend();
    QCOMPARE(other->currentText(), QString::fromStdString(cubic.name));
    available.pop_back();
    window.state().setAvailable(available);
    QCOMPARE(other->currentText(), QStringLiteral("ReLU (automatic)"));
    QCOMPARE(window.state().subtrahend().activation, &byId("relu"));
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
    QTRY_VERIFY_WITH_TIMEOUT(!replots.isEmpty(), test::patience);
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
    QJsonObject saved;
    ViewOptions options;
    QCPRange x;
    std::optional<std::array<QCPRange, 3>> y;
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
        QVERIFY(!window.plot().chosenYRanges());
        turnWheel(window.plot(), window.plot().valueRect()->rect().center(), 120);
        x = window.plot().xRange();
        y = window.plot().chosenYRanges();
        QVERIFY(y);
        saved = window.workspace.saveState();
    }
    Window window;
    window.workspace.restoreState(saved);
    QCOMPARE(window.state().view().options() == options, true);
    QCOMPARE(window.state().view().familyValues(byId("elu"), 0), (std::vector<double>{0.25, 4}));
    QVERIFY(window.workspace.notes()->parameters()->ghostBox()->isChecked());
    QVERIFY(window.plot().panel(2).isShown());
    QVERIFY(window.workspace.viewBar()->action(&ViewOptions::equalScale)->isChecked());
    QCOMPARE(window.plot().xRange(), x);
    const auto restored = window.plot().chosenYRanges();
    QVERIFY(restored);
    for (std::size_t order = 0; order < y->size(); ++order) // how much of y is in sight follows from x, on an equal scale
        QVERIFY(std::abs((*restored)[order].center() - (*y)[order].center()) < 1e-6);
    for (const QVariantList &damaged : {QVariantList{1, -1}, QVariantList{qQNaN(), 1}, QVariantList{3}, QVariantList{"a", "b"}}) {
        saved[QStringLiteral("xRange")] = QJsonArray::fromVariantList(damaged);
        window.workspace.restoreState(saved);
        QCOMPARE(window.plot().xRange(), x);
    }
}

QTEST_MAIN(TestFunctionView)
#include "tst_function_view.moc"
