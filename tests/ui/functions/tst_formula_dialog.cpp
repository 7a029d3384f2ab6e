// "New activation…": typed as by hand, the error under its character, the new function in lists, plots, menus and after a restart.
#include "core/activations/custom_activations.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/loop_watch.h"
#include "tests/support/patience.h"
#include "tests/ui/functions/functions_fixture.h"
#include "ui/functions/formula/formula_dialog.h"
#include "ui/functions/formula/formula_field.h"
#include "ui/functions/formula/formula_preview.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/list/custom_activation_bar.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/training/settings/activation_menu.h"
#include "ui/window/main_window.h"

#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** A key press for each letter, also for those that Qt Test has no key of. */
void typeInto(QLineEdit &edit, const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(&edit, &press);
    }
}

/** The dialog as it opens, and what is in it. */
struct Dialog {
    FormulaDialog dialog{Theme::light()};
    FormulaField &field = *dialog.findChild<FormulaField *>();
    QLineEdit &edit = *dialog.findChild<QLineEdit *>("formulaField");
    QLabel &message = *dialog.findChild<QLabel *>("formulaMessage");
    QLabel &derivative = *dialog.findChild<QLabel *>("derivativeText");
    QLabel &check = *dialog.findChild<QLabel *>("formulaCheck");
    FormulaPreview &preview = *dialog.findChild<FormulaPreview *>();
    QPushButton &add = *button("Add");

    Dialog()
    {
        dialog.show();
        (void)QTest::qWaitForWindowExposed(&dialog);
    }

