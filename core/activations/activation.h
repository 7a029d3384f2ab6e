// An activation function as a value: what it is called, which parameters it has, how to compute it and its
// derivatives in C++, and the same formulas as OpenCL C source. Built-in ones come from activations.def (one row
// each); nothing else in the program names an activation.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** One parameter of an activation (PyTorch's name for it), its default and the range the program accepts. */
struct ActivationParameter {
    std::string name;   ///< as on the command line and in PyTorch, "alpha"
    std::string symbol; ///< as in formulas, "α"
    double defaultValue = 0;
    double minimum = 0;
    double maximum = 0;
    bool learnable = false; ///< learned by gradient descent while training, one value a layer
};

/** The most parameters that an activation can have; formulas call them p0 and p1. */
inline constexpr std::size_t maxActivationParameters = 2;

/** Array forms of one activation in one floating-point type.
 *
 *  `x`, `y`, `out`, `dydx` are arrays of `count` values; `p` holds maxActivationParameters arrays or scalars (see
 *  `ParameterView`). The functions are pure and reentrant. Non-finite inputs follow the formula; the scalar
 *  functions of Activation define what NaN and ±∞ give. */
template <class Real>
struct ActivationKernels {
    /** Where the parameters of element i are read: p[k][i * stride]; stride 0 means one value for all. */
    struct ParameterView {
        const Real *p[maxActivationParameters] = {nullptr, nullptr};
        std::size_t stride = 0;

        /** One value for all elements; `parameters` have to outlive the view. */
        static ParameterView of(std::span<const Real> parameters)
        {
            ParameterView view;
            for (std::size_t k = 0; k < std::min(parameters.size(), maxActivationParameters); ++k)
                view.p[k] = &parameters[k];
            return view;
        }
    };
    /** y = f(x). */
    using Value = void (*)(std::size_t count, const Real *x, const ParameterView &p, Real *y);
    /** dydx = f'(x), given y = f(x). */
    using Derivative = void (*)(std::size_t count, const Real *x, const Real *y, const ParameterView &p, Real *dydx);
    std::function<std::remove_pointer_t<Value>> value;
    std::function<std::remove_pointer_t<Derivative>> derivative;
    /** out = ∂f/∂p0, given y = f(x); empty unless parameter 0 is learnable. */
    std::function<std::remove_pointer_t<Derivative>> parameterDerivative;
    /** The per-element parameter for uniform r in [0, 1); empty unless the activation draws while training. */
    std::function<Real(Real r, Real p0, Real p1)> draw;
};

/** The formulas of one activation in the vocabulary of gpu/kernels/common/vocabulary.cl: `x` is the input, `y` the value,
 *  `p0` and `p1` the parameters, all of type `real` (a float vector). */
struct ActivationSource {
    std::string value;
    std::string derivative;
    std::string parameterDerivative; ///< of p0, or empty where nothing is learnable
    std::string draw;                ///< per-element parameter from uniform `r` in [0, 1) while training, or empty
};

/** The formulas for people, of an activation that was typed: "x*sigmoid(b*x)" and "sigmoid(b·x) + b·x·sigmoid′(b·x)". Empty for
 *  built-in ones, which have notes. */
struct ActivationText {
    std::string value;
    std::string derivative;
};

/** f' just left and just right of a point, and the value used at the point itself (PyTorch's). */
struct OneSidedDerivatives {
    double left = 0;
    double at = 0;
    double right = 0;
    bool isKink() const;
};

/** f just left and just right of a point, and its value at the point. */
struct OneSidedValues {
    double left = 0;
    double at = 0;
    double right = 0;
    bool isJump() const;
};

struct Activation {
    std::string id;       ///< PyTorch's name, "leaky_relu"
    std::string name;     ///< for people, "Leaky ReLU"
    std::string family;   ///< key of the group it is listed in, "rectifier"
    std::string notesKey; ///< key into resources/notes
    std::vector<ActivationParameter> parameters;
    std::vector<double>
        kinks; ///< inputs at which f or f' may jump with the default parameters, ascending (some only for some parameter values)
    /** The same for given parameters; empty where they do not move with them. */
    std::function<std::vector<double>(std::span<const double> p)> movingKinks;
    ActivationKernels<double> doubleKernels;
    ActivationKernels<float> floatKernels;
    ActivationSource source;
    ActivationText text;

    /** True when parameters are drawn per element while training (RReLU); value() and derivative() use the mean. */
    bool drawsWhileTraining() const { return !source.draw.empty(); }
    /** True when parameter 0 is learned. */
    bool isLearnable() const { return !parameters.empty() && parameters.front().learnable; }

    std::vector<double> defaultParameters() const;
    /** Inputs at which f or f' may jump with these parameters, ascending. */
    std::vector<double> kinksAt(std::span<const double> p) const { return movingKinks ? movingKinks(p) : kinks; }

    /** f(x). NaN gives NaN, but where a choice does not ask for it, ±∞ the limit, or NaN where there is none (core/base/function_limit.h). `p` has one value per parameter. */
    double value(double x, std::span<const double> p) const;
    /** f'(x) by PyTorch's convention at kinks. NaN gives NaN, ±∞ the limit of f', or NaN where there is none. */
    double derivative(double x, std::span<const double> p) const;
    /** The derivative on either side of x. */
    OneSidedDerivatives oneSidedDerivatives(double x, std::span<const double> p) const;
    /** f on either side of x. */
    OneSidedValues oneSidedValues(double x, std::span<const double> p) const;
};

} // namespace actiscope
