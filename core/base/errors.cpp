#include "core/base/errors.h"

#include <algorithm>

namespace actiscope {
namespace {

/** What was given, fit for one line of a terminal: no control characters, and not without end. */
std::string quoted(std::string_view given)
{
    constexpr std::size_t longest = 120;
    std::string text(given.substr(0, longest));
    std::ranges::replace_if(
        text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return "'" + text + (given.size() > longest ? "…'" : "'");
}

} // namespace

ConfigurationError::ConfigurationError(std::string_view option, std::string_view given, Message accepted)
    : Error({ACTISCOPE_TR("core", "%1: %2 is not accepted; %3"), {std::string(option), quoted(given), accepted}}), m_option(option), m_given(given),
      m_accepted(std::move(accepted))
{
}

BackendError::BackendError(std::string_view call, Message reason, std::string_view log)
    : Error({ACTISCOPE_TR("core", "%1 failed: %2"), {std::string(call), std::move(reason)}}), m_call(call), m_log(log)
{
}

} // namespace actiscope
