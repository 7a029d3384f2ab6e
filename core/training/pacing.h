// How fast a run goes: which epochs are due, and how many steps a second were made. Wall clock; one thread at a time.
#pragma once

#include "core/data/plane_grid.h"

#include <chrono>

namespace actiscope {

using PacingClock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/** How long the trainer computes before it looks at its commands again. */
inline constexpr Seconds trainingSlice{0.004};

/** Steps a second, averaged over a quarter of a second. */
class RateMeter {
public:
    void restart() { *this = {}; }
    void count(double steps);
    double rate() const { return m_rate; }

private:
    PacingClock::time_point m_start = PacingClock::now();
    double m_steps = 0;
    double m_rate = 0;
};

/** Tells how many epochs are due, at so many a second or as many as fit a slice. */
class Pacer {
public:
    /** 0 means as fast as it goes. */
    void setPace(double epochsPerSecond);
    void restart() { m_due = PacingClock::now(); }
    /** Other epochs come, of which nothing is known yet. */
    void forgetEpochs() { m_secondsPerEpoch = unknown; }
    /** When the next epoch is due; long ago when there is no pace to keep. */
    PacingClock::time_point due() const { return m_pace > 0 ? m_due : PacingClock::time_point::min(); }
    /** Epochs that fit a slice, whatever the pace. */
    int epochsOfSlice() const;
    /** Epochs to train now, at least 1. */
    int epochsDue() const;
    void trained(int epochs, Seconds took);
    /** Of an epoch of the last slice; of a whole second before the first one. */
    Seconds timeOfEpoch() const { return Seconds(m_secondsPerEpoch); }

private:
    static constexpr double unknown = 1; // seconds: so the first one is alone in its slice, and may be left

    double m_pace = 0;
    double m_secondsPerEpoch = unknown;
    PacingClock::time_point m_due = PacingClock::now();
};

/** In how much detail planes are computed while training, so that they are soon done: fewer points where a device is slow. */
class PlanesPace {
public:
    /** How long the planes of all models took on this grid. */
    void took(const GridSpec &grid, Seconds time);
    /** The same part of the plane, in no more detail than there is time for; at rest it is seen in full. */
    GridSpec fitted(const GridSpec &grid) const;

private:
    double m_mostPoints = 0; ///< 0: nothing is known yet
};

} // namespace actiscope
