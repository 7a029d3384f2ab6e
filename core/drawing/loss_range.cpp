#include "core/drawing/loss_range.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

AxisRange robustRange(std::vector<double> values, double start)
{
    constexpr double room = 1.08;
    constexpr double most = 0.8; ///< of the values
    constexpr double spike = 3;  ///< times what most of them are
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return {0, std::isfinite(start) && start > 0 ? room * start : 1};
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(most * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, place);
    const double usual = std::max(*place, std::isfinite(start) ? start : 0);
    const double greatest = *std::ranges::max_element(values);
    const double upper = greatest > spike * usual && usual > 0 ? room * spike / 2 * usual : room * greatest;
    return {0, upper > 0 ? upper : 1};
}

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

AxisRange LossRange::logarithmic() const
{
    if (m_largest <= 0)
        return {0.1, 1};
    constexpr double room = 1.2;
    const double upper = room * m_largest;
    return {std::min(m_smallestPositive / room, upper / 10), upper};
}

} // namespace actiscope
