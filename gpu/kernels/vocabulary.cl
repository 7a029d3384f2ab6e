// The vocabulary of core/activations.def for `real`, a vector of VEC floats. The C++ twin is core/vocabulary.h.
//
// Branch-free, and written so that a value and its derivative share their subexpressions: the exponential of the same
// argument is computed once after common-subexpression elimination. Coefficients come from fit_coefficients.py, each set
// with its largest relative error. Results below the smallest normal float flush to 0. NaN goes through.

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
typedef JOIN(float, VEC) real;
typedef JOIN(int, VEC) integer;
typedef JOIN(uint, VEC) natural;
#define AS_REAL(x) JOIN(as_float, VEC)(x)
#define AS_INTEGER(x) JOIN(as_int, VEC)(x)
#define AS_NATURAL(x) JOIN(as_uint, VEC)(x)
#define TO_REAL(x) JOIN(convert_float, VEC)(x)

#if VEC == 4
#define LANE_INTEGERS ((integer)(0, 1, 2, 3))
#elif VEC == 8
#define LANE_INTEGERS ((integer)(0, 1, 2, 3, 4, 5, 6, 7))
#else
#define LANE_INTEGERS ((integer)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
#endif

#define INLINE static inline __attribute__((always_inline))
#define NOT_INLINE static __attribute__((noinline))

#define LIT(c) ((real)(c##f))
#define SEL(condition, a, b) ((condition) ? (real)(a) : (real)(b))
#define ABS(x) absolute(x)

#define SMALLEST_EXPONENT -87.3365f // exp of it is the smallest normal float
#define LARGEST_EXPONENT 88.7228f   // exp of it is the largest float

INLINE real absolute(real x)
{
    return fabs(x);
}

// x = n ln(2) + r: returns expm1(r), and n where float bits keep the exponent. Adding 1.5 * 2^23 rounds to an integer.
INLINE real reducedExpm1(real x, integer *exponentBits)
{
    const real shifted = x * 1.44269504f + 12582912.0f;
    const real n = shifted - 12582912.0f;
    const real r = (x - n * 0.693359375f) - n * -2.12194440e-4f;
    *exponentBits = AS_INTEGER(shifted) << 23;
    // expm1(r) = r + r^2 P(r), relative error 2.5e-8
    const real p = (((1.39263523e-3f * r + 8.36317619e-3f) * r + 4.16665531e-2f) * r + 1.66665770e-1f) * r + 0.5f;
    return r * r * p + r;
}

// exp for x >= SMALLEST_EXPONENT and <= LARGEST_EXPONENT.
INLINE real exponentialWithin(real x)
{
    integer exponentBits;
    const real q = reducedExpm1(x, &exponentBits);
    return AS_REAL(AS_INTEGER(q + 1.0f) + exponentBits);
}

// exp for x <= 0.
INLINE real exponentialOfNegative(real x)
{
    return SEL(x < SMALLEST_EXPONENT, 0.0f, exponentialWithin(x));
}

INLINE real exponential(real x)
{
    return SEL(x > LARGEST_EXPONENT, INFINITY, exponentialOfNegative(x));
}

// expm1 for x <= 0.
INLINE real expm1OfNegative(real x)
{
    integer exponentBits;
    const real q = reducedExpm1(x, &exponentBits);
    const real scale = AS_REAL(exponentBits + 0x3F800000);
    return SEL(x < SMALLEST_EXPONENT, -1.0f, scale * q + (scale - 1.0f));
}

INLINE real expm1Anywhere(real x)
{
    integer exponentBits;
    const real q = reducedExpm1(x, &exponentBits);
    const real half_ = AS_REAL(exponentBits + 0x3F000000); // half the scale, which itself may overflow
    const real within = 2.0f * (half_ * q + (half_ - 0.5f));
    return SEL(x > LARGEST_EXPONENT, INFINITY, SEL(x < SMALLEST_EXPONENT, -1.0f, within));
}

// log(1 + t) for t in [0, 1], relative error 6e-9.
INLINE real log1pOfUnit(real t)
{
    const real high = (((-3.17605702e-3f * t + 1.95425273e-2f) * t - 5.63736128e-2f) * t + 1.05436238e-1f) * t - 1.52696671e-1f;
    const real p = ((((high * t + 1.96632743e-1f) * t - 2.49516163e-1f) * t + 3.33297105e-1f) * t - 4.99998926e-1f) * t;
    return p * t + t;
}

// log(1 + a) for a >= 0: 1 + a = 2^k (1 + f) with |f| <= 1/3, what rounding 1 + a lost being added to f.
INLINE real log1pOfPositive(real a)
{
    const real u = a + 1.0f;
    const integer k = (AS_INTEGER(u) - 0x3F2AAAAB) & (integer)(0xFF800000);
    const real scale = AS_REAL((integer)(0x3F800000) - k);
    const real f = (AS_REAL(AS_INTEGER(u) - k) - 1.0f) + (a - (u - 1.0f)) * scale;
    // log1p(f) = f + f^2 P(f), relative error 9e-9
    const real high = (((-1.24206952e-1f * f + 1.37485206e-1f) * f - 1.22890199e-1f) * f + 1.40557776e-1f) * f - 1.66732981e-1f;
    const real p = (((high * f + 2.00072356e-1f) * f - 2.49999445e-1f) * f + 3.33332726e-1f) * f - 0.5f;
    return TO_REAL(k >> 23) * 0.693147181f + (f * f * p + f);
}

INLINE real sigmoid(real x)
{
    const real e = exponentialOfNegative(-absolute(x));
    const real share = 1.0f / (e + 1.0f);
    return SEL(x < 0.0f, e * share, share);
}

