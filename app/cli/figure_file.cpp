#include "app/cli/figure_file.h"

#include "app/cli/offscreen_application.h"
#include "app/cli/output_file.h"
#include "core/base/errors.h"
#include "ui/base/plot_picture.h"
#include "ui/charts/figure.h"
#include "ui/charts/run_figure.h"

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

PageSize readFigurePage(const std::string &text)
{
    if (text.empty() || text == "auto")
        return {};
    return readPage("page", text, {smallestPicture, smallestPicture}, {largestPicture, largestPicture});
}

void writeFigure(const Snapshot &run, const PageSize &page, const OutputFile &file)
{
    const OffscreenApplication application;
    const PictureFormat format = pictureFormatOf(QString::fromStdString(file.path())); // of which the ending counts
    const QSize size = page.size.isEmpty() ? figureSize(run.models.size()) : page.size;
    const double scale = format == PictureFormat::Png ? page.scale : 1;
    file.write(RunFigure(run, {.size = size}).bytes(format, scale).toStdString());
}

} // namespace actiscope
