// The reference backend: Eigen on the CPU. What runs where there is no OpenCL platform.
#pragma once

#include "core/engine/backend.h"
#include "core/engine/eigen_evaluator.h"

#include <memory>

namespace actiscope {

/** A backend that trains its models one after the other on the calling thread. Never throws BackendError. */
std::unique_ptr<Backend> makeEigenBackend(Precision precision = Precision::Double);

} // namespace actiscope
