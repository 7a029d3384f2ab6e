// The figure of a run, or of many seeds, as a file, drawn without a display.
#pragma once

#include "app/cli/look_options.h"
#include "core/training/seeds/seed_summary.h"
#include "core/training/snapshot.h"

#include <cstddef>
#include <optional>
#include <string>

namespace actiscope {

class OutputFile;

/** More than that nobody can tell apart, and they would take minutes to draw. */
inline constexpr std::size_t maxFigureModels = 64;

/** Throws ConfigurationError("figure", …) unless `path` is empty or ends in .png, .svg or .pdf. */
void requireFigureFormat(const std::string &path);

/** The option --page: "auto", a page's name, or a size. An empty size stands for what suits the number of models. Throws ConfigurationError. */
PageSize readFigurePage(const std::string &text);

/** Where boundaries are to be known for a figure of many seeds; nothing where there is no plane. */
std::optional<GridSpec> seedsFigureGrid(const Experiment &experiment, const PageSize &page);

/** Means, intervals, paired differences and the verdict, as the window draws them. Throws OutputError. */
void writeSeedsFigure(const SeedStudy &study, const SeedSummary &summary, const PageSize &page, const OutputFile &file);

/** Loss curves and boundaries in the format that the file's ending names. Throws OutputError. */
void writeFigure(const Snapshot &run, const PageSize &page, const OutputFile &file);

} // namespace actiscope
