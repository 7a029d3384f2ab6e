// How parameters follow their gradients: the optimisers of torch.optim, with PyTorch's definitions and defaults. A new one is its enumerator, its row
// (optimizer.cpp), its rule on Eigen (reference_optimizer.cpp), and its function in gpu/kernels/common/optimizer.cl.
#pragma once

#include "core/engine/optimizer_settings.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

struct ReferenceRule; // core/engine/reference_optimizer.h

/** How a method computes. */
struct OptimizerRule {
    std::string_view kernel;                  ///< its function in gpu/kernels/common/optimizer.cl
    bool hasSecondMoment = false;             ///< it adds up squares of gradients
    bool decaysApart = false;                 ///< the weight decay is taken off the weights, not added to the gradient
    const ReferenceRule *reference = nullptr; ///< the same on Eigen
};

/** Throws ConfigurationError at the first setting that is out of range, named as on the command line. */
void validate(const OptimizerSettings &settings);

/** A name of the command line and what it stands for: "momentum" is SGD with a momentum of 0.9. What the name does not say are PyTorch's
 *  defaults, AdamW's weight decay of 0.01 among them; the learning rate, 0.01, is ours. */
struct OptimizerChoice {
    std::string_view name;
    std::string_view description;
    OptimizerRule rule; ///< of settings.method
    OptimizerSettings settings;
    std::span<const std::string_view> options = {}; ///< of the command line, that not all methods have: "beta1"
};
std::span<const OptimizerChoice> optimizerChoices();

/** How many methods there are. */
std::size_t optimizerMethodCount();

const OptimizerRule &ruleOf(OptimizerMethod method);

/** What the name or an alias means (core/base/names.h). Throws ConfigurationError("optimizer", …) where that is nothing. */
const OptimizerChoice &optimizerChoice(std::string_view name);

/** "adam", "sgd", "rmsprop" …: the choice that has this method, momentum or none, and Nesterov's or not. */
std::string_view optimizerName(const OptimizerSettings &settings);

} // namespace actiscope
