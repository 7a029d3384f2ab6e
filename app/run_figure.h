// Draws the figure of a finished run without a display.
#pragma once

#include "core/snapshot.h"

#include <string>

namespace actiscope {

class OutputFile;

/** Throws ConfigurationError("figure", …) unless `path` is empty or ends in .png, .svg or .pdf. */
void checkFigurePath(const std::string &path);

/** Loss curves and boundaries in the format that the file's ending names. Throws OutputError. */
void writeFigure(const Snapshot &snapshot, const OutputFile &file);

} // namespace actiscope
