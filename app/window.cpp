#include "app/window.h"

#include "app/backend_catalog.h"
#include "app/backend_search.h"
#include "app/cli/command_line.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"
#include "app/cli/run_command.h"
#include "app/cli/wrapped_text.h"
#include "app/process/told.h"
#include "app/end_of_window.h"
#include "app/process/quiet_start.h"
#include "app/screenshot.h"
#include "core/base/errors.h"
#include "ui/base/language.h"
#include "ui/base/resources.h"
#include "ui/base/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/session_files.h"

#include <QApplication>
#include <QFile>
#include <QIcon>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

/** "functions, training". */
std::string workspaceText()
{
    std::string text;
    for (const std::string_view name : workspaceNames())
        text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

std::vector<Option> windowOptions()
{
    std::vector<Option> options = {
        {"theme", "NAME", ACTISCOPE_TR("core", "light, dark, or system to follow the desktop")},
        languageOption(),
        {"workspace", "NAME", {ACTISCOPE_TR("core", "%1: which is shown first"), {workspaceText()}}},
        {"size", "WxH", ACTISCOPE_TR("core", "size of the window in pixels")},
        {"presenter", "", ACTISCOPE_TR("core", "the plots alone, larger, as with F5")},
        {"screenshot", "FILE", ACTISCOPE_TR("core", "write a picture of the window as PNG and end; needs no display")},
        {"help", "", ACTISCOPE_TR("core", "this text")},
        {"version", "", ACTISCOPE_TR("core", "the version")},
    };
    for (Option &option : momentOptions()) {
        if (option.name == "epoch")
            option.applies = {{.option = "screenshot"}};
        options.insert(options.end() - 4, std::move(option));
    }
    return options;
}

std::string helpText()
{
    const std::string what = told(ACTISCOPE_TR("core", "actiscope: makes visible what an activation function does to a neural network"));
    const std::string ways = told(ACTISCOPE_TR("core", "Without a subcommand it opens the window, and with 'actiscope FILE' the session of a file in it. 'actiscope SUBCOMMAND "
                                                       "--help' explains one; none needs a display."));
    return wrapped(what) + "\n\n" + wrapped(ways) + "\n\n" + commandHelp() + "\n" + told(ACTISCOPE_TR("core", "Options of the window:")) + "\n" + optionHelp(windowOptions());
}

/** What was given: options, and perhaps a session's file. */
struct WindowArguments {
    std::vector<std::string> options = {};
    std::string file = {};
};

WindowArguments separated(std::span<const std::string> given, std::span<const Option> table)
{
    WindowArguments arguments;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string &argument = given[i];
        if (!argument.starts_with("-") && !arguments.file.empty())
            throw UsageError({ACTISCOPE_TR("core", "'%1' is one file too many; a window opens one session"), {argument}});
        if (!argument.starts_with("-")) {
            arguments.file = argument;
            continue;
        }
        arguments.options.push_back(argument);
        const std::string name = argument.substr(0, argument.find('='));
        const auto option = std::ranges::find_if(table, [&](const Option &each) { return name == "--" + each.name; });
        // What follows an option is its value; also of one that there is not, which is then what is complained of.
        const bool takesNext = name == argument && (option == table.end() || !option->placeholder.empty());
        if (takesNext && i + 1 < given.size())
            arguments.options.push_back(given[++i]);
    }
    if (!arguments.file.empty() && !std::ifstream(arguments.file))
        throw UsageError({ACTISCOPE_TR("core", "'%1' cannot be opened: %2; the file of a session can"), {arguments.file, std::strerror(errno)}});
    return arguments;
}

/** Qt ends the program where there is no display; the reason should be one line. */
void requireDisplay()
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        throw OutputError(ACTISCOPE_TR("core", "there is no display (DISPLAY and WAYLAND_DISPLAY are not set); the subcommands need none, see --help"));
}

/** The user's own, or for a picture some that are gone with it. What --language asks for is there before the window reads them. */
std::unique_ptr<QSettings> settingsFor(const WindowLook &look, const QString &file = {})
{
    auto settings = file.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(file, QSettings::IniFormat);
    if (!look.language.isEmpty())
        settings->setValue(QStringLiteral("window/language"), look.language);
    return settings;
}

