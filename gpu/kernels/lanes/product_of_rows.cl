// The two products of a block that an item has for rows of a tile: sums in registers, `block` [ROWS][QUADS], of which the first PRODUCT_ROWS are computed. In a
// program for ROWS and, where those are fewer, for FEW_ROWS: what is in registers has no number that could be read.
//
// Layout: the places of block.cl.
// Needs: product, tensor_product.

#define OF_ROWS(name) JOIN(name, PRODUCT_ROWS)

#ifndef TENSOR_CORES

// block += INPUTS WEIGHTS: an item's rows lie ROW_GROUPS apart, its columns in quads.
NOT_INLINE void OF_ROWS(multiplyByWeights)(const Tile *tile, int terms, float4 *block)
{
    const TileValues inputs = tile->tiles + INPUTS + tile->rowGroup * LD, weights = tile->tiles + WEIGHTS + 4 * tile->columnGroup;
UNROLL_SOME(2)
    for (int k = 0; k < terms; k += 4) {
        float4 factor[PRODUCT_ROWS];
#pragma unroll
        for (int r = 0; r < PRODUCT_ROWS; ++r)
            factor[r] = loadQuad(inputs + r * ROW_GROUPS * LD + k);
#define ADD_TERM(i, component)                                                              \
        _Pragma("unroll") for (int q = 0; q < QUADS; ++q) {                                 \
            const float4 weight = loadQuad(weights + (k + i) * LD + q * 4 * COLUMN_GROUPS); \
            _Pragma("unroll") for (int r = 0; r < PRODUCT_ROWS; ++r)                        \
                block[r * QUADS + q] += factor[r].component * weight;                       \
        }
        FOR_COMPONENTS(ADD_TERM)
    }
}

// block += DELTAS times WEIGHTS transposed: columns are rows of the weights, COLUMN_GROUPS apart.
NOT_INLINE void OF_ROWS(multiplyByTransposed)(const Tile *tile, int terms, float4 *block)
{
    const TileValues deltas = tile->tiles + DELTAS(tile) + tile->rowGroup * LD, weights = tile->tiles + WEIGHTS + tile->columnGroup * LD;
UNROLL_SOME(2)
    for (int k = 0; k < terms; k += 4) {
        float4 weight[QUADS * 4];
#pragma unroll
        for (int c = 0; c < 4 * QUADS; ++c)
            weight[c] = loadQuad(weights + c * COLUMN_GROUPS * LD + k);
#pragma unroll
        for (int r = 0; r < PRODUCT_ROWS; ++r) {
            const float4 factor = loadQuad(deltas + r * ROW_GROUPS * LD + k);
#define ADD_ACROSS(i, component)                                                                                          \
            _Pragma("unroll") for (int q = 0; q < QUADS; ++q)                                                             \
                block[r * QUADS + q] += factor.component * (float4)(weight[4 * q].component, weight[4 * q + 1].component, \
                                                                  weight[4 * q + 2].component, weight[4 * q + 3].component);
            FOR_COMPONENTS(ADD_ACROSS)
        }
    }
}

#else

// Terms of an item's rows: of values, or of deltas.
INLINE void OF_ROWS(loadSamples)(TileValues samples, int row, int quarter, int k, int terms, int holder, LeftTile left[PRODUCT_ROWS / 2])
{
    const int column = k + 2 * quarter;
UNROLL
    for (int r = 0; r < PRODUCT_ROWS; ++r) {
        const float2 pair = pairOr0(samples + AT(ROW_OF(row, r), column), column < terms);
        left[r / 2][holder][r % 2] = pair.x;
        left[r / 2][holder][r % 2 + 2] = pair.y;
    }
}

// block += the samples at `place` times the weights, or their transposed.
NOT_INLINE void OF_ROWS(multiplySamples)(const Tile *tile, int place, const int isTransposed, int terms, float4 *block)
{
    const TileValues samples = tile->tiles + place, weights = tile->tiles + WEIGHTS;
    const int column = COLUMN_OF(tile->columnGroup, 0);
#define LOAD_SAMPLES(k, holder) OF_ROWS(loadSamples)(samples, tile->rowGroup, LEFT_QUARTER(tile, holder), k, terms, holder, left)
#define LOAD_WEIGHTS_OF(k, holder)                                                                                          \
    if (isTransposed)                                                                                                       \
        loadTransposed(weights, STRIP_OF(tile), RIGHT_COLUMN(tile, holder), RIGHT_QUARTER(tile, holder), k, holder, right); \
    else                                                                                                                    \
        loadColumns(weights, STRIP_OF(tile), RIGHT_COLUMN(tile, holder), RIGHT_QUARTER(tile, holder), k, holder, right)
#define SAMPLE_OF(k, r) samples[AT(ROW_OF(tile->rowGroup, r), k)]
#define WEIGHT_OF(i, k) weights[AT(column + (i), k)]
#define WEIGHTS_OF(k) \
    (isTransposed ? (float4)(WEIGHT_OF(0, k), WEIGHT_OF(1, k), WEIGHT_OF(2, k), WEIGHT_OF(3, k)) : loadQuad(weights + AT(k, column)))
    SWEEP(PRODUCT_ROWS / 2, terms, block, LOAD_SAMPLES, LOAD_WEIGHTS_OF, SAMPLE_OF, WEIGHTS_OF)
}

// block += INPUTS WEIGHTS.
INLINE void OF_ROWS(multiplyByWeights)(const Tile *tile, int terms, float4 *block)
{
    OF_ROWS(multiplySamples)(tile, INPUTS, 0, terms, block);
}

// block += DELTAS times WEIGHTS transposed: the item's own columns.
INLINE void OF_ROWS(multiplyByTransposed)(const Tile *tile, int terms, float4 *block)
{
    OF_ROWS(multiplySamples)(tile, DELTAS(tile), 1, terms, block);
}

#undef LOAD_SAMPLES
#undef LOAD_WEIGHTS_OF
#undef SAMPLE_OF
#undef WEIGHT_OF
#undef WEIGHTS_OF
#endif
#undef OF_ROWS
#undef ADD_TERM
#undef ADD_ACROSS
