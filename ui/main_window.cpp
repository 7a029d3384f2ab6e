#include "ui/main_window.h"

#include "ui/base/activation_colors.h"
#include "ui/base/resources.h"
#include "ui/functions/activation_checker.h"
#include "ui/functions/function_plot.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/notes_panel.h"
#include "ui/functions/take_away_dialog.h"
#include "ui/training/training_workspace.h"
#include "ui/window_texts.h"
#include "ui/workspace_rail.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {

namespace {

/** Names in the settings and on the command line, in the order of the rail. */
const QStringList &workspaceNames()
{
    static const QStringList names{QStringLiteral("functions"), QStringLiteral("training")};
    return names;
}

} // namespace

MainWindow::MainWindow(BackendCatalog catalog, std::unique_ptr<QSettings> settings, QWidget *parent)
    : QMainWindow(parent), m_catalog(std::move(catalog)),
      m_settings(settings ? std::move(settings) : std::make_unique<QSettings>()), m_device(m_catalog.defaultIndex)
{
    initResources();
    setWindowTitle(QStringLiteral("Actiscope"));
    setObjectName(QStringLiteral("mainWindow"));
    // Before the widgets, which take their measures from the font.
    applyTheme(*qApp, themeFor(m_scheme));
    setupWorkspaces();
    setupFileMenu();
    setupViewMenu();
    setupDeviceMenu();
    setupHelpMenu();
    setupStatusBar();
    // With room for the frame where the screen is no larger.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, 40)));
    readState();
    takeTheme();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow()
{
    // While the colours that it uses are still there; joins the thread that trains.
    delete m_training;
}

void MainWindow::setupWorkspaces()
{
    m_colors = new ActivationColors(this);
    m_rail = new WorkspaceRail(this);
    m_rail->addWorkspace(QStringLiteral("functions"), tr("Functions"), tr("Activations and their derivatives (Ctrl+1)"));
    m_rail->addWorkspace(QStringLiteral("training"), tr("Training"), tr("Networks that differ only in their activation (Ctrl+2)"));
    m_stack = new QStackedWidget(this);
    m_functions = new FunctionsWorkspace(*m_colors, m_stack);
    m_training = new TrainingWorkspace(m_catalog, *m_colors, m_stack);
    connect(m_training, &TrainingWorkspace::snapshotShown, m_functions, [this] { m_functions->showRun(m_training->snapshot()); });
    connect(m_functions, &FunctionsWorkspace::diagnosticsWanted, m_training, &TrainingWorkspace::requestDiagnostics);
    m_stack->addWidget(m_functions);
    m_stack->addWidget(m_training);
    connect(m_rail, &WorkspaceRail::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_rail, &WorkspaceRail::currentChanged, this, [this] { m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); });

    auto *central = new QWidget(this);
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    for (int i = 0; i < workspaceNames().size(); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, m_rail, [this, i] { m_rail->setCurrent(i); });
    }
}

void MainWindow::setupFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    // The key belongs to the workspaces, which know what there is to save.
    QAction *save = menu->addAction(tr("&Take away…") + QStringLiteral("\tCtrl+E"), this, &MainWindow::savePicture);
    save->setObjectName(QStringLiteral("savePicture"));
    auto *saveKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), m_functions);
    connect(saveKey, &QShortcut::activated, this, &MainWindow::savePicture);
    menu->addAction(tr("&Copy view"), QKeySequence::Copy, this, &MainWindow::copyView);
    menu->addSeparator();
    menu->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
}

