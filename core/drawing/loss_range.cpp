#include "core/drawing/loss_range.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

void LossRange::include(double loss)
{
    if (!std::isfinite(loss))
        return;
    m_largest = std::max(m_largest, loss);
    if (loss > 0)
        m_smallestPositive = std::min(m_smallestPositive, loss);
}

void LossRange::include(const LossRange &other)
{
    m_largest = std::max(m_largest, other.m_largest);
    m_smallestPositive = std::min(m_smallestPositive, other.m_smallestPositive);
}

AxisRange LossRange::linear() const
{
    constexpr double room = 1.08;
    return {0, m_largest > 0 ? room * m_largest : 1};
}

AxisRange LossRange::logarithmic() const
{
    if (m_largest <= 0)
        return {0.1, 1};
    constexpr double room = 1.2;
    const double upper = room * m_largest;
    return {std::min(m_smallestPositive / room, upper / 10), upper};
}

} // namespace actiscope
