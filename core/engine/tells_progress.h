// What a backend has that says, while it trains, how far it has come: an epoch of many images takes a second or more.
#pragma once

#include "core/engine/epoch_figures.h"

#include <functional>
#include <span>
#include <vector>

namespace actiscope {

/** How far a call of Backend::advance() has come. */
struct AdvanceProgress {
    double share = 0; ///< of it that is done, 0 to 1
    /** Of each model the parts of its epoch that have come, as ModelReport::parts tells them; empty where the call is for several epochs, where the cohort does
     *  not want them or where the device cannot be asked meanwhile. They live as long as the listener is in it. */
    std::span<const std::vector<PartFigures>> parts = {};
};

/** Called some times a second or more often, by the thread that called advance(). */
using ProgressListener = std::function<void(const AdvanceProgress &progress)>;

class TellsProgress {
public:
    virtual ~TellsProgress() = default;
    /** Who listens from now on; an empty one hears nothing. */
    virtual void tellProgress(ProgressListener listener) = 0;
};

} // namespace actiscope
