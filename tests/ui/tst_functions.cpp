// The Functions workspace, driven as by hand: real widgets, offscreen.
#include "core/curve.h"
#include "core/experiment.h"
#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/base/parameter_control.h"
#include "ui/functions/activation_list.h"
#include "ui/functions/activation_list_model.h"
#include "ui/functions/curve_end_labels.h"
#include "ui/functions/function_plot.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/notes.h"
#include "ui/functions/notes_panel.h"
#include "ui/functions/read_out.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTreeView>
#include <QWheelEvent>

#include <cmath>

using namespace actiscope;

namespace {

/** The workspace as it opens, shown. */
struct Window {
    ActivationColors colors;
    FunctionsWorkspace workspace{colors};

    Window()
    {
        workspace.resize(1280, 760);
        workspace.show();
        (void)QTest::qWaitForWindowExposed(&workspace);
        workspace.plot()->replot();
    }
    FunctionsState &state() { return workspace.state(); }
    FunctionPlot &plot() { return *workspace.plot(); }
    ParameterControl &control(std::size_t k = 0) { return *workspace.notes()->parameterControls().at(k); }
};

const Activation &byId(const char *id)
{
    return *findActivation(id);
}

/** What core says f (or f') is at a point of a graph; at a jump either side will do. */
bool isTrue(const Activation &activation, const std::vector<double> &p, bool ofDerivative, double x, double y)
{
    if (std::isnan(y))
        return ofDerivative && activation.oneSidedDerivatives(x, p).isKink();
    if (!ofDerivative)
        return y == activation.value(x, p);
    const OneSidedDerivatives sides = activation.oneSidedDerivatives(x, p);
    return y == sides.at || (sides.isKink() && (y == sides.left || y == sides.right));
}

/** True when every point drawn for an activation is what core computes for these parameters. */
bool drawsTheTruth(const FunctionPlot &plot, const Activation &activation, const std::vector<double> &p)
{
    for (const bool ofDerivative : {false, true}) {
        const QCPGraph *graph = ofDerivative ? plot.derivativeGraph(activation) : plot.valueGraph(activation);
        if (!graph || graph->data()->size() < 200)
            return false;
        for (const QCPGraphData &point : *graph->data()) {
            if (!isTrue(activation, p, ofDerivative, point.key, point.value)) {
                qWarning("%s at %g: drawn %g", activation.id.c_str(), point.key, point.value);
                return false;
            }
        }
    }
    return true;
}

void turnWheel(QWidget &widget, QPointF at, int angle)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestFunctions : public QObject {
    Q_OBJECT

private slots:
    void opensWithTheActivationsOfTheDefaultExperiment();
    void everyActivationCanBeShown_data();
    void everyActivationCanBeShown();
    void arrowKeysOnTheSliderBendTheCurve();
    void draggingTheSliderRedrawsAtEveryMovement();
    void typedValuesTakeCommaAndPoint_data();
    void typedValuesTakeCommaAndPoint();
    void wheelAndPageKeysMoveTheSlider();
    void defaultKeepsItsFullPrecision();
    void oneHundredthIsVisibleOnTheSlider();
    void endsOfADrawnIntervalStayInOrder();
    void spaceInTheListDrawsAndRemovesACurve();
    void searchNarrowsTheListAndReturnGoesThere();
    void listModelKeepsItsPromises();
    void axesAreLinked();
    void wheelZoomsAndDoubleClickResets();
    void dragPans();
    void readOutSaysWhatIsUnderThePointer();
    void arrowKeysInThePlotMoveTheReadOut();
    void bothOneSidedDerivativesAreMarked();
    void labelsAtTheEndsDoNotOverlap();
    void colorsAreKeptByTheActivation();
    void ninthCurveGetsADashPattern();
    void everyActivationHasNotes();
    void activationWithoutNotesShowsItsSource();
    void emptyPlotSaysWhatWouldFillIt();
};

void TestFunctions::opensWithTheActivationsOfTheDefaultExperiment()
{
    Window window;
    std::vector<const Activation *> expected;
    for (const ActivationSpec &spec : defaultExperiment().activations)
        expected.push_back(spec.activation);
    QCOMPARE(window.state().shown(), expected);
    QCOMPARE(&window.state().focus(), expected.back());
    QCOMPARE(window.plot().valueRect()->axis(QCPAxis::atBottom)->range(), QCPRange(-5, 5));
    for (const Activation *activation : expected)
        QVERIFY(drawsTheTruth(window.plot(), *activation, activation->defaultParameters()));
}

void TestFunctions::everyActivationCanBeShown_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << int(i);
}

