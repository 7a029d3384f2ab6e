// The one product routine of the vector mapping: C[r][lanes] = sum over t of A(r, t) * B[t][lanes], for a block of `rows` x `vectors`
// accumulators that stay in registers. A is broadcast, B is read in vectors; strides make it serve the forward product
// (A = inputs, B = weights), the input gradient (A = deltas, B = transposed weights) and the weight gradient
// (A = inputs read down the samples, B = deltas).
//
// Layout: every B row and every C row is aligned to a vector.
// Needs: real, vocabulary (for Memory and Constants).

typedef JOIN(float, VEC) vec; // what fits a register

INLINE vec loadVector(Constants p)
{
    return *(__global const vec *)p;
}

INLINE void storeVector(Memory p, vec v)
{
    *(__global vec *)p = v;
}

INLINE float sumOfFour(float4 v)
{
    const float2 two = v.lo + v.hi;
    return two.x + two.y;
}

INLINE float sumOfEight(float8 v)
{
    return sumOfFour(v.lo + v.hi);
}

INLINE float sumOfSixteen(float16 v)
{
    return sumOfEight(v.lo + v.hi);
}

#if VEC == 4
#define SUM_OF_VECTOR(v) sumOfFour(v)
#elif VEC == 8
#define SUM_OF_VECTOR(v) sumOfEight(v)
#else
#define SUM_OF_VECTOR(v) sumOfSixteen(v)
#endif
#define SUM_OF_REAL(v) SUM_OF_VECTOR((v).lo + (v).hi)

// Unrolled by macro, not by the compiler: the block's accumulators must live in registers. The macros see what the function that uses them calls `rows`
// (up to 6), `vectors` (up to 4) and `sum`; the first two are literals wherever a block is used, so that the conditions fold away. FOR_BLOCK(step) is
// step(r, v) for each accumulator, FOR_VECTORS(step, r) for those of one row.
#define PANEL_LANES (BLOCK_VECTORS * VEC)
#define MAX_ROWS 6
#define MAX_VECTORS 4
#define FOR_VECTOR(step, r, v) if ((v) < vectors) { step(r, v) }
#define FOR_VECTORS(step, r) FOR_VECTOR(step, r, 0) FOR_VECTOR(step, r, 1) FOR_VECTOR(step, r, 2) FOR_VECTOR(step, r, 3)
#define FOR_ROW(step, r) if ((r) < rows) { FOR_VECTORS(step, r) }
#define FOR_BLOCK(step) FOR_ROW(step, 0) FOR_ROW(step, 1) FOR_ROW(step, 2) FOR_ROW(step, 3) FOR_ROW(step, 4) FOR_ROW(step, 5)
// Accumulator of row r and vector v of a block.
#define SUM(r, v) sum[(r) * MAX_VECTORS + (v)]

// `work` for all of `rows` rows (a multiple of ROW_STEP), from `row` on as many as the literal `blockRows` says.
#define FOR_ROW_BLOCKS(work)                                           \
    {                                                                  \
        int row = 0;                                                   \
        for (; row + BLOCK_ROWS <= rows; row += BLOCK_ROWS) {          \
            const int blockRows = BLOCK_ROWS;                          \
            work;                                                      \
        }                                                              \
        REMAINING_ROWS(work)                                           \
    }
#if ROW_STEP % BLOCK_ROWS == 0
#define REMAINING_ROWS(work)
#else
#define REMAINING_ROWS(work)          \
    for (; row < rows; row += 2) {    \
        const int blockRows = 2;      \
        work;                         \
    }
#endif

// sum += A * B. `aRow` and `aTerm` are the steps of A from row to row and from term to term, `bTerm` that of B, in floats.
INLINE void multiplyBlock(const int rows, const int vectors, int terms, Constants a, int aRow, int aTerm, Constants b,
                          int bTerm, vec *sum)
{
#define LOAD_LANES(r, v) lanes[v] = loadVector(b + (v) * VEC);
#define MULTIPLY_ADD(r, v) SUM(r, v) += scalar * lanes[v];
#define MULTIPLY_ROW(r) if ((r) < rows) { const vec scalar = (vec)(a[(r) * aRow]); FOR_VECTORS(MULTIPLY_ADD, r) }
    for (int t = 0; t < terms; ++t) {
        vec lanes[MAX_VECTORS];
        FOR_VECTORS(LOAD_LANES, 0)
        MULTIPLY_ROW(0)
        MULTIPLY_ROW(1)
        MULTIPLY_ROW(2)
        MULTIPLY_ROW(3)
        MULTIPLY_ROW(4)
        MULTIPLY_ROW(5)
        a += aTerm;
        b += bTerm;
    }
}
