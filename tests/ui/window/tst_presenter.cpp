// Presenter mode: F5 leaves the plots, one sentence and a large play key, in the sizes of the screen; Esc goes back to what was.
#include "tests/ui/training/training_fixture.h"

#include "ui/base/scale.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/main_window.h"
#include "ui/window/presenter_bar.h"
#include "ui/window/workspace_rail.h"

#include <QComboBox>
#include <QMenuBar>
#include <QStatusBar>
#include <QTemporaryDir>

#include <memory>

using namespace actiscope;
using namespace actiscope::test;

class TestPresenter : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void f5LeavesThePlotsAndEscBringsEverythingBack_data();
    void f5LeavesThePlotsAndEscBringsEverythingBack();
    void sizesAreThoseOfTheScreen_data();
    void sizesAreThoseOfTheScreen();
    void theKeyTrainsAndPauses();
    void theKeyMovesTheParameter();
    void theSentenceSaysWhatIsSeen();
    void hiddenPanelsStayHidden();
    void theTextSizeOfTheUserComesBack();
    void textOfTheBarIsAsLargeAsTheUserWants();
    void whatIsChosenInARowIsAsLargeAsItsOtherText();

private:
    void press(Qt::Key key) { QTest::sendKeyEvent(QTest::Click, m_window->windowHandle(), key, QString(), Qt::NoModifier); }
    PresenterBar &bar() { return *m_window->findChild<PresenterBar *>(); }
    TrainingWorkspace &training() { return *m_window->page<TrainingWorkspace>(); }
    /** What is to be seen of the frame. */
    QList<bool> frame()
    {
        const auto &functions = *m_window->page<FunctionsWorkspace>();
        QList<bool> seen;
        for (const QWidget *widget : std::initializer_list<const QWidget *>{
                 m_window->findChild<WorkspaceRail *>(), m_window->menuBar(), functions.list(), functions.notes(),
                 training().experimentPanel(), training().controls()})
            seen << widget->isVisible();
        return seen;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestPresenter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(
        eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 1'000'000;
    training().setExperiment(experiment);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestPresenter::cleanup()
{
    m_window.reset();
    applyTextScale(*qApp, 1);
}

void TestPresenter::f5LeavesThePlotsAndEscBringsEverythingBack_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::newRow("functions") << QStringLiteral("functions");
    QTest::newRow("training") << QStringLiteral("training");
}

void TestPresenter::f5LeavesThePlotsAndEscBringsEverythingBack()
{
    QFETCH(QString, workspace);
    m_window->setWorkspace(workspace);
    QTRY_VERIFY_WITH_TIMEOUT(workspace == QStringLiteral("functions") || training().snapshot(), patience); // else there is nothing to play
    const QList<bool> before = frame();
    QVERIFY(!bar().isVisible());
    press(Qt::Key_F5);
    QTest::qWait(50);
    QVERIFY(m_window->isPresenting());
    QVERIFY(m_window->isFullScreen());
    QCOMPARE(frame(), QList<bool>(before.size(), false));
    QVERIFY(bar().isVisible());
    QVERIFY(bar().key()->hasFocus());
    QVERIFY(m_window->currentWorkspace()->isVisible());
    press(Qt::Key_F10); // the menu is there all the same
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), patience);
    while (QApplication::activePopupWidget())
        QApplication::activePopupWidget()->close();
    QVERIFY(m_window->isPresenting());
    press(Qt::Key_Escape);
    QTest::qWait(50);
    QVERIFY(!m_window->isPresenting());
    QVERIFY(!m_window->isFullScreen());
    QCOMPARE(frame(), before);
    QVERIFY(!bar().isVisible());

    m_window->actionRegistry().find(QStringLiteral("view.full-screen"))->trigger(); // and from full screen it goes back there
    press(Qt::Key_F5);
    press(Qt::Key_Escape);
    QTest::qWait(50);
    QVERIFY(m_window->isFullScreen() && !m_window->isPresenting());
}

void TestPresenter::sizesAreThoseOfTheScreen_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("share");
    QTest::newRow("1920 x 1080") << QSize(1920, 1080) << 1.0;
    QTest::newRow("1280 x 720") << QSize(1280, 720) << 2.0 / 3;
}

/** The figures of the mock-up: titles 40 px, sentence 28, key 104, curves 3. */
void TestPresenter::sizesAreThoseOfTheScreen()
{
    QFETCH(QSize, size);
    QFETCH(double, share);
    m_window->setPresenting(true);
    m_window->resize(size);
    QTest::qWait(80);
    const auto isNear = [share](double found, double wanted) { return std::abs(found - share * wanted) <= 0.06 * share * wanted + 0.5; };
    const auto verify = [&](double found, double wanted) {
        QVERIFY2(isNear(found, wanted), qPrintable(QStringLiteral("%1 for %2").arg(found).arg(share * wanted)));
    };
    verify(bar().key()->width(), 104);
    verify(QFontInfo(bar().sentence()->font()).pixelSize(), 28);
    FunctionPlot &plot = *m_window->page<FunctionsWorkspace>()->plot();
    plot.updateNow();
    const auto &shown = m_window->page<FunctionsWorkspace>()->state().shown();
    verify(plot.valueGraph(*shown.front())->pen().widthF(), 3);
    const double points = 20 * 11.0 / 12 * 72 / 96 * 96 / 72; // 20 pixels where 12 are usual, of which 11 pt are 14.7
    QVERIFY2(QApplication::font().pointSizeF() >= share * points * 0.94, qPrintable(QString::number(QApplication::font().pointSizeF())));
}

