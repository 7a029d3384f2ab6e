// The training figures within epochs, as a thin line between the rows of their epochs. GUI thread.
#pragma once

#include "core/training/history.h"
#include "ui/base/plot.h"

#include <cstdint>
#include <span>

namespace actiscope {

/** Which figure of a part stands within the epochs of this figure of rows; null where none does. */
double PartFigures::*partFigureOf(double EpochFigures::*figure);

/** Shows the parts of all epochs of a model, each where it ends, times `factor`; `coming` are those of epoch `epoch`, as far as they have come. */
void showParts(QCPGraph &graph, const History &history, double PartFigures::*figure, double factor = 1, std::span<const PartFigures> coming = {},
               std::int64_t epoch = 0);

/** Of a curve with this pen. */
QPen penWithinEpochs(const QPen &curve);

/** Whether so many epochs on an axis of so many pixels have room for what is within them. */
bool hasRoomWithinEpochs(double epochs, double pixels);

} // namespace actiscope
