// Tables as comma-separated text.
#pragma once

#include <string>

namespace actiscope {

/** One field, quoted where it has to be. */
std::string csvField(const std::string &text);

} // namespace actiscope
