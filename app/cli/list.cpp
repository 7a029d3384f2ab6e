#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "app/process/told.h"
#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/data/image_data.h"
#include "core/diagnostics/layer_figures.h"
#include "core/io/experiment_file.h"
#include "core/io/ready_experiments.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace actiscope {
namespace {

std::string parametersText(const Activation &activation)
{
    std::string text;
    for (const ActivationParameter &p : activation.parameters) {
        const char *pattern =
            p.learnable ? ACTISCOPE_TR("core", "%1=%2 (%3, %4 to %5, learned)") : ACTISCOPE_TR("core", "%1=%2 (%3, %4 to %5)");
        text += (text.empty() ? "" : ", ")
                + told({pattern, {p.name, numberText(p.defaultValue), p.symbol, numberText(p.minimum), numberText(p.maximum)}});
    }
    return activation.drawsWhileTraining() ? told({ACTISCOPE_TR("core", "%1, drawn for each element while training"), {text}}) : text;
}

std::string padded(const std::string &text, std::size_t width)
{
    return text + std::string(text.size() < width ? width - text.size() : 0, ' ');
}

std::string listText()
{
    std::string text;
    for (const Activation &activation : activations()) {
        std::string line =
            padded(activation.id, 14) + padded(activation.name, 16) + padded(activation.family, 13) + parametersText(activation);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

nlohmann::ordered_json listJson()
{
    auto all = nlohmann::ordered_json::array();
    for (const Activation &activation : activations()) {
        auto parameters = nlohmann::ordered_json::array();
        for (const ActivationParameter &p : activation.parameters) {
            parameters.push_back({{"name", p.name},
                                  {"symbol", p.symbol},
                                  {"default", p.defaultValue},
                                  {"minimum", p.minimum},
                                  {"maximum", p.maximum},
                                  {"learnable", p.learnable}});
        }
        all.push_back({{"id", activation.id},
                       {"name", activation.name},
                       {"family", activation.family},
                       {"parameters", parameters},
                       {"kinks", activation.kinks},
                       {"drawn_while_training", activation.drawsWhileTraining()}});
    }
    return all;
}

std::string dataKindText()
{
    std::string text;
    for (const DataKind &kind : dataKinds())
        text += padded(std::string(kind.name), 14) + told(Message(kind.description)) + "\n";
    for (const ImageKind &kind : imageKinds())
        text += padded(std::string(kind.name), 14) + told(Message(kind.description)) + "\n";
    return text;
}

nlohmann::ordered_json dataKindJson()
{
    auto all = nlohmann::ordered_json::array();
    for (const DataKind &kind : dataKinds()) {
        all.push_back({{"name", kind.name},
                       {"description", kind.description},
                       {"regression", kind.isRegression},
                       {"max_classes", kind.isRegression ? 0 : kind.maxClasses},
                       {"factor", std::ranges::find(kind.options, "factor") != kind.options.end()},
                       {"options", kind.options}});
    }
    for (const ImageKind &kind : imageKinds()) {
        all.push_back({{"name", kind.name},
                       {"description", kind.description},
                       {"regression", false},
                       {"max_classes", imageClasses},
                       {"factor", false},
                       {"options", kind.options}});
    }
    return all;
}

/** A sentence each. */
std::string experimentListText()
{
    std::string text;
    for (const ReadyExperiment &ready : readyExperiments())
        text += padded(ready.name, 20) + told(Message(ready.notes.about)) + "\n";
    return text;
}

nlohmann::ordered_json experimentListJson()
{
    auto all = nlohmann::ordered_json::array();
    for (const ReadyExperiment &ready : readyExperiments())
        all.push_back({{"name", ready.name},
                       {"title", ready.notes.title},
                       {"summary", ready.notes.summary},
                       {"about", ready.notes.about},
                       {"configuration", nlohmann::ordered_json::parse(experimentText(ready.experiment))}});
    return all;
}

std::string figureListText()
{
    std::string text;
    for (const LayerFigure &figure : layerFigures())
        text += padded(std::string(figure.name), 22) + padded(std::string(figure.unit), 7) + told(Message(figure.lookFor)) + "\n";
    return text;
}

nlohmann::ordered_json figureListJson()
{
    auto all = nlohmann::ordered_json::array();
    for (const LayerFigure &figure : layerFigures())
        all.push_back({{"name", figure.name}, {"unit", figure.unit}, {"look_for", figure.lookFor}, {"of_units", figure.ofUnit != nullptr}});
    return all;
}

/** What can be listed besides activations. */
struct Listing {
    const char *option;
    const char *help;
    std::string (*text)();
    nlohmann::ordered_json (*json)();
};

constexpr Listing listings[] = {{"data", ACTISCOPE_TR("core", "the data sets instead"), dataKindText, dataKindJson},
                                {"experiments", ACTISCOPE_TR("core", "the ready experiments instead"), experimentListText, experimentListJson},
                                {"diagnostics", ACTISCOPE_TR("core", "the figures of each layer that train --diagnostics has, instead"), figureListText, figureListJson}};

int list(const Arguments &arguments)
{
    if (arguments.has("schema")) {
        writeStandardOutput(experimentSchema());
        return 0;
    }
    Listing chosen{"", "", listText, listJson};
    for (const Listing &listing : listings) {
        if (!arguments.has(listing.option))
            continue;
        if (*chosen.option)
            throw UsageError({ACTISCOPE_TR("core", "--%1 does not apply with --%2; one list at a time"), {listing.option, chosen.option}});
        chosen = listing;
    }
    writeStandardOutput(arguments.has("json") ? chosen.json().dump(1) + "\n" : chosen.text());
    return 0;
}

} // namespace

Command listCommand()
{
    std::vector<Option> options;
    for (const Listing &listing : listings)
        options.push_back({listing.option, "", listing.help});
    options.push_back({"schema", "", ACTISCOPE_TR("core", "the JSON Schema of experiments, as train --experiment reads them")});
    options.push_back({"json", "", ACTISCOPE_TR("core", "as JSON")});
    return {"list", ACTISCOPE_TR("core", "activations with their parameters, defaults and ranges; data sets; ready experiments"), options, list};
}

} // namespace actiscope
