// In which order the training samples are visited, epoch after epoch: PyTorch's for the same seed.
#pragma once

#include "core/base/random.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace actiscope {

/**
 * The order in which DataLoader(dataset, batch_size=b, shuffle=True, generator=torch.Generator().manual_seed(seed)) visits
 * the samples of `dataset`; the batches are consecutive runs of b of them, whatever b is. A value: a copy goes on from
 * where the original is.
 *
 * One generator goes through all epochs. An epoch that is iterated to its end draws from it (PyTorch 1.13, found by experiment)
 *  1. two 32-bit numbers: the base seed for worker processes, one 64-bit number, drawn even when there are none;
 *  2. torch.randperm(count), which is the order of this epoch: count − 1 numbers;
 *  3. torch.randperm(count) once more: RandomSampler takes the count mod count = 0 samples that are left over from it, which
 *     it draws when the DataLoader asks for what comes after the last sample.
 * A loop that leaves an epoch early does not come to 3, so that PyTorch's next epochs are other ones than these.
 */
class BatchOrder {
public:
    /** For a training set of `count` samples. Throws ConfigurationError("samples", …) unless count is from 1 to maxCount. */
    BatchOrder(std::uint32_t seed, std::size_t count);

    static constexpr std::size_t maxCount = 0xFFFFFFFFu / 20 - 1; ///< from where on torch.randperm draws in another way

    /** The order of the next epoch, of the first one at first: a permutation of 0 … count − 1. Valid until the next call. */
    const std::vector<std::uint32_t> &next();

    /** Passes over the orders of this many epochs. */
    void skip(std::int64_t epochs);

private:
    TorchRandom m_random;
    std::vector<std::uint32_t> m_order;
};

} // namespace actiscope
