// The three products of a block. Each has its sums in registers, `block` [ROWS][QUADS] or `weights` [WEIGHT_ROWS][QUADS]; loops over terms are not unrolled
// far, and count as many terms as there are.
//
// Layout: the places of block.cl.
// Needs: block.

// Sums of float4s that a literal number picks a component of.
#define FOR_COMPONENTS(item) item(0, x) item(1, y) item(2, z) item(3, w)

// block += INPUTS WEIGHTS: an item's rows lie ROW_GROUPS apart, its columns in quads.
NOT_INLINE void multiplyByWeights(TileValues inputs, TileValues weights, int terms, float4 *block)
{
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
NOT_INLINE void multiplyByTransposed(TileValues deltas, TileValues weights, int terms, float4 *block)
{
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
NOT_INLINE void multiplyOverSamples(TileValues inputs, TileValues deltas, int samples, float4 *weights)
{
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

// The products of a step, each for the items that have a part of it.

INLINE int termsOf(const Tile *tile, TileStep step)
{
    return roundUp(min(UNITS, layerOf(tile, step)->inputs - step.term * UNITS), 4);
}

INLINE int unitsOf(const Tile *tile, TileStep step)
{
    return min(UNITS, layerOf(tile, step)->stride - step.column * UNITS);
}

NOT_INLINE void clearBlock(float4 *block)
{
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        block[i] = (float4)(0.0f);
}

NOT_INLINE void startWithBias(const Tile *tile, TileStep step, float4 *block)
{
    const int units = unitsOf(tile, step);
    const Constants bias = tile->model + layerOf(tile, step)->bias + step.column * UNITS;
UNROLL
    for (int q = 0; q < QUADS; ++q) {
        const int column = COLUMN_OF(tile->columnGroup, q);
        const float4 quad = column < units ? loadFour(bias + column) : (float4)(0.0f);
UNROLL
        for (int r = 0; r < ROWS; ++r)
            block[r * QUADS + q] = quad;
    }
}

INLINE void multiply(const Tile *tile, TileStep step, float4 *block)
{
    if (step.work & START)
        startWithBias(tile, step, block);
    if (COLUMN_OF(tile->columnGroup, 0) < unitsOf(tile, step))
        multiplyByWeights(tile->tiles + INPUTS + tile->rowGroup * LD, tile->tiles + WEIGHTS + 4 * tile->columnGroup, termsOf(tile, step), block);
}

INLINE void propagate(const Tile *tile, TileStep step, float4 *block)
{
    if (step.work & START)
        clearBlock(block);
    if (tile->columnGroup < termsOf(tile, step))
        multiplyByTransposed(tile->tiles + DELTAS + tile->rowGroup * LD, tile->tiles + WEIGHTS + tile->columnGroup * LD, unitsOf(tile, step), block);
}

INLINE void gradientOfWeights(const Tile *tile, TileStep step, float4 *weights)
{
    if (4 * tile->rowGroup < termsOf(tile, step) && COLUMN_OF(tile->columnGroup, 0) < unitsOf(tile, step))
        multiplyOverSamples(tile->tiles + INPUTS + 4 * tile->rowGroup, tile->tiles + DELTAS + 4 * tile->columnGroup, tile->count, weights);
}

// The item's columns of a block to its own places; and those that it has after propagate(), which are others'.
NOT_INLINE void keepBlock(const Tile *tile, const float4 *block)
{
UNROLL
    for (int r = 0; r < ROWS; ++r)
UNROLL
        for (int q = 0; q < QUADS; ++q)
            storeQuad(tile->tiles + DELTAS + ROW_OF(tile->rowGroup, r) * LD + COLUMN_OF(tile->columnGroup, q), block[r * QUADS + q]);
}

NOT_INLINE void spreadBlock(const Tile *tile, const float4 *block)
{
UNROLL
    for (int r = 0; r < ROWS; ++r) {
        const Tiles row = tile->tiles + DELTAS + ROW_OF(tile->rowGroup, r) * LD + tile->columnGroup;
UNROLL
        for (int q = 0; q < QUADS; ++q) {
#define SPREAD_ONE(i, component) row[(4 * q + i) * COLUMN_GROUPS] = block[r * QUADS + q].component;
            FOR_COMPONENTS(SPREAD_ONE)
        }
    }
}

// What the item has of dLoss/dW to the gradient; begins anew.
NOT_INLINE void flushWeights(const Tile *tile, TileStep step, float4 *weights)
{
    const __global Layer *layer = layerOf(tile, step);
UNROLL
    for (int a = 0; a < WEIGHT_ROWS; ++a) {
        const int row = step.term * UNITS + 4 * tile->rowGroup + a % 4 + a / 4 * 4 * ROW_GROUPS;
UNROLL
        for (int q = 0; q < QUADS; ++q) {
            const int unit = step.column * UNITS + COLUMN_OF(tile->columnGroup, q);
            const Memory place = tile->gradient + layer->weight + row * layer->stride + unit;
            if (row < layer->inputs && unit < layer->stride)
                storeFour(place, loadFour(place) + weights[a * QUADS + q]);
            weights[a * QUADS + q] = (float4)(0.0f);
        }
    }
}
