// One change of a run, as it is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace actiscope {

/** A number, or what a setting is called: "adam", "leaky_relu:alpha=0.2". */
using ChangeValue = std::variant<double, std::string>;

/** A number of a network: the weight from `column` of the layer before to `row` of this one, or the bias of `row`; all counted from 0. The layer after the
 *  hidden ones is the output. */
struct ParameterPlace {
    std::size_t layer = 0;
    std::size_t row = 0;
    std::size_t column = 0;

    bool operator==(const ParameterPlace &) const = default;
};

struct Change {
    std::int64_t epoch = 0;                ///< updates done when it was made; it is in force from the next one on
    std::optional<std::size_t> model = {}; ///< none: of all models, or of the experiment
    std::string setting = {};              ///< by its name on the command line, "learning-rate"; or "weight", "bias", "unit"
    ChangeValue value = {};
    std::optional<ParameterPlace> place = {}; ///< of those three (core/training/parameter_change.h)

    bool operator==(const Change &) const = default;
};

} // namespace actiscope
