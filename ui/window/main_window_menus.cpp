// The actions of MainWindow, and the menus that are made of them and of the workspaces'.
#include "ui/window/main_window.h"

#include "core/base/message.h"
#include "core/io/ready_experiments.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/menu_fit.h"
#include "ui/base/translation.h"
#include "ui/training/document/experiment_state.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"
#include "ui/window/workspace.h"
#include "ui/window/workspace_rail.h"
#include "ui/window/workspaces.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QUndoGroup>

#include <utility>

namespace actiscope {

namespace {

/** Fusion cuts the widest text of a menu that has letters of two fonts: what it measures is rounded once more where it paints. */
void giveRoom(QMenu &menu)
{
    constexpr int more = 2;
    menu.setMinimumWidth(0);
    fitToScreen(menu);
    menu.setMinimumWidth(menu.sizeHint().width() + more);
}

} // namespace

void MainWindow::setupMenus()
{
    m_actions->add({tr("&File"), fileActions()});
    m_actions->add({tr("&Edit"), editActions()});
    m_actions->add({tr("&View"), viewActions()});
    for (std::size_t i = 0; i < m_workspaces.size(); ++i)
        m_actions->add(m_workspaces[i]->actionGroup(), int(i));
    m_actions->add({tr("&Help"), helpActions()});
    for (const ActionRegistry::Group &group : m_actions->groups()) {
        if (&group == &m_actions->groups().back()) {
            setupExperimentMenu();
            setupDeviceMenu();
        }
        addMenu(group.group.title, group.group.actions);
    }
    for (const QAction *each : menuBar()->actions()) {
        QMenu *menu = each->menu();
        connect(menu, &QMenu::aboutToShow, menu, [menu] { giveRoom(*menu); }); // after what fills it
    }
    setupOffers();
}

QMenu *MainWindow::addMenu(const QString &title, const QList<QAction *> &actions)
{
    QMenu *menu = menuBar()->addMenu(title);
    menu->setToolTipsVisible(true);
    menu->addActions(actions);
    addActions(actions); // they keep their keys in full screen, where the menu bar is hidden
    return menu;
}

QAction *MainWindow::newAction(const QString &id, const QString &text, const QString &help, const QList<QKeySequence> &keys,
                               std::function<void()> run)
{
    return makeAction(this, {id, text, help, keys}, std::move(run));
}

QList<QAction *> MainWindow::fileActions()
{
    QAction *recent = newAction(QStringLiteral("file.recent"), tr("Open &recent"), tr("A session that was open before"), {},
                                [this] { m_recentMenu->popup(mapToGlobal(menuBar()->geometry().bottomLeft())); });
    m_recentMenu = new QMenu(this);
    recent->setMenu(m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    return {newAction(QStringLiteral("file.new"), tr("&New session"), tr("The experiment that the program begins with"), {},
                      [this] { m_files->begin(); }),
            newAction(QStringLiteral("file.open"), tr("&Open…"), tr("A session: experiment, views and kept runs"), {QKeySequence::Open},
                      [this] { m_files->chooseAndOpen(); }),
            recent,
            newAction(QStringLiteral("file.save"), tr("&Save"), tr("The session in its file"), {QKeySequence::Save},
                      [this] { m_files->save(); }),
            newAction(QStringLiteral("file.save-as"), tr("Save &as…"), tr("The session in another file"),
                      {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, [this] { m_files->saveAs(); }),
            newAction(QStringLiteral("file.export"), tr("&Export…"), tr("A picture of the view for a page or a slide, or its values"),
                      {Qt::CTRL | Qt::Key_E}, [this] { exportView(); }),
            newAction(QStringLiteral("file.copy"), tr("&Copy view"), tr("To the clipboard, as a picture"), {QKeySequence::Copy},
                      [this] { copyView(); }),
            newAction(QStringLiteral("file.quit"), tr("&Quit"), {}, {Qt::CTRL | Qt::Key_Q}, [this] { close(); })};
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const QString &path : m_files->recent()) {
        QAction *action = m_recentMenu->addAction(QString(QFileInfo(path).fileName()).replace(QLatin1Char('&'), QStringLiteral("&&")),
                                                  m_recentMenu, [this, path] { m_files->open(path); });
        action->setToolTip(QDir::toNativeSeparators(path));
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No session was open yet"))->setEnabled(false);
    m_recentMenu->setToolTipsVisible(true);
}

/** The experiment of the workspace that is shown; where it has none, of the first that has. */
ExperimentDocument &MainWindow::currentDocument() const
{
    for (TrainingController *each : m_services->controllers()) {
        if (workspace() == QLatin1String(each->document().subject().id))
            return each->document();
    }
    return m_services->document;
}

/** With what they undo in their text. */
QList<QAction *> MainWindow::editActions()
{
    for (const Workspace *workspace : m_workspaces) {
        if (QUndoStack *changes = workspace->undoStack())
            m_undo->addStack(changes);
    }
    m_undo->setActiveStack(currentWorkspace()->undoStack());
    QAction *undo = m_undo->createUndoAction(this, tr("&Undo"));
    undo->setObjectName(QStringLiteral("edit.undo"));
    undo->setToolTip(tr("Takes the last change in this workspace back"));
    undo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Z)});
    QAction *redo = m_undo->createRedoAction(this, tr("&Redo"));
    redo->setObjectName(QStringLiteral("edit.redo"));
    redo->setToolTip(tr("Makes the change again that was taken back"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
    QAction *standard =
        newAction(QStringLiteral("edit.default"), tr("Back to the &default experiment"), tr("What this workspace begins with"), {}, [this] {
            ExperimentDocument &document = currentDocument();
            document.apply(document.subject().firstExperiment(), [] { return tr("default experiment"); });
        });
    return {undo, redo, standard};
}

QList<QAction *> MainWindow::viewActions()
{
    return workspaceActions() + schemeActions() + QList{languageAction()} + textActions() + panelActions()
           + QList{newAction(QStringLiteral("view.device"), tr("&Choose the device…"), tr("What the networks are trained on"), {},
                             [this] { m_deviceButton->showMenu(); })};
}

QList<QAction *> MainWindow::workspaceActions()
{
    QList<QAction *> actions;
    for (const WorkspaceEntry &entry : workspaces()) {
        const int i = int(actions.size());
        actions.append(newAction(QStringLiteral("view.%1").arg(QLatin1String(entry.id)), entry.translatedName(), entry.translatedSentence(),
                                 {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i))}, [this, i] { m_rail->setCurrent(i); }));
        m_rail->addWorkspace(QLatin1String(entry.id), entry.translatedName(), actionToolTip(*actions.back()));
    }
    return actions;
}

