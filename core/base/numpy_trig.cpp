#include "core/base/numpy_trig.h"

#include <array>
#include <cmath>

namespace actiscope {
namespace {

// Both reduce x by a multiple of π, given as the sum of three doubles, and evaluate r + r³ P(r²). The constants of P are
// those of the vector maths library in NumPy (numpy/SVML, svml_z0_{sin,cos}_d_la), which makes the bits the same; the
// operations and their order are what the results depend on, hence the explicit fused multiply-adds.
constexpr double inversePi = 0x1.45f306dc9c883p-2;
constexpr std::array piParts = {0x1.921fb54442d18p+1, 0x1.1a62633145c06p-53, 0x1.c1cd129024e09p-106};

using Coefficients = std::array<double, 7>;
constexpr Coefficients cosCoefficients = {-0x1.55555555554a7p-3,  0x1.111111110a4a8p-7,  -0x1.a01a019a5b87bp-13, 0x1.71de38030fea0p-19,
                                          -0x1.ae63546002231p-26, 0x1.60e6857a2f220p-33, -0x1.9f0d60811aac8p-41};
constexpr Coefficients sinCoefficients = {-0x1.55555555554a8p-3,  0x1.111111110a573p-7,  -0x1.a01a019a659ddp-13, 0x1.71de3806add1ap-19,
                                          -0x1.ae6355aaa4a53p-26, 0x1.60e6bee01d83ep-33, -0x1.9f1517e9f65f0p-41};

/** reduced + reduced · square · P(square), Horner's rule. */
double oddPolynomial(double reduced, double square, const Coefficients &c)
{
    double sum = c.back();
    for (std::size_t i = c.size() - 1; i-- > 0;)
        sum = std::fma(sum, square, c[i]);
    return std::fma(sum, reduced * square, reduced);
}

/** ⌊x / π⌋ of the exact product, not of the rounded one. */
double multiplesOfPiBelow(double x)
{
    const double product = x * inversePi;
    const double whole = std::floor(product);
    return whole == product && std::fma(x, inversePi, -product) < 0 ? whole - 1 : whole;
}

bool isOdd(double whole)
{
    return std::fmod(whole, 2.0) != 0;
}

} // namespace

double numpyCos(double x)
{
    const double magnitude = std::abs(x);
    if (magnitude < 0x1p-27)
        return 1.0;
    const double whole = multiplesOfPiBelow(magnitude);
    const double n = whole + 0.5;
    double reduced = std::fma(n, piParts[0], -magnitude);
    reduced = std::fma(n, piParts[1], reduced);
    const double square = reduced * reduced;
    reduced = std::fma(n, piParts[2], reduced);
    return oddPolynomial(isOdd(whole) ? -reduced : reduced, square, cosCoefficients);
}

double numpySin(double x)
{
    constexpr double shifter = 0x1.8p52; // adding it rounds to a whole number
    const double n = std::fma(x, inversePi, shifter) - shifter;
    double reduced = std::fma(-n, piParts[0], x);
    reduced = std::fma(-n, piParts[1], reduced);
    const double square = reduced * reduced;
    reduced = std::fma(-n, piParts[2], reduced);
    const double result = oddPolynomial(reduced, square, sinCoefficients);
    return isOdd(n) ? -result : result;
}

} // namespace actiscope
