// The plot of the Functions workspace, driven as by hand: axes, read-out, kinks, labels, colours. Offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "core/analysis/curve.h"
#include "ui/base/number_format.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/plot/curve_names.h"

#include <QEnterEvent>
#include <QScrollBar>
#include <QSignalSpy>

using namespace actiscope;
using namespace actiscope::test;

class TestFunctionPlot : public QObject {
    Q_OBJECT

private slots:
    void axesAreLinked();
    void wheelZoomsAndDoubleClickResets();
    void dragPans();
    void readOutSaysWhatIsUnderThePointer();
    void figuresOfManyFunctionsLeaveRoomForThePlots();
    void figuresThatDoNotFitAreScrolledTo();
    void arrowKeysInThePlotMoveTheReadOut();
    void keysZoomAndPan();
    void bothOneSidedDerivativesAreMarked();
    void namesCoverNeitherNamesNorCurves_data();
    void namesCoverNeitherNamesNorCurves();
    void namesOfAFamilyStandApart();
    void namesOfAllActivationsDoNotOverlap();
    void colorsAreKeptByTheActivation();
    void eighthCurveGetsADashPattern();
    void emptyPlotSaysWhatWouldFillIt();
};

void TestFunctionPlot::axesAreLinked()
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

void TestFunctionPlot::wheelZoomsAndDoubleClickResets()
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
    QVERIFY(drawsTheTruth(plot, leaky, window.state().parameters(leaky)));
    QCOMPARE(plot.valueGraph(leaky)->data()->constBegin()->key, x->range().lower);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.derivativeRect()->center());
    plot.updateNow();
    QCOMPARE(x->range(), QCPRange(-5, 5));
    QCOMPARE(y->range(), yBefore);
}

void TestFunctionPlot::dragPans()
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

void TestFunctionPlot::readOutSaysWhatIsUnderThePointer()
{
    Window window;
    FunctionPlot &plot = window.plot();
    const QCPAxis *x = plot.valueRect()->axis(QCPAxis::atBottom);
    QTest::mouseMove(&plot, {int(std::lround(x->coordToPixel(-0.64))), plot.derivativeRect()->center().y()});
    QVERIFY(plot.pointedX());
    QVERIFY(std::abs(*plot.pointedX() + 0.64) <= 10.0 / plot.valueRect()->width());
    plot.setPointedX(-0.64);
    QCOMPARE(window.workspace.readOut()->text(), QStringLiteral("x −0.64   Leaky ReLU: f −0.064, f′ 0.1   ReLU: f 0, f′ 0"));
    plot.setPointedX(0);
    QCOMPARE(window.workspace.readOut()->text(), QStringLiteral("x 0.00   Leaky ReLU: f 0, f′ 0.1   ReLU: f 0, f′ 0"));
    // A slider that moves changes the figures under a pointer that does not.
    plot.setPointedX(-2);
    window.control().setValue(0.5);
    QCOMPARE(window.workspace.readOut()->text(), QStringLiteral("x −2.00   Leaky ReLU: f −1, f′ 0.5   ReLU: f 0, f′ 0"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot, &leave);
    QVERIFY(!plot.pointedX());
}

void TestFunctionPlot::figuresOfManyFunctionsLeaveRoomForThePlots()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    window.plot().setPointedX(-1.67);
    QCoreApplication::processEvents();
    QVERIFY2(window.plot().height() > window.workspace.height() / 2, qPrintable(QString::number(window.plot().height())));
    window.workspace.resize(1900, 1040);
    QCoreApplication::processEvents();
    QVERIFY(window.plot().height() > window.workspace.height() / 2);
}

void TestFunctionPlot::figuresThatDoNotFitAreScrolledTo()
{
    Window window;
    ReadOut &readOut = *window.workspace.readOut();
    QCOMPARE(readOut.inSight(), std::pair(0, 2));
    QCOMPARE(readOut.verticalScrollBar()->maximum(), 0);
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    QCoreApplication::processEvents();
    const int all = int(activations().size());
    QVERIFY(readOut.inSight().second < all);
    window.plot().setPointedX(-1.67);
    window.plot().setPointedX(std::nullopt); // on the way to the figures
    QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
    QCoreApplication::sendEvent(&readOut, &enter);
    QCOMPARE(window.plot().pointedX(), -1.67);
    QVERIFY(readOut.text().startsWith(QStringLiteral("x −1.67")));
    int seen = 0;
    while (seen < all) {
        const auto [begin, end] = readOut.inSight();
        QVERIFY2(begin <= seen && end > seen, qPrintable(QStringLiteral("%1 %2").arg(begin).arg(end)));
        seen = end;
        QTest::keyClick(&readOut, Qt::Key_PageDown);
    }
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&readOut, &leave);
    QVERIFY(!window.plot().pointedX());
}

