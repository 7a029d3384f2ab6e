#include "core/base/random.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace actiscope {
namespace {

constexpr std::size_t normalBlock = 16; ///< of PyTorch's normal_: as many values are transformed at a time

/** Box–Muller on 16 uniform floats in [0, 1): j and j + 8 become a pair of normal ones. The arguments of the logarithm, the
 *  sine and the cosine are rounded to float as in PyTorch; they themselves are computed in double, so that the result is
 *  the same with every C library. */
void boxMuller(std::span<double, normalBlock> values, float mean, float standardDeviation)
{
    constexpr float twoPi = 2 * std::numbers::pi_v<float>;
    for (std::size_t j = 0; j < normalBlock / 2; ++j) {
        const float u1 = 1.0f - static_cast<float>(values[j]);
        const float theta = twoPi * static_cast<float>(values[j + normalBlock / 2]);
        const float radius = std::sqrt(-2.0f * static_cast<float>(std::log(static_cast<double>(u1))));
        const float cosine = radius * static_cast<float>(std::cos(static_cast<double>(theta)));
        const float sine = radius * static_cast<float>(std::sin(static_cast<double>(theta)));
        values[j] = std::fma(cosine, standardDeviation, mean);
        values[j + normalBlock / 2] = std::fma(sine, standardDeviation, mean);
    }
}

} // namespace

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

float TorchRandom::unit()
{
    return static_cast<float>(m_engine() & 0xFFFFFFu) * 0x1p-24f;
}

float TorchRandom::uniform(float low, float high)
{
    return std::fma(unit(), high - low, low); // PyTorch is compiled with contraction on: one rounding, not two
}

double TorchRandom::unitInDouble()
{
    const std::uint64_t high = m_engine();
    const std::uint64_t bits = high << 32 | m_engine();
    return static_cast<double>(bits & ((std::uint64_t{1} << 53) - 1)) * 0x1p-53;
}

double TorchRandom::standardNormal()
{
    if (m_kept)
        return *std::exchange(m_kept, std::nullopt);
    const double u1 = unitInDouble();
    const double u2 = unitInDouble();
    const double radius = std::sqrt(-2.0 * std::log1p(-u2));
    const double theta = 2.0 * std::numbers::pi * u1;
    m_kept = radius * std::sin(theta);
    return radius * std::cos(theta);
}

void TorchRandom::normal(std::span<double> values, double mean, double standardDeviation)
{
    if (values.size() < normalBlock) {
        for (double &value : values)
            value = static_cast<float>(standardNormal() * standardDeviation + mean);
        return;
    }
    const auto singleMean = static_cast<float>(mean);
    const auto singleDeviation = static_cast<float>(standardDeviation);
    for (double &value : values)
        value = unit();
    for (std::size_t i = 0; i + normalBlock <= values.size(); i += normalBlock)
        boxMuller(values.subspan(i).first<normalBlock>(), singleMean, singleDeviation);
    if (values.size() % normalBlock == 0)
        return;
    const auto last = values.last<normalBlock>();
    for (double &value : last)
        value = unit();
    boxMuller(last, singleMean, singleDeviation);
}

void TorchRandom::permutation(std::span<std::uint32_t> order)
{
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    for (std::size_t i = 0; i + 1 < order.size(); ++i)
        std::swap(order[i], order[i + m_engine() % (order.size() - i)]);
}

} // namespace actiscope
