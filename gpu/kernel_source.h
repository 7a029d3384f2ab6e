// Puts OpenCL programs together from the embedded kernels and the formulas of an activation.
#pragma once

#include "core/activation.h"

#include <string>

namespace actiscope {

/** The program with the kernels trainNetworks and predictNetwork for this activation. It does not depend on parameters
 *  nor on the shape of the network. */
std::string networkSource(const Activation &activation);

/** The program with the kernel evaluateActivation for this activation. */
std::string evaluationSource(const Activation &activation);

} // namespace actiscope
