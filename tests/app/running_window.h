// The window of the program in a process of its own, on no screen.
#pragma once

#include "tests/app/program.h"

#include "tests/support/patience.h"

#include <QSettings>
#include <QTemporaryDir>

#include <stdexcept>

namespace actiscope {

/** The window of the program, on no screen, with a home of its own. */
class RunningWindow {
public:
    explicit RunningWindow(const QStringList &arguments = {}, const ProgramEnvironment &more = withoutOpenCl()) { start(arguments, more); }
    /** Again, in the same home. */
    void start(const QStringList &arguments, const ProgramEnvironment &more = withoutOpenCl())
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.filePath(QStringLiteral("cache")));
        environment.insert(QStringLiteral("POCL_CACHE_DIR"), QString());
        for (const auto &[name, value] : more)
            environment.insert(name, value);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(ACTISCOPE_PROGRAM), arguments);
        if (!process.waitForStarted())
            throw std::runtime_error("actiscope did not start");
    }
    ~RunningWindow()
    {
        process.kill();
        process.waitForFinished();
    }

    /** What it wrote on standard error, without what Qt says of having no screen. */
    QStringList said()
    {
        QStringList lines = QString::fromUtf8(process.readAllStandardError()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("This plugin does not support")); });
        return lines;
    }
    QString home() const { return m_home.path(); }
    /** Where it keeps what it keeps. */
    QString file() const { return m_home.filePath(QStringLiteral("Actiscope/Actiscope.conf")); }
    QVariant saved(const QString &key) const { return QSettings(file(), QSettings::IniFormat).value(key); }

    QProcess process;

private:
    QTemporaryDir m_home;
};

} // namespace actiscope
