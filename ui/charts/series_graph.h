// Curves of any length in a plot, drawn in the time that their pixels take. GUI thread.
#pragma once

#include "core/drawing/decimated_series.h"
#include "ui/base/plot.h"

#include <cstddef>

namespace actiscope {

/** The graph shows the series: row by row, or, from more than `maxRows` on, the least and greatest values of its parts, which are at least half as many
 *  and look the same. `shown` is how many of its values the graph shows already. */
void showSeries(QCPGraph &graph, const DecimatedSeries &series, std::size_t shown, std::size_t maxRows);

} // namespace actiscope
