// Options of the program and its subcommands: a table of what is accepted, and what was given. Errors are one line that
// names the option, what was given and what is accepted.
#pragma once

#include "core/base/errors.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** Wrong use of the command line; the message is one line. The program ends with status 2. */
struct UsageError : Error {
    using Error::Error;
};

/** When an option says anything: where another one has one of some values, is given, or is not. */
struct Applicability {
    std::string option;                   ///< the other option's name
    std::vector<std::string> values = {}; ///< empty: it has to be given, whatever its value
    std::vector<std::string> names = {};  ///< all values that the other option knows
    bool isAbsent = false;                ///< it must not be given

    Message text() const; ///< "with --optimizer adam or adamw"
};

/** One option "--name VALUE" (or "--name" alone where `placeholder` is empty). */
struct Option {
    std::string name;                       ///< without dashes
    std::string placeholder;                ///< what the value is called in the help; empty for a switch
    Message help;                           ///< one line
    std::vector<std::string> defaults = {}; ///< the values when it is not given; empty for none
    bool repeatable = false;
    std::vector<Applicability> applies = {}; ///< all of them have to hold where the option is given
};

/** What was given, defaults filled in. Options are named without dashes and have to be in the table. */
class Arguments {
public:
    /** Reads "--name value" and "--name=value". Throws UsageError for an option that is not in the table (with the
     *  nearest that is), a missing or surplus value, a FILE without a name, an option given twice, and one that does not apply. */
    Arguments(std::span<const Option> table, std::span<const std::string> given);

    bool has(const std::string &name) const { return !values(name).empty(); }
    /** Whether it stands on the command line itself. */
    bool isGiven(const std::string &name) const { return m_given.contains(name); }
    const std::vector<std::string> &values(const std::string &name) const { return m_values.at(name); }
    /** The only value, or an empty text. */
    std::string value(const std::string &name) const;

    /** A finite number. Range checks are the core's. Throws ConfigurationError. */
    double number(const std::string &name) const;
    /** A whole number within these limits. Throws ConfigurationError. */
    std::int64_t integer(const std::string &name, std::int64_t minimum, std::int64_t maximum = std::numeric_limits<int>::max()) const;
    /** A whole number from 0 to 4294967295, as the generators of NumPy and PyTorch are seeded. */
    std::uint32_t seed(const std::string &name) const;

private:
    void readValues(std::span<const Option> table, std::span<const std::string> given);
    void requireApplicable(const Option &option) const;

    std::map<std::string, std::vector<std::string>> m_values;
    std::set<std::string> m_given;
};

/** The first value of --name among arguments that have not been read yet. */
std::optional<std::string> valueGiven(std::span<const std::string> given, std::string_view name);

/** "did you mean 'a'? --help names all", or, where nothing is near, all of them; `prefix` goes before each. */
Message wordHint(std::string_view option, std::string_view text, std::span<const std::string> accepted, std::string_view prefix = {});

/** The one of `names` that the value of `option` means (core/base/names.h). Throws ConfigurationError. */
std::string chosenName(const Arguments &arguments, const std::string &option, std::span<const std::string_view> names);

/** An option of which only some rows of a table make use, DataKind, OptimizerChoice and the like: with `selector` one of those. */
template <class Table>
std::vector<Applicability> whereRowsUse(const std::string &name, const std::string &selector, const Table &table)
{
    Applicability applicability{selector};
    bool isOfSome = false;
    for (const auto &row : table) {
        applicability.names.emplace_back(row.name);
        if (std::ranges::find(row.options, name) == row.options.end())
            continue;
        applicability.values.emplace_back(row.name);
        isOfSome = true;
    }
    return isOfSome ? std::vector{applicability} : std::vector<Applicability>();
}

/** The options as lines of a help text, with their defaults. */
std::string optionHelp(std::span<const Option> table);

} // namespace actiscope
