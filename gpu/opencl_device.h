// The OpenCL devices of this machine as cl::Device, and how kernels are cut for one.
#pragma once

#include "gpu/opencl_backend.h"
#include "gpu/opencl_errors.h"

#include <memory>
#include <string>
#include <vector>

namespace actiscope {

/** All devices of all platforms, in the order of openClDevices(). Empty when there is no platform. */
std::vector<cl::Device> allOpenClDevices();

/** What there is to say of a device. `index` is the caller's. */
OpenClDevice describe(const cl::Device &device);

/** Lengths that kernels are built for; see kernels/product.cl. */
struct KernelTuning {
    int vectorWidth = 8;  ///< floats in a vector (VEC)
    int blockRows = 4;    ///< rows of a product block
    int blockVectors = 2; ///< vectors of a product block
    int tile = 64;        ///< samples that are worked on together; a multiple of realWidth() and blockRows
    /** Most constants that kernels/vocabulary.cl may keep in its table. */
    static constexpr int tableConstants = 64;

    /** Floats that formulas are evaluated for at a time (REAL_WIDTH): two vectors, where OpenCL has such a type. */
    int realWidth() const { return vectorWidth < 16 ? 2 * vectorWidth : vectorWidth; }

    /** FLOPs in a model's training step from which on several work-groups share it, where compute units would be idle otherwise. */
    double splitFlops = 3e7;

    static KernelTuning forDevice(const cl::Device &device);
    /** For a device whose registers hold this many floats (4, 8 or 16). */
    static KernelTuning forVectorWidth(int width);
    /** As options of the OpenCL compiler. */
    std::string buildOptions() const;
};

/** makeOpenClBackend() with other lengths than the device's own; for tests. */
std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, const KernelTuning &tuning);

} // namespace actiscope
