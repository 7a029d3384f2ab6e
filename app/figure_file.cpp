#include "app/figure_file.h"

#include "app/output_file.h"
#include "app/quiet_start.h"
#include "core/errors.h"
#include "ui/base/theme.h"
#include "ui/figures/figure.h"

#include <QApplication>

namespace actiscope {

void requireFigureFormat(const std::string &path)
{
    if (path.empty())
        return;
    try {
        checkFigurePath(QString::fromStdString(path));
    } catch (const std::exception &) {
        throw ConfigurationError("figure", path, "a file name that ends in .png, .svg or .pdf");
    }
}

void writeFigure(const Snapshot &run, const OutputFile &file)
{
    // Text and plots need an application even where nothing is shown; only here, because it takes a moment to start.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argumentCount = 1;
    char name[] = "actiscope";
    char *arguments[] = {name, nullptr};
    const QuietStart quiet;
    const QApplication application(argumentCount, arguments);
    try {
        saveRunFigure(run, Theme::light(), figureSize(run.models.size()), QString::fromStdString(file.path()));
    } catch (const std::exception &error) {
        throw OutputError("--figure: '" + file.path() + "' could not be written: " + error.what());
    }
}

} // namespace actiscope
