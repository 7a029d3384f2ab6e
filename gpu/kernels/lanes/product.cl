// The three products of a block. Each has its sums in registers, `block` [ROWS][QUADS] or `weights` [WEIGHT_ROWS][QUADS]; loops over terms are not unrolled
// far, and count as many terms as there are. With tensor cores they are tensor_product.cl's.
//
// Layout: the places of block.cl.
// Needs: block.

// Sums of float4s that a literal number picks a component of.
#define FOR_COMPONENTS(item) item(0, x) item(1, y) item(2, z) item(3, w)

#ifndef TENSOR_CORES

// block += INPUTS WEIGHTS: an item's rows lie ROW_GROUPS apart, its columns in quads.
NOT_INLINE void multiplyByWeights(const Tile *tile, int terms, float4 *block)
{
    const TileValues inputs = tile->tiles + INPUTS + tile->rowGroup * LD, weights = tile->tiles + WEIGHTS + 4 * tile->columnGroup;
    float4 sum[ROWS * QUADS];
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        sum[i] = block[i];
UNROLL_SOME(2)
    for (int k = 0; k < terms; k += 4) {
        float4 factor[ROWS];
#pragma unroll
        for (int r = 0; r < ROWS; ++r)
            factor[r] = loadQuad(inputs + r * ROW_GROUPS * LD + k);
#define ADD_TERM(i, component)                                                       \
        _Pragma("unroll") for (int q = 0; q < QUADS; ++q) {                          \
            const float4 weight = loadQuad(weights + (k + i) * LD + q * 4 * COLUMN_GROUPS); \
            _Pragma("unroll") for (int r = 0; r < ROWS; ++r)                         \
                sum[r * QUADS + q] += factor[r].component * weight;                  \
        }
        FOR_COMPONENTS(ADD_TERM)
    }
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        block[i] = sum[i];
}

// block += DELTAS times WEIGHTS transposed: columns are rows of the weights, COLUMN_GROUPS apart.
NOT_INLINE void multiplyByTransposed(const Tile *tile, int terms, float4 *block)
{
    const TileValues deltas = tile->tiles + DELTAS + tile->rowGroup * LD, weights = tile->tiles + WEIGHTS + tile->columnGroup * LD;
    float4 sum[ROWS * QUADS];
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        sum[i] = block[i];
UNROLL_SOME(2)
    for (int k = 0; k < terms; k += 4) {
        float4 weight[QUADS * 4];
#pragma unroll
        for (int c = 0; c < 4 * QUADS; ++c)
            weight[c] = loadQuad(weights + c * COLUMN_GROUPS * LD + k);
#pragma unroll
        for (int r = 0; r < ROWS; ++r) {
            const float4 factor = loadQuad(deltas + r * ROW_GROUPS * LD + k);
#define ADD_ACROSS(i, component)                                                                                            \
            _Pragma("unroll") for (int q = 0; q < QUADS; ++q)                                                               \
                sum[r * QUADS + q] += factor.component * (float4)(weight[4 * q].component, weight[4 * q + 1].component,     \
                                                                  weight[4 * q + 2].component, weight[4 * q + 3].component);
            FOR_COMPONENTS(ADD_ACROSS)
        }
    }
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        block[i] = sum[i];
}

// weights += INPUTS transposed times DELTAS, over `samples`: rows and columns are quads.
NOT_INLINE void multiplyOverSamples(const Tile *tile, int samples, float4 *weights)
{
    const TileValues inputs = tile->tiles + INPUTS + 4 * tile->rowGroup, deltas = tile->tiles + DELTAS + 4 * tile->columnGroup;
    float4 sum[WEIGHT_ROWS * QUADS];
UNROLL
    for (int i = 0; i < WEIGHT_ROWS * QUADS; ++i)
        sum[i] = weights[i];
UNROLL_SOME(4)
    for (int s = 0; s < samples; ++s) {
        float4 delta[QUADS];
#pragma unroll
        for (int q = 0; q < QUADS; ++q)
            delta[q] = loadQuad(deltas + s * LD + q * 4 * COLUMN_GROUPS);
#pragma unroll
        for (int quad = 0; quad < WEIGHT_ROWS / 4; ++quad) {
            const float4 factor = loadQuad(inputs + s * LD + quad * 4 * ROW_GROUPS);
#define ADD_SAMPLE(i, component)                                                                   \
            _Pragma("unroll") for (int q = 0; q < QUADS; ++q)                                      \
                sum[(4 * quad + i) * QUADS + q] += factor.component * delta[q];
            FOR_COMPONENTS(ADD_SAMPLE)
        }
    }
UNROLL
    for (int i = 0; i < WEIGHT_ROWS * QUADS; ++i)
        weights[i] = sum[i];
}
#endif
