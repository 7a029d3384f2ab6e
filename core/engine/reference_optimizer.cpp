#include "core/engine/reference_optimizer.h"

#include <cmath>

namespace actiscope {
namespace {

template <class Real>
using ArrayMatrix = typename StepArray<Real>::Matrix;

/** The gradient of the loss with the penalty l2 / 2 · Σ w². */
template <class Real>
ArrayMatrix<Real> penalizedGradient(const StepArray<Real> &w)
{
    if (w.decay > 0)
        return w.gradient + static_cast<Real>(w.decay) * w.value;
    return w.gradient;
}

template <class Real>
void sgdStep(const OptimizerSettings &o, const StepArray<Real> &w)
{
    const auto momentum = static_cast<Real>(o.momentum);
    ArrayMatrix<Real> g = penalizedGradient(w);
    if (o.momentum > 0) {
        w.first = momentum * w.first + g;
        g = o.nesterov ? ArrayMatrix<Real>(g + momentum * w.first) : w.first;
    }
    w.value -= static_cast<Real>(o.learningRate) * g;
}

template <class Real>
void rmsPropStep(const OptimizerSettings &o, const StepArray<Real> &w)
{
    ArrayMatrix<Real> g = penalizedGradient(w);
    w.second = static_cast<Real>(o.smoothing) * w.second + static_cast<Real>(1 - o.smoothing) * g.cwiseAbs2();
    g.array() /= w.second.array().sqrt() + static_cast<Real>(o.epsilon);
    if (o.momentum > 0)
        g = w.first = static_cast<Real>(o.momentum) * w.first + g;
    w.value -= static_cast<Real>(o.learningRate) * g;
}

/** With the gradient g, whatever became of the weight decay. */
template <class Real>
void stepOfAdam(const OptimizerSettings &o, const StepArray<Real> &w, const ArrayMatrix<Real> &g)
{
    const AdamCorrections corrections = adamCorrections(o, static_cast<double>(w.steps));
    const auto stepSize = static_cast<Real>(o.learningRate / corrections.first);
    const auto rootCorrection = static_cast<Real>(std::sqrt(corrections.second));
    w.first = static_cast<Real>(o.beta1) * w.first + static_cast<Real>(1 - o.beta1) * g;
    w.second = static_cast<Real>(o.beta2) * w.second + static_cast<Real>(1 - o.beta2) * g.cwiseAbs2();
    w.value.array() -= stepSize * w.first.array() / (w.second.array().sqrt() / rootCorrection + static_cast<Real>(o.epsilon));
}

template <class Real>
void adamStep(const OptimizerSettings &o, const StepArray<Real> &w)
{
    stepOfAdam<Real>(o, w, penalizedGradient(w));
}

template <class Real>
void adamWStep(const OptimizerSettings &o, const StepArray<Real> &w)
{
    w.value *= static_cast<Real>(1 - o.learningRate * w.decay);
    stepOfAdam<Real>(o, w, w.gradient);
}

} // namespace

constexpr ReferenceRule sgdReference{sgdStep<double>, sgdStep<float>, sgdFormula};
constexpr ReferenceRule rmsPropReference{rmsPropStep<double>, rmsPropStep<float>, rmsPropFormula};
constexpr ReferenceRule adamReference{adamStep<double>, adamStep<float>, adamFormula};
constexpr ReferenceRule adamWReference{adamWStep<double>, adamWStep<float>, adamWFormula};

} // namespace actiscope
