#include "app/commands/shared_options.h"

#include "app/backend_catalog.h"
#include "core/data_generators.h"
#include "core/errors.h"
#include "core/number_text.h"

#include <algorithm>
#include <cstdio>

namespace actiscope {
namespace {

std::string dataHelp()
{
    return "data set: " + dataKindNames() + " (see 'actiscope list --data')";
}

std::string classesHelp()
{
    std::string text = "number of classes, 2";
    for (const DataKind &kind : dataKinds()) {
        if (kind.mostClasses > 2)
            text.append("; ").append(kind.name).append(": 2 to ").append(std::to_string(kind.mostClasses));
    }
    return text;
}

std::string factorHelp()
{
    std::string text;
    for (const DataKind &kind : dataKinds()) {
        if (kind.usesFactor)
            text.append(text.empty() ? "of " : ", ").append(kind.name);
    }
    return text + ": inner radius / outer radius";
}

} // namespace

std::vector<Option> dataOptions()
{
    const DataConfiguration defaults;
    return {
        {"data", "KIND", dataHelp(), {defaults.kind}},
        {"samples", "N", "number of points", {std::to_string(defaults.samples)}},
        {"noise", "SIGMA", "standard deviation of the noise", {numberText(defaults.noise)}},
        {"classes", "N", classesHelp(), {std::to_string(defaults.classes)}},
        {"factor", "F", factorHelp(), {numberText(defaults.factor)}},
        {"data-seed", "SEED", "seed of the data", {std::to_string(defaults.seed)}},
        {"test-fraction", "SHARE", "share of the points kept for testing", {numberText(defaults.testFraction)}},
        {"split-seed", "SEED", "seed of the division into training and test points", {std::to_string(defaults.splitSeed)}},
    };
}

DataConfiguration readDataConfiguration(const Arguments &arguments)
{
    DataConfiguration data;
    data.kind = arguments.value("data");
    data.samples = static_cast<int>(arguments.integer("samples"));
    data.noise = arguments.number("noise");
    data.classes = static_cast<int>(arguments.integer("classes"));
    data.factor = arguments.number("factor");
    data.seed = arguments.seed("data-seed");
    data.testFraction = arguments.number("test-fraction");
    data.splitSeed = arguments.seed("split-seed");
    validate(data);
    return data;
}

std::vector<double> readNumbers(const Arguments &arguments, const std::string &option, std::string_view accepted)
{
    const std::string text = arguments.value(option);
    std::vector<double> numbers;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const auto number = parseNumber(std::string_view(text).substr(begin, comma - begin));
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
    return {"kernel", "NAME", "how OpenCL computes: cpu (vectors), gpu (many work-items) or auto (what suits the device)", {"auto"}};
}

BackendChoice readBackend(const Arguments &arguments, bool hasDeviceOption)
{
    const std::string backend = arguments.value("backend");
    const bool deviceGiven = hasDeviceOption && arguments.has("device");
    const int device = deviceGiven ? static_cast<int>(arguments.integer("device", 0)) : -1;
    const std::string kernel = arguments.value("kernel");
    const MachineCatalog catalog = backend == "eigen" ? makeEigenCatalog() : makeBackendCatalog(kernel);
    const std::size_t index = chooseBackend(catalog, backend, device);
    if (kernel != "auto" && index == 0 && catalog.driverFailure)
        throw *catalog.driverFailure;
    if (kernel != "auto" && index == 0)
        throw ConfigurationError("kernel", kernel, "only OpenCL has kernels (--backend opencl)");
    if (backend == "auto" && catalog.choices.size() == 1)
        std::fprintf(stderr, "note: %s\n", catalog.reason.c_str());
    return catalog.choices[index];
}

} // namespace actiscope