// e / (1 + e)^2 with e = exp(-|x|): no cancellation on either side.
INLINE real sigmoidSlope(real x)
{
    const real e = exponentialOfNegative(-absolute(x));
    const real share = 1.0f / (e + 1.0f);
    return e * share * share;
}

// (1 - e) / (1 + e) with e = exp(-2|x|), 1 - e through expm1; then the sign of x.
INLINE real hyperbolicTangent(real x)
{
    const real u = -2.0f * absolute(x);
    const real share = 1.0f / (exponentialOfNegative(u) + 1.0f);
    const real magnitude = -expm1OfNegative(u) * share;
    return AS_REAL(AS_INTEGER(magnitude) | (AS_INTEGER(x) & (integer)(0x80000000)));
}

INLINE real tanhSlope(real x)
{
    const real e = exponentialOfNegative(-2.0f * absolute(x));
    const real share = 1.0f / (e + 1.0f);
    return 4.0f * e * share * share;
}

INLINE real softplus(real x)
{
    return SEL(x > 0.0f, x, 0.0f) + log1pOfUnit(exponentialOfNegative(-absolute(x)));
}

// n / (n + 2) with n = e^x (e^x + 2); for x > 0 multiplied by exp(-2x) above and below.
INLINE real tanhSoftplus(real x)
{
    const real e = exponentialOfNegative(-absolute(x));
    const integer negative = x < 0.0f;
    const real above = SEL(negative, e * (e + 2.0f), e * 2.0f + 1.0f);
    return above / (above + 2.0f * SEL(negative, 1.0f, e * e));
}

// x^3 P(x^2) for |x| <= 0.75, relative error 4e-8.
INLINE real xMinusTanh(real x)
{
    const real s = x * x;
    const real p = ((((-1.90950245e-3f * s + 7.93380762e-3f) * s - 2.16153189e-2f) * s + 5.39358536e-2f) * s - 1.33331796e-1f) * s
        + 3.33333321e-1f;
    return SEL(absolute(x) <= 0.75f, x * s * p, x - hyperbolicTangent(x));
}

// exp(-x^2 / 2); the rounding error of x^2 would be as many units in the last place as x^2 / 2.
INLINE real gaussian(real x)
{
    const real square = x * x;
    const real lost = fma(x, x, -square);
    const real u = -0.5f * square;
    return SEL(u < SMALLEST_EXPONENT, 0.0f, exponentialWithin(u) * (lost * -0.5f + 1.0f));
}

// Phi(-t) = exp(-t^2 / 2) A(t) / B(t) for t in [0, 13.3], relative error 2e-7.
INLINE real normalCdf(real x)
{
    const real distance = absolute(x);
    const real t = SEL(distance > 14.0f, 14.0f, distance);
    const real a = (((2.90030784e-3f * t + 3.21233371e-2f) * t + 1.57419239e-1f) * t + 4.02457585e-1f) * t + 0.5f;
    const real b = ((((7.26942140e-3f * t + 8.05447264e-2f) * t + 4.01445216e-1f) * t + 1.09368759f) * t + 1.60279973f) * t + 1.0f;
    const real tail = gaussian(x) * (a / b);
    return SEL(x < 0.0f, tail, 1.0f - tail);
}

// sigmoid(a x + b x^3), a > 0. The exponential of a rounded argument u is off by u units in the last place, so each rounding
// error on the way to u is kept.
INLINE real sigmoidCubic(real x, float a, float aLow, float b, float bLow)
{
    const real distance = absolute(x);
    real factor = (real)(a);
    real factorLow = (real)(aLow);
    if (b != 0.0f) {
        const real square = distance * distance;
        const real squareLow = fma(distance, distance, -square);
        const real product = square * b;
        const real productLow = fma(square, (real)(b), -product) + (squareLow * b + square * bLow);
        factor = product + a;
        const real rest = factor - product;
        factorLow = ((product - (factor - rest)) + (a - rest)) + (productLow + aLow);
    }
    const real u = distance * factor;
    const real uLow = fma(distance, factor, -u) + distance * factorLow;
    const real e = SEL(-u < SMALLEST_EXPONENT, 0.0f, exponentialWithin(-u) * (1.0f - uLow));
    const real share = 1.0f / (e + 1.0f);
    return SEL(x < 0.0f, e * share, share);
}

// What rounding the literal c to float lost; 0 on a device without double.
#ifdef cl_khr_fp64
#define LOST(c) ((float)((c) - (double)(c##f)))
#else
#define LOST(c) 0.0f
#endif
#define SIGN(c) ((c##f) < 0.0f ? -1.0f : 1.0f)

#define EXP(x) exponential(x)
#define EXPM1(x) expm1Anywhere(x)
#define SIGMOID(x) sigmoid(x)
#define SIGMOID_SLOPE(x) sigmoidSlope(x)
#define TANH(x) hyperbolicTangent(x)
#define TANH_SLOPE(x) tanhSlope(x)
#define SOFTPLUS(x) softplus(x)
#define TANH_SOFTPLUS(x) tanhSoftplus(x)
#define X_MINUS_TANH(x) xMinusTanh(x)
#define NORMAL_CDF(x) normalCdf(x)
#define NORMAL_PDF(x) (gaussian(x) * 0.398942280f)
#define SIGMOID_CUBIC(x, a, b) \
    sigmoidCubic((a##f) < 0.0f ? -(x) : (x), SIGN(a) * (a##f), SIGN(a) * LOST(a), SIGN(a) * (b##f), SIGN(a) * LOST(b))
