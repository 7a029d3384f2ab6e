#include "app/backend_catalog.h"

#include "core/eigen_backend.h"
#include "core/errors.h"
#include "gpu/opencl_backend.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace actiscope {
namespace {

constexpr std::string_view eigenId = "eigen";
constexpr std::string_view openClPrefix = "opencl:";

BackendChoice eigenChoice()
{
    return {std::string(eigenId), "Eigen · double",
            "Runs everywhere, in double precision, one model after the other on one core.",
            [] { return makeEigenBackend(); }};
}

/** Nothing for "auto". */
std::optional<KernelMapping> parseKernel(std::string_view kernel)
{
    if (kernel == "auto")
        return std::nullopt;
    if (kernel == "cpu")
        return KernelMapping::Vectors;
    if (kernel == "gpu")
        return KernelMapping::Lanes;
    throw ConfigurationError("kernel", kernel, "accepted: auto, cpu, gpu");
}

/** Where programs lie that were built with this one; empty where the system does not say which program this is. */
std::filesystem::path preparedPrograms()
{
    std::error_code unknown;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return unknown ? std::filesystem::path() : program.parent_path() / ACTISCOPE_PROGRAMS_FROM_PROGRAM;
}

BackendChoice openClChoice(const OpenClDevice &device, std::optional<KernelMapping> kernel, const std::filesystem::path &programs)
{
    const char *kernelName = kernel.value_or(device.mapping) == KernelMapping::Vectors ? "cpu" : "gpu";
    return {std::string(openClPrefix) + std::to_string(device.index), device.label(),
            device.version + ", single precision, all models of a comparison at once; kernel " + kernelName + ".",
            [index = device.index, kernel, programs] { return makeOpenClBackend(index, kernel, programs); }, "OpenCL"};
}

bool isOpenCl(const BackendChoice &choice)
{
    return choice.id.starts_with(openClPrefix);
}

std::string offeredDevices(const BackendCatalog &catalog)
{
    const auto count = std::ranges::count_if(catalog.choices, isOpenCl);
    if (count == 0)
        return "this machine has no OpenCL device";
    return count == 1 ? "the only OpenCL device is 0" : "OpenCL devices are 0 to " + std::to_string(count - 1);
}

} // namespace

BackendCatalog makeEigenCatalog()
{
    return {{eigenChoice()}, 0, "Eigen was asked for."};
}

BackendCatalog makeBackendCatalog(std::string_view kernel)
{
    const std::optional<KernelMapping> mapping = parseKernel(kernel);
    BackendCatalog catalog = makeEigenCatalog();
    catalog.reason = "No OpenCL device was found (is pocl-opencl-icd installed?), so Eigen computes.";
    const std::vector<OpenClDevice> devices = openClDevices();
    for (const OpenClDevice &device : devices)
        catalog.choices.push_back(openClChoice(device, mapping, preparedPrograms()));
    if (devices.empty())
        return catalog;

    const auto cpu = std::ranges::find_if(devices, &OpenClDevice::isCpu);
    const bool hasCpu = cpu != devices.end();
    catalog.defaultIndex = 1 + (hasCpu ? static_cast<std::size_t>(cpu - devices.begin()) : 0);
    catalog.reason = hasCpu ? "It is the first OpenCL device that is a CPU, which the kernels are tuned for."
                            : "It is the first OpenCL device, and no CPU is among them.";
    return catalog;
}

std::size_t chooseBackend(const BackendCatalog &catalog, std::string_view backend, int device)
{
    const bool wantsDevice = device >= 0;
    if (backend == eigenId) {
        if (wantsDevice)
            throw ConfigurationError("device", std::to_string(device), "only OpenCL has devices (--backend opencl)");
        return 0;
    }
    if (backend != "auto" && backend != "opencl")
        throw ConfigurationError("backend", backend, "accepted: auto, eigen, opencl");
    if (wantsDevice) {
        const std::string id = std::string(openClPrefix) + std::to_string(device);
        const auto choice = std::ranges::find(catalog.choices, id, &BackendChoice::id);
        if (choice == catalog.choices.end())
            throw ConfigurationError("device", std::to_string(device), offeredDevices(catalog));
        return static_cast<std::size_t>(choice - catalog.choices.begin());
    }
    if (backend == "opencl" && !isOpenCl(catalog.choices[catalog.defaultIndex]))
        throw ConfigurationError("backend", backend, offeredDevices(catalog) + ", use eigen");
    return catalog.defaultIndex;
}

} // namespace actiscope
