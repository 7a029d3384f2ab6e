// Training on an OpenCL device: fused kernels, one work-group per model, many epochs a launch. There are two mappings of the kernels to a
// device, with the same results but for rounding.
#pragma once

#include "core/engine/backend.h"
#include "gpu/device/opencl_devices.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** A backend on that device (index into openClDevices()), with the mapping that suits it or the given one. `programs` is a folder that
 *  actiscope_prepare_programs filled; without, or for a device that it was not filled for, programs are built when they are needed.
 *  Throws BackendError. */
std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, std::optional<KernelChoice> kernel = std::nullopt,
                                           const std::filesystem::path &programs = {});

} // namespace actiscope
