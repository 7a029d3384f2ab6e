#include "core/training/pacing.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

constexpr Seconds rateWindow{0.25};
constexpr double maxEpochsASlice = 4096;
constexpr Seconds planesTime{0.008};  ///< half a frame
constexpr double leastDetail = 0.5;   ///< of the points on a side
constexpr double steady = 1.5;        ///< times more or fewer points than before are not worth another grid
constexpr double alwaysFit = 32 * 32; ///< points: any device is done with them

} // namespace

void RateMeter::count(double steps)
{
    m_steps += steps;
    const auto now = PacingClock::now();
    const Seconds elapsed = now - m_start;
    if (elapsed < rateWindow && m_rate > 0)
        return;
    m_rate = m_steps / std::max(elapsed.count(), 1e-6);
    if (elapsed < rateWindow)
        return;
    m_start = now;
    m_steps = 0;
}

void Pacer::setPace(double epochsPerSecond)
{
    m_pace = epochsPerSecond;
    restart();
}

int Pacer::epochsOfSlice() const
{
    return static_cast<int>(std::clamp(trainingSlice.count() / m_secondsPerEpoch, 1.0, maxEpochsASlice));
}

int Pacer::epochsDue() const
{
    const int fitting = epochsOfSlice();
    if (m_pace <= 0)
        return fitting;
    const double late = Seconds(PacingClock::now() - m_due).count() * m_pace;
    return std::clamp(1 + static_cast<int>(late), 1, fitting);
}

void Pacer::trained(int epochs, Seconds took)
{
    m_secondsPerEpoch = std::max(took.count() / epochs, 1e-7);
    if (m_pace <= 0)
        return;
    // What cannot be caught up with is forgotten, so that a slow machine does not run on after a pause.
    const auto next = m_due + std::chrono::duration_cast<PacingClock::duration>(Seconds(epochs / m_pace));
    m_due = std::max(next, PacingClock::now() - std::chrono::milliseconds(100));
}

void PlanesPace::took(const GridSpec &grid, Seconds time)
{
    const double points = static_cast<double>(grid.width) * grid.height;
    const double fitting = points * planesTime.count() / std::max(time.count(), 1e-6);
    if (m_mostPoints == 0 || fitting > steady * m_mostPoints || fitting * steady < m_mostPoints)
        m_mostPoints = std::max(fitting, alwaysFit);
}

GridSpec PlanesPace::fitted(const GridSpec &grid) const
{
    const double points = static_cast<double>(grid.width) * grid.height;
    if (m_mostPoints == 0 || points <= std::max(m_mostPoints, alwaysFit))
        return grid;
    const double detail = std::max(leastDetail, std::sqrt(m_mostPoints / points));
    GridSpec fewer = grid;
    fewer.width = std::max(2, static_cast<int>(detail * grid.width));
    fewer.height = std::max(2, static_cast<int>(detail * grid.height));
    return fewer;
}

} // namespace actiscope
