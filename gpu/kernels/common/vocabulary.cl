// The vocabulary of core/activations/activations.def for `real` (see real.cl). The C++ twin is core/activations/vocabulary.h.
//
// Branch-free, and written so that a value and its derivative share their subexpressions: the exponential of the same
// argument is computed once after common-subexpression elimination. Coefficients come from fit_coefficients.py, each set
// with its largest relative error. Results below the smallest normal float may flush to 0. NaN goes through, whatever its bits: where the bits
// of a float are worked on, what comes out is multiplied by something that is NaN, too, or is chosen by a comparison.
//
// Layout: the table (vectors only) is [constant][REAL_WIDTH], each constant in every lane.
// Needs: shared_layout, real.

#define LIT(c) ((real)(c##f))
#define SEL(condition, a, b) ((condition) ? (real)(a) : (real)(b))
#define ABS(x) absolute(x)

// Constants of this file, read from a table in memory rather than written as literals: a loop over an activation has more of
// them than a processor has registers, and multiply-add takes an operand from memory for nothing.
//   log2E … one: exp(x): x = n ln(2) + r; adding 1.5 * 2^23 + 127 rounds n to an integer and leaves n + 127, the exponent bits of 2^n, in the
//     last bits
//   expm1_2 … expm1_6: expm1(r) = r + r^2 P(r) for |r| <= ln(2)/2, relative error 2.5e-8
//   exp_2 … exp_5: exp(r) = 1 + r + r^2 P(r) for the same r, relative error 1.1e-7
//   log1p_2 … log1p_9: log(1 + t) = t + t^2 P(t) for t in [0, 1], relative error 6e-8
//   cubic_0 … cubic_5: x - tanh(x) = x^3 P(x^2) for |x| <= 0.75, relative error 6e-8
//   farthest … density_5: exp(-R / 2) / sqrt(2 pi) = G(R) for |R| <= ln(2), relative error 1.3e-7
//   tailA_0 … tailB_4: Phi(-t) = phi(t) A(t) / B(t) for t in [0, 13.3], relative error 1.6e-7
#define FOR_CONSTANTS(item) \
    item(log2E, 1.44269504f) item(rounding, 12583039.0f) item(minusLn2, -0.693147181f) \
    item(smallestExponent, -88.0f) item(one, 1.0f) item(expm1_2, 0.5f) item(expm1_3, 1.66665770e-1f) \
    item(expm1_4, 4.16665531e-2f) item(expm1_5, 8.36317619e-3f) item(expm1_6, 1.39263523e-3f) \
    item(exp_2, 4.99992318e-1f) item(exp_3, 1.66671145e-1f) item(exp_4, 4.18901136e-2f) item(exp_5, 8.31252519e-3f) \
    item(log1p_2, -4.99996480e-1f) item(log1p_3, 3.33213225e-1f) item(log1p_4, -2.48571629e-1f) \
    item(log1p_5, 1.91536520e-1f) item(log1p_6, -1.37537960e-1f) item(log1p_7, 7.92044605e-2f) \
    item(log1p_8, -3.00657460e-2f) item(log1p_9, 5.36481276e-3f) \
    item(cubic_0, 3.33333321e-1f) item(cubic_1, -1.33331796e-1f) item(cubic_2, 5.39358536e-2f) \
    item(cubic_3, -2.16153189e-2f) item(cubic_4, 7.93380762e-3f) item(cubic_5, -1.90950245e-3f) \
    item(farthest, 13.25f) item(minusHalfLog2E, -0.721347520f) item(twoLn2, 1.38629436f) \
    item(density_0, 3.98942280e-1f) item(density_1, -1.99471140e-1f) item(density_2, 4.98670189e-2f) \
    item(density_3, -8.31152081e-3f) item(density_4, 1.04448359e-3f) item(density_5, -1.03631805e-4f) \
    item(tailA_0, 1.25331398f) item(tailA_1, 8.52210181e-1f) item(tailA_2, 2.69888095e-1f) item(tailA_3, 3.60373373e-2f) \
    item(tailA_4, 5.93962840e-7f) item(tailB_1, 1.47784293f) item(tailB_2, 8.94548299e-1f) item(tailB_3, 2.69330803e-1f) \
    item(tailB_4, 3.60652882e-2f)

enum {
#define CONSTANT_NUMBER(name, value) constant_##name,
    FOR_CONSTANTS(CONSTANT_NUMBER)
    constantCount
};
typedef char tableHasRoom[constantCount <= TABLE_CONSTANTS ? 1 : -1];

