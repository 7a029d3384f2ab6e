#include "app/cli/figure_file.h"

#include "app/cli/offscreen_application.h"
#include "app/cli/output_file.h"
#include "core/base/errors.h"
#include "core/data/data_source.h"
#include "ui/base/plot_picture.h"
#include "ui/charts/figure.h"
#include "ui/charts/run_figure.h"
#include "ui/training/seeds/seeds_data.h"
#include "ui/training/seeds/seeds_export.h"

#include <memory>

namespace actiscope {

void requireFigureFormat(const std::string &path)
{
    if (path.empty())
        return;
    try {
        checkFigurePath(QString::fromStdString(path));
    } catch (const std::exception &) {
        throw ConfigurationError("figure", path, ACTISCOPE_TR("core", "a file name that ends in .png, .svg or .pdf"));
    }
}

PageSize readFigurePage(const std::string &text)
{
    if (text.empty() || text == "auto")
        return {};
    return readPage("page", text, {smallestPicture, smallestPicture}, {largestPicture, largestPicture});
}

namespace {

/** Of a figure of seeds: before there is one, its models are all that is known. */
QSize seedsFigureSize(const PageSize &page, std::size_t models)
{
    return page.size.isEmpty() ? SeedsExport::usualSize(models) : page.size;
}

} // namespace

std::optional<GridSpec> seedsFigureGrid(const Experiment &experiment, const PageSize &page)
{
    const std::size_t models = experiment.models.size();
    const auto data = makeDataset(experiment.data, experiment.split, experiment.preparation);
    return seedsGrid(*data, seedsFigureSize(page, models).width(), models);
}

void writeSeedsFigure(const SeedStudy &study, const SeedSummary &summary, const PageSize &page, const OutputFile &file)
{
    const OffscreenApplication application;
    const PictureFormat format = pictureFormatOf(QString::fromStdString(file.path()));
    const auto progress = std::make_shared<const SeedProgress>(SeedProgress{1, study, summary, false, {}});
    const SeedsExport source(progress, Theme::light().forFigure());
    const PictureLayout layout{.size = seedsFigureSize(page, study.experiment.models.size()),
                               .title = source.title(),
                               .theme = source.theme()};
    file.write(source.picture(layout, format, format == PictureFormat::Png ? page.scale : 1).toStdString());
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
