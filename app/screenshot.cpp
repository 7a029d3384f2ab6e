#include "app/screenshot.h"

#include "app/cli/command_line.h"
#include "app/cli/look_options.h"
#include "app/cli/output_file.h"
#include "core/base/errors.h"
#include "ui/base/language.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/subject.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/timeline/timeline_plot.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/training/training_workspace.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace.h"
#include "ui/window/workspaces.h"

#include <QBuffer>
#include <QPixmap>

#include <algorithm>
#include <string_view>
#include <vector>

namespace actiscope {
namespace {

constexpr int longestRun = 120'000;      ///< ms
constexpr int longestSurvey = 10'000;   ///< ms for the whole run to be looked at
constexpr int longestEvidence = 30'000; ///< ms for what is looked at to be found out

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
    if (arguments.has("language"))
        look.language = QString::fromStdString(chosenName(arguments, "language", languageNames()));
    const std::vector<std::string_view> names = workspaceNames();
    if (arguments.has("workspace"))
        look.workspace = QString::fromStdString(chosenName(arguments, "workspace", names));
    look.moment = readMoment(arguments);
    look.presents = arguments.has("presenter");
    const bool isOfNetworks = look.moment.experiment || look.moment.epoch || look.moment.rows;
    if (isOfNetworks && look.workspace.isEmpty())
        look.workspace = QLatin1String((look.moment.experiment ? subjectOf(*look.moment.experiment) : pointSubject()).id);
    const auto subject = std::ranges::find_if(subjects(), [&](const Subject &each) { return look.workspace == QLatin1String(each.id); });
    for (const char *option : {"experiment", "epoch", "show"}) {
        const bool isOther = option == std::string_view("experiment") && look.moment.experiment && subject != subjects().end()
                             && !subject->has(*look.moment.experiment);
        if (arguments.has(option) && (subject == subjects().end() || isOther))
            throw UsageError({ACTISCOPE_TR("core", "--%1: '%2' does not apply to --workspace %3; it does with --workspace %4"),
                              {option, arguments.value(option), look.workspace.toStdString(),
                               look.moment.experiment ? subjectOf(*look.moment.experiment).id : pointSubject().id}});
    }
    if (subject != subjects().end())
        requireRowsOf(*subject, look.moment);
    return look;
}

void applyLook(MainWindow &window, const WindowLook &look)
{
    if (look.scheme)
        window.setColorScheme(*look.scheme);
    if (look.size.isValid())
        window.resize(look.size);
    window.setWorkspace(look.workspace);
    if (auto *networks = qobject_cast<TrainingWorkspace *>(window.currentWorkspace())) {
        if (look.moment.experiment)
            networks->controller().document().apply(*look.moment.experiment); // can be undone
        if (look.moment.rows)
            networks->evidence()->showRows(*look.moment.rows);
    }
    if (look.presents)
        window.setPresenting(true);
}

int takeScreenshot(MainWindow &window, const WindowLook &look, const OutputFile &file)
{
    constexpr int settling = 1500; // ms; layouts, and the finer boundaries of a run at rest
    Workspace *workspace = window.currentWorkspace();
    const auto *networks = qobject_cast<TrainingWorkspace *>(workspace);
    if (look.moment.epoch)
        goToMoment(networks->controller(), look.moment.epoch);
    else
        workspace->preparePicture();
    waitUntil([&] { return look.moment.epoch || workspace->isPictureReady(); }, longestRun);
    waitUntil([] { return false; }, settling);
    if (networks) {
        const EvidenceView &evidence = *networks->evidence();
        waitUntil([&] { return !evidence.isVisible() || evidence.isExact(); }, longestEvidence);
        const TimelineView &timeline = *networks->timeline();
        waitUntil([&] { return !timeline.isVisible() || timeline.plot()->isSurveyed(); }, longestSurvey);
    }

    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    window.grab().save(&buffer, "PNG");
    file.write(png.toStdString());
    return 0;
}

} // namespace actiscope