void MainWindow::setupViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_schemeActions = new QActionGroup(this);
    const std::pair<ColorScheme, QString> schemes[] = {{ColorScheme::System, tr("As the &system")},
                                                       {ColorScheme::Light, tr("&Light")},
                                                       {ColorScheme::Dark, tr("&Dark")}};
    for (const auto &[scheme, text] : schemes) {
        QAction *action = menu->addAction(text, this, [this, chosen = scheme] { setColorScheme(chosen); });
        action->setCheckable(true);
        action->setData(int(scheme));
        action->setChecked(scheme == m_scheme);
        m_schemeActions->addAction(action);
    }
    menu->addSeparator();
    const auto addToggle = [&](const QString &text, Qt::Key key, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, slot);
        addAction(action); // keeps its key in full screen, where the menu bar is hidden
        return action;
    };
    m_leftAction = addToggle(tr("Left &panel"), Qt::Key_F9, &MainWindow::setLeftPanelVisible);
    m_rightAction = addToggle(tr("&Right panel"), Qt::Key_F10, &MainWindow::setRightPanelVisible);
    m_fullScreenAction = addToggle(tr("&Full screen"), Qt::Key_F11, &MainWindow::toggleFullScreen);
    const QSignalBlocker blocker(m_fullScreenAction);
    m_fullScreenAction->setChecked(false);
}

void MainWindow::setupDeviceMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Device"));
    menu->setToolTipsVisible(true);
    m_deviceActions = new QActionGroup(this);
    for (std::size_t i = 0; i < m_catalog.choices.size(); ++i) {
        const BackendChoice &choice = m_catalog.choices[i];
        QAction *action = menu->addAction(QString::fromStdString(choice.name), this, [this, i] { setDevice(i); });
        action->setToolTip(QString::fromStdString(choice.description));
        action->setCheckable(true);
        action->setChecked(i == m_device);
        m_deviceActions->addAction(action);
    }
    m_deviceButton = new QToolButton(this);
    m_deviceButton->setMenu(menu);
    m_deviceButton->setPopupMode(QToolButton::InstantPopup);
    m_deviceButton->setAutoRaise(true);
    m_deviceButton->setObjectName(QStringLiteral("deviceButton"));
    m_deviceButton->setAccessibleName(tr("Device"));
    m_deviceButton->setToolTip(tr("What the networks are trained on. %1").arg(QString::fromStdString(m_catalog.reason)));
}

void MainWindow::setupHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *keys = menu->addAction(tr("&Keys"), this, &MainWindow::showKeys);
    keys->setShortcuts({QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)});
    addAction(keys);
    menu->addAction(tr("&About Actiscope"), this, &MainWindow::about);
}

void MainWindow::setupStatusBar()
{
    statusBar()->setSizeGripEnabled(false);
    m_status = new QLabel(this);
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_status, 1);
    statusBar()->addPermanentWidget(m_deviceButton);
    showDevice(QString());
    connect(m_training, &TrainingWorkspace::statusChanged, m_status, &QLabel::setText);
    connect(m_training, &TrainingWorkspace::deviceChanged, this, &MainWindow::showDevice);
    connect(m_training, &TrainingWorkspace::deviceChanged, this, &MainWindow::checkOnDevice);
    connect(m_training, &TrainingWorkspace::backendChanged, this, [this](std::size_t choice) {
        m_device = choice;
        m_deviceActions->actions().at(qsizetype(choice))->setChecked(true);
    });
}

QString MainWindow::workspace() const
{
    return workspaceNames().at(m_rail->current());
}

void MainWindow::setWorkspace(const QString &name)
{
    m_rail->setCurrent(int(workspaceNames().indexOf(name)));
}

void MainWindow::setColorScheme(ColorScheme scheme)
{
    m_scheme = scheme;
    for (QAction *action : m_schemeActions->actions())
        action->setChecked(action->data().toInt() == int(scheme));
    takeTheme();
}

void MainWindow::takeTheme()
{
    m_theme = themeFor(m_scheme);
    applyTheme(*qApp, m_theme);
    m_rail->setTheme(m_theme);
    m_functions->setTheme(m_theme);
    m_training->setTheme(m_theme);
    statusBar()->setStyleSheet(QStringLiteral("QStatusBar { background: %1; border-top: 1px solid %2; }"
                                              "QToolButton { border: none; padding: 4px 16px 4px 8px; }"
                                              "QToolButton:hover { background: %3; }"
                                              "QToolButton::menu-indicator { image: none; }")
                                   .arg(m_theme.panel.name(), m_theme.border.name(), m_theme.background.name()));
}

