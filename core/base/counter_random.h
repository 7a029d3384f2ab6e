// Philox2x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011): random numbers
// addressed by a counter, so that every backend draws the same number for the same element in whatever order.
#pragma once

#include <array>
#include <cstdint>

namespace actiscope {

inline constexpr std::uint32_t philoxMultiplier = 0xD256D193u;
inline constexpr std::uint32_t philoxWeyl = 0x9E3779B9u;
inline constexpr int philoxRounds = 10;

constexpr std::array<std::uint32_t, 2> philox2x32(std::uint32_t counter0, std::uint32_t counter1, std::uint32_t key)
{
    for (int round = 0; round < philoxRounds; ++round) {
        const std::uint64_t product = std::uint64_t{philoxMultiplier} * counter0;
        const auto high = static_cast<std::uint32_t>(product >> 32);
        const auto low = static_cast<std::uint32_t>(product);
        counter0 = high ^ key ^ counter1;
        counter1 = low;
        key += philoxWeyl;
    }
    return {counter0, counter1};
}

/** Uniform in [0, 1) with 24 bits for hidden unit `unit` (counted over all hidden layers, first layer first) of training
 *  sample `sample` at epoch `epoch`: counter (sample · hiddenUnits + unit, epoch), key `seed`, first word. */
constexpr double elementUniform(std::uint32_t seed, std::uint32_t epoch, std::uint32_t sample, std::uint32_t hiddenUnits,
                                std::uint32_t unit)
{
    return static_cast<double>(philox2x32(sample * hiddenUnits + unit, epoch, seed)[0] >> 8) * 0x1p-24;
}

} // namespace actiscope
