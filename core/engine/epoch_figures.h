// What is measured of a model at an epoch, and within one.
#pragma once

#include <limits>

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

/** Means over the batches of an epoch; NaN where there has been none. */
struct TrainingFigures {
    double loss = std::numeric_limits<double>::quiet_NaN();
    double accuracy = std::numeric_limits<double>::quiet_NaN();
};

/** Of a part of an epoch, some whole batches that follow one another: means over their samples, each measured before the update that its batch leads to. */
struct PartFigures {
    double end = 1; ///< share of the epoch's samples that have been trained on when the part ends
    double loss = 0;
    double accuracy = 0; ///< NaN where the data have no labels

    bool operator==(const PartFigures &) const = default;
};

} // namespace actiscope
