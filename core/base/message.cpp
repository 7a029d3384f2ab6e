#include "core/base/message.h"

namespace actiscope {

std::string Message::text() const
{
    if (m_values.empty())
        return m_pattern;
    std::string result;
    for (std::size_t i = 0; i < m_pattern.size(); ++i) {
        const std::size_t place =
            m_pattern[i] == '%' && i + 1 < m_pattern.size() ? static_cast<std::size_t>(m_pattern[i + 1] - '1') : m_values.size();
        if (place < m_values.size()) {
            result += m_values[place].text();
            ++i;
        } else {
            result += m_pattern[i];
        }
    }
    return result;
}

} // namespace actiscope
