// `real`, the floats that a formula is evaluated for at a time (REAL_WIDTH), and integers beside them. In the vector mapping it is two of the
// device's vectors: the two halves of every operation are independent, so that one fills the time that the other waits.
//
// Layout: `real` is a float (lanes), one or two of OpenCL's vectors, or a wider one of Clang's; LANE_INTEGERS are 0, 1, 2 … in its lanes.
// Needs: nothing but the build options.

#ifdef CONTRACTS // for tests: what some compilers do of their own accord
#pragma clang fp contract(fast)
#endif

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define OF_KIND(name) JOIN(name, KIND) // in what a program has several times
#define INLINE static inline __attribute__((always_inline))

#if REAL_WIDTH == 1 // every work-item has an element of its own
typedef float real;
typedef int integer;
typedef uint natural;
#define AS_REAL(x) as_float(x)
#define AS_INTEGER(x) as_int(x)
#define AS_NATURAL(x) as_uint(x)
#define TO_REAL(x) convert_float(x)
#define LANE_INTEGERS 0
#define ANY(condition) (condition)
#elif REAL_WIDTH <= 16
typedef JOIN(float, REAL_WIDTH) real;
typedef JOIN(int, REAL_WIDTH) integer;
typedef JOIN(uint, REAL_WIDTH) natural;
#define AS_REAL(x) JOIN(as_float, REAL_WIDTH)(x)
#define AS_INTEGER(x) JOIN(as_int, REAL_WIDTH)(x)
#define AS_NATURAL(x) JOIN(as_uint, REAL_WIDTH)(x)
#define TO_REAL(x) JOIN(convert_float, REAL_WIDTH)(x)
#define ANY(condition) any(condition)
#if REAL_WIDTH == 8
#define LANE_INTEGERS ((integer)(0, 1, 2, 3, 4, 5, 6, 7))
#else
#define LANE_INTEGERS ((integer)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
#endif
#else // wider than OpenCL's vectors, and aligned to one of them: Clang has such types, on which every OpenCL for a CPU is built
typedef float real __attribute__((ext_vector_type(REAL_WIDTH), aligned(64)));
typedef int integer __attribute__((ext_vector_type(REAL_WIDTH), aligned(64)));
typedef uint natural __attribute__((ext_vector_type(REAL_WIDTH), aligned(64)));
#define AS_REAL(x) __builtin_astype(x, real)
#define AS_INTEGER(x) __builtin_astype(x, integer)
#define AS_NATURAL(x) __builtin_astype(x, natural)
#define TO_REAL(x) __builtin_convertvector(x, real)
#define ANY(condition) (any((condition).lo) | any((condition).hi))
#define LANE_INTEGERS \
    ((integer)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31))

// OpenCL's functions of each half.
#define OVERLOADED INLINE __attribute__((overloadable))
#define FUNCTION_OF_HALVES(name)                 \
    OVERLOADED real name(real x)                 \
    {                                            \
        return (real)(name(x.lo), name(x.hi));   \
    }
FUNCTION_OF_HALVES(fabs)
FUNCTION_OF_HALVES(log)
FUNCTION_OF_HALVES(log1p)
FUNCTION_OF_HALVES(sqrt)
FUNCTION_OF_HALVES(sin)
FUNCTION_OF_HALVES(cos)
FUNCTION_OF_HALVES(tan)
FUNCTION_OF_HALVES(atan)
FUNCTION_OF_HALVES(sinh)
FUNCTION_OF_HALVES(cosh)
FUNCTION_OF_HALVES(asin)
FUNCTION_OF_HALVES(acos)
FUNCTION_OF_HALVES(asinh)
FUNCTION_OF_HALVES(acosh)
FUNCTION_OF_HALVES(atanh)
FUNCTION_OF_HALVES(log2)
FUNCTION_OF_HALVES(log10)
FUNCTION_OF_HALVES(cbrt)
FUNCTION_OF_HALVES(floor)
FUNCTION_OF_HALVES(ceil)
FUNCTION_OF_HALVES(rint)

OVERLOADED real pow(real x, real y)
{
    return (real)(pow(x.lo, y.lo), pow(x.hi, y.hi));
}

OVERLOADED real fma(real x, real y, real z)
{
    return (real)(fma(x.lo, y.lo, z.lo), fma(x.hi, y.hi, z.hi));
}

OVERLOADED natural mul_hi(natural x, natural y)
{
    return (natural)(mul_hi(x.lo, y.lo), mul_hi(x.hi, y.hi));
}
#endif
