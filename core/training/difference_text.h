// What the models of a comparison do not have in common, as a sentence: whoever compares two things that differ in two ways learns nothing of either.
#pragma once

#include "core/base/message.h"
#include "core/training/experiment.h"

#include <cstddef>

namespace actiscope {

struct DifferenceText {
    Message text;          ///< "Only the activation differs. Same data, weights (seed 42) and batches."
    std::size_t count = 0; ///< of what differs; a setting that came with another one is not counted

    /** Then it is not known which of them made the difference. */
    bool isWarning() const { return count > 1; }
};

DifferenceText differenceText(const Experiment &experiment);

/** What to do with an untrained comparison, and what is the same at its start: "Press Space: both networks start from the same weights." */
Message startText(const Experiment &experiment);

} // namespace actiscope
