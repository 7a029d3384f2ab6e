// A backend with other lengths than its device's own; for tests and measurements.
#pragma once

#include "core/engine/backend.h"
#include "gpu/device/opencl_device.h"

#include <cstddef>
#include <filesystem>
#include <memory>

namespace actiscope {

/** makeOpenClBackend() with other lengths than the device's own; for tests. */
std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, const KernelTuning &tuning, const std::filesystem::path &programs = {});

} // namespace actiscope
