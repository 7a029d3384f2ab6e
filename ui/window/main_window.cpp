#include "ui/window/main_window.h"

#include "ui/base/elided_label.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/focus_frame.h"
#include "ui/base/language.h"
#include "ui/base/message_banner.h"
#include "ui/base/message_layout.h"
#include "ui/base/reading_order.h"
#include "ui/base/resources.h"
#include "ui/base/scale.h"
#include "ui/base/space_key.h"
#include "ui/base/translation.h"
#include "ui/base/undo_keys.h"
#include "ui/charts/export_dialog.h"
#include "ui/charts/export_source.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/command_palette.h"
#include "ui/window/device_name.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/menu_corner.h"
#include "ui/window/presenter_bar.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"
#include "ui/window/settings_keeper.h"
#include "ui/window/window_texts.h"
#include "ui/window/workspace.h"
#include "ui/window/workspace_rail.h"
#include "ui/window/workspaces.h"

#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolButton>
#include <QUndoGroup>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

MainWindow::MainWindow(BackendCatalog catalog, std::unique_ptr<QSettings> settings, QWidget *parent)
    : QMainWindow(parent), m_settings(settings ? std::move(settings) : std::make_unique<QSettings>()),
      m_keeper(new SettingsKeeper(*m_settings, this)), m_services(std::make_unique<Services>(std::move(catalog))),
      m_actions(new ActionRegistry(this)),
      m_files(new SessionFiles({&m_services->document, &m_services->imageDocument}, {[this] { return session(); }, [this](const Session &shown) { showSession(shown); }},
                               QFileInfo(m_settings->fileName()).path() + QStringLiteral("/unsaved"), this)),
      m_undo(new QUndoGroup(this))
{
    initResources();
    new UndoKeys(this);
    setObjectName(QStringLiteral("mainWindow"));
    readLook();
    makeParts();
    // With room for the frame where the screen is no larger.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, 40)));
    readState();
    takeTheme();
    setupSaving();
    m_files->offerLost();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow()
{
    delete m_keeper;            // which looks at what goes now
    delete takeCentralWidget(); // the workspaces, before what they have in common
    delete m_files;             // whom documents tell when their undo stacks go
}

/** All that has texts. */
void MainWindow::makeParts()
{
    m_writtenLanguage = usedLanguage();
    setupLayout();
    setupWorkspaces();
    setupMenus();
    setupNews();
    setupFiles();
}

void MainWindow::setupLayout()
{
    m_rail = new WorkspaceRail(this);
    m_stack = new QStackedWidget(this);
    m_savingBanner = new MessageBanner(this);
    m_savingBanner->hide();
    m_fileBanner = new MessageBanner(this);
    m_fileBanner->hide();
    setupPresenter();
    m_focusFrame = new FocusFrame(*this);
    auto *central = new QWidget(this);
    auto *work = new QHBoxLayout;
    work->setSpacing(0);
    work->addWidget(m_rail);
    work->addWidget(m_stack, 1);
    auto *layout = new MessageLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(work, 1);
    for (QWidget *below : {static_cast<QWidget *>(m_presenterBar), static_cast<QWidget *>(m_fileBanner), static_cast<QWidget *>(m_savingBanner)})
        layout->addMessage(below);
    setCentralWidget(central);
}

void MainWindow::setupWorkspaces()
{
    for (const WorkspaceEntry &entry : workspaces()) {
        Workspace *workspace = entry.make(*m_services, m_stack);
        workspace->setAccessibleName(entry.translatedName());
        connect(workspace, &Workspace::exportRequested, this, &MainWindow::exportView);
        connect(workspace, &Workspace::copyRequested, this, &MainWindow::copyView);
        connect(workspace, &Workspace::presentationChanged, this, &MainWindow::showPresentation);
        connect(workspace, &Workspace::workspaceWanted, this, &MainWindow::setWorkspace);
        m_stack->addWidget(workspace);
        m_workspaces.push_back(workspace);
    }
    connect(m_rail, &WorkspaceRail::currentChanged, this, &MainWindow::showWorkspace);
    connect(m_actions, &ActionRegistry::workspaceWanted, m_rail, &WorkspaceRail::setCurrent);
}

void MainWindow::showWorkspace(int index)
{
    m_stack->setCurrentIndex(index);
    m_actions->setCurrent(index);
    m_undo->setActiveStack(currentWorkspace()->undoStack());
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    showPresentation();
}

void MainWindow::setupNews()
{
    m_corner = new MenuCorner(*menuBar(), *m_deviceButton);
    menuBar()->setCornerWidget(m_corner);
    m_corner->label()->setObjectName(QStringLiteral("status"));
    m_spokenStatus = std::make_unique<SpokenDescription>(*m_corner->label());
    for (Workspace *workspace : m_workspaces)
        connect(workspace, &Workspace::statusChanged, this, [this](const QString &status) {
            if (status.isEmpty() || m_spokenStatus->maySayInPassing()) // it changes some times a second
                m_spokenStatus->say(status);
        });
    for (Workspace *workspace : m_workspaces)
        connect(workspace, &Workspace::announced, this, &MainWindow::announce);
    for (Workspace *workspace : m_workspaces)
        connect(workspace, &Workspace::spoken, this, &MainWindow::speak);
    connect(&m_services->devices, &DeviceChoice::catalogChanged, this, &MainWindow::fillDeviceMenu);
    connect(&m_services->devices, &DeviceChoice::changed, this, &MainWindow::showDevice);
    connect(&m_services->devices, &DeviceChoice::described, this, &MainWindow::showDevice);
    showDevice();
}

/** For a moment beside the menus, and to those who listen: the name of a line that changes is read out. */
void MainWindow::announce(const QString &sentence)
{
    constexpr int readFor = 6000; // ms
    m_corner->showMessage(sentence, readFor);
    speak(sentence);
}

void MainWindow::speak(const QString &sentence)
{
    m_corner->label()->setAccessibleName(sentence);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(m_corner->label(), sentence);
    QAccessible::updateAccessibility(&event);
#endif
}

QString MainWindow::workspace() const
{
    return QString::fromLatin1(workspaces()[std::size_t(m_rail->current())].id);
}

Workspace *MainWindow::currentWorkspace() const
{
    return m_workspaces[std::size_t(m_rail->current())];
}

Workspace *MainWindow::workspaceOf(const QString &name) const
{
    const auto found = std::ranges::find_if(workspaces(), [&name](const WorkspaceEntry &entry) { return name == QLatin1String(entry.id); });
    return found == workspaces().end() ? nullptr : m_workspaces[std::size_t(found - workspaces().begin())];
}

std::size_t MainWindow::device() const
{
    return m_services->devices.index();
}

QToolButton *MainWindow::deviceButton() const
{
    return m_deviceButton;
}

void MainWindow::setWorkspace(const QString &name)
{
    const auto found = std::ranges::find_if(workspaces(), [&name](const WorkspaceEntry &entry) { return name == QLatin1String(entry.id); });
    if (found != workspaces().end())
        m_rail->setCurrent(int(found - workspaces().begin()));
}

void MainWindow::begin()
{
    for (Workspace *workspace : m_workspaces)
        workspace->begin();
}

void MainWindow::setColorScheme(ColorScheme scheme)
{
    m_scheme = scheme;
    for (QAction *action : m_schemeActions->actions())
        action->setChecked(action->data().toInt() == int(scheme));
    takeTheme();
}

void MainWindow::setTextScale(double scale)
{
    const double limited = limitedTextScale(scale);
    if (std::exchange(m_textScale, limited) == limited)
        return;
    takeTheme();
    m_corner->showMessage(tr("Text %1 %").arg(qRound(100 * m_textScale)), 3000);
}

void MainWindow::enlargeText(int steps)
{
    constexpr double step = 0.1;
    setTextScale(std::round(m_textScale / step + steps) * step);
}

void MainWindow::takeTheme()
{
    m_theme = themeFor(m_scheme);
    applySizes();
    applyTheme(*qApp, m_theme);
    m_presenterBar->setTheme(m_theme);
    m_focusFrame->setColor(m_theme.readable(m_theme.accent));
    m_rail->setTheme(m_theme);
    for (Workspace *workspace : m_workspaces)
        workspace->setTheme(m_theme);
    for (MessageBanner *banner : {m_fileBanner, m_savingBanner})
        banner->setTheme(m_theme);
    m_corner->setStyleSheet(scaledSheet(QStringLiteral("QToolButton { border: 1px solid transparent; border-radius: 4dp; padding: 0 6dp; color: %1; }"
                                                       "QToolButton:hover { background: %2; }"
                                                       "QToolButton:focus { border-color: %3; }"
                                                       "QToolButton::menu-indicator { image: none; }"))
                                .arg(m_theme.mutedText.name(), m_theme.panel.name(), m_theme.accent.name()));
}

void MainWindow::setCatalog(const BackendCatalog &catalog)
{
    m_services->devices.setCatalog(catalog);
}

void MainWindow::setDevice(std::size_t choice)
{
    m_services->devices.choose(choice);
}

void MainWindow::showDevice()
{
    m_deviceActions->actions().at(qsizetype(device()))->setChecked(true);
    const QString name = m_services->devices.description();
    m_deviceButton->setFullText(name, shorterDeviceNames(name));
    m_deviceButton->setToolTip(name + QLatin1Char('\n') + tr("What the networks are trained on. %1").arg(translated(m_services->devices.catalog().reason)));
}

void MainWindow::setLeftPanelVisible(bool visible)
{
    m_leftVisible = visible;
    m_leftAction->setChecked(visible);
    showPanels();
}

void MainWindow::setRightPanelVisible(bool visible)
{
    m_rightVisible = visible;
    m_rightAction->setChecked(visible);
    showPanels();
}

void MainWindow::showPanels()
{
    for (Workspace *workspace : m_workspaces)
        workspace->setSidePanelsVisible(m_leftVisible, m_rightVisible);
}

void MainWindow::toggleFullScreen(bool full)
{
    // A screen that is smaller than what is asked for is filled all the same: a window that grew beyond it would be none of the full screen.
    layout()->setSizeConstraint(full ? QLayout::SetNoConstraint : QLayout::SetDefaultConstraint);
    if (full) {
        m_wasMaximized = isMaximized();
        showFullScreen();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
    menuBar()->setVisible(!full && !m_presents);
}

void MainWindow::copyView()
{
    QApplication::clipboard()->setMimeData(currentWorkspace()->copiedView());
    m_corner->showMessage(tr("View copied"), 3000);
}

void MainWindow::exportView()
{
    const std::unique_ptr<ExportSource> source = currentWorkspace()->exportSource();
    if (!source)
        return;
    ExportDialog dialog(*source, this);
    dialog.restore(*m_settings);
    connect(&dialog, &ExportDialog::saved, this, [this](const QString &path) { m_corner->showMessage(tr("Saved %1").arg(path), 5000); });
    connect(&dialog, &ExportDialog::copied, this, [this] { m_corner->showMessage(tr("Copied"), 3000); });
    dialog.exec();
    dialog.save(*m_settings);
    m_settings->sync();
}

void MainWindow::showKeys()
{
    KeysDialog(*m_actions, this).exec();
}

void MainWindow::showPalette()
{
    CommandPalette(*m_actions, this).exec();
}

void MainWindow::about()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Actiscope"), aboutText(), QMessageBox::Close, this);
    box.setTextFormat(Qt::RichText);
    box.exec();
}

bool MainWindow::event(QEvent *event)
{
    leaveSpaceToTheFocus(event);
    if (event->type() == QEvent::ThemeChange && m_scheme == ColorScheme::System)
        takeTheme();
    return QMainWindow::event(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget *neighbour = neighbourAsRead(*this, focusWidget(), next); // parts come and go, and move
    if (neighbour)
        neighbour->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return neighbour;
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange && m_fullScreenAction) {
        const QSignalBlocker blocker(m_fullScreenAction);
        m_fullScreenAction->setChecked(isFullScreen());
        layout()->setSizeConstraint(isFullScreen() ? QLayout::SetNoConstraint : QLayout::SetDefaultConstraint);
        menuBar()->setVisible(!isFullScreen() && !m_presents);
    }
    if (event->type() == QEvent::LanguageChange && usedLanguage() != m_writtenLanguage)
        QMetaObject::invokeMethod(this, &MainWindow::makePartsAgain, Qt::QueuedConnection);
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    saveState();
    m_files->leave();
    QMainWindow::closeEvent(event);
}

} // namespace actiscope
