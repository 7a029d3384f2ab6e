// Options of the program and its subcommands: a table of what is accepted, and what was given. Errors are one line that
// names the option, what was given and what is accepted.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** Wrong use of the command line; the message is one line. The program ends with status 2. */
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** One option "--name VALUE" (or "--name" alone where `placeholder` is empty). */
struct Option {
    std::string name;        ///< without dashes
    std::string placeholder; ///< what the value is called in the help; empty for a switch
    std::string help;        ///< one line
    std::vector<std::string> defaults = {}; ///< the values when it is not given; empty for none
    bool repeatable = false;
};

/** What was given, defaults filled in. Options are named without dashes and have to be in the table. */
class Arguments {
public:
    /** Reads "--name value" and "--name=value". Throws UsageError for an option that is not in the table (with the
     *  nearest that is), a missing or surplus value, and an option given twice. */
    Arguments(std::span<const Option> table, std::span<const std::string> given);

    bool has(const std::string &name) const { return !values(name).empty(); }
    const std::vector<std::string> &values(const std::string &name) const { return m_values.at(name); }
    /** The only value, or an empty text. */
    std::string value(const std::string &name) const;

    /** A finite number. Range checks are the core's. Throws ConfigurationError. */
    double number(const std::string &name) const;
    /** A whole number within these limits. Throws ConfigurationError. */
    std::int64_t integer(const std::string &name, std::int64_t minimum = std::numeric_limits<int>::min(),
                         std::int64_t maximum = std::numeric_limits<int>::max()) const;
    /** A whole number from 0 to 4294967295, as the generators of NumPy and PyTorch are seeded. */
    std::uint32_t seed(const std::string &name) const;

private:
    std::map<std::string, std::vector<std::string>> m_values;
};

/** The word of `accepted` that is closest to `text`. */
std::string nearestWord(std::string_view text, std::span<const std::string> accepted);

/** The options as lines of a help text, with their defaults. */
std::string optionHelp(std::span<const Option> table);

} // namespace actiscope