void TestFunctions::everyActivationCanBeShown()
{
    QFETCH(int, index);
    const Activation &activation = activations()[std::size_t(index)];
    Window window;
    window.state().setFocus(activation);
    window.state().setShown(activation, true);
    QVERIFY(drawsTheTruth(window.plot(), activation, activation.defaultParameters()));
    QCOMPARE(window.workspace.notes()->parameterControls().size(), activation.parameters.size());
    QVERIFY(!window.workspace.grab().isNull());
    // Every parameter bends it, from one end of its range to the other.
    for (std::size_t k = 0; k < activation.parameters.size(); ++k) {
        for (const double value : {activation.parameters[k].minimum, activation.parameters[k].maximum}) {
            window.control(k).setValue(value);
            QCOMPARE(window.state().parameters(activation)[k], value);
            QVERIFY(drawsTheTruth(window.plot(), activation, window.state().parameters(activation)));
        }
    }
}

void TestFunctions::arrowKeysOnTheSliderBendTheCurve()
{
    Window window;
    const Activation &leaky = byId("leaky_relu");
    QCOMPARE(&window.state().focus(), &leaky);
    QTest::keyClick(window.control().slider(), Qt::Key_Right);
    QCOMPARE(window.state().parameters(leaky).front(), 0.02);
    QVERIFY(drawsTheTruth(window.plot(), leaky, {0.02}));
    const QCPGraphData &left = *window.plot().valueGraph(leaky)->data()->constBegin();
    QCOMPARE(left.key, -5.0);
    QCOMPARE(left.value, -0.1);
    QCOMPARE(window.plot().derivativeGraph(leaky)->data()->constBegin()->value, 0.02);
    QTest::keyClick(window.control().slider(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(window.state().parameters(leaky).front(), 0.019);
}

void TestFunctions::draggingTheSliderRedrawsAtEveryMovement()
{
    Window window;
    const Activation &leaky = byId("leaky_relu");
    QSlider *slider = window.control().slider();
    QSignalSpy changes(&window.control(), &ParameterControl::valueChanged);
    for (int step = 1; step <= 8; ++step) {
        slider->setSliderPosition(slider->maximum() * step / 8);
        QCOMPARE(changes.size(), step);
        const double alpha = changes.last().first().toDouble();
        QVERIFY(drawsTheTruth(window.plot(), leaky, {alpha}));
    }
    QCOMPARE(window.state().parameters(leaky).front(), leaky.parameters.front().maximum);
}

void TestFunctions::typedValuesTakeCommaAndPoint_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("point") << "0.25" << 0.25;
    QTest::newRow("comma") << "0,25" << 0.25;
    QTest::newRow("hyphen") << "-0.5" << -0.5;
    QTest::newRow("minus sign") << QStringLiteral("−0,5") << -0.5;
    QTest::newRow("four decimals") << "0.0125" << 0.0125;
}

void TestFunctions::typedValuesTakeCommaAndPoint()
{
    QFETCH(QString, typed);
    QFETCH(double, value);
    ActivationParameter parameter{"alpha", "α", 0.1, -1, 2, false};
    ParameterControl control(parameter);
    control.show();
    control.spinBox()->selectAll();
    for (const QChar character : typed)
        QTest::sendKeyEvent(QTest::Click, control.spinBox(), Qt::Key_unknown, QString(character), Qt::NoModifier);
    QCOMPARE(control.value(), value);
}

void TestFunctions::wheelAndPageKeysMoveTheSlider()
{
    Window window;
    ParameterControl &control = window.control();
    turnWheel(*control.slider(), QPointF(control.slider()->rect().center()), 120);
    QCOMPARE(control.value(), 0.02);
    turnWheel(*control.slider(), QPointF(control.slider()->rect().center()), -240);
    QCOMPARE(control.value(), 0.0);
    QTest::keyClick(control.slider(), Qt::Key_PageUp);
    QCOMPARE(control.value(), 0.1);
    QTest::keyClick(control.slider(), Qt::Key_PageDown);
    QCOMPARE(control.value(), 0.0);
}

void TestFunctions::defaultKeepsItsFullPrecision()
{
    Window window;
    for (const Activation &activation : activations()) {
        window.state().setFocus(activation);
        for (std::size_t k = 0; k < activation.parameters.size(); ++k)
            QCOMPARE(window.control(k).value(), activation.parameters[k].defaultValue);
        QCOMPARE(window.state().parameters(activation), activation.defaultParameters());
    }
}

void TestFunctions::oneHundredthIsVisibleOnTheSlider()
{
    Window window;
    const QSlider *slider = window.control().slider();
    const double pixels = slider->width() * double(slider->value()) / slider->maximum();
    QCOMPARE(window.control().value(), 0.01);
    QVERIFY2(pixels >= 6, qPrintable(QString::number(pixels)));
}

void TestFunctions::endsOfADrawnIntervalStayInOrder()
{
    Window window;
    for (const Activation &activation : activations()) {
        if (!activation.drawsWhileTraining())
            continue;
        window.state().setFocus(activation);
        window.control(0).setValue(0.8);
        QCOMPARE(window.state().parameters(activation), (std::vector<double>{0.8, 0.8}));
        QCOMPARE(window.control(1).value(), 0.8);
        window.control(1).setValue(0.2);
        QCOMPARE(window.state().parameters(activation), (std::vector<double>{0.2, 0.2}));
        QCOMPARE(window.control(0).value(), 0.2);
    }
}

void TestFunctions::spaceInTheListDrawsAndRemovesACurve()
{
    Window window;
    QTreeView *view = window.workspace.list()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Down); // from the focus to the next activation
    const Activation &next = window.state().focus();
    QVERIFY(!window.state().isShown(next));
    QVERIFY(!window.plot().valueGraph(next));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(window.state().isShown(next));
    QVERIFY(drawsTheTruth(window.plot(), next, next.defaultParameters()));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(!window.plot().valueGraph(next));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(window.plot().valueGraph(next));
}

