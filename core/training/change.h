// What is changed of a run while it trains: kept with the run, so that it can be replayed, branched, saved and told.
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace actiscope {

/** The one setting whose value may be changed by training, too. */
inline constexpr std::string_view activationSetting = "activation";

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

/** Names of the settings that can be changed while training. */
std::vector<std::string_view> liveSettings();

/** Whether figures depend on this setting, which those do not that only say when a run ends. */
bool changesFigures(std::string_view setting);

/** The experiment becomes what it is after the change. Throws ConfigurationError, with the experiment as it was, for a setting that cannot be changed
 *  while training, a model that is not there, and a value that is out of range. */
void applyChange(Experiment &experiment, const Change &change);

/** The changes that lead from one to the other at this epoch, as far as live settings do. */
std::vector<Change> changesBetween(const Experiment &before, const Experiment &after, std::int64_t epoch = 0);

/** Parameters of a model's activations; these are the same functions as before. */
Change activationChange(std::size_t model, const std::vector<ActivationSpec> &activations);

} // namespace actiscope
