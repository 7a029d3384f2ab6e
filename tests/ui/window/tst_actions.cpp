// The actions of the window: one list, from which menus, keys, the keys page and the palette are made.
#include "tests/ui/training/training_fixture.h"

#include "core/io/ready_experiments.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/settings/model_list.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/command_palette.h"
#include "ui/window/main_window.h"
#include "ui/window/session_files.h"
#include "ui/window/window_texts.h"
#include "ui/window/workspace.h"
#include "ui/window/workspaces.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

#include <set>

using namespace actiscope;
using namespace actiscope::test;

class TestActions : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void everyActionHasANameOfItsOwnAndASentence();
    void noKeyIsTakenTwice();
    void everyActionIsInAMenuInThePaletteAndOnTheKeysPage();
    void everyKeyDoesItsAction_data();
    void everyKeyDoesItsAction();
    void keysOfAHiddenWorkspaceDoNothing();
    void thePaletteFindsByAFewLettersAndDoesIt();
    void thePaletteOpensExperimentsFilesAndDevices();
    void thePaletteMakesUnitsDie();
    void everyReadyExperimentIsOfferedWithItsSentence();
    void buttonsSayWhatTheirActionsSay();

private:
    ActionRegistry &registry() { return m_window->actionRegistry(); }
    void press(const QKeySequence &keys)
    {
        const QKeyCombination combination = keys[0];
        QTest::sendKeyEvent(QTest::Click, m_window->windowHandle(), combination.key(), QString(), combination.keyboardModifiers());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestActions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window =
        std::make_unique<MainWindow>(eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath("settings.ini"), QSettings::IniFormat));
    m_window->page<TrainingWorkspace>()->setExperiment(smallExperiment());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestActions::everyActionHasANameOfItsOwnAndASentence()
{
    std::set<QString> names;
    std::set<QString> texts;
    for (const ActionRegistry::Group &group : registry().groups()) {
        QVERIFY(!group.group.title.isEmpty());
        for (const QAction *action : group.group.actions) {
            QVERIFY2(names.insert(action->objectName()).second && action->objectName().contains(QLatin1Char('.')),
                     qPrintable(action->objectName()));
            QVERIFY2(texts.insert(group.group.title + action->text()).second, qPrintable(action->text()));
            QVERIFY2(!actionWords(*action).isEmpty() && !action->toolTip().isEmpty(), qPrintable(action->objectName()));
            QCOMPARE(registry().find(action->objectName()), action);
        }
    }
    QVERIFY(names.contains("training.step") && names.contains("functions.search") && names.contains("help.palette"));
}

void TestActions::noKeyIsTakenTwice()
{
    for (int workspace = 0; workspace < int(workspaces().size()); ++workspace) {
        std::set<QKeySequence> keys;
        for (const ActionRegistry::Group &group : registry().groups()) {
            if (group.workspace != ActionRegistry::everywhere && group.workspace != workspace)
                continue;
            for (const QAction *action : group.group.actions) {
                for (const QKeySequence &key : action->shortcuts())
                    QVERIFY2(keys.insert(key).second, qPrintable(action->objectName() + key.toString()));
            }
        }
        QVERIFY(keys.size() > 8);
    }
}

void TestActions::everyActionIsInAMenuInThePaletteAndOnTheKeysPage()
{
    const CommandPalette palette(registry());
    QCOMPARE(palette.found().first(registry().all().size()), registry().all());
    const QString page = keysText(registry().groups(), 2);
    QList<QAction *> inMenus;
    for (const QAction *menu : m_window->menuBar()->actions())
        inMenus += menu->menu()->actions();
    for (QAction *action : registry().all()) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
        const QString row =
            QStringLiteral("%1</td><td>%2</td>").arg(actionKeys(*action).toHtmlEscaped(), actionWords(*action).toHtmlEscaped());
        QVERIFY2(page.contains(row) != action->shortcuts().isEmpty(), qPrintable(action->objectName()));
    }
}

void TestActions::everyKeyDoesItsAction_data()
{
    QTest::addColumn<int>("workspace");
    for (std::size_t i = 0; i < workspaces().size(); ++i)
        QTest::newRow(workspaces()[i].id) << int(i);
}

/** Without what it does, so that the window stays as it is. */
void TestActions::everyKeyDoesItsAction()
{
    QFETCH(int, workspace);
    m_window->setWorkspace(QLatin1String(workspaces()[std::size_t(workspace)].id));
    m_window->currentWorkspace()->setFocusProxy(nullptr);
    m_window->currentWorkspace()->setFocus();
    for (QAction *action : registry().all()) {
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        disconnect(action, &QAction::toggled, nullptr, nullptr);
        action->setEnabled(true);
    }
    int typed = 0;
    for (const ActionRegistry::Group &group : registry().groups()) {
        if (group.workspace != ActionRegistry::everywhere && group.workspace != workspace)
            continue;
        for (QAction *action : group.group.actions) {
            QSignalSpy triggered(action, &QAction::triggered);
            for (const QKeySequence &key : action->shortcuts()) {
                press(key);
                QVERIFY2(triggered.size() == 1, qPrintable(action->objectName() + " " + key.toString()));
                triggered.clear();
                ++typed;
            }
        }
    }
    QVERIFY(typed > 8);
}

void TestActions::keysOfAHiddenWorkspaceDoNothing()
{
    QAction *step = registry().find("training.step");
    QSignalSpy triggered(step, &QAction::triggered);
    m_window->setWorkspace("functions");
    QVERIFY(!step->isEnabled());
    press(Qt::Key_S);
    QVERIFY(triggered.isEmpty());
    m_window->setWorkspace("training");
    QVERIFY(step->isEnabled());
    press(Qt::Key_S);
    QCOMPARE(triggered.size(), 1);
}

