// What the chart of a run has to look for in its moments, since the rows of its epochs do not say it: dead units, gradients, learned α. Small: the
// moments themselves need not be kept for it.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/training_state.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actiscope {

/** Of one model, as diagnose() says it. */
struct MeasuredModel {
    std::vector<bool> isDead;            ///< each hidden unit, first layer first
    double firstGradient = 0;            ///< norm of dLoss/dW of the first layer
    double lastGradient = 0;             ///< and of the last, linear one
    std::vector<double> alpha;           ///< of each hidden layer that learns it
    std::vector<std::int64_t> lastAlive; ///< as Backend::lastAlive(): empty unless units are tracked

    std::size_t deadUnits() const;
    /** The first layer's gradient over the last one's; NaN where there is none at all. */
    double gradientRatio() const;

    bool operator==(const MeasuredModel &) const = default;
};

struct MeasuredMoment {
    std::int64_t epoch = 0;
    std::vector<MeasuredModel> models;
};

/** So many training images are looked at, where data are images: 60,000 would take seconds. */
inline constexpr std::size_t measuredImages = 300;

MeasuredMoment measure(const Cohort &cohort, const TrainingState &moment);

} // namespace actiscope
