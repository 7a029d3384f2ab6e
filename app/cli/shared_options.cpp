#include "app/cli/shared_options.h"

#include "app/backend_catalog.h"
#include "app/process/told.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "gpu/device/kernel_mapping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <numeric>

namespace actiscope {
namespace {

constexpr std::array<std::string_view, 3> backendNames = {"auto", "eigen", "opencl"};

std::vector<std::string_view> kernelNames()
{
    std::vector<std::string_view> names = {"auto"};
    for (const KernelName &each : kernelChoices)
        names.push_back(each.name);
    return names;
}

} // namespace

std::vector<double> readNumbers(const Arguments &arguments, const std::string &option, const Message &accepted)
{
    return parseNumbers(option, arguments.value(option), accepted);
}

std::vector<double> parseNumbers(const std::string &option, const std::string &text, const Message &accepted)
{
    std::vector<double> numbers;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string_view field = std::string_view(text).substr(begin, comma - begin);
        const auto number = parseNumber(field);
        const auto fault = number ? std::nullopt : numberFault(field);
        if (fault)
            throw ConfigurationError(option, field, *fault);
        if (!number)
            throw ConfigurationError(option, text, accepted);
        numbers.push_back(*number);
        begin = comma + 1;
    }
    return numbers;
}

std::vector<ActivationSpec> readActivations(const Arguments &arguments)
{
    std::vector<ActivationSpec> specs;
    for (const std::string &text : arguments.values("activation"))
        specs.push_back(parseActivationSpec(text));
    return specs;
}

Option kernelOption()
{
    return {"kernel", "NAME", ACTISCOPE_TR("core", "how OpenCL computes: cpu (vectors), gpu (many work-items, on tensor cores where there are some), gpu-fp32 (the same without tensor cores) "
                                               "or auto (what suits the device)"),
            {"auto"}, false,  {ofOpenCl()}};
}

Applicability ofOpenCl()
{
    Applicability applicability{"backend", {}, {backendNames.begin(), backendNames.end()}};
    std::ranges::copy_if(applicability.names, std::back_inserter(applicability.values),
                         [](const std::string &name) { return name != "eigen"; });
    return applicability;
}

bool isBackendChosen(const Arguments &arguments)
{
    return chosenName(arguments, "backend", backendNames) != "auto" || arguments.has("device")
           || chosenName(arguments, "kernel", kernelNames()) != "auto";
}

BackendChoice readBackend(const Arguments &arguments, bool hasDeviceOption)
{
    const std::string backend = chosenName(arguments, "backend", backendNames);
    const bool deviceGiven = hasDeviceOption && arguments.has("device");
    const int device = deviceGiven ? static_cast<int>(arguments.integer("device", 0)) : -1;
    const std::string kernel = chosenName(arguments, "kernel", kernelNames());
    const MachineCatalog catalog = backend == "eigen" ? makeEigenCatalog() : makeBackendCatalog(kernel);
    const std::size_t index = chooseBackend(catalog, backend, device);
    if (kernel != "auto" && index == 0 && catalog.driverFailure)
        throw *catalog.driverFailure;
    if (kernel != "auto" && index == 0)
        throw ConfigurationError("kernel", kernel, ACTISCOPE_TR("core", "only OpenCL has kernels (--backend opencl)"));
    if (backend == "auto" && catalog.choices.size() == 1)
        std::fprintf(stderr, "%s\n", told({ACTISCOPE_TR("core", "note: %1"), {catalog.reason}}).c_str());
    return catalog.choices[index];
}

} // namespace actiscope