void TestFunctionPlot::arrowKeysInThePlotMoveTheReadOut()
{
    Window window;
    QTest::keyClick(&window.plot(), Qt::Key_Right);
    QCOMPARE(window.plot().pointedX().value_or(0), 0.1);
    QTest::keyClick(&window.plot(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(window.plot().pointedX().value_or(0), 0.09);
    QTest::keyClick(&window.plot(), Qt::Key_Home);
    QCOMPARE(window.plot().valueRect()->axis(QCPAxis::atBottom)->range(), QCPRange(-5, 5));
}

void TestFunctionPlot::keysZoomAndPan()
{
    Window window;
    FunctionPlot &plot = window.plot();
    QTest::keyClick(&plot, Qt::Key_Plus);
    QCOMPARE(plot.xRange(), QCPRange(-4, 4));
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(plot.xRange(), QCPRange(-3.2, 4.8));
    QCOMPARE(window.plot().valueRect()->axis(QCPAxis::atLeft)->range().upper > 4.8, true); // follows the curves
    QTest::keyClick(&plot, Qt::Key_Minus);
    QCOMPARE(plot.xRange().size(), 10.0);
    // The line begins in sight, stays in sight, and is what is zoomed about.
    plot.showXRange(100, 110);
    QTest::keyClick(&plot, Qt::Key_Left);
    QVERIFY(plot.pointedX() && std::abs(*plot.pointedX() - 105) < 1);
    plot.setPointedX(109.99);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(*plot.pointedX(), 110.0);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QCOMPARE(plot.xRange(), QCPRange(102, 110));
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.xRange(), QCPRange(-5, 5));
}

void TestFunctionPlot::bothOneSidedDerivativesAreMarked()
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
    QCOMPARE(filled, (std::vector<double>{0.1}));
    QCOMPARE(open, (std::vector<double>{1.0}));
}

/** The pixels of a curve that lie in a rectangle: its name must not. */
int pixelsInside(const QCPGraph &graph, const QRectF &rect)
{
    int count = 0;
    for (const QCPGraphData &point : *graph.data())
        count += std::isfinite(point.value)
                 && rect.contains(QPointF(graph.keyAxis()->coordToPixel(point.key), graph.valueAxis()->coordToPixel(point.value)));
    return count;
}

void TestFunctionPlot::namesCoverNeitherNamesNorCurves_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("the first picture") << QStringList{"relu", "leaky_relu"};
    QTest::newRow("sigmoids") << QStringList{"sigmoid", "tanh", "hardsigmoid", "hardtanh", "softsign"};
    QTest::newRow("nearly the same") << QStringList{"gelu", "gelu_tanh", "silu", "mish"};
    QTest::newRow("exponential") << QStringList{"elu", "celu", "selu"};
    QTest::newRow("eight") << QStringList{"relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish", "softplus"};
}

void TestFunctionPlot::namesCoverNeitherNamesNorCurves()
{
    QFETCH(QStringList, ids);
    Window window;
    std::vector<const Activation *> shown;
    for (const QString &id : ids) {
        shown.push_back(&byId(id.toUtf8().constData()));
        window.state().showOnly(shown);
        window.state().setFocus(*shown.back());
        window.plot().replot();
        for (const std::size_t order : {0, 1}) {
            const CurveNames &names = *window.plot().panel(order).names();
            const std::vector<QRectF> places = names.textRectangles();
            const QRectF rect = window.plot().panel(order).rect()->rect();
            for (std::size_t i = 0; i < places.size(); ++i) {
                const QByteArray who = names.entries()[i].text.toUtf8();
                QVERIFY2(!places[i].isEmpty() && rect.contains(places[i]), who.constData());
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY2(!places[i].intersects(places[j]), who.constData());
                for (const FunctionCurves::Curve &curve : window.plot().curves().curves())
                    QVERIFY2(pixelsInside(*curve.graphs[order], places[i]) == 0,
                             (who + " over " + curve.choice.label.toUtf8()).constData());
            }
        }
    }
}

void TestFunctionPlot::namesOfAFamilyStandApart()
{
    Window window;
    for (const char *id : {"leaky_relu", "elu", "silu"}) {
        focusOn(window, id);
        window.state().view().set(&ViewOptions::family, true);
        window.plot().replot();
        for (const std::size_t order : {0, 1}) {
            const CurveNames &names = *window.plot().panel(order).names();
            std::vector<QRectF> places = names.textRectangles();
            for (std::size_t i = 0; i < places.size(); ++i) {
                if (names.entries()[i].text.isEmpty())
                    continue;
                QVERIFY2(!places[i].isEmpty(), qPrintable(names.entries()[i].text));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!places[i].intersects(places[j]));
            }
        }
    }
}

/** However many there are: some names find no room, and none covers another. */
void TestFunctionPlot::namesOfAllActivationsDoNotOverlap()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    window.plot().replot();
    for (const CurveNames *names : {window.plot().valueNames(), window.plot().derivativeNames()}) {
        const std::vector<QRectF> places = names->textRectangles();
        QVERIFY(std::ranges::any_of(places, [](const QRectF &place) { return !place.isEmpty(); }));
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i].intersects(places[j]));
        }
    }
}

void TestFunctionPlot::colorsAreKeptByTheActivation()
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

void TestFunctionPlot::eighthCurveGetsADashPattern()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, true);
    const auto &shown = window.state().shown();
    const Theme theme = Theme::light();
    QCOMPARE(window.colors.pen(shown[6]->id, theme).style(), Qt::SolidLine);
    QCOMPARE(window.colors.pen(shown[7]->id, theme).style(), Qt::CustomDashLine);
    QCOMPARE(window.colors.pen(shown[7]->id, theme).color(), window.colors.pen(shown[0]->id, theme).color());
}

void TestFunctionPlot::emptyPlotSaysWhatWouldFillIt()
{
    Window window;
    for (const Activation &activation : activations())
        window.state().setShown(activation, false);
    QVERIFY(window.plot().curves().curves().empty());
    int texts = 0;
    for (int i = 0; i < window.plot().itemCount(); ++i) {
        const auto *text = qobject_cast<QCPItemText *>(window.plot().item(i));
        texts += text && text->visible() && !text->text().isEmpty();
    }
    QCOMPARE(texts, 2);
}

QTEST_MAIN(TestFunctionPlot)

#include "tst_function_plot.moc"
