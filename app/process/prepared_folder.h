// Where the OpenCL programs lie that were built with this one.
#pragma once

#include <filesystem>

namespace actiscope {

/** Empty where the system does not say which program this is. */
std::filesystem::path preparedFolder();

} // namespace actiscope
