// An OpenCL backend whose driver is only asked for what a child process has survived.
#pragma once

#include "app/driver/opencl_driver.h"
#include "core/engine/backend.h"

#include <memory>
#include <optional>

namespace actiscope {

/** On this device of the driver's, as makeOpenClBackend() makes it. Its members throw BackendError also where the driver would end the program. */
std::unique_ptr<Backend> makeTriedBackend(std::shared_ptr<OpenClDriver> driver, const OpenClDevice &device,
                                          std::optional<KernelChoice> kernel);

} // namespace actiscope
