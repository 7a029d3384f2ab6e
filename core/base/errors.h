// The exceptions of core and gpu. Each message is one line that a user can act on.
#pragma once

#include "core/base/message.h"

#include <stdexcept>
#include <string>
#include <string_view>

namespace actiscope {

/** An exception whose what() is the message in English. */
class Error : public std::runtime_error {
public:
    explicit Error(Message message) : std::runtime_error(message.text()), m_message(std::move(message)) {}
    const Message &message() const { return m_message; }

private:
    Message m_message;
};

/** A setting that is not acceptable: names the option (without dashes), what was given and what is accepted. */
class ConfigurationError : public Error {
public:
    ConfigurationError(std::string_view option, std::string_view given, Message accepted);
    /** The option's command-line name without the leading dashes, "learning-rate". */
    const std::string &option() const { return m_option; }
    const std::string &given() const { return m_given; }
    const Message &accepted() const { return m_accepted; }

private:
    std::string m_option;
    std::string m_given;
    Message m_accepted;
};

/** A backend that could not do its work: the call that failed, why, and (for a failed build) the log. */
class BackendError : public Error {
public:
    BackendError(std::string_view call, Message reason, std::string_view log = {});
    const std::string &call() const { return m_call; }
    const std::string &log() const { return m_log; }

private:
    std::string m_call;
    std::string m_log;
};

} // namespace actiscope
