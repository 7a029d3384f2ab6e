#include "app/commands/command.h"
#include "app/output_file.h"
#include "core/activation.h"
#include "core/number_text.h"

#include <nlohmann/json.hpp>

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
        std::string line = padded(activation.id, 14) + padded(activation.name, 16) + padded(activation.family, 13) + parametersText(activation);
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
            parameters.push_back({{"name", p.name}, {"symbol", p.symbol}, {"default", p.defaultValue}, {"minimum", p.minimum},
                                  {"maximum", p.maximum}, {"learnable", p.learnable}});
        }
        all.push_back({{"id", activation.id}, {"name", activation.name}, {"family", activation.family}, {"parameters", parameters},
                       {"kinks", activation.kinks}, {"drawn_while_training", activation.drawsWhileTraining()}});
    }
    return all;
}

} // namespace

Command listCommand()
{
    return {"list", "activations with their parameters, defaults and ranges", {{"json", "", "as JSON"}}, [](const Arguments &arguments) {
                writeStandardOutput(arguments.has("json") ? listJson().dump(1) + "\n" : listText());
                return 0;
            }};
}

} // namespace actiscope