void TestFunctions::searchNarrowsTheListAndReturnGoesThere()
{
    Window window;
    ActivationList &list = *window.workspace.list();
    QTest::keyClicks(list.searchField(), "softp");
    QCOMPARE(list.view()->model()->rowCount(), 1);
    QCOMPARE(list.view()->model()->rowCount(list.view()->model()->index(0, 0)), 1);
    QTest::keyClick(list.searchField(), Qt::Key_Return);
    QVERIFY(list.view()->hasFocus());
    QCOMPARE(QString::fromStdString(window.state().focus().name), list.view()->currentIndex().data().toString());
    list.searchField()->setFocus();
    QTest::keyClick(list.searchField(), Qt::Key_Escape);
    QVERIFY(list.view()->model()->rowCount() > 1);
}

void TestFunctions::listModelKeepsItsPromises()
{
    FunctionsState state;
    ActivationColors colors;
    ActivationListModel model(state, colors);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int count = 0;
    for (int family = 0; family < model.rowCount(); ++family)
        count += model.rowCount(model.index(family, 0));
    QCOMPARE(count, int(activations().size()));
    for (const Activation &activation : activations()) {
        const QModelIndex index = model.indexOf(activation);
        QCOMPARE(model.activationAt(index), &activation);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        const bool shown = state.isShown(activation);
        QVERIFY(model.setData(index, shown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(state.isShown(activation), !shown);
        QVERIFY(!changes.isEmpty());
    }
}

void TestFunctions::axesAreLinked()
{
    Window window;
    QCPAxis *above = window.plot().valueRect()->axis(QCPAxis::atBottom);
    QCPAxis *below = window.plot().derivativeRect()->axis(QCPAxis::atBottom);
    above->setRange(-2, 3);
    QCOMPARE(below->range(), QCPRange(-2, 3));
    below->setRange(-1, 7);
    QCOMPARE(above->range(), QCPRange(-1, 7));
    QCOMPARE(window.plot().valueRect()->left(), window.plot().derivativeRect()->left());
    QCOMPARE(window.plot().valueRect()->right(), window.plot().derivativeRect()->right());
}

void TestFunctions::wheelZoomsAndDoubleClickResets()
{
    Window window;
    FunctionPlot &plot = window.plot();
    const QCPAxis *x = plot.valueRect()->axis(QCPAxis::atBottom);
    const QCPAxis *y = plot.valueRect()->axis(QCPAxis::atLeft);
    const QCPRange yBefore = y->range();
    turnWheel(plot, plot.valueRect()->center(), 120);
    plot.replot();
    QVERIFY(x->range().size() < 10);
    QVERIFY(y->range().size() < yBefore.size());
    QCOMPARE(plot.derivativeRect()->axis(QCPAxis::atBottom)->range(), x->range());
    const Activation &leaky = byId("leaky_relu");
    QVERIFY(drawsTheTruth(plot, leaky, leaky.defaultParameters()));
    QCOMPARE(plot.valueGraph(leaky)->data()->constBegin()->key, x->range().lower);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.derivativeRect()->center());
    QCOMPARE(x->range(), QCPRange(-5, 5));
    QCOMPARE(y->range(), yBefore);
}

void TestFunctions::dragPans()
{
    Window window;
    FunctionPlot &plot = window.plot();
    const QPoint from = plot.valueRect()->center();
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, from + QPoint(30, 0));
    QTest::mouseMove(&plot, from + QPoint(60, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, from + QPoint(60, 0));
    const QCPRange range = plot.derivativeRect()->axis(QCPAxis::atBottom)->range();
    QVERIFY(range.lower < -5);
    QVERIFY(std::abs(range.size() - 10) < 1e-9);
}

void TestFunctions::readOutSaysWhatIsUnderThePointer()
{
    Window window;
    FunctionPlot &plot = window.plot();
    const QCPAxis *x = plot.valueRect()->axis(QCPAxis::atBottom);
    QTest::mouseMove(&plot, {int(std::lround(x->coordToPixel(-0.64))), plot.derivativeRect()->center().y()});
    QVERIFY(plot.pointedX());
    QVERIFY(std::abs(*plot.pointedX() + 0.64) <= 10.0 / plot.valueRect()->width());
    plot.setPointedX(-0.64);
    QCOMPARE(window.workspace.readOut()->text(),
             QStringLiteral("x −0.64   ReLU: f 0, f′ 0   Leaky ReLU: f −0.0064, f′ 0.01"));
    plot.setPointedX(0);
    QCOMPARE(window.workspace.readOut()->text(), QStringLiteral("x 0.00   ReLU: f 0, f′ 0   Leaky ReLU: f 0, f′ 0.01"));
    // A slider that moves changes the figures under a pointer that does not.
    plot.setPointedX(-2);
    window.control().setValue(0.5);
    QCOMPARE(window.workspace.readOut()->text(), QStringLiteral("x −2.00   ReLU: f 0, f′ 0   Leaky ReLU: f −1, f′ 0.5"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot, &leave);
    QVERIFY(!plot.pointedX());
}

void TestFunctions::arrowKeysInThePlotMoveTheReadOut()
{
    Window window;
    QTest::keyClick(&window.plot(), Qt::Key_Right);
    QCOMPARE(window.plot().pointedX().value_or(0), 0.1);
    QTest::keyClick(&window.plot(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(window.plot().pointedX().value_or(0), 0.09);
    QTest::keyClick(&window.plot(), Qt::Key_Home);
    QCOMPARE(window.plot().valueRect()->axis(QCPAxis::atBottom)->range(), QCPRange(-5, 5));
}

void TestFunctions::bothOneSidedDerivativesAreMarked()
{
    Window window;
    const Activation &leaky = byId("leaky_relu");
    // The marks are the graphs without a line; a filled one is the derivative in use.
    std::vector<double> filled, open;
    for (int i = 0; i < window.plot().graphCount(); ++i) {
        const QCPGraph *graph = window.plot().graph(i);
        if (graph->lineStyle() != QCPGraph::lsNone || graph->scatterStyle().pen().color() != window.colors.color(leaky.id, Theme::light()))
            continue;
        const bool isFilled = graph->scatterStyle().brush().color() == graph->scatterStyle().pen().color();
        for (const QCPGraphData &point : *graph->data()) {
            QCOMPARE(point.key, 0.0);
            (isFilled ? filled : open).push_back(point.value);
        }
    }
    QCOMPARE(filled, (std::vector<double>{0.01}));
    QCOMPARE(open, (std::vector<double>{1.0}));
}

void TestFunctions::labelsAtTheEndsDoNotOverlap()
{
    Window window;
    for (const Activation &activation : activations()) {
        window.state().setShown(activation, true);
        window.plot().replot();
        for (const CurveEndLabels *labels : {window.plot().valueLabels(), window.plot().derivativeLabels()}) {
            std::vector<QRectF> places;
            for (const QRectF &place : labels->textRectangles()) {
                if (!place.isEmpty())
                    places.push_back(place);
            }
            QVERIFY(!places.empty());
            std::ranges::sort(places, {}, &QRectF::top);
            for (std::size_t i = 1; i < places.size(); ++i)
                QVERIFY(places[i].top() >= places[i - 1].bottom() - 0.01);
            for (const QRectF &place : places)
                QVERIFY(QRectF(window.plot().rect()).contains(place));
        }
    }
}

void TestFunctions::colorsAreKeptByTheActivation()
{
    Window window;
    const Activation &relu = byId("relu");
    const Activation &elu = byId("elu");
    const Theme theme = Theme::light();
    const QColor first = window.colors.color(relu.id, theme);
    QCOMPARE(first, QColor("#0072B2"));
    window.state().setShown(relu, false);
    window.state().setShown(elu, true);
    QVERIFY(window.colors.color(elu.id, theme) != first);
    window.state().setShown(relu, true);
    QCOMPARE(window.colors.color(relu.id, theme), first);
    QCOMPARE(window.plot().valueGraph(relu)->pen().color(), first);
}

void TestFunctions::ninthCurveGetsADashPattern()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    const auto &shown = window.state().shown();
    const Theme theme = Theme::light();
    QCOMPARE(window.colors.pen(shown[7]->id, theme).style(), Qt::SolidLine);
    QCOMPARE(window.colors.pen(shown[8]->id, theme).style(), Qt::CustomDashLine);
    QCOMPARE(window.colors.pen(shown[8]->id, theme).color(), window.colors.pen(shown[0]->id, theme).color());
}

void TestFunctions::everyActivationHasNotes()
{
    const Notes notes;
    for (const Activation &activation : activations()) {
        const Note note = notes.noteFor(activation);
        QVERIFY2(!note.fromSource, activation.id.c_str());
        QVERIFY2(!note.value.cases.empty() && !note.derivative.cases.empty(), activation.id.c_str());
        QVERIFY2(note.sentences.size() >= 2 && note.sentences.size() <= 3, activation.id.c_str());
        QVERIFY2(!note.range.isEmpty(), activation.id.c_str());
    }
}

void TestFunctions::activationWithoutNotesShowsItsSource()
{
    Activation unknown = byId("mish");
    unknown.notesKey = "of the future";
    const Note note = Notes().noteFor(unknown);
    QVERIFY(note.fromSource);
    QVERIFY(note.value.cases.front().expression.contains(QStringLiteral("TANH_SOFTPLUS")));
}

void TestFunctions::emptyPlotSaysWhatWouldFillIt()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, false);
    QCOMPARE(window.plot().graphCount(), 0);
    int texts = 0;
    for (int i = 0; i < window.plot().itemCount(); ++i) {
        const auto *text = qobject_cast<QCPItemText *>(window.plot().item(i));
        texts += text && text->visible() && !text->text().isEmpty();
    }
    QCOMPARE(texts, 2);
}

QTEST_MAIN(TestFunctions)
#include "tst_functions.moc"
