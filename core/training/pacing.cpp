#include "core/training/pacing.h"

#include <algorithm>

namespace actiscope {
namespace {

constexpr Seconds rateWindow{0.25};
constexpr double maxEpochsASlice = 4096;

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

} // namespace actiscope
