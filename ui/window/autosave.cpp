#include "ui/window/autosave.h"

#include "core/io/session_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

#include <utility>

namespace actiscope {

namespace {

/** Taken by the window whose work is in the file, as long as the window is. */
std::unique_ptr<QLockFile> lockOf(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a window may be open for days; one that is no more is known by its process
    return lock;
}

} // namespace

Autosave::Autosave(QString folder) : m_folder(std::move(folder)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) {}

QString Autosave::fileOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name + QStringLiteral(".actiscope");
}

bool Autosave::own()
{
    if (m_lock)
        return true;
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = lockOf(fileOf(m_name));
    if (!lock->tryLock(0))
        return false;
    m_lock = std::move(lock);
    return true;
}

bool Autosave::keep(const QByteArray &text)
{
    if (text == m_kept)
        return true;
    if (text.isEmpty()) {
        QFile::remove(fileOf(m_name));
        m_lock.reset();
        m_kept.clear();
        return true;
    }
    QSaveFile file(fileOf(m_name));
    const bool isKept = own() && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    m_problem = isKept ? QString() : file.errorString();
    if (isKept)
        m_kept = text;
    return isKept;
}

std::optional<Autosave::Lost> Autosave::findLost() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({QStringLiteral("*.actiscope")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : files) {
        std::shared_ptr<QLockFile> lock = lockOf(info.filePath());
        QFile file(info.filePath());
        if (info.baseName() == m_name || info.size() > qint64(maxSessionBytes) || !lock->tryLock(0) || !file.open(QIODevice::ReadOnly))
            continue;
        return Lost{info.filePath(), info.lastModified(), file.readAll(), std::move(lock)};
    }
    return std::nullopt;
}

void Autosave::remove(const Lost &lost)
{
    QFile::remove(lost.path);
    lost.lock->unlock();
}

} // namespace actiscope
