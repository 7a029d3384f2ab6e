// The OpenCL devices of this machine as cl::Device, and how kernels are cut for one.
#pragma once

#include "gpu/device/opencl_devices.h"
#include "gpu/device/opencl_errors.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** All devices of all platforms, in the order of openClDevices(). Empty when there is no platform. */
std::vector<cl::Device> allOpenClDevices();

/** What a device says of itself by an extension of its vendor's; 0 where it has no such extension. */
cl_uint attributeOf(const cl::Device &device, const char *extension, cl_device_info attribute);
cl_uint attributeOfNvidia(const cl::Device &device, cl_device_info attribute);

/** What a device says of the room that a work-group has; 0 where it does not say. */
struct GroupRoom {
    bool isProcessor = false;
    cl_uint registers = 0; ///< of all its items together
    cl_uint wavefront = 0; ///< items that go together, where there are 256 registers for each of them (AMD's)
    std::size_t localBytes = 0;
};

/** Work-items that a group of the lanes mapping has at best on such a device. */
std::size_t suitableItems(const GroupRoom &room);

/** Work-groups with so many items, and up to 48 KiB of local memory each, that a compute unit of NVIDIA's runs at a time at least, by its compute capability:
 *  as many as have room in the memory that its work-groups share, and registers (of which 65,536 are there; 64 items take 255 each, 128 up to 176). 1 where
 *  that is not known. */
int groupsThatRun(cl_uint major, cl_uint minor, int items);

/** What there is to say of a device. `index` is the caller's. */
OpenClDevice describe(const cl::Device &device);

/** What products of blocks are made on, in the lanes mapping. */
enum class TensorCores {
    None,
    Used,     ///< three products of 11 bits for one: kernels/lanes/tensor_product.cl
    Emulated, ///< the same without such cores, item by item; for tests
};

/** What kernels are built for; see kernels/vector/product.cl and kernels/lanes/work_group.cl. */
struct KernelTuning {
    KernelMapping mapping = KernelMapping::Vectors;
    int vectorWidth = 8;         ///< floats in a vector (VEC); 1 in the lanes mapping
    int rowStep = 4;             ///< rows of a tile are padded to a multiple of it, an even number
    int blockRows = 6;           ///< rows of a product block, up to 6 in the vector mapping; what remains of a tile goes two rows at a time
    int blockVectors = 2;        ///< vectors of a product block
    int tile = 128;              ///< samples that are worked on together at most; a multiple of realWidth() and rowStep
    int shortTile = 128;         ///< lanes: samples of the shorter of the two tiles that a program can have
    int lanes = 1;               ///< work-items in a work-group, a power of 2
    int units = 64;              ///< of a block in the lanes mapping (kernels/lanes/block.cl)
    bool callsFunctions = false; ///< in the lanes mapping: not all inlined, which PoCL builds faster and a GPU runs slower
    bool hasPhaseBarrier = false; ///< see kernels/train/phase_barrier.cl; for a CPU, whose atomic operations put all memory in order
    int meetingPolls = 0;         ///< lanes: how often one looks for others in kernels/train/batches_that_meet.cl; 0: nobody does
    int groupsOfUnit = 1;         ///< work-groups that a compute unit is known to run at a time
    TensorCores tensorCores = TensorCores::None;
    bool localTiles = false;      ///< whether tiles lie in local memory
    std::size_t localFloats = 0;  ///< floats of local memory that a work-group may take

    /** Floats that formulas are evaluated for at a time (REAL_WIDTH). */
    int realWidth() const { return vectorWidth == 1 ? 1 : 2 * vectorWidth; }
    // The grid that a work-group's items form in the lanes mapping.
    int columnGroups() const; ///< the more of the two
    int rowGroups() const { return lanes / columnGroups(); }
    /** Samples that a work-item has of a tile, and of a short one. */
    int rows() const { return tile / rowGroups(); }
    int fewRows() const { return shortTile / rowGroups(); }
    /** With tiles of so many samples for each work-item, and short ones of two thirds as many, if that is less. */
    KernelTuning withRows(int rows) const;
    /** Floats from row to row of a block. */
    int rowLength() const { return tensorCores == TensorCores::None ? units + 4 : units; }
    /** Whether the work-groups of a model wait for one another within a launch. */
    bool groupsMeet() const { return meetingPolls > 0; }
    /** Floats that a work-group adds up in: SCRATCH_FLOATS of kernels/lanes/work_group.cl. */
    std::size_t scratchFloats() const;
    /** With fewer work-items in a group, and the largest blocks that so many have registers for. */
    KernelTuning withLanes(int lanes) const;
    /** With smaller blocks, and no more items than those have work for. */
    KernelTuning withUnits(int units) const;
    /** With the grid of work-items that tensor cores need. */
    KernelTuning withTensorCores(TensorCores use) const;

    // How a model's training step is divided. What decides the order in which gradients are added up, and so the last bits of all figures,
    // is the same for every device.

    /** FLOPs in a step from which on it is divided, 30 us of a core; 0, for tests: always where there are rows for two shards, and by two
     *  work-groups at least. */
    double divisionFlops = 2e6;
    /** FLOPs from which on several work-groups take a step's parts, where compute units would be idle otherwise. */
    double workGroupFlops = 0;
    /** FLOPs that a shard of a batch has at least where there are more than two. */
    double shardFlops = 2.5e6;
    /** FLOPs that a phase of a step has at least, on average, where work-groups divide units since there are no two shards of the batch. */
    double phaseFlops = 2e6;
    /** The same, where there are. */
    double longPhaseFlops = 1e7;
    /** Samples that a shard has at least, and four times as many where there are more than two of gradients that fill a second-level cache: adding
     *  gradients up should be little beside them. */
    int shardRows = 64;
    /** Compute units that work is divided among; 0: the device's. For tests. */
    std::size_t computeUnits = 0;

    /** Whether not even what trains is built before it is used; for trials of one entry point. */
    bool buildsLate = false;

    /** Whether a work-group leaves a model that it shares as soon as it would have to wait; for tests. */
    bool isImpatient = false;

    /** Whether products and sums are made with one rounding wherever that can be, also across statements, as some compilers do; for tests. */
    bool contracts = false;

    /** Whether the compiler optimises; for tests: PoCL takes half as long to build what it does not. */
    bool isOptimized = true;

    /** Bytes that one buffer may have, where the device would take more; for tests. */
    std::size_t maxBufferBytes = std::numeric_limits<std::size_t>::max();

    /** For a device, with the mapping that suits it or the one asked for; tensor cores are tried (gpu/device/tensor_cores.h). */
    static KernelTuning forDevice(const cl::Device &device, std::optional<KernelChoice> choice = std::nullopt);
    /** For a device whose registers hold this many floats (4, 8 or 16). */
    static KernelTuning forVectorWidth(int width);
    /** The lanes mapping, on a device that runs up to `most` work-items in a group (which may be more than is good) with `localFloats`
     *  of local memory for it: with the largest blocks that so many have registers for. */
    static KernelTuning forLanes(std::size_t most, std::size_t localFloats);
    /** As options of the OpenCL compiler. */
    std::string buildOptions() const;

private:
    std::string optionsOfGrid() const;
};

} // namespace actiscope
