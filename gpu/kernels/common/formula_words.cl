// The words of the vocabulary that are in the standard library or in formulas only: powers, comparisons, erf and erfc, trigonometry.
//
// Layout: REAL_WIDTH elements at a time.
// Needs: real, vocabulary.

// erf(x) = x P(x^2) for |x| <= 0.75, relative error 6e-8; beyond, 1 - 2 Phi(-sqrt(2) |x|), which has lost nothing there.
INLINE real errorFunction(Constants table, real x)
{
    const real s = x * x;
    const real p = ((((-6.75647957e-4f * s + 5.11533211e-3f) * s - 2.68351146e-2f) * s + 1.12833865e-1f) * s - 3.76126195e-1f) * s + 1.12837917f;
    const real beyond = 1.0f - 2.0f * normalCdf(table, -1.41421356f * absolute(x));
    return SEL(absolute(x) <= 0.75f, x * p, SEL(x < 0.0f, -beyond, beyond));
}

// erfc(|x|) = 2 Phi(-s) with s = sqrt(2) |x|. What rounding s lost would be as many units in the last place as s^2, so Phi is followed that far
// along its slope.
INLINE real complementaryError(Constants table, real x)
{
    const real distance = SEL(absolute(x) > 100.0f, 100.0f, absolute(x)); // erfc is 0 there
    const real s = distance * 1.41421354f;
    const real lost = fma(distance, (real)(1.41421354f), -s) + distance * 2.42032e-8f;
    const real tail = 2.0f * normalPdf(table, s) * (tailRatio(table, s) - lost);
    return SEL(x < 0.0f, 2.0f - tail, tail);
}

// (1 - S) / t, where x sqrt(pi) exp(x^2) erfc(x) = S = 1 - t (1 - 3t (1 - ...)) with t = 1/(2x^2), the asymptotic series; for x > 9.
INLINE real tailOfErfc(real t)
{
    return 1.0f - 3.0f * t * (1.0f - 5.0f * t * (1.0f - 7.0f * t * (1.0f - 9.0f * t)));
}

// erfc(x) exp(x^2) for x > 0, else erfc(x).
INLINE real scaledErfc(Constants table, real x)
{
    const real near = 0.797884561f * tailRatio(table, 1.41421356f * x);
    const real t = 0.5f / (x * x);
    const real far = 0.564189584f / x * (1.0f - t * tailOfErfc(t));
    return SEL(x > 0.0f, SEL(x > 9.0f, far, near), complementaryError(table, x));
}

// 1 - sqrt(pi) x exp(x^2) erfc(x) for x > 0, else 1.
INLINE real scaledErfcFall(Constants table, real x)
{
    const real near = 1.0f - 1.77245385f * x * scaledErfc(table, x);
    const real t = 0.5f / (x * x);
    return SEL(x > 0.0f, SEL(x > 9.0f, t * tailOfErfc(t), near), SEL(x <= 0.0f, 1.0f, x));
}

// x^n by repeated squaring; n is a literal.
INLINE real powerOfInteger(real x, int n)
{
    real result = (real)(1.0f);
    for (uint rest = abs(n); rest != 0; rest /= 2) {
        if (rest % 2 == 1)
            result *= x;
        x *= x;
    }
    return n < 0 ? 1.0f / result : result;
}

// NaN where either is.
INLINE real larger(real u, real v)
{
    return SEL(u > v, u, SEL(v >= u, v, u + v));
}

// 0 at 0.
INLINE real signOf(real x)
{
    return SEL(x > 0.0f, 1.0f, SEL(x < 0.0f, -1.0f, x));
}

INLINE real stepAt(real x)
{
    return SEL(x > 0.0f, 1.0f, SEL(x <= 0.0f, 0.0f, x));
}

INLINE real rectified(real x)
{
    return SEL(x < 0.0f, 0.0f, x);
}

// a where u > v, b where u < v, where equal their mean.
INLINE real whereGreater(real u, real v, real a, real b)
{
    return SEL(u > v, a, SEL(u < v, b, 0.5f * (a + b)));
}

// sin, cos and tan of OpenCL, each lane as if it were alone. PoCL 3.1 and 6.0 reduce all lanes of a vector as large numbers as soon as one is, 2^23 or
// more, and of small ones that leaves few digits or none: so large ones are computed among large ones.
#define LARGE_ANGLE 0x1p22f
#define FUNCTION_OF_EACH(name)                                                              \
    static __attribute__((noinline)) real name##OfLarge(real x)                             \
    {                                                                                       \
        return name(SEL(absolute(x) >= LARGE_ANGLE, x, 0x1p24f));                           \
    }                                                                                       \
    INLINE real name##OfEach(real x)                                                        \
    {                                                                                       \
        const integer isLarge = absolute(x) >= LARGE_ANGLE;                                 \
        real result = name(SEL(isLarge, 0.0f, x));                                          \
        if (ANY(isLarge))                                                                   \
            result = SEL(isLarge, name##OfLarge(x), result);                                \
        return result;                                                                      \
    }
FUNCTION_OF_EACH(sin)
FUNCTION_OF_EACH(cos)
FUNCTION_OF_EACH(tan)

// What only formulas use. Where OpenCL has a function of its own, that is it.
#define LOG(x) log(x)
#define LOG1P(x) log1p(x)
#define SQRT(x) sqrt(x)
#define SIN(x) sinOfEach(x)
#define COS(x) cosOfEach(x)
#define TAN(x) tanOfEach(x)
#define ATAN(x) atan(x)
#define ASIN(x) asin(x)
#define ACOS(x) acos(x)
#define ASINH(x) asinh(x)
#define ACOSH(x) acosh(x)
#define ATANH(x) atanh(x)
#define LOG2(x) log2(x)
#define LOG10(x) log10(x)
#define CBRT(x) cbrt(x)
#define ERFC(x) complementaryError(table, x)
#define SCALED_ERFC(x) scaledErfc(table, x)
#define SCALED_ERFC_FALL(x) scaledErfcFall(table, x)
#define FLOOR(x) floor(x)
#define CEIL(x) ceil(x)
#define ROUND(x) rint(x)
#define SINH(x) sinh(x)
#define COSH(x) cosh(x)
#define ERF(x) errorFunction(table, x)
#define POW(x, y) pow(x, y)
#define POWN(x, n) powerOfInteger(x, n)
#define RELU(x) rectified(x)
#define SIGN(x) signOf(x)
#define STEP(x) stepAt(x)
#define MAX(u, v) larger(u, v)
#define MIN(u, v) (-larger(-(u), -(v)))
#define PLUS(u, v) ((u) + (v))
#define MINUS(u, v) ((u) - (v))
#define TIMES(u, v) ((u) * (v))
#define OVER(u, v) ((u) / (v))
#define NEGATED(u) (-(u))
#define SEL_LESS(u, v, a, b) SEL((u) < (v), a, b)
#define SEL_LESS_EQUAL(u, v, a, b) SEL((u) <= (v), a, b)
#define SEL_EQUAL(u, v, a, b) SEL((u) == (v), a, b)
#define SEL_GREATER(u, v, a, b) whereGreater(u, v, a, b)