typedef __global float *Memory;
typedef __global const float *Constants;

INLINE real loadReal(Constants p)
{
    return *(__global const real *)p;
}

INLINE void storeReal(Memory p, real v)
{
    *(__global real *)p = v;
}

// Every function below takes the table; the macros at the end, which activations use, find it under this name.
#if REAL_WIDTH == 1 // no table: a constant is an operand of a scalar instruction
#define LITERAL(name, value) __constant float literal_##name = value;
FOR_CONSTANTS(LITERAL)
#define C(name) literal_##name
#else
#define C(name) loadReal(table + constant_##name * REAL_WIDTH)

INLINE void fillTable(Memory table)
{
#define FILL(name, value) storeReal(table + constant_##name * REAL_WIDTH, (real)(value));
    FOR_CONSTANTS(FILL)
}
#endif

// exp of more than LARGEST_EXPONENT overflows, of less than LEAST_EXPONENT it is below the smallest normal float. At smallestExponent n is -127, and 2^n
// 0: clamping the argument there flushes without a choice after it, which would keep the compiler from sharing.
#define LARGEST_EXPONENT 88.7228394f
#define LEAST_EXPONENT -87.3365402f

INLINE real absolute(real x)
{
    return fabs(x);
}

// x = n ln(2) + r: returns r, and the bits of 2^n, for n from -127 (whose bits are those of 0) to 128 (infinity). ln(2) need not be split in two, since n ln(2) is not rounded and
// what ln(2) lacks is less than 2 ulp of the result for the largest n.
INLINE real reducedArgument(Constants table, real x, integer *powerBits)
{
    const real shifted = fma(x, C(log2E), C(rounding));
    *powerBits = AS_INTEGER(shifted) << 23;
    return fma(shifted - C(rounding), C(minusLn2), x);
}

// y 2^n. What NaN becomes does not depend on its bits, as it would if n were added to the exponent of y.
INLINE real timesPowerOf2(real y, integer powerBits)
{
    return y * AS_REAL(powerBits);
}

INLINE real reducedExpm1(Constants table, real x, integer *powerBits)
{
    const real r = reducedArgument(table, x, powerBits);
    const real p = (((C(expm1_6) * r + C(expm1_5)) * r + C(expm1_4)) * r + C(expm1_3)) * r + C(expm1_2);
    return r * r * p + r;
}

// x, or where exp of it is 0.
INLINE real notTooSmall(Constants table, real x)
{
    const real smallest = C(smallestExponent);
    return SEL(x < smallest, smallest, x);
}

// exp(r) for |r| <= ln(2) / 2.
INLINE real reducedExponential(Constants table, real r)
{
    const real square = r * r;
    const real p = (C(exp_5) * r + C(exp_4)) * square + (C(exp_3) * r + C(exp_2));
    return p * square + (r + C(one));
}

// exp for x <= 0.
INLINE real exponentialOfNegative(Constants table, real x)
{
    integer powerBits;
    const real r = reducedArgument(table, notTooSmall(table, x), &powerBits);
    return timesPowerOf2(reducedExponential(table, r), powerBits);
}

// exp(x + low) for x <= 0 and |low| < 0.01, a rounding error of x.
INLINE real exponentialOfSum(Constants table, real x, real low)
{
    integer powerBits;
    const real r = reducedArgument(table, notTooSmall(table, x), &powerBits) + low;
    return timesPowerOf2(reducedExponential(table, r), powerBits);
}

// exp for x <= 0 where expm1OfNegative(x) is wanted, too: most of it is the same.
INLINE real exponentialBesideExpm1(Constants table, real x)
{
    integer powerBits;
    const real q = reducedExpm1(table, notTooSmall(table, x), &powerBits);
    return timesPowerOf2(q + C(one), powerBits);
}

// Where the result is large, 2^n may not be a float while y 2^n is: n is added to the exponent of y. NaN, for which no comparison holds, is left to x.
INLINE real exponential(Constants table, real x)
{
    integer powerBits;
    const real y = reducedExpm1(table, notTooSmall(table, x), &powerBits) + C(one);
    const real product = AS_REAL(AS_INTEGER(y) + (powerBits - AS_INTEGER(C(one))));
    return SEL(x <= LARGEST_EXPONENT, SEL(x < LEAST_EXPONENT, 0.0f, product), x * INFINITY);
}

