#include "ui/window/session_files.h"

#include "ui/base/language.h"
#include "ui/base/translation.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/experiment_state.h"
#include "ui/training/document/subject.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>
#include <memory>
#include <utility>

namespace actiscope {

namespace {

constexpr int keepDelay = 700; ///< ms after the last change
constexpr qsizetype maxRecent = 8;

QString fileFilter()
{
    return SessionFiles::tr("Sessions of Actiscope (*.%1)").arg(SessionFiles::ending());
}

/** One of whose experiments cannot be shown, or is not of the workspace that it is said to be of: why; else empty. */
QString whyNoSession(const Session &session)
{
    QString why = whyNotShown(session.experiment);
    for (const auto &[name, part] : session.parts) {
        const bool isItsOwn = name == subjectOf(part.experiment).id;
        if (why.isEmpty())
            why = isItsOwn ? whyNotShown(part.experiment) : SessionFiles::tr("parts/%1 is an experiment of another workspace").arg(QString::fromStdString(name));
    }
    return why;
}

} // namespace

SessionFiles::SessionFiles(std::vector<ExperimentDocument *> documents, Host host, const QString &folder, QWidget *window)
    : QObject(window), m_documents(std::move(documents)), m_host(std::move(host)), m_autosave(folder), m_window(window)
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepDelay);
    connect(&m_keepTimer, &QTimer::timeout, this, &SessionFiles::keep);
    for (ExperimentDocument *document : m_documents) {
        connect(document, &ExperimentDocument::experimentChanged, &m_keepTimer, qOverload<>(&QTimer::start));
        connect(&document->undo(), &QUndoStack::cleanChanged, this, &SessionFiles::changed);
        connect(&document->undo(), &QUndoStack::cleanChanged, &m_keepTimer, qOverload<>(&QTimer::start));
    }
}

bool SessionFiles::isModified() const
{
    return std::ranges::any_of(m_documents, &ExperimentDocument::isModified);
}

QString SessionFiles::name() const
{
    return QFileInfo(m_path).fileName();
}

void SessionFiles::setRecent(const QStringList &paths)
{
    m_recent = paths.first(std::min(paths.size(), maxRecent));
    emit changed();
}

void SessionFiles::report(LiveText what)
{
    m_problem = std::move(what);
    emit problem(m_problem());
}

void SessionFiles::setPath(const QString &path)
{
    m_problem = {};
    m_path = path;
    if (!path.isEmpty()) {
        m_recent.removeAll(path);
        m_recent.prepend(path);
    }
    setRecent(m_recent);
    keep();
}

bool SessionFiles::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QFile file(absolute);
    const auto fail = [&](const LiveText &why) {
        m_recent.removeAll(QFileInfo::exists(absolute) ? QString() : absolute);
        report([absolute, why] { return tr("%1 cannot be opened: %2").arg(QDir::toNativeSeparators(absolute), why()); });
        emit changed();
        return false;
    };
    if (!file.open(QIODevice::ReadOnly))
        return fail([why = file.errorString()] { return why; });
    const QByteArray text = file.read(qint64(maxSessionBytes) + 1); // one more says that it is too long
    try {
        const auto session = std::make_shared<const Session>(parseSession({text.constData(), std::size_t(text.size())}));
        if (!whyNoSession(*session).isEmpty())
            return fail([session] { return whyNoSession(*session); });
        m_host.show(*session);
    } catch (const Error &error) {
        return fail([message = error.message()] { return translated(message); });
    }
    setPath(absolute);
    return true;
}

bool SessionFiles::open(const QString &path)
{
    return mayLeave() && openFile(path);
}

void SessionFiles::chooseAndOpen()
{
    const QString folder = m_path.isEmpty() && !m_recent.isEmpty() ? m_recent.front() : m_path;
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a session"), QFileInfo(folder).path(), fileFilter());
    if (!path.isEmpty())
        open(path);
}

void SessionFiles::begin()
{
    if (!mayLeave())
        return;
    for (ExperimentDocument *document : m_documents)
        document->load(document->subject().firstExperiment());
    setPath({});
}

bool SessionFiles::save()
{
    return m_path.isEmpty() ? saveAs() : saveTo(m_path);
}

bool SessionFiles::saveAs()
{
    const QString suggested = m_path.isEmpty() ? tr("session") + QLatin1Char('.') + ending() : m_path;
    QString path = QFileDialog::getSaveFileName(m_window, tr("Save the session"), suggested, fileFilter());
    if (path.isEmpty())
        return false;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + ending();
    return saveTo(path);
}

bool SessionFiles::saveTo(const QString &path)
{
    const QByteArray text = QByteArray::fromStdString(sessionText(m_host.collect()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        report([path, why = file.errorString()] { return tr("%1 cannot be saved: %2").arg(QDir::toNativeSeparators(path), why); });
        return false;
    }
    for (ExperimentDocument *document : m_documents)
        document->undo().setClean();
    setPath(QFileInfo(path).absoluteFilePath());
    emit saved(QDir::toNativeSeparators(path));
    return true;
}

bool SessionFiles::ask()
{
    const QString text =
        m_path.isEmpty() ? tr("The session has changes that are in no file.") : tr("%1 has changes that are not saved.").arg(name());
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), text, QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel,
                    m_window);
    box.setTextFormat(Qt::PlainText);
    QStringList changes;
    for (const ExperimentDocument *document : m_documents) {
        if (document->isModified())
            changes << document->undo().undoText();
    }
    box.setInformativeText(changes.join(QLatin1Char('\n')));
    box.button(QMessageBox::Discard)->setText(tr("Discard")); // Qt's own Korean is "ignore"
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

bool SessionFiles::mayLeave()
{
    return !isModified() || ask();
}

void SessionFiles::keep()
{
    m_keepTimer.stop();
    if (!isModified()) {
        m_autosave.keep({});
        return;
    }
    Session session = m_host.collect();
    session.file = m_path.toStdString();
    if (!m_autosave.keep(QByteArray::fromStdString(sessionText(session))))
        report([why = m_autosave.problem()] { return tr("Unsaved changes cannot be kept: %1").arg(why); });
}

void SessionFiles::offerLost()
{
    m_lost = m_autosave.findLost();
    offerAgain();
}

void SessionFiles::offerAgain()
{
    if (m_problem)
        emit problem(m_problem());
    else if (m_lost)
        emit lostFound(
            tr("Changes of %1 were not saved when the program ended.").arg(localeOfTexts().toString(m_lost->changed, QLocale::ShortFormat)));
}

void SessionFiles::takeLost()
{
    if (!m_lost || !mayLeave())
        return;
    try {
        const Session session = parseSession({m_lost->text.constData(), std::size_t(m_lost->text.size())});
        m_host.show(session);
        m_path = QString::fromStdString(session.file);
        for (ExperimentDocument *document : m_documents)
            document->undo().resetClean(); // it is in no file as it is
        emit changed();
        keep();
    } catch (const Error &error) {
        report([message = error.message()] { return tr("What was not saved cannot be read: %1").arg(translated(message)); });
    }
    forgetLost();
}

void SessionFiles::discardLost()
{
    forgetLost();
    offerLost(); // another window may have left something, too
}

void SessionFiles::dismiss()
{
    if (!m_problem)
        return discardLost();
    m_problem = {};
    offerAgain();
}

void SessionFiles::forgetLost()
{
    if (m_lost)
        Autosave::remove(*m_lost);
    m_lost.reset();
}

} // namespace actiscope
