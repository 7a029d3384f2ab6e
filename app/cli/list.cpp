#include "app/cli/command.h"
#include "app/cli/output_file.h"
#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace actiscope {
namespace {

std::string parametersText(const Activation &activation)
{
    std::string text;
    for (const ActivationParameter &p : activation.parameters) {
        text += (text.empty() ? "" : ", ") + p.name + "=" + numberText(p.defaultValue) + " (" + p.symbol + ", " + numberText(p.minimum)
                + " to " + numberText(p.maximum) + (p.learnable ? ", learned)" : ")");
    }
    return activation.drawsWhileTraining() ? text + ", drawn for each element while training" : text;
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
        text += padded(std::string(kind.name), 14) + std::string(kind.description) + "\n";
    return text;
}

nlohmann::ordered_json dataKindJson()
{
    auto all = nlohmann::ordered_json::array();
    for (const DataKind &kind : dataKinds()) {
        all.push_back({{"name", kind.name},
                       {"description", kind.description},
                       {"regression", kind.isRegression},
                       {"most_classes", kind.isRegression ? 0 : kind.mostClasses},
                       {"factor", std::ranges::find(kind.options, "factor") != kind.options.end()},
                       {"options", kind.options}});
    }
    return all;
}

} // namespace

Command listCommand()
{
    const std::vector<Option> options = {{"data", "", "the data sets instead"}, {"json", "", "as JSON"}};
    return {"list", "activations with their parameters, defaults and ranges; data sets", options, [](const Arguments &arguments) {
                const bool data = arguments.has("data");
                if (arguments.has("json"))
                    writeStandardOutput((data ? dataKindJson() : listJson()).dump(1) + "\n");
                else
                    writeStandardOutput(data ? dataKindText() : listText());
                return 0;
            }};
}

} // namespace actiscope
