// How kernels are cut for a device: by what it says, and by what is tried on it.
#include "gpu/device/opencl_device.h"
#include "gpu/device/tensor_cores.h"

#include <algorithm>

namespace actiscope {
namespace {

/** Whether a work-item can have 255 registers and there is room for many such items; known only where the driver can be asked. */
bool hasManyRegisters(const cl::Device &device)
{
    constexpr cl_device_info registersPerBlock = 0x4002; // CL_DEVICE_REGISTERS_PER_BLOCK_NV
    constexpr cl_uint enough = 65536;
    return attributeOfNvidia(device, registersPerBlock) >= enough;
}

} // namespace

KernelTuning KernelTuning::forDevice(const cl::Device &device, std::optional<KernelChoice> asked)
{
    const OpenClDevice described = describe(device);
    const KernelChoice choice = asked.value_or(described.mapping);
    if (choice.mapping == KernelMapping::Lanes) {
        // The fewer the items the larger are their parts of a block, and the less they read for each product. That takes registers: 255 a work-item.
        constexpr std::size_t fewItems = 64, manyItems = 256;
        const std::size_t lanes = described.isCpu || hasManyRegisters(device) ? fewItems : manyItems;
        KernelTuning tuning = forLanes(std::min(lanes, device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>()),
                                       device.getInfo<CL_DEVICE_LOCAL_MEM_SIZE>() / sizeof(float));
        tuning.callsFunctions = described.isCpu;
        return choice.tensorCores && haveTensorCores(device) ? tuning.withTensorCores(TensorCores::Used) : tuning;
    }
    const auto native = device.getInfo<CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT>();
    KernelTuning tuning = forVectorWidth(native >= 16 ? 16 : native >= 8 ? 8 : 4);
    tuning.hasPhaseBarrier = described.isCpu;
    if (!tuning.hasPhaseBarrier)
        tuning.workGroupFlops = 3e7; // several launches a step
    return tuning;
}

} // namespace actiscope
