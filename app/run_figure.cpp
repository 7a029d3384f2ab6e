#include "app/run_figure.h"

#include "app/output_file.h"
#include "core/errors.h"

namespace actiscope {

void checkFigurePath(const std::string &path)
{
    if (!path.empty() && !path.ends_with(".png") && !path.ends_with(".svg") && !path.ends_with(".pdf"))
        throw ConfigurationError("figure", path, "a file name that ends in .png, .svg or .pdf");
}

void writeFigure(const Snapshot &, const OutputFile &file)
{
    throw OutputError("--figure: '" + file.path() + "' could not be written: figures are being made");
}

} // namespace actiscope
