// What a step does with the products of its block: whose they are, where they begin, and where their sums go.
//
// Layout: the places of block.cl.
// Needs: block, product, tensor_product, product_of_rows.

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

// The products of a block of `terms` inputs and `units` of a layer, each for the items that have a part of it. Both lengths of a tile go by a copy of the
// sums: compilers make one of what both do with `block`, which then has to have an address, and so could not be in registers.

INLINE void copyBlock(const float4 *from, float4 *to)
{
UNROLL
    for (int i = 0; i < ROWS * QUADS; ++i)
        to[i] = from[i];
}

#define BY_LENGTH(product, terms)                     \
    float4 sum[ROWS * QUADS];                         \
    copyBlock(block, sum);                            \
    if (hasFewRows(tile))                             \
        JOIN(product, FEW_ROWS)(tile, terms, sum);    \
    else                                              \
        JOIN(product, ROWS)(tile, terms, sum);        \
    copyBlock(sum, block);

INLINE void multiplyBlock(const Tile *tile, int terms, int units, float4 *block)
{
    if (FIRST_COLUMN(tile->columnGroup) >= units)
        return;
    BY_LENGTH(multiplyByWeights, terms)
}

INLINE void propagateBlock(const Tile *tile, int terms, int units, float4 *block)
{
    if (FIRST_TERM(tile->columnGroup) >= terms)
        return;
    BY_LENGTH(multiplyByTransposed, units)
}

#undef BY_LENGTH

INLINE void gradientOfBlock(const Tile *tile, int terms, int units, int samples, float4 *weights)
{
    if (FIRST_WEIGHT_ROW(tile->rowGroup) < terms && FIRST_COLUMN(tile->columnGroup) < units)
        multiplyOverSamples(tile, samples, weights);
}

INLINE void multiply(const Tile *tile, TileStep step, float4 *block)
{
    if (step.work & START)
        startWithBias(tile, step, block);
    multiplyBlock(tile, termsOf(tile, step), unitsOf(tile, step), block);
}

INLINE void propagate(const Tile *tile, TileStep step, float4 *block)
{
    if (step.work & START)
        clearBlock(block);
    propagateBlock(tile, termsOf(tile, step), unitsOf(tile, step), block);
}

INLINE void gradientOfWeights(const Tile *tile, TileStep step, float4 *weights)
{
    gradientOfBlock(tile, termsOf(tile, step), unitsOf(tile, step), tile->count, weights);
}

// The item's columns of a block to its own places; and those that it has after propagate(), which are others' but for tensor cores.
NOT_INLINE void keepBlock(const Tile *tile, const float4 *block)
{
    FOR_ROWS(tile, r) {
UNROLL
        for (int q = 0; q < QUADS; ++q)
            storeQuad(tile->tiles + DELTAS(tile) + AT(ROW_OF(tile->rowGroup, r), COLUMN_OF(tile->columnGroup, q)), block[r * QUADS + q]);
    }
}

#ifdef TENSOR_CORES
#define spreadBlock keepBlock
#else
NOT_INLINE void spreadBlock(const Tile *tile, const float4 *block)
{
    FOR_ROWS(tile, r) {
        const Tiles row = tile->tiles + DELTAS(tile) + ROW_OF(tile->rowGroup, r) * LD + tile->columnGroup;
UNROLL
        for (int q = 0; q < QUADS; ++q) {
#define SPREAD_ONE(i, component) row[(4 * q + i) * COLUMN_GROUPS] = block[r * QUADS + q].component;
            FOR_COMPONENTS(SPREAD_ONE)
        }
    }
}
#endif

// What the item has of dLoss/dW to the gradient, or to where its step is taken from (block_step.cl); begins anew.
NOT_INLINE void flushWeights(const Tile *tile, TileStep step, float4 *weights)
{
    const __global Layer *layer = layerOf(tile, step);
UNROLL
    for (int a = 0; a < WEIGHT_ROWS; ++a) {
        const int row = step.term * UNITS + WEIGHT_ROW_OF(tile->rowGroup, a);
UNROLL
        for (int q = 0; q < QUADS; ++q) {
            const int unit = step.column * UNITS + COLUMN_OF(tile->columnGroup, q);
            const Memory place = tile->gradient + layer->weight + row * layer->stride + unit;
            if (tile->holdsBlock)
                storeQuad(tile->tiles + INPUTS + AT(row, unit), weights[a * QUADS + q]);
            else if (row < layer->inputs && unit < layer->stride)
                storeFour(place, loadFour(place) + weights[a * QUADS + q]);
            weights[a * QUADS + q] = (float4)(0.0f);
        }
    }
}
