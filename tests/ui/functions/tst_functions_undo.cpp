// What is changed in the Functions workspace can be taken back and done again, with its text: curves, parameters, custom activations.
#include "tests/support/patience.h"
#include "tests/ui/functions/functions_fixture.h"

#include "core/activations/custom_activations.h"
#include "ui/functions/list/custom_activation_bar.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/state/functions_history.h"

#include <QtTest>

#include <random>

using namespace actiscope;
using namespace actiscope::test;

class TestFunctionsUndo : public QObject {
    Q_OBJECT

private slots:
    void tickingIsTakenBack();
    void aDragIsOneChange();
    void keysThatFollowOneAnotherAreOneChange();
    void customActivationsComeAndGo();
    void whatIsRestoredIsTheBeginning();
    void everyRowOfChangesIsTakenBackToTheBeginning();

private:
    /** The change is noted when all of it has been made. */
    static QUndoStack &stack(Window &window)
    {
        QTest::qWait(5);
        return *window.workspace.undoStack();
    }
};

void TestFunctionsUndo::tickingIsTakenBack()
{
    Window window;
    const auto before = window.state().shown();
    window.state().setShown(byId("gelu"), true);
    QUndoStack &undo = stack(window);
    QCOMPARE(undo.count(), 1);
    QCOMPARE(undo.undoText(), QStringLiteral("show GELU"));
    undo.undo();
    QCOMPARE(window.state().shown(), before);
    QCOMPARE(undo.redoText(), QStringLiteral("show GELU"));
    undo.redo();
    QVERIFY(window.state().isShown(byId("gelu")));
    window.state().setShown(byId("relu"), false);
    QCOMPARE(stack(window).undoText(), QStringLiteral("hide ReLU"));
    undo.undo();
    undo.undo();
    QCOMPARE(window.state().shown(), before);
    QCOMPARE(stack(window).count(), 2); // taking back is no change
    window.state().setFocus(byId("tanh"));
    QCOMPARE(stack(window).count(), 2); // nor is looking at another
    QVERIFY(undo.canRedo());
}

void TestFunctionsUndo::aDragIsOneChange()
{
    Window window;
    focusOn(window, "leaky_relu");
    window.workspace.restoreState(window.workspace.saveState()); // begins here
    const double before = window.state().parameters(byId("leaky_relu"))[0];
    QSlider &slider = *window.control().slider();
    slider.setSliderDown(true);
    for (const int position : {1000, 1500, 2000}) {
        slider.setValue(position);
        QTest::qWait(5);
    }
    QCOMPARE(window.workspace.undoStack()->count(), 0); // while it lasts there is nothing to take back
    slider.setSliderDown(false);
    QUndoStack &undo = stack(window);
    QCOMPARE(undo.count(), 1);
    QVERIFY2(undo.undoText().startsWith(QStringLiteral("α of Leaky ReLU")), qPrintable(undo.undoText()));
    const double after = window.state().parameters(byId("leaky_relu"))[0];
    QVERIFY(after != before);
    undo.undo();
    QCOMPARE(window.state().parameters(byId("leaky_relu"))[0], before);
    undo.redo();
    QCOMPARE(window.state().parameters(byId("leaky_relu"))[0], after);
}