void MainWindow::setDevice(std::size_t choice)
{
    if (choice >= m_catalog.choices.size() || choice == m_device)
        return;
    m_device = choice;
    m_deviceActions->actions().at(qsizetype(choice))->setChecked(true);
    showDevice(QString());
    m_training->setBackend(choice);
    if (m_checkedDevice)
        checkOnDevice();
}

/** What the backend says of itself, or the chosen one's name until it does. */
void MainWindow::showDevice(const QString &description)
{
    const QString device = description.isEmpty() ? QString::fromStdString(m_catalog.choices[m_device].name) : description;
    m_deviceButton->setText(device + QStringLiteral(" ▾"));
}

/** Activations are checked on the chosen device, too, from now on. */
void MainWindow::checkOnDevice()
{
    if (std::exchange(m_checkedDevice, m_device) == m_device)
        return;
    const BackendChoice &choice = m_catalog.choices[m_device];
    const bool isSingle = !choice.singlePrecision.empty();
    m_functions->notes()->checker()->setSinglePrecision(QString::fromStdString(choice.singlePrecision),
                                                        isSingle ? choice.create : ActivationChecker::BackendFactory());
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
    m_functions->setSidePanelsVisible(m_leftVisible, m_rightVisible);
    m_training->setSidePanelsVisible(m_leftVisible, m_rightVisible);
}

void MainWindow::toggleFullScreen(bool full)
{
    if (full) {
        m_wasMaximized = isMaximized();
        showFullScreen();
    } else if (m_wasMaximized) {
        showMaximized();
    } else {
        showNormal();
    }
    menuBar()->setVisible(!full);
}

FunctionsSource MainWindow::functionsSource() const
{
    return {m_functions->state(), *m_colors, *m_functions->plot(), m_theme};
}

void MainWindow::copyView()
{
    if (m_stack->currentWidget() == m_functions)
        QApplication::clipboard()->setMimeData(viewForClipboard(functionsSource()));
    else
        QApplication::clipboard()->setPixmap(m_stack->currentWidget()->grab());
    statusBar()->showMessage(tr("View copied"), 3000);
}

void MainWindow::savePicture()
{
    if (m_stack->currentWidget() == m_training) {
        m_training->savePicture();
        return;
    }
    TakeAwayDialog dialog(functionsSource(), this);
    dialog.restore(*m_settings);
    connect(&dialog, &TakeAwayDialog::saved, this, [this](const QString &path) { statusBar()->showMessage(tr("Saved %1").arg(path), 5000); });
    connect(&dialog, &TakeAwayDialog::copied, this, [this] { statusBar()->showMessage(tr("Copied"), 3000); });
    dialog.exec();
    dialog.save(*m_settings);
}

void MainWindow::showKeys()
{
    QMessageBox box(QMessageBox::NoIcon, tr("Keys"), keysText(), QMessageBox::Close, this);
    box.setTextFormat(Qt::RichText);
    box.exec();
}

void MainWindow::about()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Actiscope"), aboutText(), QMessageBox::Close, this);
    box.setTextFormat(Qt::RichText);
    box.exec();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_scheme == ColorScheme::System)
        takeTheme();
    return QMainWindow::event(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange && m_fullScreenAction) {
        const QSignalBlocker blocker(m_fullScreenAction);
        m_fullScreenAction->setChecked(isFullScreen());
        menuBar()->setVisible(!isFullScreen());
    }
    QMainWindow::changeEvent(event);
}

/** What is looked at first is drawn first: kernels are built for the checks when the window has settled. */
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    constexpr auto settled = std::chrono::milliseconds(800);
    if (!m_checkedDevice)
        QTimer::singleShot(settled, this, &MainWindow::checkOnDevice);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    writeState();
    QMainWindow::closeEvent(event);
}

} // namespace actiscope
