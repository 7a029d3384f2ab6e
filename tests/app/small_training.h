// Arguments of a training that is over at once, and what it has written.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

namespace actiscope {

inline QStringList small(const QStringList &more)
{
    return QStringList{"train", "--samples", "60", "--hidden", "8", "--epochs", "5"} + more;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace actiscope
