// The language of MainWindow. Its texts are made with its widgets, so another language is another set of widgets over the same run, experiment and
// files, which are the services' and stay.
#include "ui/window/main_window.h"

#include "ui/base/focus_frame.h"
#include "ui/base/language.h"
#include "ui/base/live_text.h"
#include "ui/base/spoken_description.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/menu_corner.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"
#include "ui/window/workspace.h"

#include <QActionGroup>
#include <QApplication>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace actiscope {

void MainWindow::setLanguage(const QString &name)
{
    const std::vector<std::string_view> names = languageNames();
    m_language = std::ranges::find(names, name.toStdString()) == names.end() ? QStringLiteral("system") : name;
    for (QAction *action : m_languageActions->actions())
        action->setChecked(action->data().toString() == m_language);
    useLanguage(m_language); // and changeEvent() hears of it, where it is another one
}

/** Each is called as its readers call it. */
ActionGroup MainWindow::offeredLanguages(QObject &owner)
{
    ActionGroup group{tr("Language")};
    for (const Language &language : languages()) {
        const QString name = QString::fromUtf8(language.name.data(), qsizetype(language.name.size()));
        const QString text = *language.ownName ? QString::fromUtf8(language.ownName) : tr("As the system");
        QAction *action = makeAction(&owner, {QStringLiteral("language.") + name, text}, [this, name] { setLanguage(name); });
        action->setCheckable(true);
        action->setData(name);
        action->setChecked(name == m_language);
        group.actions.append(action);
    }
    return group;
}

QAction *MainWindow::languageAction()
{
    auto *menu = new QMenu(this);
    m_languageActions = new QActionGroup(menu);
    for (QAction *action : offeredLanguages(*menu).actions)
        menu->addAction(m_languageActions->addAction(action));
    QAction *action = newAction(QStringLiteral("view.language"), tr("L&anguage"), tr("Of all texts; a run goes on"), {},
                                [this, menu] { menu->popup(mapToGlobal(menuBar()->geometry().bottomLeft())); });
    action->setMenu(menu);
    return action;
}

/** Not while a dialog or a menu is open: they hold on to actions, and hands to them. */
void MainWindow::makePartsAgain()
{
    constexpr int soon = 50; // ms
    if (usedLanguage() == m_writtenLanguage)
        return;
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget()) {
        QTimer::singleShot(soon, this, &MainWindow::makePartsAgain);
        return;
    }
    const bool presents = m_presents;
    const QSize size = this->size();
    if (presents)
        switchPresenting(false);
    setUpdatesEnabled(false);
    for (TrainingController *each : m_services->controllers())
        tellAgain(each->document().undo());
    replaceParts();
    setLeftPanelVisible(m_leftVisible);
    setRightPanelVisible(m_rightVisible);
    m_fullScreenAction->setChecked(isFullScreen());
    menuBar()->setVisible(!isFullScreen());
    if (presents)
        switchPresenting(true);
    takeTheme();
    showPresentation();
    showSavingProblem(savingProblem());
    m_files->offerAgain();
    QTimer::singleShot(0, this, [this, size] { // before they are fitted, the new parts ask for more
        m_stack->updateGeometry();
        layout()->activate();
        if (this->size() != size)
            resize(size);
    });
    setUpdatesEnabled(true);
    currentWorkspace()->setFocus(Qt::OtherFocusReason);
}

/** New workspaces go on where the former ones were. */
void MainWindow::replaceParts()
{
    const QString shown = workspace();
    const std::vector<Workspace *> former = std::exchange(m_workspaces, {});
    dropParts();
    QWidget *formerCentre = takeCentralWidget();
    makeParts();
    for (std::size_t i = 0; i < former.size(); ++i) {
        m_workspaces[i]->restoreState(former[i]->saveState());
        m_workspaces[i]->takeOver(*former[i]);
    }
    delete formerCentre;
    centralWidget()->show();
    m_actions->setCurrent(0);
    setWorkspace(shown);
}

/** All that makeParts() makes, but for the widgets in the centre. */
void MainWindow::dropParts()
{
    m_files->disconnect(this);
    m_services->devices.disconnect(this);
    delete std::exchange(m_actions, new ActionRegistry(this));
    qDeleteAll(findChildren<QAction *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    delete std::exchange(m_focusFrame, nullptr);
    m_fullScreenAction = nullptr;
    m_spokenStatus.reset();
    delete std::exchange(m_corner, nullptr); // a menu bar hands it on to the next one
    setMenuBar(new QMenuBar(this)); // which drops the former one
}

} // namespace actiscope
