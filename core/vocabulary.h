// The vocabulary of activations.def in C++, for one scalar of type Real. The OpenCL C twin is gpu/kernels/vocabulary.cl.
#pragma once

#include <cmath>
#include <numbers>

namespace actiscope::vocabulary {

template <class Real>
Real sigmoid(Real x)
{
    const Real e = std::exp(-std::abs(x));
    return (x < 0 ? e : Real{1}) / (1 + e);
}

/** e / (1 + e)^2 with e = exp(-|x|): no cancellation on either side. */
template <class Real>
Real sigmoidSlope(Real x)
{
    const Real e = std::exp(-std::abs(x));
    return e / ((1 + e) * (1 + e));
}

template <class Real>
Real tanhSlope(Real x)
{
    return 4 * sigmoidSlope(2 * x);
}

template <class Real>
Real softplus(Real x)
{
    return (x > 0 ? x : Real{0}) + std::log1p(std::exp(-std::abs(x)));
}

/** tanh(log(1 + e^x)) = n / (n + 2) with n = e^x (e^x + 2), which is 1 to the last bit above 20. */
template <class Real>
Real tanhSoftplus(Real x)
{
    const Real e = std::exp(x > 20 ? Real{20} : x);
    const Real n = e * (e + 2);
    return n / (n + 2);
}

/** Near 0 by its series, x³/3 − 2x⁵/15 + …, where the difference would lose all digits. */
template <class Real>
Real xMinusTanh(Real x)
{
    const Real square = x * x;
    const Real series = Real{1} / 3 - square * (Real{2} / 15 - square * (Real{17} / 315 - square * (Real{62} / 2835)));
    return std::abs(x) < static_cast<Real>(0.02) ? x * square * series : x - std::tanh(x);
}

template <class Real>
Real normalCdf(Real x)
{
    return Real{0.5} * std::erfc(-x / std::numbers::sqrt2_v<Real>);
}

template <class Real>
Real normalPdf(Real x)
{
    return std::exp(Real{-0.5} * x * x) * (std::numbers::inv_sqrtpi_v<Real> / std::numbers::sqrt2_v<Real>);
}

} // namespace actiscope::vocabulary

#define LIT(c) static_cast<Real>(c)
#define SEL(condition, a, b) ((condition) ? (a) : (b))
#define ABS(x) std::abs(x)
#define EXP(x) std::exp(x)
#define EXPM1(x) std::expm1(x)
#define TANH(x) std::tanh(x)
#define SIGMOID(x) vocabulary::sigmoid<Real>(x)
#define SIGMOID_SLOPE(x) vocabulary::sigmoidSlope<Real>(x)
#define TANH_SLOPE(x) vocabulary::tanhSlope<Real>(x)
#define SOFTPLUS(x) vocabulary::softplus<Real>(x)
#define TANH_SOFTPLUS(x) vocabulary::tanhSoftplus<Real>(x)
#define X_MINUS_TANH(x) vocabulary::xMinusTanh<Real>(x)
#define NORMAL_CDF(x) vocabulary::normalCdf<Real>(x)
#define NORMAL_PDF(x) vocabulary::normalPdf<Real>(x)
#define SIGMOID_CUBIC(x, a, b) vocabulary::sigmoid<Real>(x * (LIT(a) + LIT(b) * x * x))
