#include "gpu/device/opencl_device.h"

#include <algorithm>
#include <bit>

namespace actiscope {
namespace {

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\0' || text.back() == ' '))
        text.pop_back();
    const auto start = text.find_first_not_of(' ');
    return start == std::string::npos ? std::string{} : text.substr(start);
}

std::vector<cl::Platform> allPlatforms()
{
    std::vector<cl::Platform> platforms;
    try {
        cl::Platform::get(&platforms);
    } catch (const cl::Error &) {
        platforms.clear(); // none installed: an empty list, not an error
    }
    return platforms;
}

} // namespace

std::vector<cl::Device> allOpenClDevices()
{
    std::vector<cl::Device> all;
    for (const cl::Platform &platform : allPlatforms()) {
        std::vector<cl::Device> devices;
        try {
            platform.getDevices(CL_DEVICE_TYPE_ALL, &devices);
        } catch (const cl::Error &) {
            continue; // a platform without devices
        }
        all.insert(all.end(), devices.begin(), devices.end());
    }
    return all;
}

OpenClDevice describe(const cl::Device &device)
{
    OpenClDevice entry;
    entry.platform = trimmed(cl::Platform(device.getInfo<CL_DEVICE_PLATFORM>()).getInfo<CL_PLATFORM_NAME>());
    entry.name = trimmed(device.getInfo<CL_DEVICE_NAME>());
    entry.version = trimmed(device.getInfo<CL_DEVICE_VERSION>());
    entry.computeUnits = device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    entry.isCpu = (device.getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_CPU) != 0;
    entry.mapping = entry.isCpu ? KernelMapping::Vectors : KernelMapping::Lanes;
    return entry;
}

std::string OpenClDevice::label() const
{
    // PoCL's platform has a long name that says less than its short one.
    const std::string shortPlatform = platform == "Portable Computing Language" ? "PoCL" : platform;
    const std::string unit = isCpu ? " core" : " compute unit";
    return shortPlatform + " · " + name + " · " + std::to_string(computeUnits) + unit + (computeUnits == 1 ? "" : "s");
}

std::vector<OpenClDevice> openClDevices()
{
    std::vector<OpenClDevice> described;
    for (const cl::Device &device : allOpenClDevices()) {
        OpenClDevice entry;
        try {
            entry = describe(device);
        } catch (const cl::Error &error) {
            entry.name = "unusable device: " + openClErrorName(error.err()); // keeps the indices of those after it
        }
        entry.index = described.size();
        described.push_back(std::move(entry));
    }
    return described;
}

KernelTuning KernelTuning::forDevice(const cl::Device &device, std::optional<KernelMapping> mapping)
{
    const OpenClDevice described = describe(device);
    if (mapping.value_or(described.mapping) == KernelMapping::Lanes) {
        KernelTuning tuning =
            forLanes(device.getInfo<CL_DEVICE_MAX_WORK_GROUP_SIZE>(), device.getInfo<CL_DEVICE_LOCAL_MEM_SIZE>() / sizeof(float));
        tuning.callsFunctions = described.isCpu;
        return tuning;
    }
    const auto native = device.getInfo<CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT>();
    KernelTuning tuning = forVectorWidth(native >= 16 ? 16 : native >= 8 ? 8 : 4);
    tuning.hasPhaseBarrier = described.isCpu;
    if (!tuning.hasPhaseBarrier)
        tuning.workGroupFlops = 3e7; // several launches a step
    return tuning;
}

KernelTuning KernelTuning::forVectorWidth(int width)
{
    KernelTuning tuning;
    tuning.vectorWidth = width;
    tuning.blockRows = width == 16 ? 4 : 6; // 16 sums in 32 registers, or 12 in 16
    tuning.blockVectors = width == 16 ? 4 : 2;
    return tuning;
}

KernelTuning KernelTuning::forLanes(std::size_t most, std::size_t localFloats)
{
    constexpr std::size_t enough = 256; // 64 units times 4 blocks of 8 samples
    // Not measured on a GPU: a group of it may do 1e11 FLOP/s and two launches take 20 us, so from 3e6 FLOP on dividing should pay.
    constexpr double workGroupFlopsOfLanes = 3e6;
    KernelTuning tuning;
    tuning.mapping = KernelMapping::Lanes;
    tuning.vectorWidth = 1;
    tuning.rowStep = tuning.blockRows = 8;
    tuning.blockVectors = 1;
    tuning.tile = 32;
    tuning.lanes = static_cast<int>(std::bit_floor(std::clamp<std::size_t>(most, 1, enough)));
    tuning.localFloats = localFloats;
    tuning.workGroupFlops = workGroupFlopsOfLanes;
    return tuning;
}

std::string KernelTuning::buildOptions() const
{
    // Not -cl-fast-relaxed-math: it would lose NaN, which divergence is told by.
    return "-w -cl-std=CL1.2 -cl-mad-enable -cl-denorms-are-zero -DVEC=" + std::to_string(vectorWidth)
           + " -DREAL_WIDTH=" + std::to_string(realWidth()) + " -DROW_STEP=" + std::to_string(rowStep)
           + " -DBLOCK_ROWS=" + std::to_string(blockRows) + " -DBLOCK_VECTORS=" + std::to_string(blockVectors)
           + " -DTILE=" + std::to_string(tile) + (mapping == KernelMapping::Lanes ? " -DLANES=" + std::to_string(lanes) : "")
           + (localTiles ? " -DTILES_ARE_LOCAL" : "") + (callsFunctions ? " -DCALLS_FUNCTIONS" : "")
           + (hasPhaseBarrier ? " -DPHASE_BARRIER" : "") + (isImpatient ? " -DIMPATIENT" : "") + (contracts ? " -DCONTRACTS" : "");
}

} // namespace actiscope
