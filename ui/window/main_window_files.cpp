// MainWindow and the files of its sessions.
#include "ui/window/main_window.h"

#include "ui/base/message_banner.h"
#include "ui/window/menu_corner.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"
#include "ui/window/workspace.h"
#include "ui/window/workspaces.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QJsonDocument>
#include <QMimeData>
#include <QUrl>

namespace actiscope {

namespace {

/** Of the first file that is dragged, or nothing. */
QString draggedFile(const QMimeData &dragged)
{
    for (const QUrl &url : dragged.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

/** What a session has for the workspace of a subject, or else what that begins with. */
SessionPart partFor(const Subject &subject, const Session &session)
{
    if (subject.has(session.experiment))
        return {session.experiment, session.runs};
    const auto found = session.parts.find(subject.id);
    return found == session.parts.end() ? SessionPart{subject.firstExperiment()} : found->second;
}

} // namespace

void MainWindow::setupFiles()
{
    setAcceptDrops(true);
    connect(m_files, &SessionFiles::changed, this, &MainWindow::showFile);
    connect(m_files, &SessionFiles::problem, this, &MainWindow::showFileProblem);
    connect(m_files, &SessionFiles::saved, this, [this](const QString &path) {
        m_fileBanner->hide();
        m_corner->showMessage(tr("Saved %1").arg(path), 5000);
    });
    connect(m_files, &SessionFiles::lostFound, this,
            [this](const QString &text) { m_fileBanner->ask(text, tr("Go on with them"), tr("Discard them")); });
    connect(m_fileBanner, &MessageBanner::actionRequested, this, [this] {
        m_fileBanner->hide();
        m_files->takeLost();
    });
    connect(m_fileBanner, &MessageBanner::dismissed, m_files, &SessionFiles::dismiss);
    showFile();
}

void MainWindow::showFile()
{
    const bool isModified = m_files->isModified();
    const QString name = m_files->name().isEmpty() && isModified ? tr("Untitled") : m_files->name();
    setWindowTitle(name.isEmpty() ? QStringLiteral("Actiscope[*]") : tr("%1[*] – Actiscope").arg(name));
    setWindowModified(isModified);
}

void MainWindow::showFileProblem(const QString &text)
{
    m_fileBanner->ask(text, {}, tr("Close"));
}

Session MainWindow::session() const
{
    Session session;
    session.experiment = m_services->document.experiment();
    session.workspace = workspace().toStdString();
    for (std::size_t i = 0; i < m_workspaces.size(); ++i)
        session.views[workspaces()[i].id] = QJsonDocument(m_workspaces[i]->saveState()).toJson(QJsonDocument::Compact).toStdString();
    session.runs = m_services->training.keptRuns();
    for (TrainingController *each : m_services->controllers()) {
        const ExperimentDocument &document = each->document();
        const std::vector<KeptRun> runs = each->keptRuns();
        const bool isAsItBegins = runs.empty() && document.experiment() == document.subject().firstExperiment();
        if (&document != &m_services->document && !isAsItBegins)
            session.parts[document.subject().id] = {document.experiment(), runs};
    }
    return session;
}

void MainWindow::showSession(const Session &session)
{
    for (TrainingController *each : m_services->controllers())
        each->document().load(partFor(each->document().subject(), session).experiment);
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        const auto view = session.views.find(workspaces()[i].id);
        if (view != session.views.end())
            m_workspaces[i]->restoreState(QJsonDocument::fromJson(QByteArray::fromStdString(view->second)).object());
    }
    for (TrainingController *each : m_services->controllers())
        each->setKeptRuns(partFor(each->document().subject(), session).runs);
    setWorkspace(QString::fromStdString(session.workspace));
    m_fileBanner->hide();
}

/** A session, unless a workspace knows it for something of its own. */
void MainWindow::takeDropped(const QString &path)
{
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        if (m_workspaces[i]->takeFile(path)) {
            setWorkspace(QLatin1String(workspaces()[i].id));
            return;
        }
    }
    m_files->open(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = draggedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    // Not while whoever dragged it waits for the answer.
    QMetaObject::invokeMethod(
        m_files, [this, path] { takeDropped(path); }, Qt::QueuedConnection);
}

} // namespace actiscope
