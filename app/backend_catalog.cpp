#include "app/backend_catalog.h"

#include "app/driver/opencl_driver.h"
#include "app/driver/tried_backend.h"
#include "app/process/prepared_folder.h"
#include "core/engine/eigen_backend.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace actiscope {
namespace {

constexpr std::string_view eigenId = "eigen";
constexpr std::string_view openClPrefix = "opencl:";

BackendChoice eigenChoice()
{
    return {std::string(eigenId), ACTISCOPE_TR("core", "Eigen · double"), ACTISCOPE_TR("core", "Runs everywhere, in double precision, one model after the other on one core."),
            [] { return makeEigenBackend(); }};
}

/** Nothing for "auto". */
std::optional<KernelChoice> parseKernel(std::string_view kernel)
{
    if (kernel == "auto")
        return std::nullopt;
    if (const std::optional<KernelChoice> choice = kernelNamed(kernel))
        return choice;
    std::string accepted = "auto";
    for (const KernelName &each : kernelChoices)
        accepted.append(", ").append(each.name);
    throw ConfigurationError("kernel", kernel, {ACTISCOPE_TR("core", "accepted: %1"), {accepted}});
}

BackendChoice openClChoice(const std::shared_ptr<OpenClDriver> &driver, const OpenClDevice &device, std::optional<KernelChoice> kernel)
{
    return {std::string(openClPrefix) + std::to_string(device.index), device.label(),
            {ACTISCOPE_TR("core", "%1, single precision, all models of a comparison at once; kernel %2."), {device.version, std::string(kernelName(kernel.value_or(device.mapping)))}},
            [driver, device, kernel] { return makeTriedBackend(driver, device, kernel); }, "OpenCL"};
}

bool isOpenCl(const BackendChoice &choice)
{
    return choice.id.starts_with(openClPrefix);
}

Message offeredDevices(const MachineCatalog &catalog)
{
    const auto count = std::ranges::count_if(catalog.choices, isOpenCl);
    if (count == 0)
        return ACTISCOPE_TR("core", "this machine has no OpenCL device");
    if (count == 1)
        return ACTISCOPE_TR("core", "the only OpenCL device is 0");
    return {ACTISCOPE_TR("core", "OpenCL devices are 0 to %1"), {std::to_string(count - 1)}};
}

} // namespace

MachineCatalog makeEigenCatalog()
{
    return {{{eigenChoice()}, 0, ACTISCOPE_TR("core", "Eigen was asked for.")}};
}

namespace {

MachineCatalog catalogOf(const std::shared_ptr<OpenClDriver> &driver, std::optional<KernelChoice> kernel)
{
    MachineCatalog catalog = makeEigenCatalog();
    catalog.reason = ACTISCOPE_TR("core", "No OpenCL device was found (is pocl-opencl-icd installed?), so Eigen computes.");
    std::vector<OpenClDevice> devices;
    try {
        devices = driver->devices();
    } catch (const BackendError &error) {
        catalog.driverFailure = error;
        catalog.reason = {ACTISCOPE_TR("core", "%1; Eigen computes."), {error.message()}};
    }
    for (const OpenClDevice &device : devices)
        catalog.choices.push_back(openClChoice(driver, device, kernel));
    if (devices.empty())
        return catalog;

    const auto cpu = std::ranges::find_if(devices, &OpenClDevice::isCpu);
    const bool hasCpu = cpu != devices.end();
    catalog.defaultIndex = 1 + (hasCpu ? static_cast<std::size_t>(cpu - devices.begin()) : 0);
    catalog.reason = hasCpu ? ACTISCOPE_TR("core", "It is the first OpenCL device that is a CPU, which the kernels are tuned for.")
                            : ACTISCOPE_TR("core", "It is the first OpenCL device, and no CPU is among them.");
    return catalog;
}

} // namespace

std::function<MachineCatalog()> backendFinder(std::string_view kernel)
{
    return
        [choice = parseKernel(kernel), driver = std::make_shared<OpenClDriver>(preparedFolder())] { return catalogOf(driver, choice); };
}

MachineCatalog makeBackendCatalog(std::string_view kernel)
{
    return backendFinder(kernel)();
}

std::size_t chooseBackend(const MachineCatalog &catalog, std::string_view backend, int device)
{
    const bool wantsDevice = device >= 0;
    if (backend == eigenId) {
        if (wantsDevice)
            throw ConfigurationError("device", std::to_string(device), ACTISCOPE_TR("core", "only OpenCL has devices (--backend opencl)"));
        return 0;
    }
    if (backend != "auto" && backend != "opencl")
        throw ConfigurationError("backend", backend, {ACTISCOPE_TR("core", "accepted: %1"), {"auto, eigen, opencl"}});
    if (catalog.driverFailure && (wantsDevice || backend == "opencl"))
        throw *catalog.driverFailure;
    if (wantsDevice) {
        const std::string id = std::string(openClPrefix) + std::to_string(device);
        const auto choice = std::ranges::find(catalog.choices, id, &BackendChoice::id);
        if (choice == catalog.choices.end())
            throw ConfigurationError("device", std::to_string(device), offeredDevices(catalog));
        return static_cast<std::size_t>(choice - catalog.choices.begin());
    }
    if (backend == "opencl" && !isOpenCl(catalog.choices[catalog.defaultIndex]))
        throw ConfigurationError("backend", backend, {ACTISCOPE_TR("core", "%1, use eigen"), {offeredDevices(catalog)}});
    return catalog.defaultIndex;
}

} // namespace actiscope
