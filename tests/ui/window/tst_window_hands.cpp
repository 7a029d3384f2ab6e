// The keys of the window as hands expect them, and focus that can be seen.
#include "tests/ui/training/training_fixture.h"

#include "ui/base/number_spin_box.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/setting_fields.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace_rail.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The share of pixels that differ clearly between two pictures of a widget. */
double changedShare(const QImage &a, const QImage &b)
{
    int changed = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            changed += contrastRatio(a.pixelColor(x, y), b.pixelColor(x, y)) >= 3 ? 1 : 0;
    }
    return double(changed) / (a.width() * a.height());
}

} // namespace

class TestWindowHands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void f9HidesTheLeftPanelAndF10OpensTheMenu();
    void spaceTypesABlankBetweenNumbersAndTrainsAfterThem();
    void spaceTrainsFromANumberFieldWithWhatWasTyped();
    void aFocusedButtonAnswersSpace();
    void ctrlZTakesBackWhatIsTypedAndThenTheChange();
    void enterTakesTheValueAndGivesTheFocusBack();
    void focusCanBeSeen_data();
    void focusCanBeSeen();

private:
    TrainingWorkspace &training() { return *m_window->page<TrainingWorkspace>(); }
    bool isRunning() { return training().snapshot() && training().snapshot()->state == RunState::Running; }
    template <class Field>
    Field *field(const QString &name)
    {
        for (Field *candidate : training().findChildren<Field *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
    /** As a hand does: to whatever has the focus. */
    void press(Qt::Key key) { QTest::keyClick(m_window->windowHandle(), key); }

    std::unique_ptr<QTemporaryDir> m_folder;
    BackendCatalog m_catalog = eigenCatalog();
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowHands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(
        m_catalog, std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 1'000'000;
    training().setExperiment(experiment);
    training().experimentPanel()->group(SettingGroup::Network)->moreButton()->setChecked(true); // with the field for numbers in a row
    m_window->setWorkspace(QStringLiteral("training"));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot() && training().snapshot()->state == RunState::Ready, patience);
}

void TestWindowHands::f9HidesTheLeftPanelAndF10OpensTheMenu()
{
    m_window->setWorkspace(QStringLiteral("functions"));
    press(Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), patience);
    QCOMPARE(QApplication::activePopupWidget(), m_window->menuBar()->actions().constFirst()->menu());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activePopupWidget(), patience);
    QVERIFY(m_window->page<FunctionsWorkspace>()->notes()->isVisible());
    press(Qt::Key_F9);
    QVERIFY(!m_window->page<FunctionsWorkspace>()->list()->isVisible());

    m_window->menuBar()->hide(); // as in full screen
    press(Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), patience);
    QCOMPARE(QApplication::activePopupWidget(), m_window->menuBar()->actions().constFirst()->menu());
    while (QApplication::activePopupWidget())
        QApplication::activePopupWidget()->close();
}

void TestWindowHands::spaceTypesABlankBetweenNumbersAndTrainsAfterThem()
{
    auto *hidden = field<QLineEdit>(QStringLiteral("Hidden layers"));
    QVERIFY(hidden);
    hidden->setFocus();
    hidden->clear();
    for (const Qt::Key key : {Qt::Key_5, Qt::Key_Comma, Qt::Key_Space, Qt::Key_3})
        QTest::keyClick(m_window->windowHandle(), key);
    QCOMPARE(hidden->text(), QStringLiteral("5, 3"));
    QTest::qWait(100);
    QVERIFY(!isRunning());
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Space); // after a number it is no blank
    QCOMPARE(hidden->text(), QStringLiteral("5, 3"));
    QCOMPARE(training().experiment().hidden, (std::vector<int>{5, 3}));
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    QVERIFY(!hidden->hasFocus());
}

void TestWindowHands::spaceTrainsFromANumberFieldWithWhatWasTyped()
{
    auto *noise = field<NumberSpinBox>(QStringLiteral("Noise"));
    QVERIFY(noise);
    noise->setFocus();
    noise->selectAll();
    for (const Qt::Key key : {Qt::Key_0, Qt::Key_Comma, Qt::Key_3, Qt::Key_Space})
        press(key);
    QCOMPARE(generated(training().experiment().data).noise, 0.3);
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    QVERIFY(!noise->hasFocus());
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), patience);
}

