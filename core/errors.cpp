#include "core/errors.h"

namespace actiscope {
namespace {

std::string configurationMessage(std::string_view option, std::string_view given, std::string_view accepted)
{
    std::string text(option);
    text.append(": '").append(given).append("' is not accepted; ").append(accepted);
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
