#include "app/cli/shared_options.h"

#include "app/backend_catalog.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <numeric>

namespace actiscope {
namespace {

constexpr std::array<std::string_view, 3> backendNames = {"auto", "eigen", "opencl"};
constexpr std::array<std::string_view, 3> kernelNames = {"auto", "cpu", "gpu"};

std::string dataHelp()
{
    return "data set: " + dataKindNames() + " (see 'actiscope list --data')";
}

std::string classesHelp()
{
    std::string text = "number of classes";
    for (const DataKind &kind : dataKinds()) {
        if (kind.mostClasses > 2)
            text.append("; ").append(kind.name).append(": 2 to ").append(std::to_string(kind.mostClasses));
    }
    return text;
}

/** Only with the data sets that have it. */
std::vector<Applicability> ofData(const std::string &option)
{
    return whereRowsUse(option, "data", dataKinds());
}

/** The same, and what --class-sizes says otherwise. */
std::vector<Applicability> withoutClassSizes(const std::string &option)
{
    std::vector<Applicability> applies = ofData(option);
    applies.push_back({.option = "class-sizes", .isAbsent = true});
    return applies;
}

int mostClasses()
{
    return std::ranges::max(dataKinds(), {}, &DataKind::mostClasses).mostClasses;
}

/** "300,100": the points of each class. */
std::vector<int> readClassSizes(const Arguments &arguments)
{
    constexpr std::string_view accepted = "as many whole numbers from 0 as there are classes, 2 to 1000000 in all, as in 300,100";
    std::vector<int> sizes;
    double all = 0;
    for (const double size : readNumbers(arguments, "class-sizes", accepted)) {
        all += size;
        if (!(size >= 0 && size == std::floor(size) && all <= GeneratedData::maxSamples))
            throw ConfigurationError("class-sizes", arguments.value("class-sizes"), accepted);
        sizes.push_back(static_cast<int>(size));
    }
    const int most = findDataKind(arguments.value("data")).mostClasses;
    if (sizes.size() < 2 || sizes.size() > static_cast<std::size_t>(most) || all < GeneratedData::minSamples)
        throw ConfigurationError("class-sizes", arguments.value("class-sizes"), accepted);
    return sizes;
}

/** What --center-box says. */
void readCenters(const Arguments &arguments, GeneratedData &data)
{
    constexpr std::string_view accepted = "two numbers from -100 to 100, the lower one first, as in -10,10";
    const std::vector<double> ends = readNumbers(arguments, "center-box", accepted);
    if (ends.size() != 2)
        throw ConfigurationError("center-box", arguments.value("center-box"), accepted);
    data.centersLow = ends[0];
    data.centersHigh = ends[1];
}

} // namespace

std::vector<Option> dataOptions()
{
    const GeneratedData defaults;
    const Split split;
    return {
        {"data", "KIND", dataHelp(), {defaults.kind}},
        {"samples", "N", "number of points", {std::to_string(defaults.samples)}, false, {{.option = "class-sizes", .isAbsent = true}}},
        {"class-sizes", "N,N,...", "number of points of each class instead, as scikit-learn's n_samples", {}, false, ofData("class-sizes")},
        {"noise", "SIGMA", "standard deviation of the noise", {numberText(defaults.noise)}},
        {"classes", "N", classesHelp(), {std::to_string(defaults.classes)}, false, withoutClassSizes("classes")},
        {"factor", "F", "inner radius / outer radius", {numberText(defaults.factor)}, false, ofData("factor")},
        {"center-box",
         "LOW,HIGH",
         "where the centres lie, on both axes (scikit-learn's default is -10,10)",
         {numberText(defaults.centersLow) + "," + numberText(defaults.centersHigh)},
         false,
         ofData("center-box")},
        {"data-seed", "SEED", "seed of the data", {std::to_string(defaults.seed)}},
        {"test-fraction", "SHARE", "share of the points kept for testing", {numberText(split.testFraction)}},
        {"split-seed", "SEED", "seed of the division into training and test points", {std::to_string(split.seed)}},
        {"stratify", "", "training and test points have the classes in the same proportions", {}, false, ofData("stratify")},
    };
}

GeneratedData readGeneratedData(const Arguments &arguments)
{
    GeneratedData data;
    data.kind = findDataKind(arguments.value("data")).name;
    data.samples = static_cast<int>(arguments.integer("samples", GeneratedData::minSamples, GeneratedData::maxSamples));
    data.noise = arguments.number("noise");
    data.classes = static_cast<int>(arguments.integer("classes", 2, mostClasses()));
    data.factor = arguments.number("factor");
    readCenters(arguments, data);
    if (arguments.isGiven("class-sizes")) {
        data.classSizes = readClassSizes(arguments);
        data.classes = static_cast<int>(data.classSizes.size());
        data.samples = std::accumulate(data.classSizes.begin(), data.classSizes.end(), 0);
    }
    data.seed = arguments.seed("data-seed");
    return data;
}

Split readSplit(const Arguments &arguments)
{
    return {.testFraction = arguments.number("test-fraction"), .seed = arguments.seed("split-seed"), .stratify = arguments.has("stratify")};
}

std::vector<double> readNumbers(const Arguments &arguments, const std::string &option, std::string_view accepted)
{
    return parseNumbers(option, arguments.value(option), accepted);
}

std::vector<double> parseNumbers(const std::string &option, const std::string &text, std::string_view accepted)
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
    return {"kernel", "NAME", "how OpenCL computes: cpu (vectors), gpu (many work-items) or auto (what suits the device)",
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
           || chosenName(arguments, "kernel", kernelNames) != "auto";
}

BackendChoice readBackend(const Arguments &arguments, bool hasDeviceOption)
{
    const std::string backend = chosenName(arguments, "backend", backendNames);
    const bool deviceGiven = hasDeviceOption && arguments.has("device");
    const int device = deviceGiven ? static_cast<int>(arguments.integer("device", 0)) : -1;
    const std::string kernel = chosenName(arguments, "kernel", kernelNames);
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
