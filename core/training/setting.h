// The settings of an experiment, one row each (data_, network_ and training_settings.cpp): options of the command line, their help and when they
// apply, keys and schema of files, controls and texts of the window, and what differs between models are loops over this table. A new setting is
// a field and its row.
#pragma once

#include "core/base/message.h"
#include "core/training/experiment.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace actiscope {

/** Where people look for a setting. */
enum class SettingGroup { Data, Network, Training, Stopping };

/** What a setting's value is. */
enum class SettingKind {
    Switch,      ///< bool
    Whole,       ///< a whole number
    Number,      ///< any number
    Name,        ///< one of Setting::choices()
    Wholes,      ///< a list of whole numbers
    Numbers,     ///< a list of numbers
    Names,       ///< some of Setting::choices(), each once
    Formula,     ///< a formula in x
    Activations, ///< texts that parseActivationSpec() reads, one for all hidden layers or one each
    Points,      ///< given points
    Folder,      ///< of the file system, a text
};

/** As the kind says; nothing where a setting that need not have a value has none. */
using SettingValue = std::variant<std::monostate, bool, double, std::string, std::vector<double>, std::vector<std::string>, GivenPoints>;

/** What a number, or each of a list, may be, and how a field shows it. */
struct SettingRange {
    double minimum = 0;
    double maximum = 0;
    bool isOpenBelow = false; ///< the minimum itself is not accepted
    bool isOpenAbove = false;
    int decimals = 0;
    double step = 0; ///< of a field; 0 where it fits the number

    bool contains(double value) const;
};

/** A name that a setting can have. */
struct SettingChoice {
    std::string_view name;
    std::string_view description;                    ///< one sentence, or some words of one
    std::span<const std::string_view> settings = {}; ///< that not all choices make use of, by name
};

struct Setting {
    std::string_view name; ///< everywhere: "learning-rate"
    SettingGroup group = SettingGroup::Data;
    SettingKind kind = SettingKind::Number;
    bool isPerModel = false;                           ///< a model's own
    bool isLive = false;                               ///< may change without a new run
    bool isOptional = false;                           ///< need not have a value
    int rank = 0;                                      ///< among what people set first: 1, 2, …; 0 for what is rarely changed
    SettingRange range = {};                           ///< of numbers
    std::vector<SettingChoice> (*choices)() = nullptr; ///< of a name
    std::string_view selector = {}; ///< the setting whose choice says whether this one is made use of; empty where it always is
    std::string_view instead = {};  ///< the setting that takes this one's place where it has a value; empty for none
    SettingValue (*get)(const Experiment &, std::size_t model) = nullptr;
    void (*set)(Experiment &, std::size_t model, const SettingValue &) = nullptr; ///< for a value of the kind, within the range
    const char *placeholder = "";                                                 ///< what the value is called in a help text
    const char *label = "";                                                       ///< of a field: "Learning rate η"
    const char *symbol = "";                                                      ///< in the name of a model: "η"
    const char *noun = "";                                                        ///< within a sentence, of a model's own: "learning rate"
    const char *help = "";                                                        ///< one line
    const char *accepted = "";                                                    ///< of lists: what is accepted
    const char *without = "";                                                     ///< what a field says that has no value; empty for "none"
};

/** All of them, in an order in which they can be set one after the other: a choice before what depends on it. */
std::span<const Setting> settings();

/** The row of this name, or null. */
const Setting *findSetting(std::string_view name);

/** Whether the setting says anything in this experiment. */
bool applies(const Setting &setting, const Experiment &experiment, std::size_t model = 0);

/** "it does not apply to optimizer sgd; it does with optimizer adam, adamw", of one that does not apply. */
Message whyNotApplicable(const Setting &setting, const Experiment &experiment, std::size_t model = 0);

/** The names of the choices with which the setting applies; none where its selector has no say. */
std::vector<std::string_view> choicesWith(const Setting &setting);

/** Reads "0.1", "relu", "64,64", "on". Throws ConfigurationError(setting.name, …). */
SettingValue parseSetting(const Setting &setting, std::string_view text);

/** What parseSetting() reads; empty for no value. Activations that differ between layers have "; " between them. */
std::string settingText(const Setting &setting, const SettingValue &value);

/** What is accepted: "a whole number from 1 to 1000000". */
Message acceptedValues(const Setting &setting);

/** Sets it of every model, where it is a model's own. */
void setEverywhere(Experiment &experiment, const Setting &setting, const SettingValue &value);

/** A setting that two experiments, or two models of one, do not have in common. */
struct SettingDifference {
    const Setting *setting = nullptr;
    std::size_t model = 0; ///< of `after`, where the setting is a model's own
    SettingValue before = {};
    SettingValue after = {};
};

/** What one must change in `before` to have `after`, of settings that apply there; where they have not as many models, the models are compared as far as
 *  both have them. */
std::vector<SettingDifference> differences(const Experiment &before, const Experiment &after);

/** The settings in which models of the experiment differ, in the order of the table. All others are common to them. */
std::vector<const Setting *> differences(const Experiment &experiment);

} // namespace actiscope
