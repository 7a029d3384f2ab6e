// Which ways to compute this machine offers. The one place that names every backend.
#pragma once

#include "core/backend.h"

#include <string_view>

namespace actiscope {

/** Eigen, and each OpenCL device. The default is the first OpenCL CPU device, else the first OpenCL device, else
 *  Eigen; `reason` says which and why. `kernel` is which kernels OpenCL devices run: "auto" (what suits each), "cpu" (vectors) or
 *  "gpu" (many work-items side by side). Throws ConfigurationError for another. */
BackendCatalog makeBackendCatalog(std::string_view kernel = "auto");

/** Eigen alone, without looking for OpenCL devices (which takes a moment). */
BackendCatalog makeEigenCatalog();

/** Index into `catalog.choices` for "auto", "eigen" or "opencl" and a device number (the N of "opencl:N"; below 0 means
 *  the default's). Throws ConfigurationError for anything that this machine does not offer. */
std::size_t chooseBackend(const BackendCatalog &catalog, std::string_view backend, int device);

} // namespace actiscope
