// Pictures of the window made by the program itself, and how the window looks when it opens.
#pragma once

#include "app/cli/shown_moment.h"
#include "ui/base/theme.h"

#include <QSize>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace actiscope {

class Arguments;
class MainWindow;
class OutputFile;

/** What --theme, --workspace and --size ask for, and --experiment, --epoch and --show. */
struct WindowLook {
    std::optional<ColorScheme> scheme;
    QString language = {};   ///< empty: as the user left it
    QString workspace; ///< empty: as the user left it
    QSize size;        ///< invalid: as the user left it
    ShownMoment moment = {}; ///< of the Training workspace
    bool presents = false;   ///< the plots alone
};

/** Those of --workspace. */
std::vector<std::string_view> workspaceNames();

/** Throws ConfigurationError. */
WindowLook readWindowLook(const Arguments &arguments);

void applyLook(MainWindow &window, const WindowLook &look);

/** Lets the workspace that is shown do what is worth a picture (training: finish its run), writes a PNG of the window and returns the exit
 *  status. Throws OutputError. */
int takeScreenshot(MainWindow &window, const WindowLook &look, const OutputFile &file);

} // namespace actiscope