    QPushButton *button(const char *text) const
    {
        for (auto *candidate : dialog.findChildren<QPushButton *>()) {
            if (candidate->text() == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }

    void type(const QString &text)
    {
        edit.clear();
        typeInto(edit, text);
        QTest::qWait(250); // the check waits for a pause
    }
};

/** The dialog that a button of the window opened. */
FormulaDialog *openedBy(QWidget &window, const char *buttonName)
{
    QTest::mouseClick(window.findChild<QPushButton *>(buttonName), Qt::LeftButton);
    auto *dialog = window.window()->findChild<FormulaDialog *>();
    if (dialog)
        (void)QTest::qWaitForWindowExposed(dialog);
    return dialog;
}

/** Types into the dialog and accepts it with the Return key. */
void fill(FormulaDialog &dialog, const QString &formula, const QString &name)
{
    auto *field = dialog.findChild<QLineEdit *>("formulaField");
    field->selectAll();
    typeInto(*field, formula);
    auto *nameField = dialog.findChild<QLineEdit *>("formulaName");
    nameField->selectAll();
    typeInto(*nameField, name);
    QTest::keyClick(nameField, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void forgetAll()
{
    for (const Activation *activation : customActivations())
        removeCustomActivation(*activation);
}

QStringList listedNames(const ActivationList &list)
{
    QStringList names;
    const QAbstractItemModel *model = list.view()->model();
    for (int family = 0; family < model->rowCount(); ++family) {
        const QModelIndex parent = model->index(family, 0);
        for (int row = 0; row < model->rowCount(parent); ++row)
            names.append(parent.data().toString() + "/" + model->index(row, 0, parent).data().toString());
    }
    return names;
}

BackendCatalog catalog()
{
    BackendCatalog result;
    result.choices.push_back({"eigen", "Eigen, double", "Reference", [] { return makeEigenBackend(); }});
    return result;
}

} // namespace

class TestFormulaDialog : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { forgetAll(); }
    void rightFormulaIsDrawnDifferentiatedAndChecked();
    void errorIsMarkedUnderItsCharacter();
    void markFollowsTheTextThatScrolls();
    void onlyParametersOfTheFormulaAreAsked();
    void defaultsThatGiveNoValueAreRefused();
    void everyKeyIsAnsweredWithinAFrame();
    void everythingHasANameAndIsReachedByKeys();
    void newFunctionIsListedShownAndDrawn();
    void newFunctionIsInTheMenusOfTraining();
    void editedFunctionTakesThePlaceOfTheOldOne();
    void removedFunctionIsGoneButStillWorks();
    void customActivationsSurviveARestart();
};

void TestFormulaDialog::rightFormulaIsDrawnDifferentiatedAndChecked()
{
    Dialog d;
    QVERIFY(!d.add.isEnabled());
    d.type("x*sigmoid(b*x)");
    QVERIFY(d.add.isEnabled());
    QVERIFY(!d.field.markX());
    QCOMPARE(d.derivative.text(), QStringLiteral("f′(x) = sigmoid(b·x) + b·x·sigmoid′(b·x)"));
    QVERIFY2(d.check.text().startsWith("✓"), qPrintable(d.check.text()));
    const ActivationSpec spec = parseActivationSpec("silu");
    for (const int graph : {0, 1}) {
        QVERIFY(d.preview.graph(graph)->data()->size() > 200);
        for (const QCPGraphData &point : *d.preview.graph(graph)->data())
            QVERIFY(std::abs(point.value - (graph == 0 ? spec.value(point.key) : spec.derivative(point.key))) < 1e-12);
    }
}

void TestFormulaDialog::errorIsMarkedUnderItsCharacter()
{
    Dialog d;
    d.type("x*tahn(x)");
    QVERIFY(!d.add.isEnabled());
    QVERIFY(d.message.text().contains("did you mean 'tanh'"));
    QCOMPARE(d.edit.accessibleDescription(), d.message.text());
    QVERIFY(d.derivative.text().isEmpty());
    QVERIFY(d.preview.graph(0)->data()->isEmpty());
    const QFontMetricsF metrics(d.edit.font());
    const auto from = [&](int characters) { return metrics.horizontalAdvance(d.edit.text().left(characters)); };
    QVERIFY(d.field.markX());
    const int atT = *d.field.markX();
    d.type("y*tanh(x)");
    const int atY = *d.field.markX();
    const double wanted = from(2) + metrics.horizontalAdvance('t') / 2 - metrics.horizontalAdvance('y') / 2;
    QVERIFY2(std::abs(atT - atY - wanted) <= 2, qPrintable(QStringLiteral("%1 and %2").arg(atT).arg(atY)));
    // Characters beyond one unit of UTF-16 count as one.
    d.edit.setText(QStringLiteral("x*\U0001D6FC+y"));
    QTest::qWait(250);
    QVERIFY(d.message.text().contains(QStringLiteral("'\U0001D6FC'")));
    QVERIFY(d.field.markX());
    d.edit.clear();
    QTest::qWait(250);
    QVERIFY(!d.field.markX()); // nothing typed is no error
}

void TestFormulaDialog::markFollowsTheTextThatScrolls()
{
    Dialog d;
    d.type("yy" + QString("+sin(x)").repeated(40));
    QVERIFY(!d.field.markX()); // scrolled out of sight
    d.edit.home(false);
    QTRY_VERIFY_WITH_TIMEOUT(d.field.markX(), test::patience);
    QVERIFY(*d.field.markX() < 60);
}

void TestFormulaDialog::onlyParametersOfTheFormulaAreAsked()
{
    Dialog d;
    const auto *a = d.dialog.findChild<QDoubleSpinBox *>("default_a");
    auto *b = d.dialog.findChild<QDoubleSpinBox *>("default_b");
    QVERIFY(!a->isVisible() && !b->isVisible());
    d.type("b*x");
    QVERIFY(!a->isVisible() && b->isVisible());
    b->setFocus();
    b->selectAll();
    QTest::keyClicks(b, "2,5"); // both decimal signs are taken here
    QTest::keyClick(b, Qt::Key_Tab);
    QCOMPARE(d.dialog.properties().defaults, std::vector<double>{2.5});
    QTest::qWait(250);
    QCOMPARE(d.preview.graph(0)->data()->constBegin()->value, -12.5);
    d.type("tanh(x)");
    QVERIFY(!b->isVisible());
    QVERIFY(d.dialog.properties().defaults.empty());
}

void TestFormulaDialog::defaultsThatGiveNoValueAreRefused()
{
    Dialog d;
    auto *a = d.dialog.findChild<QDoubleSpinBox *>("default_a");
    d.type("x/a");
    QVERIFY(d.add.isEnabled());
    a->setValue(0);
    QTest::qWait(250);
    QVERIFY(!d.add.isEnabled());
    QVERIFY2(d.message.text().contains("no finite value"), qPrintable(d.message.text()));
    QVERIFY(a->isVisible());
    d.dialog.accept();
    QVERIFY(d.dialog.isVisible());
    // The other way round: only the default makes it a function.
    a->setValue(1);
    d.type("sqrt(-a)*x");
    QVERIFY(!d.add.isEnabled());
    a->setValue(-4);
    QTest::qWait(250);
    QVERIFY(d.add.isEnabled());
    QCOMPARE(d.preview.graph(0)->data()->constBegin()->value, -10.0);
}

void TestFormulaDialog::everyKeyIsAnsweredWithinAFrame()
{
    Dialog d;
    OwnTime time;
    for (const QString &text : {QString("max(").repeated(200), QString("exp(sin(").repeated(30) + "x" + QString("))").repeated(30),
                                QString("(").repeated(20000)}) {
        d.edit.setText(text);
        time.restart();
        QTest::keyClick(&d.edit, 'x');
        QTRY_VERIFY_WITH_TIMEOUT(d.message.text().size() > 0, test::patience);
        const double elapsed = time.elapsed();
        QVERIFY2(elapsed < 400, qPrintable(QString::number(elapsed))); // includes waiting for the pause
    }
}

void TestFormulaDialog::everythingHasANameAndIsReachedByKeys()
{
    Dialog d;
    d.type("a*x + b");
    QSet<QWidget *> reached;
    for (int i = 0; i < 20; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (QWidget *widget : d.dialog.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QPushButton *>(widget) || widget == &d.edit || qobject_cast<QDoubleSpinBox *>(widget)
                               || widget->objectName() == "formulaName";
        if (!isControl || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<QPushButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(widget->objectName()));
        QVERIFY2(reached.contains(widget), qPrintable(widget->objectName() + widget->accessibleName()));
    }
}

void TestFormulaDialog::newFunctionIsListedShownAndDrawn()
{
    Window w;
    FormulaDialog *dialog = openedBy(w.workspace, "newActivation");
    QVERIFY(dialog);
    fill(*dialog, "max(a*x, x) + 0.25", "Lifted");
    const Activation *made = findActivation("formula:max(a*x,x)+0.25");
    QVERIFY(made);
    QCOMPARE(made->name, std::string("Lifted"));
    QVERIFY(listedNames(*w.workspace.list()).contains("Custom/Lifted"));
    QVERIFY(w.state().isShown(*made));
    QCOMPARE(&w.state().focus(), made);
    w.state().setParameter(*made, 0, 0.5);
    w.plot().replot();
    QVERIFY(drawsTheTruth(w.plot(), *made, {0.5}));
}

void TestFormulaDialog::newFunctionIsInTheMenusOfTraining()
{
    const Activation *chosen = nullptr;
    QWidget parent;
    QMenu *menu = makeActivationMenu(&parent, [&](const Activation &activation) { chosen = &activation; });
    const auto yours = [&] {
        emit menu->aboutToShow();
        for (QAction *action : menu->actions())
            if (action->text() == "Custom")
                return action;
        return static_cast<QAction *>(nullptr);
    };
    QVERIFY(yours() && !yours()->isVisible());
    const Activation *made = addCustomActivation("tanh(x)*x", {.name = "Tanx & co", .defaults = {}});
    QVERIFY(yours()->isVisible());
    QCOMPARE(yours()->menu()->actions().size(), 1);
    yours()->menu()->actions().front()->trigger();
    QCOMPARE(chosen, made);
}

void TestFormulaDialog::editedFunctionTakesThePlaceOfTheOldOne()
{
    Window w;
    fill(*openedBy(w.workspace, "newActivation"), "x*a", "Before");
    const Activation *before = &w.state().focus();
    QVERIFY(w.workspace.findChild<QPushButton *>("editActivation")->isVisible());
    FormulaDialog *dialog = openedBy(w.workspace, "editActivation");
    QCOMPARE(dialog->formula(), QStringLiteral("x*a"));
    fill(*dialog, "x*a + 1", "After");
    QCOMPARE(w.state().focus().name, std::string("After"));
    QVERIFY(w.state().isShown(w.state().focus()));
    QVERIFY(!w.state().isShown(*before));
    const QStringList names = listedNames(*w.workspace.list());
    QVERIFY(names.contains("Custom/After") && !names.contains("Custom/Before"));
    QCOMPARE(before->value(2, std::vector<double>{3.0}), 6.0); // a run may still hold it
}

void TestFormulaDialog::removedFunctionIsGoneButStillWorks()
{
    Window w;
    fill(*openedBy(w.workspace, "newActivation"), "x*x*a", "Gone");
    const Activation *gone = &w.state().focus();
    QTest::mouseClick(w.workspace.findChild<QPushButton *>("removeActivation"), Qt::LeftButton);
    auto *question = w.workspace.window()->findChild<QMessageBox *>();
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons())
        if (button->text() == "Remove")
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!listedNames(*w.workspace.list()).contains("Custom/Gone"));
    QVERIFY(!w.state().isShown(*gone));
    QVERIFY(&w.state().focus() != gone);
    QVERIFY(!w.workspace.findChild<QPushButton *>("removeActivation")->isVisible());
    QCOMPARE(parseActivationSpec("formula:x*x*a,a=2").value(3), 18.0);
}

void TestFormulaDialog::customActivationsSurviveARestart()
{
    const QTemporaryDir folder;
    const auto settings = [&] { return std::make_unique<QSettings>(folder.filePath("settings.ini"), QSettings::IniFormat); };
    {
        MainWindow window(catalog(), settings());
        window.show();
        FormulaDialog *dialog = openedBy(window, "newActivation");
        auto *field = dialog->findChild<QLineEdit *>("formulaField");
        typeInto(*field, "x < 0 ? a*x, b : x"); // wrong at first
        QTest::qWait(250);
        auto *value = dialog->findChild<QDoubleSpinBox *>("default_a");
        field->clear();
        typeInto(*field, QStringLiteral("x < 0 ? \u03b1*x : x"));
        QTest::qWait(250);
        value->setValue(0.125);
        fill(*dialog, field->text(), "Wörter, “gequotet”; 100 %");
        window.close();
    }
    forgetAll();
    MainWindow window(catalog(), settings());
    auto *functions = window.findChild<FunctionsWorkspace *>();
    QVERIFY(listedNames(*functions->list()).contains(QStringLiteral("Custom/Wörter, “gequotet”; 100 %")));
    const Activation &made = functions->state().focus();
    QCOMPARE(made.id, std::string("formula:x<0?a*x:x"));
    QCOMPARE(made.defaultParameters(), std::vector<double>{0.125});
    QVERIFY(functions->state().isShown(made));
}

QTEST_MAIN(TestFormulaDialog)
#include "tst_formula_dialog.moc"
