#include "ui/window/main_window.h"

#include "ui/base/activation_colors.h"
#include "ui/base/backend_choices.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/focus_ring.h"
#include "ui/base/resources.h"
#include "ui/base/space_key.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_export.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/notes/activation_checker.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/training/controls/message_banner.h"
#include "ui/training/training_workspace.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/settings_keeper.h"
#include "ui/window/window_texts.h"
#include "ui/window/workspace_rail.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QGridLayout>
#include <QLabel>
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
    : QMainWindow(parent), m_catalog(std::move(catalog)), m_settings(settings ? std::move(settings) : std::make_unique<QSettings>()),
      m_keeper(new SettingsKeeper(*m_settings, this)), m_device(m_catalog.defaultIndex)
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
    setupSaving();
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

MainWindow::~MainWindow()
{
    delete m_keeper; // which looks at what goes now
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
    connect(m_training, &TrainingWorkspace::exportRequested, this, &MainWindow::exportView);
    connect(m_functions, &FunctionsWorkspace::diagnosticsWanted, m_training, &TrainingWorkspace::requestDiagnostics);
    m_plotRing = new FocusRing(m_functions->plot());
    m_stack->addWidget(m_functions);
    m_stack->addWidget(m_training);
    connect(m_rail, &WorkspaceRail::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_rail, &WorkspaceRail::currentChanged, this, [this] { m_stack->currentWidget()->setFocus(Qt::OtherFocusReason); });

    m_savingBanner = new MessageBanner(this);
    m_savingBanner->hide();
    auto *central = new QWidget(this);
    auto *layout = new QGridLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail, 0, 0);
    layout->addWidget(m_stack, 0, 1);
    layout->addWidget(m_savingBanner, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(0, 1);
    setCentralWidget(central);
    for (int i = 0; i < workspaceNames().size(); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, m_rail, [this, i] { m_rail->setCurrent(i); });
    }
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

QToolButton *MainWindow::deviceButton() const
{
    return m_deviceButton;
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
    m_plotRing->setColor(m_theme.accent);
    m_training->setTheme(m_theme);
    m_savingBanner->setTheme(m_theme);
    statusBar()->setStyleSheet(
        QStringLiteral("QStatusBar { background: %1; border-top: 1px solid %2; }"
                       "QToolButton { border: 2px solid transparent; border-radius: 4px; padding: 2px 14px 2px 6px; }"
                       "QToolButton:hover { background: %3; }"
                       "QToolButton:focus { border-color: %4; }"
                       "QToolButton::menu-indicator { image: none; }")
            .arg(m_theme.panel.name(), m_theme.border.name(), m_theme.background.name(), m_theme.accent.name()));
}

void MainWindow::setCatalog(const BackendCatalog &catalog)
{
    const std::string before = m_catalog.choices[m_device].id;
    m_catalog = catalog;
    m_device = indexOf(m_catalog, before).value_or(m_catalog.defaultIndex);
    m_training->catalogChanged(m_device);
    fillDeviceMenu();
    showDevice(QString());
    const bool isChecking = m_checkedDevice.has_value();
    m_checkedDevice.reset();
    takeWantedDevice();
    if (isChecking)
        checkOnDevice();
}

void MainWindow::setDevice(std::size_t choice)
{
    if (choice >= m_catalog.choices.size() || choice == m_device)
        return;
    m_wantedDevice.clear();
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
    m_deviceButton->setFullText(device);
}

/** Activations are checked on the chosen device, too, from now on. */
void MainWindow::checkOnDevice()
{
    if (std::exchange(m_checkedDevice, m_device) == m_device)
        return;
    const BackendChoice &choice = m_catalog.choices[m_device];
    const bool isSingle = !choice.singlePrecision.empty();
    m_functions->notes()->checker()->setSinglePrecision(QString::fromStdString(choice.singlePrecision),
                                                        isSingle ? choice.create : BackendFactory());
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

void MainWindow::copyView()
{
    if (m_stack->currentWidget() == m_functions)
        QApplication::clipboard()->setMimeData(
            FunctionsExport(m_functions->state(), *m_colors, *m_functions->plot(), m_theme).forClipboard());
    else
        QApplication::clipboard()->setPixmap(m_stack->currentWidget()->grab());
    statusBar()->showMessage(tr("View copied"), 3000);
}

void MainWindow::exportView()
{
    const std::unique_ptr<ExportSource> source =
        m_stack->currentWidget() == m_training
            ? m_training->exportSource()
            : std::make_unique<FunctionsExport>(m_functions->state(), *m_colors, *m_functions->plot(), m_theme);
    if (!source)
        return;
    ExportDialog dialog(*source, this);
    dialog.restore(*m_settings);
    connect(&dialog, &ExportDialog::saved, this, [this](const QString &path) { statusBar()->showMessage(tr("Saved %1").arg(path), 5000); });
    connect(&dialog, &ExportDialog::copied, this, [this] { statusBar()->showMessage(tr("Copied"), 3000); });
    dialog.exec();
    dialog.save(*m_settings);
    m_settings->sync();
}

void MainWindow::showKeys()
{
    KeysDialog(this).exec();
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
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace actiscope
