#include "core/activations/activation_spec.h"

#include "core/activations/builtin_activations.h"
#include "core/activations/custom_activations.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

constexpr std::string_view option = "activation";

Message acceptedRange(const ActivationParameter &parameter)
{
    return {ACTISCOPE_TR("core", "%1 is a number from %2 to %3"),
            {parameter.name, numberText(parameter.minimum), numberText(parameter.maximum)}};
}

Message acceptedNames(const Activation &activation)
{
    if (activation.parameters.empty())
        return {ACTISCOPE_TR("core", "%1 has no parameters (as name=value)"), {activation.id}};
    std::string names;
    for (std::size_t k = 0; k < activation.parameters.size(); ++k)
        names += (k == 0 ? "" : ", ") + activation.parameters[k].name;
    return {ACTISCOPE_TR("core", "parameters of %1: %2 (as name=value)"), {activation.id, names}};
}

void checkValues(const Activation &activation, const std::vector<double> &values, std::string_view given)
{
    for (std::size_t k = 0; k < values.size(); ++k) {
        const ActivationParameter &parameter = activation.parameters[k];
        if (!(values[k] >= parameter.minimum && values[k] <= parameter.maximum))
            throw ConfigurationError(option, given, acceptedRange(parameter));
    }
    if (activation.drawsWhileTraining() && !std::ranges::is_sorted(values))
        throw ConfigurationError(
            option, given,
            {ACTISCOPE_TR("core", "%1 is at most %2"), {activation.parameters.front().name, activation.parameters.back().name}});
}

bool isFormula(std::string_view text)
{
    return text.starts_with(formulaPrefix);
}

std::string canonicalText(const Activation &activation, const std::vector<double> &values)
{
    std::string text = activation.id;
    for (std::size_t k = 0; k < values.size(); ++k)
        text += (k == 0 && !isFormula(activation.id) ? ":" : ",") + activation.parameters[k].name + "=" + numberText(values[k]);
    return text;
}

/** Reads one "name=value" of `text` into `values`; `given` says which parameters were read before. */
void readAssignment(const Activation &activation, std::string_view assignment, std::string_view text, std::vector<double> &values,
                    std::vector<bool> &given)
{
    const std::size_t equals = assignment.find('=');
    std::string_view name = trimmed(assignment.substr(0, equals));
    if (isFormula(activation.id) && (name == "α" || name == "β" || name == "A" || name == "B"))
        name = name == "α" || name == "A" ? "a" : "b";
    const bool isRestOfNumber =
        equals == std::string_view::npos && !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
    if (isRestOfNumber && std::ranges::count(given, true) > 0)
        throw ConfigurationError(option, text,
                                 {ACTISCOPE_TR("core", "the decimal sign is '.', not ',': before '%1'"), {std::string(name)}});
    const auto parameter =
        std::ranges::find_if(activation.parameters, [name](const ActivationParameter &p) { return p.name == name || p.symbol == name; });
    if (equals == std::string_view::npos || parameter == activation.parameters.end())
        throw ConfigurationError(option, text, acceptedNames(activation));
    const auto place = static_cast<std::size_t>(parameter - activation.parameters.begin());
    const auto value = parseNumber(trimmed(assignment.substr(equals + 1)));
    if (!value)
        throw ConfigurationError(option, text, acceptedRange(*parameter));
    if (given[place])
        throw ConfigurationError(option, text, {ACTISCOPE_TR("core", "%1 is given twice"), {parameter->name}});
    given[place] = true;
    values[place] = *value;
}

/** Whether somebody who wrote this meant a formula. */
bool looksLikeFormula(std::string_view text)
{
    try {
        parseFormula(text.substr(0, endOfFormula(text)));
        return true;
    } catch (const FormulaError &) {
        return text.find_first_of("+*/^()<>|?") != std::string_view::npos;
    }
}

/** The activation that a text names, and the "name=value,name=value" after it. */
struct Parts {
    const Activation *activation = nullptr;
    std::string_view assignments;
};

std::vector<std::string_view> activationIds()
{
    std::vector<std::string_view> ids;
    for (const Activation &activation : activations())
        ids.push_back(activation.id);
    return ids;
}

/** The one of this id, whatever its case and hyphens, or of another name that people use. */
const Activation *activationOfName(std::string_view name)
{
    const auto place = findName(option, name, activationIds());
    return place ? &activations()[*place] : nullptr;
}

Message acceptedActivations(std::string_view name)
{
    const std::vector<std::string_view> ids = activationIds();
    const std::vector<std::string_view> similar = similarNames(option, name, ids);
    if (similar.empty())
        return {ACTISCOPE_TR("core", "accepted: %1, formula:…"), {listed(ids)}};
    return {ACTISCOPE_TR("core", "%1 'actiscope list' names all"), {similarityHint(similar)}};
}

Parts partsOf(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::string_view id = trimmed(text.substr(0, colon));
    const Activation *activation = activationOfName(id);
    if (!activation && looksLikeFormula(text))
        throw ConfigurationError(option, text,
                                 {ACTISCOPE_TR("core", "a formula begins with 'formula:', as in formula:%1"), {std::string(text)}});
    if (!activation)
        throw ConfigurationError(option, text, acceptedActivations(id));
    const std::string_view rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (colon != std::string_view::npos && rest.empty())
        throw ConfigurationError(option, text, acceptedNames(*activation));
    return {activation, rest};
}

Parts partsOfFormula(std::string_view text)
{
    const std::string_view all = text.substr(formulaPrefix.size());
    const std::size_t end = endOfFormula(all);
    try {
        return {customActivation(all.substr(0, end)), end == all.size() ? std::string_view() : all.substr(end + 1)};
    } catch (const FormulaError &error) {
        throw ConfigurationError(option, text,
                                 {ACTISCOPE_TR("core", "at character %1 of the formula (the first is 0): %2"),
                                  {std::to_string(error.position()), error.message()}});
    }
}

} // namespace

std::string ActivationSpec::label() const
{
    std::string values;
    for (std::size_t k = 0; k < parameters.size(); ++k)
        values += (k == 0 ? "" : ", ") + activation->parameters[k].symbol + " " + numberText(parameters[k]);
    return values.empty() ? activation->name : activation->name + " (" + values + ")";
}

ActivationSpec defaultSpec(const Activation &activation)
{
    return {&activation, activation.defaultParameters(), activation.id};
}

ActivationSpec makeSpec(const Activation &activation, std::vector<double> parameters)
{
    parameters.resize(activation.parameters.size());
    std::string text = canonicalText(activation, parameters);
    checkValues(activation, parameters, text);
    return {&activation, std::move(parameters), std::move(text)};
}

std::vector<double> withParameter(const Activation &activation, std::vector<double> values, std::size_t changed, double value)
{
    const ActivationParameter &parameter = activation.parameters[changed];
    values[changed] = std::clamp(value, parameter.minimum, parameter.maximum);
    if (activation.drawsWhileTraining()) {
        for (std::size_t k = 0; k < values.size(); ++k)
            values[k] = k < changed ? std::min(values[k], values[changed]) : std::max(values[k], values[changed]);
    }
    return values;
}

ActivationSpec parseActivationSpec(std::string_view text)
{
    const Parts parts = isFormula(text) ? partsOfFormula(text) : partsOf(text);
    std::vector<double> values = parts.activation->defaultParameters();
    std::string_view rest = parts.assignments;
    std::vector<bool> given(values.size(), false);
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        readAssignment(*parts.activation, rest.substr(0, comma), text, values, given);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    checkValues(*parts.activation, values, text);
    return {parts.activation, std::move(values), std::string(text)};
}

} // namespace actiscope
