// What the chart of a run can show over its epochs: rows of one table (series.cpp). A new one is its row. Those of figures have a value an epoch; those
// that are measured have one wherever a Surveyor looked.
#pragma once

#include "core/analysis/axis_range.h"
#include "core/training/measured_moment.h"
#include "core/training/run_record.h"
#include "core/training/run_survey.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

enum class SeriesScale {
    Linear,
    Either, ///< as somebody chooses
    Logarithmic,
};

struct SeriesKind {
    std::string_view name; ///< "dead-units"
    const char *title;     ///< "Dead units"
    const char *note;      ///< what is drawn, in a word or two below the title
    const char *help;      ///< one sentence
    SeriesScale scale = SeriesScale::Linear;
    double factor = 1;                                                ///< of what is drawn: 100 for percents
    double EpochFigures::*solid = nullptr;                            ///< of each epoch, on the test points …
    double EpochFigures::*dashed = nullptr;                           ///< … and on the training points
    std::vector<double> (*measured)(const MeasuredModel &) = nullptr; ///< of a moment: one value a curve
    bool (*applies)(const Experiment &) = nullptr;
    /** Of an axis for values most of which are in this range, none above it; null where the values say it. */
    AxisRange (*range)(const Experiment &, AxisRange values) = nullptr;
    const char *noteOfImages = nullptr; ///< instead of the note where so many (%1) images were looked at
};

std::span<const SeriesKind> seriesKinds();
/** The row of this name, or null. */
const SeriesKind *findSeries(std::string_view name);

/** The two that show most of an experiment: what is asked of it above, and what may be the cause below. */
std::vector<const SeriesKind *> usualSeries(const Experiment &experiment);

/** How many curves a kind has of a model. */
std::size_t curveCount(const SeriesKind &kind, const Experiment &experiment, std::size_t model);

/** What was measured, by the names of kinds, for a run that is kept when its moments are not. Several curves of a model follow one another. */
std::vector<NamedSeries> measuredSeries(const RunSurvey &survey);

} // namespace actiscope
