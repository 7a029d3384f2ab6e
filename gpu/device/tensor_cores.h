// Tensor cores: whether a device has some on which the lanes mapping's products come out right. Nothing is taken from a device's name: it says what it can, and is
// tried.
#pragma once

#include "gpu/device/opencl_device.h"

#include <string>
#include <vector>

namespace actiscope {

/** Whether the device says that it is of a kind that has some, and a small program of the three products builds there and is right. Tried once in a process for
 *  each device. */
bool haveTensorCores(const cl::Device &device);

/** A block of the lanes mapping: `terms` inputs, `units` of a layer, `samples`. Rows are as long as the tuning's block, and what is beyond is NaN but for the
 *  weights, where it is 0. */
struct TriedBlock {
    int terms = 0;
    int units = 0;
    int samples = 0;
    std::vector<float> values;  ///< [tile][inputs]
    std::vector<float> weights; ///< [inputs][units]
    std::vector<float> deltas;  ///< [tile][units]

    /** Numbers between -1 and 1 that are always the same. `terms`, `units` are multiples of 4. */
    TriedBlock(const KernelTuning &tuning, int terms, int units, int samples);
};

/** What kernels/lanes/products_trial.cl makes of it: values times weights [tile][units], deltas times weights transposed [tile][inputs], values transposed times
 *  deltas [inputs][units]. */
struct BlockProducts {
    std::vector<float> forward;
    std::vector<float> back;
    std::vector<float> gradient;
};

/** The program that does. */
std::string blockProductsSource();

/** Of it and of every program in the lanes mapping: the kernels of a block's products. */
std::string productsOfBlocks();

/** With a tuning of the lanes mapping that has a tile in local memory. Throws cl::Error. */
BlockProducts blockProducts(const cl::Device &device, const KernelTuning &tuning, const TriedBlock &block);

/** The largest difference from the products in double, in units of the sum of the amounts of what is added up; infinity where one is no number. */
double errorOf(const BlockProducts &products, const KernelTuning &tuning, const TriedBlock &block);

/** What errorOf() is below for 3xTF32, in which factors lose 2^-21 each, and sums are rounded towards zero; with TF32 alone it is 2^-10. */
constexpr double tensorProductError = 0x1p-17;

} // namespace actiscope
