#include "app/cli/picture_options.h"

#include "app/cli/look_options.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "ui/base/picture_layout.h"

#include <stdexcept>

namespace actiscope {
namespace {

double readScale(const Arguments &arguments, const PageSize &page, PictureFormat format)
{
    if (!arguments.has("scale"))
        return format == PictureFormat::Png ? page.scale : 1;
    const QSize size = page.size;
    const double scale = arguments.number("scale");
    if (scale < smallestScale || scale > largestScale)
        throw ConfigurationError("scale", arguments.value("scale"),
                                 {ACTISCOPE_TR("core", "a number from %1 to %2"), {numberText(smallestScale), numberText(largestScale)}});
    if (format == PictureFormat::Png && !fitsMemory(size, scale))
        throw ConfigurationError("scale", arguments.value("scale"), {ACTISCOPE_TR("core", "at most %1 million pixels in a PNG"), {numberText(maxPixels / 1e6)}});
    return scale;
}

PictureFormat readFormat(const std::string &path)
{
    try {
        return pictureFormatOf(QString::fromStdString(path));
    } catch (const std::exception &) {
        throw ConfigurationError("out", path, ACTISCOPE_TR("core", "a file name that ends in .png, .svg or .pdf"));
    }
}

} // namespace

std::vector<Option> pictureOptions(const std::string &titleHelp)
{
    const PictureLayout defaults;
    return {
        {"size",
         "WxH|PAGE",
         {ACTISCOPE_TR("core", "size in pixels of 1/96 inch, or a page: %1"), {pageNames()}},
         {std::to_string(defaults.size.width()) + "x" + std::to_string(defaults.size.height())}},
        {"scale", "S", ACTISCOPE_TR("core", "enlarges everything: 2 gives four times as many pixels; 1, but for paper 3.125 (300 dots an inch)")},
        {"theme", "NAME", ACTISCOPE_TR("core", "light or dark"), {"light"}},
        {"title",
         "TEXT",
         titleHelp,
         {},
         false,
         {{.option = "no-title", .isAbsent = true}}},
        {"no-title", "", ACTISCOPE_TR("core", "no line above the plots")},
        {"out", "FILE", ACTISCOPE_TR("core", "where to write: .png, .svg or .pdf")},
    };
}

PictureRequest readPicture(const Arguments &arguments)
{
    PictureRequest request;
    request.format = readFormat(arguments.value("out"));
    const PageSize page = readPage("size", arguments.value("size"), {smallestPicture, smallestPicture}, {largestPicture, largestPicture});
    request.size = page.size;
    request.scale = readScale(arguments, page, request.format);
    request.scheme = readScheme(arguments.value("theme"), false);
    if (arguments.has("title"))
        request.title = QString::fromStdString(arguments.value("title"));
    else if (arguments.has("no-title"))
        request.title = QString();
    return request;
}

} // namespace actiscope
