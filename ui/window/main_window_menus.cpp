// The menus of MainWindow and their keys.
#include "ui/window/main_window.h"

#include "ui/base/elided_tool_button.h"
#include "ui/functions/functions_workspace.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

#include <utility>

namespace actiscope {

void MainWindow::setupFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    // The key belongs to the workspaces, which know what there is to save.
    QAction *save = menu->addAction(tr("&Export…") + QStringLiteral("\tCtrl+E"), this, &MainWindow::exportView);
    save->setObjectName(QStringLiteral("export"));
    auto *saveKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), m_functions);
    connect(saveKey, &QShortcut::activated, this, &MainWindow::exportView);
    menu->addAction(tr("&Copy view"), QKeySequence::Copy, this, &MainWindow::copyView);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::setupViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_schemeActions = new QActionGroup(this);
    const std::pair<ColorScheme, QString> schemes[] = {
        {ColorScheme::System, tr("As the &system")}, {ColorScheme::Light, tr("&Light")}, {ColorScheme::Dark, tr("&Dark")}};
    for (const auto &[scheme, text] : schemes) {
        QAction *action = menu->addAction(text, this, [this, chosen = scheme] { setColorScheme(chosen); });
        action->setCheckable(true);
        action->setData(int(scheme));
        action->setChecked(scheme == m_scheme);
        m_schemeActions->addAction(action);
    }
    menu->addSeparator();
    const auto addToggle = [&](const QString &text, const QKeySequence &key, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, slot);
        addAction(action); // keeps its key in full screen, where the menu bar is hidden
        return action;
    };
    m_leftAction = addToggle(tr("Left &panel"), Qt::Key_F9, &MainWindow::setLeftPanelVisible);
    m_rightAction = addToggle(tr("&Right panel"), Qt::SHIFT | Qt::Key_F9, &MainWindow::setRightPanelVisible);
    m_fullScreenAction = addToggle(tr("&Full screen"), Qt::Key_F11, &MainWindow::toggleFullScreen);
    const QSignalBlocker blocker(m_fullScreenAction);
    m_fullScreenAction->setChecked(false);
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
    m_deviceButton->setAccessibleName(tr("Device"));
    fillDeviceMenu();
}

void MainWindow::fillDeviceMenu()
{
    m_deviceMenu->clear(); // which deletes the actions
    for (std::size_t i = 0; i < m_catalog.choices.size(); ++i) {
        const BackendChoice &choice = m_catalog.choices[i];
        QAction *action = m_deviceMenu->addAction(QString::fromStdString(choice.name), m_deviceMenu, [this, i] { setDevice(i); });
        action->setToolTip(QString::fromStdString(choice.description));
        action->setCheckable(true);
        action->setChecked(i == m_device);
        m_deviceActions->addAction(action);
    }
    m_deviceButton->setToolTip(tr("What the networks are trained on. %1").arg(QString::fromStdString(m_catalog.reason)));
}

void MainWindow::setupHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *keys = menu->addAction(tr("&Keys"), this, &MainWindow::showKeys);
    keys->setShortcuts({QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)});
    addAction(keys);
    auto *menuKey = new QShortcut(QKeySequence(Qt::Key_F10), this);
    connect(menuKey, &QShortcut::activated, this, &MainWindow::openMenu);
    menu->addAction(tr("&About Actiscope"), this, &MainWindow::about);
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