// expm1 for x <= 0; at -0 it may be 0.
INLINE real expm1OfNegative(Constants table, real x)
{
    integer powerBits;
    const real q = reducedExpm1(table, notTooSmall(table, x), &powerBits);
    const real scale = AS_REAL(powerBits);
    return scale * q + (scale - C(one));
}

// With the sign of x, which 0 has as well. Where 2^n is no float any more it is exp(x).
INLINE real expm1Anywhere(Constants table, real x)
{
    const real result = SEL(x > 88.0f, exponential(table, x), expm1OfNegative(table, x));
    return AS_REAL(AS_INTEGER(result) | (AS_INTEGER(x) & (integer)(0x80000000)));
}

// log(1 + t) for t in [0, 1]. Even and odd powers apart: from term to term, what waits for what would be twice as long.
INLINE real log1pOfUnit(Constants table, real t)
{
    const real square = t * t;
    const real even = ((C(log1p_8) * square + C(log1p_6)) * square + C(log1p_4)) * square + C(log1p_2);
    const real odd = ((C(log1p_9) * square + C(log1p_7)) * square + C(log1p_5)) * square + C(log1p_3);
    return (odd * t + even) * square + t;
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

INLINE real sigmoid(Constants table, real x)
{
    const real e = exponentialOfNegative(table, -absolute(x));
    const real reciprocal = C(one) / (e + C(one));
    return SEL(x < 0.0f, e * reciprocal, reciprocal);
}

// e / (1 + e)^2 with e = exp(-|x|): no cancellation on either side.
INLINE real sigmoidSlope(Constants table, real x)
{
    const real e = exponentialOfNegative(table, -absolute(x));
    const real reciprocal = C(one) / (e + C(one));
    return e * reciprocal * reciprocal;
}

// (1 - e) / (1 + e) with e = exp(-2|x|), 1 - e through expm1; then the sign of x.
INLINE real hyperbolicTangent(Constants table, real x)
{
    const real u = -2.0f * absolute(x);
    const real reciprocal = C(one) / (exponentialBesideExpm1(table, u) + C(one));
    const real magnitude = expm1OfNegative(table, u) * reciprocal;
    return AS_REAL((AS_INTEGER(magnitude) & (integer)(0x7FFFFFFF)) | (AS_INTEGER(x) & (integer)(0x80000000)));
}

INLINE real tanhSlope(Constants table, real x)
{
    const real e = exponentialBesideExpm1(table, -2.0f * absolute(x));
    const real reciprocal = C(one) / (e + C(one));
    return 4.0f * e * reciprocal * reciprocal;
}

// log(1 + exp(-|x|)), the distance of softplus from its asymptotes.
INLINE real softplusTail(Constants table, real x)
{
    return log1pOfUnit(table, exponentialOfNegative(table, -absolute(x)));
}

INLINE real softplus(Constants table, real x)
{
    return SEL(x > 0.0f, x, 0.0f) + softplusTail(table, x);
}

// tanh(log(1 + e^x)) = n / (n + 2) with n = e^x (e^x + 2), and half the divisor: with e = exp(-|x|), and for x > 0 multiplied by e^2 above
// and below.
INLINE real tanhSoftplus(Constants table, real x)
{
    const real e = exponentialOfNegative(table, -absolute(x));
    const integer negative = x < 0.0f;
    const real above = 0.5f * SEL(negative, e * e, 1.0f) + e;
    const real reciprocal = C(one) / (above + SEL(negative, 1.0f, e * e));
    return above * reciprocal;
}

// 4 e^x (e^x + 1) / (n + 2)^2
INLINE real tanhSoftplusSlope(Constants table, real x)
{
    const real e = exponentialOfNegative(table, -absolute(x));
    const integer negative = x < 0.0f;
    const real above = 0.5f * SEL(negative, e * e, 1.0f) + e;
    const real reciprocal = C(one) / (above + SEL(negative, 1.0f, e * e));
    const real factor = SEL(negative, e, e * e);
    return (factor * e + factor) * (reciprocal * reciprocal);
}

INLINE real xMinusTanh(Constants table, real x)
{
    const real s = x * x;
    const real p = ((((C(cubic_5) * s + C(cubic_4)) * s + C(cubic_3)) * s + C(cubic_2)) * s + C(cubic_1)) * s
        + C(cubic_0);
    return SEL(absolute(x) <= 0.75f, x * s * p, x - hyperbolicTangent(table, x));
}

// |x|, or where exp(-x^2 / 2) / sqrt(2 pi) is 0.
INLINE real notTooFar(Constants table, real x)
{
    const real distance = absolute(x);
    const real farthest = C(farthest);
    return SEL(distance > farthest, farthest, distance);
}

// exp(-t^2 / 2) / sqrt(2 pi): t^2 = R - 2 n ln(2). The rounding error of t^2 would be as many units in the last place as t^2 / 2.
INLINE real normalPdf(Constants table, real x)
{
    const real t = notTooFar(table, x);
    const real square = t * t;
    const real shifted = fma(square, C(minusHalfLog2E), C(rounding));
    const real r = fma(shifted - C(rounding), C(twoLn2), square) + fma(t, t, -square);
    const real p = ((C(density_5) * r + C(density_4)) * r + C(density_3)) * r + C(density_2);
    return timesPowerOf2((p * r + C(density_1)) * r + C(density_0), AS_INTEGER(shifted) << 23);
}

// Phi(-|x|) / phi(x)
INLINE real tailRatio(Constants table, real x)
{
    const real t = notTooFar(table, x);
    const real a = (((C(tailA_4) * t + C(tailA_3)) * t + C(tailA_2)) * t + C(tailA_1)) * t + C(tailA_0);
    const real b = (((C(tailB_4) * t + C(tailB_3)) * t + C(tailB_2)) * t + C(tailB_1)) * t + C(one);
    return a / b;
}

INLINE real normalCdf(Constants table, real x)
{
    const real tail = normalPdf(table, x) * tailRatio(table, x);
    return SEL(x > 0.0f, 1.0f - tail, tail);
}

#define TWELVE_BITS ((int)0xFFFFF000) // of a float's 24

// sigmoid(a x + b x^3), a >= 0.9, b >= 0. The exponential of a rounded argument u is off by u units in the last place, so each rounding
// error on the way to u is kept.
INLINE real sigmoidCubic(Constants table, real x, float a, float aLow, float b, float bLow)
{
    const real distance = SEL(absolute(x) > 100.0f, 100.0f, absolute(x)); // exp(-u) is 0 there
    real factor = (real)(a);
    real factorLow = (real)(aLow);
    if (b != 0.0f) {
        // The product is of 12 bits by 12 bits, and exact, so that the sum of it and a is the same whether a compiler makes one operation of both or
        // two: as some do wherever they find a product in a sum.
        const float bHigh = as_float(as_int(b) & TWELVE_BITS);
        const real high = AS_REAL(AS_INTEGER(distance * distance) & (integer)(TWELVE_BITS));
        const real product = high * bHigh;
        const real productLow = high * ((b - bHigh) + bLow) + fma(distance, distance, -high) * b;
        factor = product + a;
        const real rest = factor - product;
        factorLow = ((product - (factor - rest)) + (a - rest)) + (productLow + aLow);
    }
    const real u = distance * factor;
    const real uLow = fma(distance, factor, -u) + distance * factorLow;
    const real e = exponentialOfSum(table, -u, -uLow);
    const real reciprocal = C(one) / (e + C(one));
    return SEL(x < 0.0f, e * reciprocal, reciprocal);
}

// What rounding the literal c to float lost; 0 on a device without double.
#ifdef cl_khr_fp64
#define LOST(c) ((float)((c) - (double)(c##f)))
#else
#define LOST(c) 0.0f
#endif
#define LITERAL_SIGN(c) ((c##f) < 0.0f ? -1.0f : 1.0f)

#define EXP(x) exponential(table, x)
#define EXPM1(x) expm1Anywhere(table, x)
#define SIGMOID(x) sigmoid(table, x)
#define SIGMOID_SLOPE(x) sigmoidSlope(table, x)
#define TANH(x) hyperbolicTangent(table, x)
#define TANH_SLOPE(x) tanhSlope(table, x)
#define SOFTPLUS(x) softplus(table, x)
#define SOFTPLUS_TAIL(x) softplusTail(table, x)
#define TANH_SOFTPLUS(x) tanhSoftplus(table, x)
#define TANH_SOFTPLUS_SLOPE(x) tanhSoftplusSlope(table, x)
#define X_MINUS_TANH(x) xMinusTanh(table, x)
#define NORMAL_CDF(x) normalCdf(table, x)
#define NORMAL_PDF(x) normalPdf(table, x)
#define SIGMOID_CUBIC(x, a, b) \
    sigmoidCubic(table, (a##f) < 0.0f ? -(x) : (x), LITERAL_SIGN(a) * (a##f), LITERAL_SIGN(a) * LOST(a), \
                 LITERAL_SIGN(a) * (b##f), LITERAL_SIGN(a) * LOST(b))
