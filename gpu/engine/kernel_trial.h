// Has a driver do once, on little data, what is wanted of it: build the program of an entry point, load it and run its kernels. For a process
// that may die of it in the place of one that must not.
#pragma once

#include "core/engine/backend.h"
#include "gpu/engine/entry_point.h"
#include "gpu/engine/opencl_backend.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>

namespace actiscope {

struct KernelTuning;

/** 256 that are all alike, for training and for the test. */
std::shared_ptr<const Dataset> pointsToTry(bool isRegression, const NetworkShape &shape);

/** Trains as this entry point does, or predicts: PoCL compiles a kernel for the way in which it is called. */
void runEntryPoint(std::size_t device, const KernelTuning &tuning, EntryPoint entry, const Cohort &cohort, const std::filesystem::path &programs);

/** What trains a cohort of this shape and data that has so many models, on this device. Throws BackendError. */
EntryPoint trainingEntryPoint(std::size_t device, std::optional<KernelChoice> kernel, const Cohort &cohort, std::size_t models);

/** What decides about the programs of a cohort: one model for each sequence of activations that occurs, with 256 points that are all alike. */
Cohort cohortToTry(const Cohort &cohort, const NetworkShape &shape);

/** A small one that has the cohort's programs on this device, so that one trial is for all that have; where there is none, the cohort's own. Throws BackendError. */
NetworkShape shapeToTry(std::size_t device, std::optional<KernelChoice> kernel, const Cohort &cohort);

/** Loads cohortToTry() of a cohort, of its own shape, and runs the kernels of this entry point. Throws BackendError. */
void tryKernels(std::size_t device, std::optional<KernelChoice> kernel, EntryPoint entry, const Cohort &cohort,
                const std::filesystem::path &programs);

} // namespace actiscope
