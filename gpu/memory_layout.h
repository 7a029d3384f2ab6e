// Where the kernels find everything: the host's twin of kernels/layout.cl, and the way between a model's parameters and
// that memory. Offsets are in floats.
#pragma once

#include "core/network.h"
#include "gpu/opencl_device.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace actiscope {

/** One linear layer and the activation after it. See kernels/layout.cl for the members. */
struct LayerLayout {
    std::int32_t inputs = 0;
    std::int32_t outputs = 0;
    std::int32_t stride = 0;
    std::int32_t weight = 0;
    std::int32_t bias = 0;
    std::int32_t parameter = 0;
    std::int32_t transposed = 0;
    std::int32_t value = 0;
    std::int32_t slope = 0;
    std::int32_t parameterSlope = 0;
    std::int32_t firstUnit = 0;
};

/** Handed to every kernel. */
struct PlanLayout {
    static constexpr std::size_t maxLayers = 9;

    std::int32_t hiddenLayers = 0;
    std::int32_t hiddenUnits = 0;
    std::int32_t parameters = 0;
    std::int32_t gradient = 0;
    std::int32_t firstMoment = 0;
    std::int32_t secondMoment = 0;
    std::int32_t transposed = 0;
    std::int32_t tiles = 0;
    std::int32_t logits = 0;
    std::int32_t table = 0;
    std::int32_t trainCount = 0;
    std::int32_t testCount = 0;
    std::array<LayerLayout, maxLayers> layers{};
};

/** The plan and what is allocated by it. */
struct MemoryLayout {
    PlanLayout plan;
    std::size_t modelFloats = 0; ///< of one model, tiles included; a multiple of 64 bytes
    std::size_t tileFloats = 0;  ///< of one set of tiles

    MemoryLayout() = default;
    MemoryLayout(const NetworkShape &shape, const KernelTuning &tuning, std::size_t trainCount, std::size_t testCount);

    /** A model's memory at these parameters, moments and gradient 0. */
    std::vector<float> pack(const ModelParameters &parameters, int vectorWidth) const;
    /** The parameters in a model's memory. Those of the activation come from `initial`, except parameter 0 where it is learned. */
    ModelParameters unpack(const std::vector<float> &memory, const ModelParameters &initial, bool learned) const;
};

} // namespace actiscope