void TestFunctionsUndo::keysThatFollowOneAnotherAreOneChange()
{
    Window window;
    focusOn(window, "leaky_relu");
    window.workspace.restoreState(window.workspace.saveState());
    const double before = window.state().parameters(byId("leaky_relu"))[0];
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(window.control().slider(), Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(window.workspace.undoStack()->count(), 1, patience);
    window.workspace.undoStack()->undo();
    QCOMPARE(window.state().parameters(byId("leaky_relu"))[0], before);
}

void TestFunctionsUndo::customActivationsComeAndGo()
{
    Window window;
    auto &list = *window.workspace.findChild<CustomActivationList *>();
    const Activation &made = list.add(QStringLiteral("x*a/(1+abs(x))"), {.name = "Bent", .defaults = {0.5}});
    window.state().setShown(made, true);
    window.state().setFocus(made);
    QUndoStack &undo = stack(window);
    QCOMPARE(undo.count(), 1); // though it was made of three
    QCOMPARE(undo.undoText(), QStringLiteral("new activation Bent"));

    const Activation &changed = list.replace(made, QStringLiteral("x*a/(2+abs(x))"), {.name = "Bent", .defaults = {0.25}});
    window.state().setShown(changed, true);
    window.state().setFocus(changed);
    QCOMPARE(stack(window).undoText(), QStringLiteral("edit of Bent"));
    list.remove(changed);
    QCOMPARE(stack(window).undoText(), QStringLiteral("removal of Bent"));
    QVERIFY(list.all().empty());

    undo.undo();
    QCOMPARE(list.all().size(), std::size_t(1));
    QCOMPARE(list.all().front()->text.value, changed.text.value);
    QCOMPARE(list.all().front()->defaultParameters(), std::vector<double>{0.25});
    QVERIFY(window.state().isShown(*list.all().front()));
    QCOMPARE(window.state().focus().name, std::string("Bent"));
    undo.undo();
    QCOMPARE(list.all().front()->text.value, made.text.value);
    QCOMPARE(list.all().front()->defaultParameters(), std::vector<double>{0.5});
    undo.undo();
    QVERIFY(list.all().empty());
    undo.redo();
    undo.redo();
    QCOMPARE(list.all().front()->text.value, changed.text.value);
    QVERIFY(window.state().isShown(*list.all().front()));
    undo.redo();
    QVERIFY(list.all().empty());
}

void TestFunctionsUndo::whatIsRestoredIsTheBeginning()
{
    Window window;
    const QJsonObject saved = window.workspace.saveState();
    window.state().setShown(byId("gelu"), true);
    QVERIFY(stack(window).canUndo());
    window.workspace.restoreState(saved);
    QVERIFY(!stack(window).canUndo());
    QVERIFY(!stack(window).canRedo());
}

/** Whatever hands do, taking all of it back leads to the beginning, and doing it again to the end. */
void TestFunctionsUndo::everyRowOfChangesIsTakenBackToTheBeginning()
{
    const std::uint32_t seed = std::random_device()();
    std::mt19937 random(seed);
    qInfo("seed %u", seed);
    Window window;
    auto &list = *window.workspace.findChild<CustomActivationList *>();
    const auto state = [&window] {
        QJsonObject saved = window.workspace.saveState();
        saved.remove(QLatin1String("focus"));
        return saved;
    };
    const QJsonObject first = state();
    const auto any = [&random](std::size_t count) { return std::size_t(random() % count); };
    for (int i = 0; i < 40; ++i) {
        const std::vector<const Activation *> available = window.state().available();
        const Activation &activation = *available[any(available.size())];
        switch (any(4)) {
        case 0:
            window.state().setShown(activation, !window.state().isShown(activation));
            break;
        case 1:
            if (!activation.parameters.empty()) {
                const ActivationParameter &parameter = activation.parameters.front();
                window.state().setParameter(activation, 0, parameter.minimum + (parameter.maximum - parameter.minimum) * double(any(100)) / 100);
            }
            break;
        case 2: {
            const std::string name = "f" + std::to_string(any(4));
            const Activation &made = list.add(QStringLiteral("x*a*%1").arg(1 + any(3)), {.name = name, .defaults = {double(1 + any(3))}});
            window.state().setShown(made, true);
            break;
        }
        default:
            if (!list.all().empty())
                list.remove(*list.all()[any(list.all().size())]);
        }
        QTest::qWait(1);
    }
    QUndoStack &undo = stack(window);
    QVERIFY(undo.count() > 5);
    const QJsonObject last = state();
    undo.setIndex(0);
    QCOMPARE(state(), first);
    undo.setIndex(undo.count());
    QCOMPARE(state(), last);
    for (const Activation *activation : customActivations())
        removeCustomActivation(*activation);
}

QTEST_MAIN(TestFunctionsUndo)
#include "tst_functions_undo.moc"
