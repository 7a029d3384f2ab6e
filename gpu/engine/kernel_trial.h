// Has a driver do once, on little data, what is wanted of it: build a program, load it and run each of its kernels. For a process that may
// die of it in the place of one that must not.
#pragma once

#include "core/engine/backend.h"
#include "gpu/engine/opencl_backend.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

namespace actiscope {

struct KernelTuning;

/** 256 that are all alike, for training and for the test. */
std::shared_ptr<const Dataset> pointsToTry(bool isRegression, const NetworkShape &shape);

/** Trains and predicts, with one work-group for a model and with several: PoCL compiles a kernel for the way in which it is called. */
void runEveryKernel(std::size_t device, const KernelTuning &tuning, const Cohort &cohort, const std::filesystem::path &programs);

/** What decides about the programs of a cohort: one model for each sequence of activations that occurs, with 256 points that are all alike. Vector
 *  kernels are the same whatever the widths, so that there the layers are small. */
Cohort cohortToTry(const Cohort &cohort, KernelMapping mapping);

/** Loads the cohort (cohortToTry() of one) and runs every kernel of its programs, with one work-group for a model and with several. Throws
 *  BackendError. */
void tryKernels(std::size_t device, std::optional<KernelMapping> mapping, const Cohort &cohort, const std::filesystem::path &programs);

} // namespace actiscope
