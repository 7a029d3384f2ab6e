// What an optimiser is told: its method and its numbers.
#pragma once

#include <cmath>

namespace actiscope {

enum class OptimizerMethod {
    Sgd,     ///< torch.optim.SGD, with or without momentum
    RmsProp, ///< torch.optim.RMSprop
    Adam,    ///< torch.optim.Adam
    AdamW,   ///< torch.optim.AdamW
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

/** What Adam and AdamW divide their two moments by, which began at 0, so that they are averages nevertheless: 1 − β^t (Kingma and Ba 2015). */
struct AdamCorrections {
    double first = 1;
    double second = 1;
};

/** After `steps` steps, of which there was one. */
inline AdamCorrections adamCorrections(const OptimizerSettings &settings, double steps)
{
    return {1 - std::pow(settings.beta1, steps), 1 - std::pow(settings.beta2, steps)};
}

} // namespace actiscope
