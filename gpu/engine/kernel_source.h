// Puts OpenCL programs together from the embedded kernels and the formulas of an activation.
#pragma once

#include "core/activations/activation.h"
#include "core/engine/cohort.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/entry_point.h"

#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** What a network's program knows of the loss. */
struct ProgramLoss {
    Loss loss = Loss::CrossEntropy;
    bool hasTargetValues = false; ///< and no labels
    bool isSingleLogit = false;   ///< of a loss of logits: whether there is one output only

    bool operator==(const ProgramLoss &) const = default;
};

ProgramLoss programLossOf(const Cohort &cohort);

/** All that there are, of every row. */
std::vector<ProgramLoss> programLosses();

/** The program of an entry point, for networks whose hidden layers have these activations; the plan's `kind` is the place in this list. It
 *  does not depend on parameters nor on the shape of the network; one that predicts does not depend on the loss. */
std::string networkSource(std::span<const Activation *const> activations, const ProgramLoss &loss, KernelMapping mapping, EntryPoint entry);

/** The program with the kernel evaluateActivation for these activations; the kernel's `kind` is the place in this list. */
std::string evaluationSource(std::span<const Activation *const> activations, KernelMapping mapping);

/** All built-in activations in the order that programs have them in: what programs are prepared for. */
std::vector<const Activation *> builtInActivations();

/** Whether f, f' and df/dp0 are numbers at 0, whatever the parameters are: in padding they may be multiplied by 0 and added up. Of a row of
 *  core/activations/activations.def this is known, a formula may have a pole there. */
bool isHarmlessInPadding(const Activation &activation);

/** Whether it is a row of core/activations/activations.def and not a formula. */
bool isBuiltIn(const Activation &activation);

} // namespace actiscope
