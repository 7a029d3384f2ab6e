// The products of a block on tensor cores, where a device has some (gpu/device/tensor_cores.h): a warp, 32 items, multiplies 16 rows by 8 terms with 8 terms by
// 8 columns in one instruction, each of its items holding a part of all three. Numbers go into it with eleven bits (TF32); so each is split into a high and a low
// part, and three products make up for one ("3xTF32": what is left out is 2^-21 of a factor at most). Tensor cores round towards zero when they add up: their sums
// begin with 0 for each product of a block, and are added to the item's own sums in single precision. For tests there are tensor cores without such
// (TENSOR_CORES_EMULATED): every item takes what the instruction would take from other items' registers from where those load it.
//
// Layout: item 4 * g + q of a warp has in a tile of the left factor rows g and g + 8, terms q and q + 4; of the right factor terms q and q + 4, column g; of the
// product rows g and g + 8, columns 2q and 2q + 1. Which terms and columns of a block those are is free: term q + 4h is term 2q + h of eight, so that an item loads
// pairs; column n of tile t is column 2n + t of the warp's sixteen, so that its columns of both tiles of a product, 4q ... 4q + 3, are the quad that it has of a
// block anyway.
// Needs: block.
#ifdef TENSOR_CORES

#define STRIP_OF(tile) FIRST_COLUMN((tile)->columnGroup) // the warp's columns
#define QUARTER_OF(tile) ((tile)->columnGroup & 3)       // q; g is the row group
#define TERMS_AT_ONCE 8 // more of them loaded at once would take registers that others need

// Whose registers an item sees: its own, or of the emulation all of its row's of the left factor, and all of its two columns' of the right one.
#ifdef TENSOR_CORES_EMULATED
#define LEFT_HOLDERS 4
#define RIGHT_HOLDERS 8
#define LEFT_QUARTER(tile, holder) (holder)
#define RIGHT_COLUMN(tile, holder) (2 * QUARTER_OF(tile) + (holder) / 4)
#define RIGHT_QUARTER(tile, holder) ((holder) % 4)
#else
#define LEFT_HOLDERS 1
#define RIGHT_HOLDERS 1
#define LEFT_QUARTER(tile, holder) QUARTER_OF(tile)
#define RIGHT_COLUMN(tile, holder) ((tile)->rowGroup)
#define RIGHT_QUARTER(tile, holder) QUARTER_OF(tile)
#endif

typedef uint LeftBits[LEFT_HOLDERS][4];
typedef uint RightBits[RIGHT_HOLDERS][2];
typedef float LeftTile[LEFT_HOLDERS][4];   // register i: row g + 8 * (i % 2), term q + 4 * (i / 2)
typedef float RightTile[RIGHT_HOLDERS][2]; // register i: term q + 4 * i, column g
typedef float SumTile[4];                  // register i: row g + 8 * (i / 2), column 2q + i % 2

#define HIGH_BITS 0xffffe000u // of a number: sign, exponent and ten bits of the fraction; nothing else goes into a product

#ifdef TENSOR_CORES_EMULATED
INLINE void multiplyAdd(LeftBits left, RightBits right, SumTile sum)
{
    for (int i = 0; i < 4; ++i) {
        float products = 0.0f;
        for (int term = 0; term < 8; ++term) {
            const uint a = left[term % 4][i / 2 + 2 * (term / 4)], b = right[4 * (i % 2) + term % 4][term / 4];
            products += as_float(a & HIGH_BITS) * as_float(b & HIGH_BITS);
        }
        sum[i] += products;
    }
}
#else
INLINE void multiplyAdd(LeftBits left, RightBits right, SumTile sum)
{
    __asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
                   : "+f"(sum[0]), "+f"(sum[1]), "+f"(sum[2]), "+f"(sum[3])
                   : "r"(left[0][0]), "r"(left[0][1]), "r"(left[0][2]), "r"(left[0][3]), "r"(right[0][0]), "r"(right[0][1]));
}
#endif

