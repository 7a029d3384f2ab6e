#include "app/figure_file.h"

#include "app/offscreen_application.h"
#include "app/output_file.h"
#include "core/errors.h"
#include "ui/base/theme.h"
#include "ui/base/plot_picture.h"
#include "ui/figures/figure.h"
#include "ui/figures/run_figure.h"

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
    const OffscreenApplication application;
    const PictureFormat format = pictureFormatOf(QString::fromStdString(file.path())); // of which the ending counts
    file.write(RunFigure(run, Theme::light(), figureSize(run.models.size())).bytes(format).toStdString());
}

} // namespace actiscope
