// The random numbers of NumPy's RandomState and of PyTorch, from the same MT19937 (seeded by init_genrand, which is
// std::mt19937's seeding).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace actiscope {

/** numpy.random.RandomState(seed), as far as scikit-learn's generators need it. */
class NumpyRandom {
public:
    explicit NumpyRandom(std::uint32_t seed) : m_engine(seed) {}

    /** Uniform in 0 … maximum, both included: masked rejection, one 32-bit draw a trial. */
    std::uint32_t interval(std::uint32_t maximum);
    /** Uniform in [0, 1) with 53 bits from two draws. */
    double uniform();
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /** Standard normal: polar Box–Muller, the second value is kept for the next call. */
    double normal();
    double normal(double mean, double deviation) { return mean + deviation * normal(); }
    /** Indices 0 … count − 1 after RandomState.shuffle (or permutation). */
    std::vector<std::size_t> permutation(std::size_t count);

private:
    std::mt19937 m_engine;
    std::optional<double> m_kept;
};

/** torch.manual_seed(seed) on the CPU, as far as initialisation needs it. */
class TorchRandom {
public:
    explicit TorchRandom(std::uint32_t seed) : m_engine(seed) {}

    /** Uniform in [low, high) in float arithmetic with 24 random bits, as torch.empty(…).uniform_(low, high). */
    float uniform(float low, float high);

private:
    std::mt19937 m_engine;
};

} // namespace actiscope
