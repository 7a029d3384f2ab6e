// Runs the built program as a user would, without a display, and gives back all that can be seen from outside.
#pragma once

#include "tests/support/reference_data.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

#include <stdexcept>
#include <utility>
#include <vector>

namespace actiscope {

struct ProgramResult {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
    bool crashed = false;

    QStringList errorLines() const { return QString::fromUtf8(errors).split('\n', Qt::SkipEmptyParts); }
};

using ProgramEnvironment = std::vector<std::pair<QString, QString>>;

/** Runs `actiscope arguments…` in `folder` with `environment` added; no display is offered. */
inline ProgramResult runProgram(const QStringList &arguments, const ProgramEnvironment &environment = {}, const QString &folder = {})
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        all.remove(display);
    for (const auto &[name, value] : environment)
        all.insert(name, value);
    QProcess process;
    process.setProcessEnvironment(all);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(ACTISCOPE_PROGRAM), arguments);
    if (!process.waitForStarted() || !process.waitForFinished(300000))
        throw std::runtime_error("actiscope did not run to its end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError(),
            process.exitStatus() == QProcess::CrashExit};
}

/** What makes OpenCL find nothing. */
inline ProgramEnvironment withoutOpenCl()
{
    return {{"OCL_ICD_VENDORS", "/nonexistent"}};
}

/** The lines of a CSV text without its header. */
inline std::vector<QStringList> csvRows(const QByteArray &csv)
{
    std::vector<QStringList> rows;
    for (const QString &line : QString::fromUtf8(csv).split('\n', Qt::SkipEmptyParts).mid(1))
        rows.push_back(reference::splitCsvLine(line));
    return rows;
}

} // namespace actiscope
