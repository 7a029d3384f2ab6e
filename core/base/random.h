// The random numbers of NumPy's RandomState and of PyTorch, from the same MT19937 (seeded by init_genrand, which is
// std::mt19937's seeding).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
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

/** torch.manual_seed(seed) or torch.Generator().manual_seed(seed) on the CPU, as far as initialisation and shuffling need it.
 *  The numbers and their order were checked against PyTorch 1.13. A copy goes on from where the original is. */
class TorchRandom {
public:
    explicit TorchRandom(std::uint32_t seed) : m_engine(seed) {}

    /** Uniform in [low, high) in float arithmetic with 24 random bits, as torch.empty(…).uniform_(low, high). */
    float uniform(float low, float high);

    /**
     * Fills `values` with float32 normal numbers, as torch.empty(values.size()).normal_(mean, standardDeviation).
     *
     * From 16 values on: one uniform float each, then Box–Muller on blocks of 16, where j and j + 8 are a pair; when the
     * size is no multiple of 16, the last 16 are drawn and transformed again. Below 16: Box–Muller in double, whose second
     * value is kept for the next call that is below 16.
     *
     * Below 16 the values are PyTorch's bit for bit. From 16 on PyTorch takes logarithm, sine and cosine from the routines
     * of the processor it runs on, which differ in the last bits. Of its AVX2 ones 84 % of the values were equal and the others
     * up to 5 float ulp away (2.3 million values); its plain ones are up to 2.1e-6 standard deviations away, from AVX2's too.
     */
    void normal(std::span<double> values, double mean, double standardDeviation);

    /** Fills `order` with a permutation of 0 … order.size() − 1, as torch.randperm(order.size()), with order.size() − 1
     *  draws (none for one element). From 2³²/20 elements on PyTorch draws in another way. */
    void permutation(std::span<std::uint32_t> order);

    /** Goes past `draws` 32-bit numbers. */
    void discard(std::uint64_t draws) { m_engine.discard(draws); }

private:
    float unit();
    double unitInDouble();
    double standardNormal();

    std::mt19937 m_engine;
    std::optional<double> m_kept;
};

} // namespace actiscope
