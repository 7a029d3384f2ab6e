// The figure of a run as a file, drawn without a display.
#pragma once

#include "core/snapshot.h"

#include <cstddef>
#include <string>

namespace actiscope {

class OutputFile;

/** More than that nobody can tell apart, and they would take minutes to draw. */
inline constexpr std::size_t mostFigureModels = 64;

/** Throws ConfigurationError("figure", …) unless `path` is empty or ends in .png, .svg or .pdf. */
void requireFigureFormat(const std::string &path);

/** Loss curves and boundaries in the format that the file's ending names. Throws OutputError. */
void writeFigure(const Snapshot &run, const OutputFile &file);

} // namespace actiscope
