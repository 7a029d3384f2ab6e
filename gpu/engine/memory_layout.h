// Where the kernels find everything: makes the plans of kernels/common/shared_layout.h, and is the way between a model's parameters and that memory.
// Offsets are in floats.
#pragma once

#include "core/engine/backend.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/tile_steps.h"
#include "gpu/kernels/common/shared_layout.h"

#include <cstddef>
#include <span>
#include <vector>

namespace actiscope {

class Places;

/** The plan and what is allocated by it. */
struct MemoryLayout {
    kernels::Plan plan{};
    std::size_t modelFloats = 0; ///< of one model; a multiple of 64 bytes
    std::size_t workerFloats =
        0;                    ///< of one work-group: gradient, figures and, unless they lie in local memory, tiles; a multiple of 64 bytes
    bool canCollapse = false; ///< whether predictions may look for locally linear units, if the activation is one for it
    std::size_t localFloats = 0; ///< of a work-group's local memory
    int tileRoom = 0;            ///< samples that a tile has room for: TILE_ROOM of the kernels
    TileSteps steps;             ///< in the lanes mapping: how a tile is gone through

    MemoryLayout() = default;
    /** For models of this cohort; which activation follows a layer (`kind`, `learns`) is up to withActivations(). */
    MemoryLayout(const Cohort &cohort, const KernelTuning &tuning);

    /** In the lanes mapping, the tuning with the largest blocks and the longest tiles that fit into local memory, this cohort's too; where no block fits,
     *  tiles lie in the workers' memory. The vector mapping's tuning as it is. */
    static KernelTuning fit(const Cohort &cohort, KernelTuning tuning);

    /** The plans of a program as they lie in a buffer: one after the other, then what is common to all. */
    std::vector<char> bytesOf(std::span<const kernels::Plan> plans) const;

    /** The plan for models whose hidden layers have these of the program's activations. */
    kernels::Plan withActivations(std::span<const Activation *const> layers, std::span<const Activation *const> program) const;
    /** A model's memory at these parameters, moments 0. */
    std::vector<float> pack(const ModelParameters &parameters, int vectorWidth) const;
    /** Writes a part of a state to the `plan.parameters` floats that begin here. Second moments that are small are `keptSmall` in the other unit
     *  or not. */
    void packPart(std::span<float> set, const ModelState &state, StatePart part, bool keptSmall, int vectorWidth) const;
    /** Weights and biases of a set, in the order of ModelState::numbers. */
    void unpackNumbers(std::span<const float> set, std::span<float> numbers) const;
    /** Fills in what a model's memory has twice. */
    void transpose(std::span<float> memory) const;
    /** Writes a set of parameters to the `plan.parameters` floats that begin here. */
    void packSet(std::span<float> set, const ModelParameters &parameters, int vectorWidth) const;
    /** Writes the parameters of hidden layer `l`'s activation where packSet() puts them. */
    void packActivation(std::span<float> set, std::size_t l, const std::vector<double> &values, int vectorWidth) const;
    /** The parameters in a set. Those of activations come from `known`, except parameter 0 where it is learned. */
    ModelParameters unpack(std::span<const float> set, const std::vector<std::vector<double>> &known, const ModelSetup &setup) const;

private:
    kernels::SampleSet describe(const LabelledPoints &points, const KernelTuning &tuning) const;
    void describe(const Cohort &cohort, const KernelTuning &tuning);
    int placeParameters(const NetworkShape &shape, int vectorWidth);
    int placeTiles(const NetworkShape &shape, const KernelTuning &tuning, bool somethingLearns);
    int placeBlocks(const Cohort &cohort, const KernelTuning &tuning);
    /** With the tile that wastes least of a batch, of the two that a program can have and there is room for. */
    int placeBlocksInTiles(const Cohort &cohort, const KernelTuning &tuning);
    void placeLayers(Places &worker, const KernelTuning &tuning);
    bool hasUseForLinearUnits(const KernelTuning &tuning) const;
    int rowsOfTile(const KernelTuning &tuning) const;
    int widestStride() const; ///< of the hidden layers
};

/** Whether a device keeps second moments that are small in another unit (kernels/common/optimizer.cl). */
bool keepsSmallSquares(const OptimizerSettings &settings);

} // namespace actiscope
