#include "ui/charts/figure.h"

#include "ui/base/plot_picture.h"
#include "ui/charts/run_figure.h"

namespace actiscope {

QSize figureSize(std::size_t models)
{
    switch (models) {
    case 0:
    case 1:
        return {800, 960};
    case 2:
        return {1200, 960};
    case 3:
        return {1600, 960};
    default:
        return {1600, 1440};
    }
}

void checkFigurePath(const QString &path)
{
    (void)pictureFormatOf(path);
}

void saveRunFigure(const Snapshot &run, const PictureLayout &layout, double scale, const QString &path)
{
    const PictureFormat format = pictureFormatOf(path);
    writeWhole(path, RunFigure(run, layout).bytes(format, scale));
}

} // namespace actiscope
