// Which ways to compute this machine offers. The one place that names every backend.
#pragma once

#include "core/base/errors.h"
#include "core/engine/backend.h"

#include <functional>
#include <optional>
#include <string_view>

namespace actiscope {

/** What this machine offers, and what became of looking for OpenCL devices where a driver is not up to it: then there is Eigen alone. */
struct MachineCatalog : BackendCatalog {
    std::optional<BackendError> driverFailure = {};
};

/** Eigen, and each OpenCL device. The default is the first OpenCL CPU device, else the first OpenCL device, else
 *  Eigen; `reason` says which and why. `kernel` is which kernels OpenCL devices run: "auto" (what suits each), "cpu" (vectors) or
 *  "gpu" (many work-items side by side; "gpu-fp32": not on tensor cores). Throws ConfigurationError for another. To be called by the first thread, before others. */
MachineCatalog makeBackendCatalog(std::string_view kernel = "auto");

/** The same in two steps: what is to be done by the first thread, before others, is done at once; what it gives may be called by another,
 *  and takes until a driver has said which devices it has. */
std::function<MachineCatalog()> backendFinder(std::string_view kernel = "auto");

/** Eigen alone, without looking for OpenCL devices (which takes a moment). */
MachineCatalog makeEigenCatalog();

/** Index into `catalog.choices` for "auto", "eigen" or "opencl" and a device number (the N of "opencl:N"; below 0 means
 *  the default's). Throws ConfigurationError for anything that this machine does not offer, and the driver's failure where OpenCL was asked
 *  for and there is none because of it. */
std::size_t chooseBackend(const MachineCatalog &catalog, std::string_view backend, int device);

} // namespace actiscope
