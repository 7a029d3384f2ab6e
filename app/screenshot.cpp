#include "app/screenshot.h"

#include "app/cli/command_line.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"
#include "core/base/errors.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"
#include "ui/window/workspaces.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <string_view>
#include <vector>

namespace actiscope {
namespace {

constexpr int longestRun = 120000; // ms

/** Runs the event loop until `done` says so, or for `milliseconds`. */
template <class Condition>
void waitUntil(Condition done, int milliseconds)
{
    QEventLoop loop;
    QTimer poll;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done() || clock.elapsed() > milliseconds)
            loop.quit();
    });
    poll.start(20);
    loop.exec();
}

} // namespace

std::vector<std::string_view> workspaceNames()
{
    std::vector<std::string_view> names;
    for (const WorkspaceEntry &entry : workspaces())
        names.push_back(entry.id);
    return names;
}

WindowLook readWindowLook(const Arguments &arguments)
{
    WindowLook look;
    if (arguments.has("theme"))
        look.scheme = readScheme(arguments.value("theme"), true);
    if (arguments.has("size"))
        look.size = readSize(arguments.value("size"), QSize(320, 240), QSize(10000, 10000));
    const std::vector<std::string_view> names = workspaceNames();
    if (arguments.has("workspace"))
        look.workspace = QString::fromStdString(chosenName(arguments, "workspace", names));
    return look;
}

void applyLook(MainWindow &window, const WindowLook &look)
{
    if (look.scheme)
        window.setColorScheme(*look.scheme);
    if (look.size.isValid())
        window.resize(look.size);
    window.setWorkspace(look.workspace);
}

int takeScreenshot(MainWindow &window, const OutputFile &file)
{
    constexpr int settling = 1500; // ms; layouts, and the finer boundaries of a run at rest
    Workspace *workspace = window.currentWorkspace();
    workspace->preparePicture();
    waitUntil([workspace] { return workspace->isPictureReady(); }, longestRun);
    waitUntil([] { return false; }, settling);

    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    window.grab().save(&buffer, "PNG");
    file.write(png.toStdString());
    return 0;
}

} // namespace actiscope