QList<QAction *> MainWindow::schemeActions()
{
    m_schemeActions = new QActionGroup(this);
    struct Row {
        ColorScheme scheme;
        const char *id;
        QString text;
        QString help;
    };
    const Row rows[] = {{ColorScheme::System, "view.colours-system", tr("Colours as the &system"), tr("Light or dark, as the desktop is")},
                        {ColorScheme::Light, "view.colours-light", tr("&Light colours"), {}},
                        {ColorScheme::Dark, "view.colours-dark", tr("&Dark colours"), {}}};
    for (const Row &row : rows) {
        QAction *action = newAction(QLatin1String(row.id), row.text, row.help, {}, [this, scheme = row.scheme] { setColorScheme(scheme); });
        action->setCheckable(true);
        action->setData(int(row.scheme));
        action->setChecked(row.scheme == m_scheme);
        m_schemeActions->addAction(action);
    }
    return m_schemeActions->actions();
}

QList<QAction *> MainWindow::textActions()
{
    const QString help = tr("Text, lines and controls, from 100 to 200 %");
    return {newAction(QStringLiteral("view.larger"), tr("&Larger text"), help, {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                      [this] { enlargeText(1); }),
            newAction(QStringLiteral("view.smaller"), tr("S&maller text"), help, {Qt::CTRL | Qt::Key_Minus}, [this] { enlargeText(-1); }),
            newAction(QStringLiteral("view.usual-text"), tr("Text of the &usual size"), tr("As large as the desktop has it"),
                      {Qt::CTRL | Qt::Key_0}, [this] { setTextScale(1); })};
}

QList<QAction *> MainWindow::panelActions()
{
    const auto toggle = [this](const char *id, const QString &text, const QString &help, const QKeySequence &key, auto slot, bool on) {
        QAction *action = newAction(QLatin1String(id), text, help, {key}, nullptr);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, slot);
        return action;
    };
    m_leftAction =
        toggle("view.left-panel", tr("Left &panel"), tr("Lists and settings"), Qt::Key_F9, &MainWindow::setLeftPanelVisible, true);
    m_rightAction =
        toggle("view.right-panel", tr("&Right panel"), tr("Notes"), Qt::SHIFT | Qt::Key_F9, &MainWindow::setRightPanelVisible, true);
    m_fullScreenAction = toggle("view.full-screen", tr("&Full screen"), {}, Qt::Key_F11, &MainWindow::toggleFullScreen, false);
    m_presentAction = toggle("view.present", tr("&Presenter mode"), tr("The plots alone, larger, with one sentence; Esc leaves it"), Qt::Key_F5,
                             &MainWindow::present, false);
    return {m_leftAction, m_rightAction, m_fullScreenAction, m_presentAction};
}

