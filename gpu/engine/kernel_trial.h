// Has a driver do once, on little data, what is wanted of it: build a program, load it and run each of its kernels. For a process that may
// die of it in the place of one that must not.
#pragma once

#include "core/engine/backend.h"
#include "gpu/engine/opencl_backend.h"

#include <filesystem>
#include <optional>

namespace actiscope {

/** What decides about the programs of a cohort: one model for each sequence of activations that occurs, with 256 points that are all alike. Vector
 *  kernels are the same whatever the widths, so that there the layers are small. */
Cohort cohortToTry(const Cohort &cohort, KernelMapping mapping);

/** Loads the cohort (cohortToTry() of one) and runs every kernel of its programs, with one work-group for a model and with several. Throws
 *  BackendError. */
void tryKernels(std::size_t device, std::optional<KernelMapping> mapping, const Cohort &cohort, const std::filesystem::path &programs);

} // namespace actiscope
