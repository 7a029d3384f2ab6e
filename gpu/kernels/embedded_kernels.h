// The text of the files in gpu/kernels, part of the program.
#pragma once

#include <string_view>

namespace actiscope {

/** Text of gpu/kernels/<name>, "vector/product.cl"; empty when there is no such file. */
std::string_view embeddedKernel(std::string_view name);

} // namespace actiscope