INLINE uint highBits(float value)
{
    return (as_uint(value) + 0x1000u) & HIGH_BITS; // to the nearest
}

INLINE uint lowBits(float value)
{
    return as_uint(value - as_float(highBits(value)));
}

// sum += left right, small products first.
INLINE void addTile(LeftTile left, RightTile right, SumTile sum)
{
    LeftBits leftHigh, leftLow;
    RightBits rightHigh, rightLow;
UNROLL
    for (int holder = 0; holder < LEFT_HOLDERS; ++holder)
UNROLL
        for (int i = 0; i < 4; ++i) {
            leftHigh[holder][i] = highBits(left[holder][i]);
            leftLow[holder][i] = lowBits(left[holder][i]);
        }
UNROLL
    for (int holder = 0; holder < RIGHT_HOLDERS; ++holder)
UNROLL
        for (int i = 0; i < 2; ++i) {
            rightHigh[holder][i] = highBits(right[holder][i]);
            rightLow[holder][i] = lowBits(right[holder][i]);
        }
    multiplyAdd(leftLow, rightHigh, sum);
    multiplyAdd(leftHigh, rightLow, sum);
    multiplyAdd(leftHigh, rightHigh, sum);
}

// own += left right over `terms` terms: two rows of `own` for each of `tiles`. loadLeft(k, holder) and loadRight(k, holder) load what an
// item has of eight terms to left [tiles] and right [2]. Of an infinite factor nothing comes out: inf - inf is no low part, and its whole
// row or column is NaN. Where an item sees that, it adds up its own products in single precision: leftOf(k, r), of its rows, times
// rightOf(k), the quad of its columns.
#define SWEEP(tiles, terms, own, loadLeft, loadRight, leftOf, rightOf)                                                              \
    SumTile sum[tiles][2];                                                                                                          \
    UNROLL for (int t = 0; t < (tiles); ++t)                                                                                        \
        UNROLL for (int n = 0; n < 2; ++n)                                                                                          \
            UNROLL for (int i = 0; i < 4; ++i)                                                                                      \
                sum[t][n][i] = 0.0f;                                                                                                \
    UNROLL_SOME(1) for (int k = 0; k < (terms); k += TERMS_AT_ONCE) {                                                               \
        LeftTile left[tiles];                                                                                                       \
        RightTile right[2];                                                                                                         \
        UNROLL for (int holder = 0; holder < LEFT_HOLDERS; ++holder)                                                                \
            loadLeft(k, holder);                                                                                                    \
        UNROLL for (int holder = 0; holder < RIGHT_HOLDERS; ++holder)                                                               \
            loadRight(k, holder);                                                                                                   \
        UNROLL for (int t = 0; t < (tiles); ++t)                                                                                    \
            UNROLL for (int n = 0; n < 2; ++n)                                                                                      \
                addTile(left[t], right[n], sum[t][n]);                                                                              \
    }                                                                                                                               \
    float seen = (sum[0][1][0] + sum[0][0][1]) + sum[0][1][1];                                                                      \
    UNROLL for (int r = 0; r < 2 * (tiles); ++r)                                                                                    \
        seen += sum[r / 2][0][r % 2 * 2];                                                                                           \
    if (seen == seen) {                                                                                                             \
        UNROLL for (int r = 0; r < 2 * (tiles); ++r)                                                                                \
            own[r] += (float4)(sum[r / 2][0][r % 2 * 2], sum[r / 2][1][r % 2 * 2], sum[r / 2][0][r % 2 * 2 + 1],                    \
                               sum[r / 2][1][r % 2 * 2 + 1]);                                                                       \
    } else {                                                                                                                        \
        UNROLL_SOME(1) for (int k = 0; k < (terms); ++k) {                                                                          \
            const float4 factor = rightOf(k);                                                                                       \
            UNROLL for (int r = 0; r < 2 * (tiles); ++r)                                                                            \
                own[r] += leftOf(k, r) * factor;                                                                                    \
        }                                                                                                                           \
    }

