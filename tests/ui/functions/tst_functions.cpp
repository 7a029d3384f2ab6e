// The Functions workspace, driven as by hand: the list, the parameters, the notes. Real widgets, offscreen.
#include "tests/ui/functions/functions_fixture.h"

#include "core/training/experiment.h"
#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/list/activation_list_model.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTreeView>

using namespace actiscope;
using namespace actiscope::test;

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
};

void TestFunctions::opensWithTheActivationsOfTheDefaultExperiment()
{
    Window window;
    std::vector<const Activation *> expected;
    for (const ModelConfiguration &model : defaultExperiment().models)
        expected.push_back(model.activation().activation);
    QCOMPARE(window.state().shown(), expected);
    QCOMPARE(&window.state().focus(), expected.back());
    QCOMPARE(window.plot().valueRect()->axis(QCPAxis::atBottom)->range(), QCPRange(-5, 5));
    for (const Activation *activation : expected)
        QVERIFY(drawsTheTruth(window.plot(), *activation, window.state().parameters(*activation)));
    // Two curves, not one over the other; the way back is the default.
    const auto leftEnd = [&](const Activation *activation) {
        return window.plot()
            .valueRect()
            ->axis(QCPAxis::atLeft)
            ->coordToPixel(window.plot().valueGraph(*activation)->data()->constBegin()->value);
    };
    QVERIFY(std::abs(leftEnd(expected.front()) - leftEnd(expected.back())) > 15);
    QCOMPARE(window.control().value(), 0.1);
    QPushButton *back = nullptr;
    for (QPushButton *button : window.workspace.notes()->findChildren<QPushButton *>())
        back = button->text() == QLatin1String("Default") ? button : back;
    QVERIFY2(back && back->toolTip().contains(QStringLiteral("α 0.01")), qPrintable(back ? back->toolTip() : QString()));
    back->click();
    QCOMPARE(window.state().parameters(*expected.back()), expected.back()->defaultParameters());
    // A restart keeps the default that was chosen.
    Window next;
    next.workspace.restoreState(window.workspace.saveState());
    QCOMPARE(next.state().parameters(*expected.back()), expected.back()->defaultParameters());
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
    QVERIFY(drawsTheTruth(window.plot(), activation, window.state().parameters(activation)));
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
    window.state().resetParameters(leaky);
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
    window.state().resetParameters(window.state().focus());
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
        window.state().resetParameters(activation);
        for (std::size_t k = 0; k < activation.parameters.size(); ++k)
            QCOMPARE(window.control(k).value(), activation.parameters[k].defaultValue);
        QCOMPARE(window.state().parameters(activation), activation.defaultParameters());
    }
}

void TestFunctions::oneHundredthIsVisibleOnTheSlider()
{
    Window window;
    window.state().resetParameters(window.state().focus());
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

QTEST_MAIN(TestFunctions)

#include "tst_functions.moc"