/** Where the file is damaged the window says so, and `fails` does. */
void openSession(MainWindow &window, const QString &file, const std::function<void(const std::string &)> &fails)
{
    if (file.isEmpty())
        return;
    std::string problem;
    const auto listening = QObject::connect(&window.sessionFiles(), &SessionFiles::problem, &window,
                                            [&problem](const QString &text) { problem = text.toStdString(); });
    window.sessionFiles().openFile(file);
    QObject::disconnect(listening);
    if (!problem.empty())
        fails(problem);
}

/** A picture shows what everybody sees at the first start, and leaves the user's own state alone. */
int showForPicture(const WindowLook &look, const OutputFile &picture, const QString &file)
{
    const QTemporaryDir folder;
    MainWindow window(makeBackendCatalog(), settingsFor(look, folder.filePath(QStringLiteral("picture.ini"))));
    openSession(window, file, [](const std::string &problem) { throw OutputError(problem); });
    applyLook(window, look);
    window.show();
    return takeScreenshot(window, look, picture);
}

int showWindow(const WindowLook &look, const QString &file)
{
    BackendSearch search(backendFinder());
    MainWindow window(search.provisional(), settingsFor(look));
    search.whenFound([&window](const BackendCatalog &found) { window.setCatalog(found); });
    openSession(window, file, [](const std::string &problem) { std::fprintf(stderr, "actiscope: %s\n", problem.c_str()); });
    WindowLook fitting = look; // a screen of many dots an inch has fewer pixels than it has dots
    if (fitting.size.isValid())
        fitting.size = fitting.size.boundedTo(window.screen()->availableSize());
    applyLook(window, fitting);
    const EndSignals signalsToEnd([&window](int number) {
        window.saveState();
        window.hide();
        QCoreApplication::exit(128 + number);
    });
    for (const auto asked : {&QGuiApplication::commitDataRequest, &QGuiApplication::saveStateRequest})
        QObject::connect(qApp, asked, &window, &MainWindow::saveState, Qt::DirectConnection);
    window.show();
    // Kernels are built while the user looks at the functions, but not before there is something to look at.
    QTimer::singleShot(1000, &window, &MainWindow::begin);
    const int status = QApplication::exec();
    if (!window.savingProblem().isEmpty())
        std::fprintf(stderr, "actiscope: %s\n", qUtf8Printable(window.savingProblem()));
    endSoon(status);
    return status;
}

int openWindow(int argc, char *argv[], const Arguments &arguments, const std::string &file)
{
    const OutputFile picture("screenshot", arguments.value("screenshot"));
    const WindowLook look = readWindowLook(arguments);
    if (picture)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    requireDisplay();

    auto quiet = std::make_optional<QuietStart>();
    QApplication application(argc, argv);
    quiet.reset();
    noteWhatIsMissing(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Actiscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Actiscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ACTISCOPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("actiscope"));
    initResources();
    useLanguage(look.language); // also for what is said before there is a window
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/actiscope.svg")));

    const QString session = QFile::decodeName(file.c_str());
    return picture ? showForPicture(look, picture, session) : showWindow(look, session);
}

} // namespace

int runWindow(int argc, char *argv[])
{
    return reportingErrors("actiscope", [&] {
        const std::vector<Option> options = windowOptions();
        const std::vector<std::string> given(argv + 1, argv + argc);
        for (const std::string &argument : given) {
            if (argument == "-h" || argument == "--help") {
                writeStandardOutput(helpText());
                return 0;
            }
        }
        const WindowArguments parts = separated(given, options);
        const Arguments arguments(options, parts.options);
        if (arguments.has("version")) {
            writeStandardOutput("actiscope " ACTISCOPE_VERSION "\n");
            return 0;
        }
        return openWindow(argc, argv, arguments, parts.file);
    });
}

bool isSessionName(const std::string &argument)
{
    std::error_code error;
    const bool isFile = argument.ends_with(".actiscope") || std::filesystem::is_regular_file(argument, error);
    return isFile && !isSubcommand(argument);
}

} // namespace actiscope
