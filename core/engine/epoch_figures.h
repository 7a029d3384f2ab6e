// What is measured of a model at an epoch.
#pragma once

namespace actiscope {

/** Figures of one model at one epoch. Losses are means over the samples (natural log), accuracies shares in [0, 1], or NaN
 *  where the data have no labels. A backend takes test figures before the epoch's first update, training figures of each
 *  sample before the update that its batch leads to: with a single batch all are before the update. In the rows of a run, figures of batches
 *  belong to the moment at which their epoch has ended (see History). */
struct EpochFigures {
    double trainLoss = 0;
    double testLoss = 0;
    double trainAccuracy = 0;
    double testAccuracy = 0;

    bool operator==(const EpochFigures &) const = default;
};

} // namespace actiscope
