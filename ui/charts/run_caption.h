// What stands under a figure of a run: data, network and settings with their seeds, all that it takes to train it again, but for the activations, which the panels name.
#pragma once

#include <QStringList>

namespace actiscope {

struct Snapshot;

/** One part each: "moons: 1000 points, noise 0.2, seed 42". */
QStringList runCaption(const Snapshot &run);

} // namespace actiscope
