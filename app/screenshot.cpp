#include "app/screenshot.h"

#include "app/command_line.h"
#include "app/output_file.h"
#include "core/errors.h"
#include "ui/main_window.h"
#include "ui/training/training_workspace.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <array>
#include <utility>

namespace actiscope {
namespace {

constexpr int longestRun = 120000; // ms

ColorScheme readScheme(const std::string &name)
{
    constexpr std::array<std::pair<const char *, ColorScheme>, 3> schemes = {
        {{"light", ColorScheme::Light}, {"dark", ColorScheme::Dark}, {"system", ColorScheme::System}}};
    for (const auto &[known, scheme] : schemes) {
        if (name == known)
            return scheme;
    }
    throw ConfigurationError("theme", name, "light, dark or system");
}

QSize readSize(const std::string &text)
{
    const QStringList sides = QString::fromStdString(text).split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    const bool fits = size.boundedTo(QSize(10000, 10000)) == size && size.expandedTo(QSize(320, 240)) == size;
    if (!isWidth || !isHeight || sides.size() != 2 || !fits)
        throw ConfigurationError("size", text, "width and height from 320x240 to 10000x10000, as in 1280x800");
    return size;
}

bool isOver(const Snapshot *snapshot)
{
    return snapshot && (snapshot->state == RunState::Finished || snapshot->state == RunState::Failed);
}

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

WindowLook readWindowLook(const Arguments &arguments)
{
    WindowLook look;
    if (arguments.has("theme"))
        look.scheme = readScheme(arguments.value("theme"));
    if (arguments.has("size"))
        look.size = readSize(arguments.value("size"));
    look.workspace = QString::fromStdString(arguments.value("workspace"));
    if (arguments.has("workspace") && look.workspace != QStringLiteral("functions") && look.workspace != QStringLiteral("training"))
        throw ConfigurationError("workspace", look.workspace.toStdString(), "functions or training");
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
    TrainingWorkspace *training = window.training();
    if (training->isVisible()) {
        waitUntil([training] { return training->snapshot() && training->snapshot()->state == RunState::Ready; }, longestRun);
        training->playOrPause();
        waitUntil([training] { return isOver(training->snapshot().get()); }, longestRun);
    }
    waitUntil([] { return false; }, settling);

    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    window.grab().save(&buffer, "PNG");
    file.write(png.toStdString());
    return 0;
}

} // namespace actiscope