void TestActions::thePaletteFindsByAFewLettersAndDoesIt()
{
    QTimer opened;
    connect(&opened, &QTimer::timeout, this, [this, &opened] {
        auto *palette = m_window->findChild<CommandPalette *>();
        if (!palette || !palette->isVisible())
            return;
        opened.stop();
        QTest::keyClicks(palette->field(), QStringLiteral("oNe epo"));
        QCOMPARE(palette->found(), (QList{registry().find("training.step"), registry().find("images.step")}));
        QTest::keyClick(palette->field(), Qt::Key_Return);
    });
    opened.start(20);
    press(Qt::CTRL | Qt::Key_P);
    QCOMPARE(m_window->workspace(), QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->page<TrainingWorkspace>()->snapshot() && m_window->page<TrainingWorkspace>()->snapshot()->epoch == 1,
                             patience);
    QVERIFY(!m_window->findChild<CommandPalette *>());

    CommandPalette palette(registry());
    palette.field()->setText("no such thing");
    QVERIFY(palette.found().isEmpty());
    QVERIFY2(palette.noMatchText().contains(QStringLiteral("“no such thing”")), qPrintable(palette.noMatchText()));
    QTest::keyClick(palette.field(), Qt::Key_Return); // does nothing
    palette.field()->setText("panel");
    const qsizetype panels = palette.found().size();
    QVERIFY(panels > 6); // left and right, one for each model, and all
    QTest::keyClick(palette.field(), Qt::Key_Down);
    QTest::keyClick(palette.field(), Qt::Key_Up);
    QTest::keyClick(palette.field(), Qt::Key_Return);
    QVERIFY(m_window->page<TrainingWorkspace>()->isVisible());
}

/** What is no action of a menu, but found in the same way. */
void TestActions::thePaletteOpensExperimentsFilesAndDevices()
{
    const QString file = m_folder->filePath(QStringLiteral("moons & more.actiscope"));
    QVERIFY(m_window->sessionFiles().saveTo(file));
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.push_back({"other", "Another device", "Single precision", [] { return makeEigenBackend(Precision::Float); }});
    m_window->setCatalog(catalog);
    const auto open = [this](const QString &words) {
        CommandPalette palette(registry(), m_window.get());
        palette.show();
        palette.field()->setText(words);
        QCOMPARE(palette.found().size(), 1);
        QVERIFY(palette.noMatchText().isEmpty());
        QTest::keyClick(palette.field(), Qt::Key_Return);
    };
    open(QStringLiteral("open dying relu"));
    QCOMPARE(m_window->workspace(), QStringLiteral("training"));
    QCOMPARE(m_window->page<TrainingWorkspace>()->experiment(), findReadyExperiment("dying-relu")->experiment);
    open(QStringLiteral("another dev"));
    QCOMPARE(m_window->device(), std::size_t(1));
    QVERIFY(m_window->sessionFiles().saveTo(m_folder->filePath(QStringLiteral("second.actiscope"))));
    open(QStringLiteral("open moons & more"));
    QCOMPARE(m_window->sessionFiles().path(), file);
}

/** What the button below the models does, for those who look for the word. */
void TestActions::thePaletteMakesUnitsDie()
{
    CommandPalette palette(registry());
    palette.field()->setText(QStringLiteral("die"));
    QVERIFY(palette.found().contains(registry().find("training.make-it-die")));
    TrainingWorkspace &training = *m_window->page<TrainingWorkspace>();
    m_window->resize(960, 600);
    registry().run(*registry().find("training.make-it-die"));
    const QLabel &line = *training.findChild<ModelList *>()->line();
    QVERIFY(training.isVisible() && line.visibleRegion().isEmpty()); // its drawer is closed
    QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("status"))->accessibleName(), line.text());
    for (const ModelConfiguration &model : training.experiment().models)
        QCOMPARE(model.optimizer.learningRate, 1.0);
    training.undoStack()->undo();
    QCOMPARE(training.experiment(), smallExperiment());
}

void TestActions::everyReadyExperimentIsOfferedWithItsSentence()
{
    CommandPalette palette(registry());
    for (const ReadyExperiment *each : shownReadyExperiments()) {
        const ReadyExperiment &ready = *each;
        const QString id = QStringLiteral("experiment.") + QString::fromStdString(ready.name);
        const QList<QAction *> found = palette.found();
        const auto action = std::ranges::find(found, id, &QAction::objectName);
        QVERIFY2(action != found.end(), qPrintable(id));
        QCOMPARE((*action)->toolTip(), QString::fromStdString(ready.notes.about));
    }
}

void TestActions::buttonsSayWhatTheirActionsSay()
{
    const QList<QToolButton *> buttons = m_window->page<TrainingWorkspace>()->controls()->findChildren<QToolButton *>();
    for (const char *name : {"training.play", "training.step", "training.reset"}) {
        const QString tip = actionToolTip(*registry().find(name));
        QVERIFY2(std::ranges::any_of(buttons, [&tip](const QToolButton *button) { return button->toolTip() == tip; }), name);
        QVERIFY2(tip.contains(actionKeys(*registry().find(name))), name);
    }
    const auto step = std::ranges::find(buttons, QStringLiteral("One epoch"), &QToolButton::accessibleName);
    QVERIFY(step != buttons.end());
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
