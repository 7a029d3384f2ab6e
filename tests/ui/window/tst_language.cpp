// The language is changed while the program goes on: the run, what was done and how it is looked at stay, and everything that is written is in the other one.
#include "tests/ui/training/training_fixture.h"

#include "ui/base/language.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/seeds_mode.h"
#include "ui/training/step/step_page.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/main_window.h"
#include "ui/window/services.h"

#include <QMenuBar>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace actiscope;
using namespace actiscope::test;

namespace {

bool hasKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

/** The titles of the menus. */
QString menus(const MainWindow &window)
{
    QStringList titles;
    for (const QAction *action : window.menuBar()->actions())
        titles << action->text();
    return titles.join(QLatin1Char(' '));
}

Experiment longExperiment()
{
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = 100'000;
    return experiment;
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMenuOffersEachByItsOwnName();
    void aRunGoesOnInAnotherLanguage();
    void whatWasDoneCanStillBeTakenBack();
    void manySeedsGoOn();
    void theViewStays();
    void theChoiceIsKept();
    void aWordThatIsNoLanguageIsTheSystems();
    void manyChangesInARow();

private:
    std::unique_ptr<MainWindow> makeWindow(const Experiment &experiment = longExperiment())
    {
        auto window = std::make_unique<MainWindow>(
            eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->setWorkspace(QStringLiteral("training"));
        window->page<TrainingWorkspace>()->setExperiment(experiment);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        return window;
    }

    /** As the menu does it. */
    static void choose(MainWindow &window, const QString &language)
    {
        for (QAction *action : window.actionRegistry().find(QStringLiteral("view.language"))->menu()->actions()) {
            if (action->data().toString() == language)
                action->trigger();
        }
        QTRY_COMPARE(hasKorean(menus(window)), language == QLatin1String("ko"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLanguage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    useLanguage(QStringLiteral("en"));
}

void TestLanguage::cleanup()
{
    useLanguage(QStringLiteral("en"));
}

void TestLanguage::theMenuOffersEachByItsOwnName()
{
    const auto window = makeWindow();
    QStringList texts;
    for (const QAction *action : window->actionRegistry().find(QStringLiteral("view.language"))->menu()->actions())
        texts << action->text();
    QCOMPARE(texts, (QStringList{QStringLiteral("As the system"), QStringLiteral("English"), QStringLiteral("한국어")}));
}

void TestLanguage::aRunGoesOnInAnotherLanguage()
{
    const auto window = makeWindow();
    TrainingController &controller = window->services().training;
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Ready, patience);
    controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(controller.snapshot()->epoch >= 3, patience);
    const auto run = controller.snapshot()->run;
    const auto epoch = controller.snapshot()->epoch;
    choose(*window, QStringLiteral("ko"));
    QCOMPARE(controller.state(), RunState::Running);
    QCOMPARE(controller.snapshot()->run, run);
    QVERIFY(controller.snapshot()->epoch >= epoch);
    QTRY_VERIFY_WITH_TIMEOUT(controller.snapshot()->epoch > epoch, patience);
    QCOMPARE(controller.snapshot()->run, run);
    QCOMPARE(window->workspace(), QStringLiteral("training"));
    // And one that rests is shown as it was.
    controller.playOrPause();
    QTRY_COMPARE_WITH_TIMEOUT(controller.state(), RunState::Paused, patience);
    const auto resting = controller.snapshot()->epoch;
    choose(*window, QStringLiteral("en"));
    const auto *training = window->page<TrainingWorkspace>();
    QCOMPARE(training->snapshot()->epoch, resting);
    QVERIFY(training->evidence()->isVisible());
    QTRY_VERIFY2(training->timeline()->sentence(), "no sentence");
}

void TestLanguage::whatWasDoneCanStillBeTakenBack()
{
    const auto window = makeWindow();
    ExperimentDocument &document = window->services().document;
    Experiment other = document.experiment();
    other.hidden = {5};
    document.apply(other);
    choose(*window, QStringLiteral("ko"));
    QCOMPARE(document.experiment().hidden, std::vector{5});
    window->actionRegistry().find(QStringLiteral("edit.undo"))->trigger();
    QCOMPARE(document.experiment().hidden, longExperiment().hidden);
    window->actionRegistry().find(QStringLiteral("edit.redo"))->trigger();
    QCOMPARE(document.experiment().hidden, std::vector{5});
}

void TestLanguage::manySeedsGoOn()
{
    const auto window = makeWindow(smallExperiment());
    QTRY_VERIFY_WITH_TIMEOUT(window->services().training.state() == RunState::Ready, patience);
    window->page<TrainingWorkspace>()->seedsMode()->toggle();
    const auto progress = [&] { return window->page<TrainingWorkspace>()->seedsPage()->progress(); };
    QTRY_VERIFY_WITH_TIMEOUT(progress() && !progress()->seeds.runs.empty(), patience);
    const auto study = progress()->study;
    choose(*window, QStringLiteral("ko"));
    QVERIFY(window->page<TrainingWorkspace>()->seedsMode()->isShown());
    QVERIFY(window->page<TrainingWorkspace>()->seedsPage()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!progress()->isRunning, patience);
    QCOMPARE(progress()->study, study);
    choose(*window, QStringLiteral("en")); // and what is there is shown
    QVERIFY(window->page<TrainingWorkspace>()->seedsPage()->isVisible());
    QCOMPARE(progress()->study, study);
    QCOMPARE(progress()->seeds.runs.size(), std::size_t(SeedsMode::seeds));
}

void TestLanguage::theViewStays()
{
    const auto window = makeWindow();
    window->setTextScale(1.2);
    window->setColorScheme(ColorScheme::Dark);
    window->setLeftPanelVisible(false);
    window->page<TrainingWorkspace>()->evidence()->showRows({QStringLiteral("outputs")});
    FunctionsState &functions = window->page<FunctionsWorkspace>()->state();
    functions.setShown(*functions.available()[4], true);
    const std::vector<const Activation *> shown = functions.shown();
    window->setPresenting(true);
    choose(*window, QStringLiteral("ko"));
    QVERIFY(window->isPresenting());
    QVERIFY(!window->menuBar()->isVisible());
    window->setPresenting(false);
    QVERIFY(window->menuBar()->isVisible());
    QCOMPARE(window->textScale(), 1.2);
    QCOMPARE(window->colorScheme(), ColorScheme::Dark);
    QCOMPARE(window->page<TrainingWorkspace>()->evidence()->shownRows(), QStringList{QStringLiteral("outputs")});
    QCOMPARE(window->page<FunctionsWorkspace>()->state().shown(), shown);
    QVERIFY(!window->actionRegistry().find(QStringLiteral("view.left-panel"))->isChecked());
    QCOMPARE(window->services().document.experiment(), longExperiment());
}

void TestLanguage::theChoiceIsKept()
{
    auto window = makeWindow();
    choose(*window, QStringLiteral("ko"));
    window->close();
    window.reset();
    useLanguage(QStringLiteral("en"));
    window = makeWindow();
    QCOMPARE(window->language(), QStringLiteral("ko"));
    QVERIFY(hasKorean(menus(*window)));
}

void TestLanguage::aWordThatIsNoLanguageIsTheSystems()
{
    {
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/language"), QStringLiteral("tlh"));
    }
    const auto window = makeWindow();
    QVERIFY(!menus(*window).isEmpty());
    window->setLanguage(QStringLiteral("../ko"));
    QCOMPARE(window->language(), QStringLiteral("system"));
}

void TestLanguage::manyChangesInARow()
{
    const auto window = makeWindow();
    TrainingController &controller = window->services().training;
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Ready, patience);
    controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(controller.snapshot()->epoch >= 1, patience);
    const auto run = controller.snapshot()->run;
    for (int i = 0; i < 6; ++i) {
        choose(*window, i % 2 == 0 ? QStringLiteral("ko") : QStringLiteral("en"));
        window->setWorkspace(i % 3 == 0 ? QStringLiteral("functions") : QStringLiteral("training"));
    }
    window->setLanguage(QStringLiteral("ko"));
    window->setLanguage(QStringLiteral("en")); // before anything was made anew
    QTRY_VERIFY(!hasKorean(menus(*window)));
    QCOMPARE(controller.snapshot()->run, run);
    QCOMPARE(controller.state(), RunState::Running);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