void TestPresenter::theKeyTrainsAndPauses()
{
    m_window->setWorkspace(QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot() && training().snapshot()->state == RunState::Ready, patience);
    press(Qt::Key_F5);
    QCOMPARE(bar().key()->accessibleName(), QStringLiteral("Train"));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->epoch > 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(bar().key()->accessibleName(), QStringLiteral("Pause"), patience);
    QTest::mouseClick(bar().key(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(training().snapshot()->state, RunState::Paused, patience);
    QTRY_COMPARE_WITH_TIMEOUT(bar().key()->accessibleName(), QStringLiteral("Train"), patience);
    QVERIFY(bar().timeline()->isVisible());
    QCOMPARE(bar().timeline()->value(), int(training().snapshot()->epoch));
}

void TestPresenter::theKeyMovesTheParameter()
{
    const FunctionsState &state = m_window->page<FunctionsWorkspace>()->state();
    const double before = state.parameters(state.focus())[0];
    press(Qt::Key_F5);
    QVERIFY(!bar().timeline()->isVisible());
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(state.parameters(state.focus())[0] != before, patience);
    press(Qt::Key_Space);
    const double stopped = state.parameters(state.focus())[0];
    QTest::qWait(100);
    QCOMPARE(state.parameters(state.focus())[0], stopped);
}

void TestPresenter::theSentenceSaysWhatIsSeen()
{
    press(Qt::Key_F5);
    QVERIFY2(bar().sentence()->text().startsWith(QStringLiteral("Leaky ReLU (α\u00a00.1)")), qPrintable(bar().sentence()->text()));
    m_window->setWorkspace(QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(bar().sentence()->text().startsWith(QStringLiteral("Press Space")), patience);
    training().controller().step();
    QTRY_VERIFY_WITH_TIMEOUT(bar().sentence()->text().contains(QStringLiteral("poch 1")), patience);
}

void TestPresenter::hiddenPanelsStayHidden()
{
    m_window->setLeftPanelVisible(false);
    press(Qt::Key_F5);
    press(Qt::Key_F9); // for later: nothing of it comes into the picture
    QVERIFY(!m_window->page<FunctionsWorkspace>()->list()->isVisible());
    press(Qt::Key_F9);
    press(Qt::Key_Escape);
    QVERIFY(!m_window->page<FunctionsWorkspace>()->list()->isVisible());
    QVERIFY(m_window->page<FunctionsWorkspace>()->notes()->isVisible());
}

void TestPresenter::theTextSizeOfTheUserComesBack()
{
    m_window->setTextScale(1.2);
    const QFont before = QApplication::font();
    press(Qt::Key_F5);
    QTest::qWait(50);
    press(Qt::Key_Escape);
    QTest::qWait(50);
    QCOMPARE(QApplication::font(), before);
    QCOMPARE(m_window->textScale(), 1.2);
}

/** In a small window, too: 14 pixels stood beside 22. */
void TestPresenter::textOfTheBarIsAsLargeAsTheUserWants()
{
    m_window->setPresenting(true);
    m_window->resize(960, 600);
    const auto ofText = [&](double scale) {
        m_window->setTextScale(scale);
        QTest::qWait(80);
        return double(QFontInfo(bar().sentence()->font()).pixelSize()) / QFontInfo(QApplication::font()).pixelSize();
    };
    const double usual = ofText(1), large = ofText(1.5);
    QVERIFY2(usual > 1 && std::abs(large - usual) < 0.1 * usual, qPrintable(QStringLiteral("%1, then %2").arg(usual).arg(large)));
}

/** It kept the size of the window's text, or for good that of the plots for the class. */
void TestPresenter::whatIsChosenInARowIsAsLargeAsItsOtherText()
{
    m_window->resize(1280, 800);
    m_window->setWorkspace(QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot(), patience);
    const auto size = [this]() -> double {
        for (const QComboBox *each : training().findChildren<QComboBox *>()) {
            if (each->accessibleName() == QStringLiteral("What is shown by layer"))
                return each->font().pointSizeF() / QApplication::font().pointSizeF();
        }
        return 0;
    };
    const double before = size();
    QVERIFY(before > 0.5 && before < 1);
    m_window->setPresenting(true);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(size() - before) < 0.03, patience);
    m_window->setPresenting(false);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(size() - before) < 0.03, patience);
    m_window->setTextScale(1.5);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(size() - before) < 0.03, patience);
}

QTEST_MAIN(TestPresenter)
#include "tst_presenter.moc"
