#include "app/output_file.h"

#include "core/errors.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QString>

#include <cstdio>
#include <utility>

namespace actiscope {
namespace {

/** Devices and pipes are written through: replacing them by a file is not what anybody means. */
bool isSpecial(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

template <class File>
bool open(File &file)
{
    return file.open(QIODevice::WriteOnly);
}

/** Why nothing can be written at `path`, or an empty text. */
QString obstacle(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QStringLiteral("it is a folder; a file name is accepted");
    if (!QFileInfo(info.absolutePath()).isDir())
        return QStringLiteral("the folder does not exist");
    if (isSpecial(path))
        return {};
    QSaveFile trial(path);
    if (open(trial)) {
        trial.cancelWriting();
        return {};
    }
    return QStringLiteral("it cannot be written: ") + trial.errorString();
}

} // namespace

OutputFile::OutputFile(std::string option, std::string path) : m_option(std::move(option)), m_path(std::move(path))
{
    if (m_path.empty() || isStandardOutput())
        return;
    const QString reason = obstacle(QString::fromStdString(m_path));
    if (!reason.isEmpty())
        throw ConfigurationError(m_option, m_path, reason.toStdString());
}

bool OutputFile::sameTarget(const OutputFile &other) const
{
    if (m_path.empty() || other.m_path.empty())
        return false;
    const auto absolute = [](const OutputFile &file) { return QFileInfo(QString::fromStdString(file.m_path)).absoluteFilePath(); };
    return isStandardOutput() == other.isStandardOutput() && (isStandardOutput() || absolute(*this) == absolute(other));
}

void OutputFile::write(const std::string &content) const
{
    if (isStandardOutput())
        return writeStandardOutput(content);
    const QString path = QString::fromStdString(m_path);
    const auto size = static_cast<qint64>(content.size());
    const auto fail = [this](const QString &reason) {
        throw OutputError("--" + m_option + ": '" + m_path + "' could not be written: " + reason.toStdString());
    };
    if (isSpecial(path)) {
        QFile file(path);
        if (!open(file) || file.write(content.data(), size) != size || !file.flush())
            fail(file.errorString());
        return;
    }
    QSaveFile file(path);
    if (!open(file) || file.write(content.data(), size) != size || !file.commit())
        fail(file.errorString());
}

void writeStandardOutput(const std::string &content)
{
    const bool written = std::fwrite(content.data(), 1, content.size(), stdout) == content.size() && std::fflush(stdout) == 0;
    if (!written)
        throw OutputError("standard output could not be written");
}

} // namespace actiscope
