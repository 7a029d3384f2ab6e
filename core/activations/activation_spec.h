// An activation with chosen parameter values, as one model of a comparison uses it, and its textual form
// "leaky_relu:alpha=0.2".
#pragma once

#include "core/activations/activation.h"

#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct ActivationSpec {
    const Activation *activation = nullptr; ///< never null in a parsed spec; lives as long as the program
    std::vector<double> parameters;         ///< one value per parameter of `activation`
    std::string text;                       ///< as it was given: "leaky_relu:alpha=0.20"

    double value(double x) const { return activation->value(x, parameters); }
    double derivative(double x) const { return activation->derivative(x, parameters); }
    /** For people: "Leaky ReLU (α 0.2)"; parameters are named when they differ from the default. */
    std::string label() const;

    bool operator==(const ActivationSpec &) const = default;
};

/** The activation with its default parameters. */
ActivationSpec defaultSpec(const Activation &activation);

/** A spec with these parameter values; its text is canonical ("elu:alpha=0.5", just "relu" without parameters).
 *  Throws ConfigurationError when a value is outside its range. */
ActivationSpec makeSpec(const Activation &activation, std::vector<double> parameters);

/** The parameters after a hand set number `changed` to `value`: limited to its range, and where parameters are drawn
 *  between two ends, the other end gives way so that they stay in order. `values` must be acceptable. */
std::vector<double> withParameter(const Activation &activation, std::vector<double> values, std::size_t changed, double value);

/** Reads "id" or "id:name=value,name=value", or "formula:x*sigmoid(b*x),b=1"; names may also be given as their symbol ("α").
 *  Throws ConfigurationError naming the option, what was given and what is accepted (with the nearest id, or with the
 *  character of the formula that is wrong). */
ActivationSpec parseActivationSpec(std::string_view text);

} // namespace actiscope
