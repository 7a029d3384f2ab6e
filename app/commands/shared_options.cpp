#include "app/commands/shared_options.h"

#include "app/backend_catalog.h"
#include "core/number_text.h"

#include <cstdio>

namespace actiscope {

std::vector<Option> dataOptions()
{
    const DataConfiguration defaults;
    return {
        {"data", "KIND", "data set: moons", {defaults.kind}},
        {"samples", "N", "number of points", {std::to_string(defaults.samples)}},
        {"noise", "SIGMA", "standard deviation of the noise", {numberText(defaults.noise)}},
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
    data.seed = arguments.seed("data-seed");
    data.testFraction = arguments.number("test-fraction");
    data.splitSeed = arguments.seed("split-seed");
    validate(data);
    return data;
}

std::vector<ActivationSpec> readActivations(const Arguments &arguments)
{
    std::vector<ActivationSpec> specs;
    for (const std::string &text : arguments.values("activation"))
        specs.push_back(parseActivationSpec(text));
    return specs;
}

BackendChoice readBackend(const Arguments &arguments, bool hasDeviceOption)
{
    const std::string backend = arguments.value("backend");
    const bool deviceGiven = hasDeviceOption && arguments.has("device");
    const int device = deviceGiven ? static_cast<int>(arguments.integer("device", 0)) : -1;
    const BackendCatalog catalog = backend == "eigen" ? makeEigenCatalog() : makeBackendCatalog();
    const std::size_t index = chooseBackend(catalog, backend, device);
    if (backend == "auto" && catalog.choices.size() == 1)
        std::fprintf(stderr, "note: %s\n", catalog.reason.c_str());
    return catalog.choices[index];
}

} // namespace actiscope