QList<QAction *> MainWindow::helpActions()
{
    return {newAction(QStringLiteral("help.palette"), tr("&Find an action…"), tr("By a few letters of its name"), {Qt::CTRL | Qt::Key_P, Qt::Key_Question},
                      [this] { showPalette(); }),
            newAction(QStringLiteral("help.keys"), tr("&Keys"), tr("All actions and their keys"), {Qt::Key_F1},
                      [this] { showKeys(); }),
            newAction(QStringLiteral("help.menu"), tr("Open the &menu"), {}, {Qt::Key_F10}, [this] { openMenu(); }),
            newAction(QStringLiteral("help.about"), tr("&About Actiscope"), {}, {}, [this] { about(); })};
}

/** Ready experiments, from wherever one is; made each time in the language of the window. */
void MainWindow::setupExperimentMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("E&xperiments"));
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const QList<QAction *> offered = offeredExperiments(*menu).actions;
        const std::vector<const ReadyExperiment *> shown = shownReadyExperiments();
        for (qsizetype i = 0; i < offered.size(); ++i) {
            const ExperimentNotes &notes = shown[std::size_t(i)]->notes;
            offered[i]->setText(actionText(translated(notes.title)) + QLatin1Char('\t') + translated(notes.summary));
        }
        menu->addActions(offered);
    });
}

void MainWindow::setupDeviceMenu()
{
    m_deviceMenu = menuBar()->addMenu(tr("&Device"));
    m_deviceMenu->setToolTipsVisible(true);
    m_deviceActions = new QActionGroup(this);
    m_deviceButton = new ElidedToolButton(QStringLiteral(" ▾"), this);
    m_deviceButton->setMenu(m_deviceMenu);
    m_deviceButton->setPopupMode(QToolButton::InstantPopup);
    m_deviceButton->setAutoRaise(true);
    m_deviceButton->setObjectName(QStringLiteral("deviceButton"));
    m_deviceButton->setLeastCharacters(6); // menus come first
    m_deviceButton->setAccessibleName(tr("Device"));
    fillDeviceMenu();
}

void MainWindow::fillDeviceMenu()
{
    m_deviceMenu->clear(); // which deletes the actions
    const BackendCatalog &catalog = m_services->devices.catalog();
    for (std::size_t i = 0; i < catalog.choices.size(); ++i) {
        const BackendChoice &choice = catalog.choices[i];
        QAction *action = m_deviceMenu->addAction(actionText(translated(choice.name)), m_deviceMenu, [this, i] { setDevice(i); });
        action->setToolTip(translated(choice.description));
        action->setCheckable(true);
        action->setChecked(i == device());
        m_deviceActions->addAction(action);
    }
    showDevice();
}

/** F10, as everywhere; in full screen, where there is no menu bar, all menus in one. */
void MainWindow::openMenu()
{
    if (menuBar()->isVisible()) {
        menuBar()->setActiveAction(menuBar()->actions().constFirst());
        return;
    }
    auto *all = new QMenu(this);
    all->setAttribute(Qt::WA_DeleteOnClose);
    all->addActions(menuBar()->actions());
    all->popup(mapToGlobal(QPoint(0, 0)));
    all->setActiveAction(all->actions().constFirst());
}

} // namespace actiscope
