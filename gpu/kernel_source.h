// Puts OpenCL programs together from the embedded kernels and the formulas of an activation.
#pragma once

#include "core/activation.h"
#include "gpu/opencl_device.h"

#include <span>
#include <string>

namespace actiscope {

/** What the kernels compute the loss from; see kernels/loss.cl. */
enum class KernelLoss { CrossEntropy, Logistic, SquaredError, SquaredErrorOfValues };

/** The program that trains and runs networks whose hidden layers have these activations; the plan's `kind` is the place in this list. It
 *  does not depend on parameters nor on the shape of the network. */
std::string networkSource(std::span<const Activation *const> activations, KernelLoss loss, KernelMapping mapping);

/** The program with the kernel evaluateActivation for this activation. */
std::string evaluationSource(const Activation &activation, KernelMapping mapping);

} // namespace actiscope
