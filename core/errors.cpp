#include "core/errors.h"

#include <algorithm>

namespace actiscope {
namespace {

/** What was given, fit for one line of a terminal: no control characters, and not without end. */
std::string quoted(std::string_view given)
{
    constexpr std::size_t longest = 120;
    std::string text(given.substr(0, longest));
    std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return "'" + text + (given.size() > longest ? "…'" : "'");
}

std::string configurationMessage(std::string_view option, std::string_view given, std::string_view accepted)
{
    std::string text(option);
    text.append(": ").append(quoted(given)).append(" is not accepted; ").append(accepted);
    return text;
}

std::string backendMessage(std::string_view call, std::string_view reason)
{
    std::string text(call);
    return text.append(" failed: ").append(reason);
}

} // namespace

ConfigurationError::ConfigurationError(std::string_view option, std::string_view given, std::string_view accepted)
    : std::runtime_error(configurationMessage(option, given, accepted)), m_option(option), m_given(given), m_accepted(accepted)
{
}

BackendError::BackendError(std::string_view call, std::string_view reason, std::string_view log)
    : std::runtime_error(backendMessage(call, reason)), m_call(call), m_log(log)
{
}

} // namespace actiscope