// A quad, or 0 where it is not `isInside`: what lies there may be no number.
INLINE float4 quadOr0(TileValues place, int isInside)
{
    return isInside ? loadQuad(place) : (float4)(0.0f);
}

INLINE float2 pairOr0(TileValues place, int isInside)
{
    return isInside ? *(TILE_SPACE const float2 *)place : (float2)(0.0f);
}

// Rows of the weights, which are terms, by the warp's columns; there are zeros where a layer has none.
INLINE void loadColumns(TileValues weights, int strip, int column, int quarter, int k, int holder, RightTile right[2])
{
UNROLL
    for (int h = 0; h < 2; ++h) {
        const float2 pair = pairOr0(weights + AT(k + 2 * quarter + h, strip + 2 * column), 1);
        right[0][holder][h] = pair.x;
        right[1][holder][h] = pair.y;
    }
}

// The same of the weights transposed: the warp's columns are rows, terms are columns.
INLINE void loadTransposed(TileValues weights, int strip, int column, int quarter, int k, int holder, RightTile right[2])
{
UNROLL
    for (int n = 0; n < 2; ++n) {
        const float2 pair = pairOr0(weights + AT(strip + 2 * column + n, k + 2 * quarter), 1);
        right[n][holder][0] = pair.x;
        right[n][holder][1] = pair.y;
    }
}

// Samples, which are terms: a row of the left factor is a column of the inputs, and four that an item has are a quad of them.
INLINE void loadInputColumns(TileValues inputs, int row, int quarter, int k, int samples, int holder, LeftTile left[WEIGHT_ROWS / 2])
{
UNROLL
    for (int h = 0; h < 2; ++h) {
        const int sample = k + quarter + 4 * h;
UNROLL
        for (int p = 0; p < WEIGHT_ROWS / 4; ++p) {
            const float4 quad = quadOr0(inputs + AT(sample, 4 * row + p * 4 * ROW_GROUPS), sample < samples);
            left[2 * p][holder][2 * h] = quad.x;
            left[2 * p][holder][2 * h + 1] = quad.y;
            left[2 * p + 1][holder][2 * h] = quad.z;
            left[2 * p + 1][holder][2 * h + 1] = quad.w;
        }
    }
}

INLINE void loadDeltaColumns(TileValues deltas, int strip, int column, int quarter, int k, int samples, int holder, RightTile right[2])
{
UNROLL
    for (int h = 0; h < 2; ++h) {
        const int sample = k + quarter + 4 * h;
        const float2 pair = pairOr0(deltas + AT(sample, strip + 2 * column), sample < samples);
        right[0][holder][h] = pair.x;
        right[1][holder][h] = pair.y;
    }
}

// weights += INPUTS transposed times DELTAS, over `samples`.
NOT_INLINE void multiplyOverSamples(const Tile *tile, int samples, float4 *weights)
{
    const TileValues inputs = tile->tiles + INPUTS, deltas = tile->tiles + DELTAS(tile);
    const int column = COLUMN_OF(tile->columnGroup, 0);
#define LOAD_INPUTS_OF(k, holder) loadInputColumns(inputs, tile->rowGroup, LEFT_QUARTER(tile, holder), k, samples, holder, left)
#define LOAD_DELTAS_OF(k, holder) \
    loadDeltaColumns(deltas, STRIP_OF(tile), RIGHT_COLUMN(tile, holder), RIGHT_QUARTER(tile, holder), k, samples, holder, right)
#define INPUT_OF(k, r) inputs[AT(k, WEIGHT_ROW_OF(tile->rowGroup, r))]
#define DELTAS_OF(k) loadQuad(deltas + AT(k, column))
    SWEEP(WEIGHT_ROWS / 2, samples, weights, LOAD_INPUTS_OF, LOAD_DELTAS_OF, INPUT_OF, DELTAS_OF)
}

#undef LOAD_INPUTS_OF
#undef LOAD_DELTAS_OF
#undef INPUT_OF
#undef DELTAS_OF
#endif
