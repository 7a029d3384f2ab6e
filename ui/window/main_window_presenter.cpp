// Presenter mode of MainWindow: the plots of one workspace, larger, with one sentence and a large play key, and nothing else.
#include "ui/window/main_window.h"

#include "ui/base/scale.h"
#include "ui/window/presenter_bar.h"
#include "ui/window/workspace.h"
#include "ui/window/workspace_rail.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>

#include <algorithm>

namespace actiscope {

namespace {

// On a screen of 1920 x 1080, in the usual sizes.
constexpr double presenterText = 20.0 / 12;
constexpr double presenterLines = 1.5;
constexpr double presenterTitles = 40.0 / (usualTextPoints * 96 / 72 * presenterText); ///< of the other text: 40 pixels

} // namespace

void MainWindow::setupPresenter()
{
    m_presenterBar = new PresenterBar(this);
    m_presenterBar->hide();
    connect(m_presenterBar, &PresenterBar::playWanted, this, [this] { currentWorkspace()->playOrPause(); });
    connect(m_presenterBar, &PresenterBar::placeWanted, this, [this](int place) { currentWorkspace()->moveTo(place); });
}

/** The whole screen is for the plots; what it was before comes back. */
void MainWindow::present(bool presents)
{
    if (presents)
        m_wasFullScreen = isFullScreen();
    setPresenting(presents);
    if (isFullScreen() != (presents || m_wasFullScreen))
        toggleFullScreen(!isFullScreen());
}

void MainWindow::setPresenting(bool presents)
{
    if (m_presents == presents)
        return;
    switchPresenting(presents);
    takeTheme();
    showPresentation();
    if (presents)
        m_presenterBar->key()->setFocus(Qt::OtherFocusReason);
    else
        currentWorkspace()->setFocus(Qt::OtherFocusReason);
}

/** Of the parts; their sizes come with the theme. */
void MainWindow::switchPresenting(bool presents)
{
    m_presents = presents;
    {
        const QSignalBlocker blocker(m_presentAction);
        m_presentAction->setChecked(presents);
    }
    m_rail->setVisible(!presents);
    menuBar()->setVisible(!presents && !isFullScreen());
    for (Workspace *workspace : m_workspaces)
        workspace->setPresenting(presents);
    m_presenterBar->setVisible(presents);
    if (presents)
        qApp->installEventFilter(this); // Esc is its key, whatever has the focus
    else
        qApp->removeEventFilter(this);
}

void MainWindow::showPresentation()
{
    if (m_presents)
        m_presenterBar->showPresentation(currentWorkspace()->presentation());
}

/** Text, lines and titles: of the user's size, or in presenter mode of the screen's. */
void MainWindow::applySizes()
{
    const double share = PresenterBar::shareOf(size());
    applyTextScale(*qApp, m_presents ? std::max(m_textScale, presenterText * share) : m_textScale);
    m_theme.scale = m_presents ? std::max(m_textScale, presenterLines * share) : interfaceScale();
    if (m_presents)
        m_theme.titleShare = presenterTitles;
    m_presenterBar->setShare(share, std::max(share, m_textScale / presenterText)); // as the text above it
    fitRail();
}

/** Its words are the first that give way. */
void MainWindow::fitRail()
{
    constexpr int wordsNeed = 1000; // pixels of a window with text of the usual size
    m_rail->setWordsShown(width() >= scaled(wordsNeed));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitRail();
    if (m_presents)
        takeTheme();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto *widget = isKey ? qobject_cast<const QWidget *>(watched) : nullptr;
    if (!widget || widget->window() != this || QApplication::activePopupWidget())
        return QMainWindow::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (key->key() != Qt::Key_Escape || key->modifiers() != Qt::NoModifier)
        return QMainWindow::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        present(false);
    return true;
}

} // namespace actiscope
