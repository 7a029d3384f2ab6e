// The vocabulary of activations.def in C++, for one scalar of type Real. The OpenCL C twin is gpu/kernels/common/vocabulary.cl.
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

/** log(1 + e^-|x|), the distance of softplus from its asymptotes. */
template <class Real>
Real softplusTail(Real x)
{
    return std::log1p(std::exp(-std::abs(x)));
}

template <class Real>
Real softplus(Real x)
{
    return (x > 0 ? x : Real{0}) + softplusTail(x);
}

/** tanh(log(1 + e^x)) = n / (n + 2) with n = e^x (e^x + 2), which is 1 to the last bit above 20. */
template <class Real>
Real tanhSoftplus(Real x)
{
    const Real e = std::exp(x > 20 ? Real{20} : x);
    const Real n = e * (e + 2);
    return n / (n + 2);
}

/** 4 e^x (e^x + 1) / (n + 2)²; for x > 0 multiplied by exp(-4x) above and below. */
template <class Real>
Real tanhSoftplusSlope(Real x)
{
    const Real e = std::exp(-std::abs(x));
    const Real squared = e * e;
    const Real divisor = x < 0 ? squared + 2 * e + 2 : 1 + 2 * e + 2 * squared;
    return 4 * (x < 0 ? e : squared) * (e + 1) / (divisor * divisor);
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

inline constexpr double farForErfc = 10; ///< from where on the series below has all digits

/** (1 - S)/t, where x √π exp(x²) erfc(x) = S = 1 − t (1 − 3t (1 − 5t (1 − …))) with t = 1/(2x²), the asymptotic series. */
inline double tailOfErfc(double t)
{
    constexpr int lastFactor = 23;
    double series = 1;
    for (int k = lastFactor; k > 1; k -= 2)
        series = 1 - k * t * series;
    return series;
}

/** erfc(x) exp(x²) for x > 0, else erfc(x): from 0 to 2, never too small for a number. */
template <class Real>
Real scaledErfc(Real x)
{
    if (!(x > 0))
        return std::erfc(x);
    const double u = x;
    const double square = u * u;
    const double t = 0.5 / square;
    if (u < farForErfc) // what rounding the square lost is in the factor in the middle
        return static_cast<Real>(std::exp(square) * (1 + std::fma(u, u, -square)) * std::erfc(u));
    return static_cast<Real>(std::numbers::inv_sqrtpi / u * (1 - t * tailOfErfc(t)));
}

/** 1 − √π x exp(x²) erfc(x) for x > 0, else 1: what the slope of scaledErfc() is −2/√π times, and for x < 0 exp(−x²) times besides. */
template <class Real>
Real scaledErfcFall(Real x)
{
    if (!(x > 0))
        return x <= 0 ? Real{1} : x;
    const double u = x;
    const double t = 0.5 / (u * u);
    return static_cast<Real>(u < farForErfc ? 1 - u / std::numbers::inv_sqrtpi * scaledErfc(u) : t * tailOfErfc(t));
}

/** x^n by repeated squaring. */
template <class Real>
Real powerOfInteger(Real x, int n)
{
    Real result{1};
    for (unsigned rest = n < 0 ? 0u - static_cast<unsigned>(n) : static_cast<unsigned>(n); rest != 0; rest /= 2) {
        result = rest % 2 == 1 ? result * x : result;
        x *= x;
    }
    return n < 0 ? 1 / result : result;
}

/** NaN where either is, as PyTorch's maximum. */
template <class Real>
Real larger(Real u, Real v)
{
    return u > v ? u : v >= u ? v : u + v;
}

/** 0 at 0. */
template <class Real>
Real sign(Real x)
{
    return x > 0 ? Real{1} : x < 0 ? Real{-1} : x;
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
#define SOFTPLUS_TAIL(x) vocabulary::softplusTail<Real>(x)
#define TANH_SOFTPLUS(x) vocabulary::tanhSoftplus<Real>(x)
#define TANH_SOFTPLUS_SLOPE(x) vocabulary::tanhSoftplusSlope<Real>(x)
#define X_MINUS_TANH(x) vocabulary::xMinusTanh<Real>(x)
#define NORMAL_CDF(x) vocabulary::normalCdf<Real>(x)
#define NORMAL_PDF(x) vocabulary::normalPdf<Real>(x)
#define SIGMOID_CUBIC(x, a, b) vocabulary::sigmoid<Real>(x * (LIT(a) + LIT(b) * x * x))

// What only formulas use.
#define LOG(x) std::log(x)
#define LOG1P(x) std::log1p(x)
#define SQRT(x) std::sqrt(x)
#define SIN(x) std::sin(x)
#define COS(x) std::cos(x)
#define TAN(x) std::tan(x)
#define ATAN(x) std::atan(x)
#define ASIN(x) std::asin(x)
#define ACOS(x) std::acos(x)
#define ASINH(x) std::asinh(x)
#define ACOSH(x) std::acosh(x)
#define ATANH(x) std::atanh(x)
#define LOG2(x) std::log2(x)
#define LOG10(x) std::log10(x)
#define CBRT(x) std::cbrt(x)
#define ERFC(x) std::erfc(x)
#define SCALED_ERFC(x) vocabulary::scaledErfc<Real>(x)
#define SCALED_ERFC_FALL(x) vocabulary::scaledErfcFall<Real>(x)
#define FLOOR(x) std::floor(x)
#define CEIL(x) std::ceil(x)
#define ROUND(x) std::nearbyint(x) // halves to the even number
#define SINH(x) std::sinh(x)
#define COSH(x) std::cosh(x)
#define ERF(x) std::erf(x)
#define POW(x, y) std::pow(x, y)
#define POWN(x, n) vocabulary::powerOfInteger<Real>(x, n)
#define RELU(x) SEL(x < 0, Real{0}, x)
#define SIGN(x) vocabulary::sign<Real>(x)
#define STEP(x) SEL(x > 0, Real{1}, SEL(x <= 0, Real{0}, x))
#define MAX(u, v) vocabulary::larger<Real>(u, v)
#define MIN(u, v) (-vocabulary::larger<Real>(-(u), -(v)))
#define PLUS(u, v) ((u) + (v))
#define MINUS(u, v) ((u) - (v))
#define TIMES(u, v) ((u) * (v))
#define OVER(u, v) ((u) / (v))
#define NEGATED(u) (-(u))
#define SEL_LESS(u, v, a, b) SEL((u) < (v), a, b)
#define SEL_LESS_EQUAL(u, v, a, b) SEL((u) <= (v), a, b)
#define SEL_EQUAL(u, v, a, b) SEL((u) == (v), a, b)
#define SEL_GREATER(u, v, a, b) SEL((u) > (v), a, SEL((u) < (v), b, LIT(0.5) * ((a) + (b)))) // where equal, the mean