void TestWindowHands::aFocusedButtonAnswersSpace()
{
    RunControls &controls = *training().controls();
    controls.playButton()->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), patience);

    training().controller().step();
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->epoch > 0, patience);
    training().timeline()->plot()->setFocus();
    press(Qt::Key_Space); // not its own
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), patience);
    auto *group = training().findChild<SettingFields *>();
    group->findChild<QPushButton *>()->setFocus();
    press(Qt::Key_Space);
    QVERIFY(!group->isOpen());
    QAbstractButton *functions = m_window->findChild<WorkspaceRail *>()->button(0);
    functions->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(m_window->workspace(), QStringLiteral("functions"));
    QVERIFY(!isRunning());
}

void TestWindowHands::ctrlZTakesBackWhatIsTypedAndThenTheChange()
{
    const auto pressControl = [this](Qt::Key key) { QTest::keyClick(m_window->windowHandle(), key, Qt::ControlModifier); };
    const Experiment before = training().experiment();
    auto *noise = field<NumberSpinBox>(QStringLiteral("Noise"));
    noise->setFocus();
    press(Qt::Key_Up);
    const Experiment changed = training().experiment();
    QVERIFY(changed != before);
    noise->selectAll();
    press(Qt::Key_9);
    QCOMPARE(training().experiment(), changed); // not taken yet
    pressControl(Qt::Key_Z);                    // the field's own
    QCOMPARE(training().experiment(), changed);
    QCOMPARE(noise->value(), generated(changed.data).noise);
    pressControl(Qt::Key_Z);
    QCOMPARE(training().experiment(), before);
    QCOMPARE(noise->value(), generated(before.data).noise);
    QVERIFY(noise->hasFocus());
    pressControl(Qt::Key_Y);
    QCOMPARE(training().experiment(), changed);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(training().experiment(), changed);
}

void TestWindowHands::enterTakesTheValueAndGivesTheFocusBack()
{
    auto *samples = field<NumberSpinBox>(QStringLiteral("Samples"));
    samples->setFocus();
    samples->selectAll();
    for (const Qt::Key key : {Qt::Key_8, Qt::Key_0, Qt::Key_Return})
        press(key);
    QCOMPARE(generated(training().experiment().data).samples, 80);
    QVERIFY(training().hasFocus());
    auto *hidden = field<QLineEdit>(QStringLiteral("Hidden layers"));
    hidden->setFocus();
    hidden->clear();
    for (const Qt::Key key : {Qt::Key_X, Qt::Key_Return})
        press(key);
    QVERIFY(hidden->hasFocus()); // there is something to put right
    hidden->clear();
    for (const Qt::Key key : {Qt::Key_7, Qt::Key_Return})
        press(key);
    QCOMPARE(training().experiment().hidden, std::vector<int>{7});
    QVERIFY(training().hasFocus());
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), patience);
}

void TestWindowHands::focusCanBeSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/** By pixels that change by 3:1 or more, as a frame around it has them. */
void TestWindowHands::focusCanBeSeen()
{
    QFETCH(bool, dark);
    m_window->setColorScheme(dark ? ColorScheme::Dark : ColorScheme::Light);
    const auto verify = [this](QWidget *widget) {
        m_window->centralWidget()->setFocus();
        training().setFocus();
        QTest::qWait(30);
        const QImage without = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        QTest::qWait(30);
        const QImage with = widget->grab().toImage();
        const double frame = double(widget->width() + widget->height()) / (widget->width() * widget->height()); // of half a pixel, that is
        QVERIFY2(changedShare(without, with) >= frame,
                 qPrintable(widget->accessibleName() + QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
    };
    for (QToolButton *button : training().controls()->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->isEnabled()) // there is nothing to undo yet
            verify(button);
    }
    for (QToolButton *button : training().experimentPanel()->findChildren<QToolButton *>()) {
        if (button->isVisible() && button->focusPolicy() & Qt::TabFocus)
            verify(button);
    }
    verify(training().timeline()->plot());
    verify(training().timeline()->chartButton());
    m_window->setWorkspace(QStringLiteral("functions"));
    verify(m_window->page<FunctionsWorkspace>()->plot());
}

QTEST_MAIN(TestWindowHands)
#include "tst_window_hands.moc"
