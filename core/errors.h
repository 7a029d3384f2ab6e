// The exceptions of core and gpu. Each message is one line that a user can act on.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace actiscope {

/** A setting that is not acceptable: names the option (without dashes), what was given and what is accepted. */
class ConfigurationError : public std::runtime_error {
public:
    ConfigurationError(std::string_view option, std::string_view given, std::string_view accepted);
    /** The option's command-line name without the leading dashes, "learning-rate". */
    const std::string &option() const { return m_option; }
    const std::string &given() const { return m_given; }
    const std::string &accepted() const { return m_accepted; }

private:
    std::string m_option;
    std::string m_given;
    std::string m_accepted;
};

/** A backend that could not do its work: the call that failed, why, and (for a failed build) the log. */
class BackendError : public std::runtime_error {
public:
    BackendError(std::string_view call, std::string_view reason, std::string_view log = {});
    const std::string &call() const { return m_call; }
    const std::string &log() const { return m_log; }

private:
    std::string m_call;
    std::string m_log;
};

} // namespace actiscope
