// How parameters follow their gradients: the optimisers of torch.optim, with PyTorch's definitions and defaults. A new one is its enumerator, its row
// (optimizer.cpp), its rule on Eigen (reference_optimizer.cpp), and its function in gpu/kernels/common/optimizer.cl.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

enum class OptimizerMethod {
    Sgd,     ///< torch.optim.SGD, with or without momentum
    RmsProp, ///< torch.optim.RMSprop
    Adam,    ///< torch.optim.Adam
    AdamW,   ///< torch.optim.AdamW
};

struct ReferenceRule; // core/engine/reference_optimizer.h

/** How a method computes. */
struct OptimizerRule {
    std::string_view kernel;                  ///< its function in gpu/kernels/common/optimizer.cl
    bool hasSecondMoment = false;             ///< it adds up squares of gradients
    bool decaysApart = false;                 ///< the weight decay is taken off the weights, not added to the gradient
    const ReferenceRule *reference = nullptr; ///< the same on Eigen
};

/** What one step does with the gradient g of a parameter w, in this order:
 *  g += l1 · sign(w) (the gradient of l1 · Σ|w| added to the loss); all gradients of the model are scaled so that their
 *  joint Euclidean norm is at most `clipNorm` (torch.nn.utils.clip_grad_norm_); g += l2 · w (PyTorch's weight_decay;
 *  AdamW instead takes learningRate · l2 · w off w); then the method's own rule. Learned parameters of activations are
 *  clipped with the others, but exempt from l1 and l2. Losses are reported without penalties. */
struct OptimizerSettings {
    OptimizerMethod method = OptimizerMethod::Adam;
    double learningRate = 0.01;
    double momentum = 0;     ///< of Sgd and RmsProp, in [0, 1)
    bool nesterov = false;   ///< of Sgd
    double smoothing = 0.99; ///< of RmsProp (PyTorch's alpha), in [0, 1)
    double beta1 = 0.9;      ///< of Adam and AdamW, in [0, 1)
    double beta2 = 0.999;
    double epsilon = 1e-8; ///< of RmsProp, Adam and AdamW, above 0
    double l1 = 0;         ///< 0 or more
    double l2 = 0;
    double clipNorm = 0; ///< above 0, or 0 for no clipping

    bool operator==(const OptimizerSettings &) const = default;
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
