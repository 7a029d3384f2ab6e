#include "core/random.h"

#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace actiscope {

std::uint32_t NumpyRandom::interval(std::uint32_t maximum)
{
    if (maximum == 0)
        return 0;
    const std::uint32_t mask = 0xFFFFFFFFu >> std::countl_zero(maximum);
    std::uint32_t value = 0;
    do {
        value = static_cast<std::uint32_t>(m_engine()) & mask;
    } while (value > maximum);
    return value;
}

double NumpyRandom::uniform()
{
    const auto high = static_cast<double>(m_engine() >> 5);
    const auto low = static_cast<double>(m_engine() >> 6);
    return (high * 0x1p26 + low) / 0x1p53;
}

double NumpyRandom::normal()
{
    if (m_kept)
        return *std::exchange(m_kept, std::nullopt);
    double x1 = 0;
    double x2 = 0;
    double r2 = 0;
    do {
        x1 = 2.0 * uniform() - 1.0;
        x2 = 2.0 * uniform() - 1.0;
        r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    const double f = std::sqrt(-2.0 * std::log(r2) / r2);
    m_kept = f * x1;
    return f * x2;
}

std::vector<std::size_t> NumpyRandom::permutation(std::size_t count)
{
    std::vector<std::size_t> indices(count);
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    for (std::size_t i = count; i-- > 1;)
        std::swap(indices[i], indices[interval(static_cast<std::uint32_t>(i))]);
    return indices;
}

float TorchRandom::uniform(float low, float high)
{
    const float unit = static_cast<float>(m_engine() & 0xFFFFFFu) * 0x1p-24f;
    return std::fma(unit, high - low, low); // PyTorch is compiled with contraction on: one rounding, not two
}

} // namespace actiscope
