// What OpenCL drivers are asked for, as a line of text: for a child process to do, and to remember what went well by.
#pragma once

#include "core/engine/backend.h"
#include "gpu/engine/entry_point.h"
#include "gpu/engine/opencl_backend.h"

#include <filesystem>
#include <string>

namespace actiscope {

/** Finding the devices. */
std::string findTask();
/** Trying the device's tensor cores, as makeOpenClBackend() does where they may be used. */
std::string tensorCoresTask(std::size_t device);
/** Loading a cohort and running the kernels of an entry point. */
std::string networkTask(std::size_t device, KernelChoice kernel, EntryPoint entry, const Cohort &cohort);
/** Evaluating an activation. */
std::string evaluationTask(std::size_t device, KernelChoice kernel, const Activation &activation);

/** Does it; `programs` is as for makeOpenClBackend(). Throws std::exception where the task or the driver is not up to it. */
void carryOutTask(const std::string &task, const std::filesystem::path &programs);

} // namespace actiscope
