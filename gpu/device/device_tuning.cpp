// How kernels are cut for a device: by what it says, and by what is tried on it.
#include "gpu/device/opencl_device.h"
#include "gpu/device/tensor_cores.h"

#include <algorithm>
#include <iterator>

namespace actiscope {

/** The fewer the items the larger are their parts of a block, and the less they read for each product. That takes registers: 255 a
 *  work-item where there are 64, and room for several such groups; 168 where there are 128, and room for one at least. Where nothing is
 *  known of registers there are 256 items, which need fewest, if local memory has room for tiles of three rows of each: of one row, items
 *  would read twice as much as 128 do, which have three there. Only the first was measured. */
std::size_t suitableItems(const GroupRoom &room)
{
    constexpr std::size_t fewItems = 64, someItems = 128, manyItems = 256;
    constexpr cl_uint manyRegisters = 65536, someRegisters = 32768;
    constexpr std::size_t longTileBytes = 47 << 10; // of 48 samples, and 1 KiB for the driver
    if (room.isProcessor || room.registers >= manyRegisters)
        return fewItems;
    const bool hasRegisters = room.registers >= someRegisters || room.wavefront > 0;
    const bool hasShortTiles = room.registers == 0 && room.localBytes < longTileBytes;
    return hasRegisters || hasShortTiles ? someItems : manyItems;
}

int groupsThatRun(cl_uint major, cl_uint minor, int items)
{
    struct Generation {
        cl_uint major, minor;
        int kibibytes;
    };
    // NVIDIA's CUDA C++ programming guide, technical specifications per compute capability: the most shared memory per multiprocessor.
    constexpr Generation generations[] = {{8, 0, 164}, {8, 6, 100}, {8, 7, 164}, {8, 9, 100}, {9, 0, 228}};
    constexpr int kibibytesOfGroup = 49; // 48, and 1 that the driver takes
    const auto *known =
        std::ranges::find_if(generations, [&](const Generation &each) { return each.major == major && each.minor == minor; });
    if (known == std::end(generations))
        return 1;
    return std::min(items <= 64 ? 4 : 2, known->kibibytes / kibibytesOfGroup);
}

namespace {

/** Where work-groups of a model may meet: NVIDIA's, whose order of work-groups, and what a meeting takes, were measured. */
void letGroupsMeet(KernelTuning &tuning, const cl::Device &device)
{
    constexpr cl_device_info computeCapabilityMajor = 0x4000, computeCapabilityMinor = 0x4001;
    constexpr int aboutASecond = 2000000;
    const cl_uint major = attributeOfNvidia(device, computeCapabilityMajor);
    if (tuning.callsFunctions || major < 8)
        return;
    tuning.meetingPolls = aboutASecond;
    tuning.groupsOfUnit = groupsThatRun(major, attributeOfNvidia(device, computeCapabilityMinor), tuning.lanes);
}

} // namespace

KernelTuning KernelTuning::forDevice(const cl::Device &device, std::optional<KernelChoice> asked)
{
    const OpenClDevice described = describe(device);
    const KernelChoice choice = asked.value_or(described.mapping);
    if (choice.mapping == KernelMapping::Lanes) {
        constexpr cl_device_info registersPerBlock = 0x4002, wavefrontWidth = 0x4043; // CL_DEVICE_REGISTERS_PER_BLOCK_NV, CL_DEVICE_WAVEFRONT_WIDTH_AMD
        const std::size_t localBytes = device.getInfo<CL_DEVICE_LOCAL_MEM_SIZE>();
        const std::size_t lanes = suitableItems({described.isCpu, attributeOfNvidia(device, registersPerBlock),
                                                 attributeOf(device, "cl_amd_device_attribute_query", wavefrontWidth), localBytes});
        KernelTuning tuning = forLanes(std::min(lanes, device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>()), localBytes / sizeof(float));
        tuning.callsFunctions = described.isCpu;
        if (choice.tensorCores && haveTensorCores(device))
            tuning = tuning.withTensorCores(TensorCores::Used);
        letGroupsMeet(tuning, device);
        return tuning;
    }
    const auto native = device.getInfo<CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT>();
    KernelTuning tuning = forVectorWidth(native >= 16 ? 16 : native >= 8 ? 8 : 4);
    tuning.hasPhaseBarrier = described.isCpu;
    if (!tuning.hasPhaseBarrier)
        tuning.workGroupFlops = 3e7; // several launches a step
    return tuning;
}

} // namespace actiscope
