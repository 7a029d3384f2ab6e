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

cl_uint attributeOf(const cl::Device &device, const char *extension, cl_device_info attribute)
{
    cl_uint value = 0;
    if (device.getInfo<CL_DEVICE_EXTENSIONS>().find(extension) == std::string::npos)
        return 0;
    return clGetDeviceInfo(device(), attribute, sizeof value, &value, nullptr) == CL_SUCCESS ? value : 0;
}

cl_uint attributeOfNvidia(const cl::Device &device, cl_device_info attribute)
{
    return attributeOf(device, "cl_nv_device_attribute_query", attribute);
}

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
    constexpr cl_device_info computeCapabilityMajor = 0x4000, warpSize = 0x4003; // CL_DEVICE_COMPUTE_CAPABILITY_MAJOR_NV, CL_DEVICE_WARP_SIZE_NV
    constexpr cl_uint leastMajor = 8, warp = 32;
    OpenClDevice entry;
    entry.platform = trimmed(cl::Platform(device.getInfo<CL_DEVICE_PLATFORM>()).getInfo<CL_PLATFORM_NAME>());
    entry.name = trimmed(device.getInfo<CL_DEVICE_NAME>());
    entry.version = trimmed(device.getInfo<CL_DEVICE_VERSION>());
    entry.computeUnits = device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    entry.isCpu = (device.getInfo<CL_DEVICE_TYPE>() & CL_DEVICE_TYPE_CPU) != 0;
    entry.mapping = entry.isCpu ? KernelMapping::Vectors : KernelMapping::Lanes;
    entry.saysTensorCores = attributeOfNvidia(device, computeCapabilityMajor) >= leastMajor && attributeOfNvidia(device, warpSize) == warp;
    return entry;
}

Message OpenClDevice::label() const
{
    // PoCL's platform has a long name that says less than its short one.
    const std::string shortPlatform = platform == "Portable Computing Language" ? "PoCL" : platform;
    const char *one = isCpu ? ACTISCOPE_TR("core", "%1 · %2 · %3 core") : ACTISCOPE_TR("core", "%1 · %2 · %3 compute unit");
    const char *many = isCpu ? ACTISCOPE_TR("core", "%1 · %2 · %3 cores") : ACTISCOPE_TR("core", "%1 · %2 · %3 compute units");
    return {computeUnits == 1 ? one : many, {shortPlatform, name, std::to_string(computeUnits)}};
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
    constexpr std::size_t enough = 256;
    // Not measured on a GPU: a group of it may do 1e11 FLOP/s and two launches take 20 us, so from 3e6 FLOP on dividing should pay.
    constexpr double workGroupFlopsOfLanes = 3e6;
    KernelTuning tuning;
    tuning.mapping = KernelMapping::Lanes;
    tuning.vectorWidth = 1;
    tuning.blockRows = tuning.blockVectors = 1;
    tuning.shardRows = 144; // three of the longest tiles
    tuning.localFloats = localFloats;
    tuning.workGroupFlops = workGroupFlopsOfLanes;
    return tuning.withLanes(static_cast<int>(std::bit_floor(std::clamp<std::size_t>(most, 1, enough))));
}

int KernelTuning::columnGroups() const
{
    int groups = 1;
    while (groups * groups < lanes)
        groups *= 2;
    return groups;
}

std::size_t KernelTuning::scratchFloats() const
{
    constexpr int line = 16;
    return static_cast<std::size_t>(std::max(line, lanes));
}

KernelTuning KernelTuning::withLanes(int count) const
{
    constexpr int mostUnits = 64, mostWeights = 64; // in a block, and those of it whose gradients an item has in registers
    KernelTuning result = *this;
    result.lanes = count;
    result.units = mostUnits;
    while (result.units * result.units / mostWeights > count)
        result.units /= 2;
    result.tensorCores = TensorCores::None;
    return result.withRows(1);
}

/** Two thirds, so that a batch of 32 is one short tile where a long one has 48 samples; tensor cores take rows in pairs. */
KernelTuning KernelTuning::withRows(int count) const
{
    const int step = tensorCores == TensorCores::None ? 1 : 2;
    const int few = count / step * 2 / 3 * step;
    KernelTuning result = *this;
    result.tile = result.rowStep = count * rowGroups();
    result.shortTile = few > 0 ? few * rowGroups() : result.tile;
    return result;
}

KernelTuning KernelTuning::withUnits(int fewer) const
{
    constexpr int leastWeights = 16; // a quad of rows by a quad of columns
    KernelTuning result = *this;
    result.units = fewer;
    result.lanes = std::min(lanes, fewer * fewer / leastWeights);
    result.tensorCores = TensorCores::None;
    return result;
}

/** Four warps, of which each has sixteen columns of a block; in a product of tensor cores there are sixteen rows. */
KernelTuning KernelTuning::withTensorCores(TensorCores use) const
{
    constexpr int items = 128, rowsAtOnce = 2;
    KernelTuning result = withLanes(items);
    result.tensorCores = use;
    return result.withRows(rowsAtOnce);
}

std::string KernelTuning::optionsOfGrid() const
{
    return " -DLANES=" + std::to_string(lanes) + " -DUNITS=" + std::to_string(units) + " -DROW_GROUPS=" + std::to_string(rowGroups())
           + " -DCOLUMN_GROUPS=" + std::to_string(columnGroups()) + " -DROWS=" + std::to_string(rows()) + " -DFEW_ROWS=" + std::to_string(fewRows()) + (tensorCores != TensorCores::None ? " -DTENSOR_CORES" : "")
           + (tensorCores == TensorCores::Emulated ? " -DTENSOR_CORES_EMULATED" : "");
}

std::string KernelTuning::buildOptions() const
{
    // Not -cl-fast-relaxed-math: it would lose NaN, which divergence is told by.
    return "-w -cl-std=CL1.2 -cl-mad-enable -cl-denorms-are-zero -DVEC=" + std::to_string(vectorWidth) + " -DREAL_WIDTH="
           + std::to_string(realWidth()) + " -DROW_STEP=" + std::to_string(rowStep) + " -DBLOCK_ROWS=" + std::to_string(blockRows)
           + " -DBLOCK_VECTORS=" + std::to_string(blockVectors)
           + (mapping == KernelMapping::Lanes ? optionsOfGrid() : " -DTILE=" + std::to_string(tile)) + (localTiles ? " -DTILES_ARE_LOCAL" : "")
           + (callsFunctions ? " -DCALLS_FUNCTIONS" : "") + (groupsMeet() ? " -DMEETING_POLLS=" + std::to_string(meetingPolls) : "")
           + (hasPhaseBarrier ? " -DPHASE_BARRIER" : "") + (isImpatient ? " -DIMPATIENT" : "") + (contracts ? " -DCONTRACTS" : "")
           + (isOptimized ? "" : " -cl-opt-disable");
}

} // namespace actiscope
