// The three products of one block by themselves: what is tried of a device's tensor cores before they are used (gpu/device/tensor_cores.h), and what tests look at.
//
// Layout: in comes a block, values [TRIED_ROWS][UNITS], weights [UNITS][UNITS] and deltas [TRIED_ROWS][UNITS]; of the results the values' product with the
// weights is [TRIED_ROWS][UNITS], then the deltas' with the transposed weights, as long, then the gradient of the weights, [UNITS][UNITS].
// Needs: block, product, tensor_product, product_of_rows, block_products.

#define TRIED_ROWS (ROWS * ROW_GROUPS)

NOT_INLINE void storeProduct(__global float *results, const Tile *tile, const float4 *block)
{
UNROLL
    for (int r = 0; r < ROWS; ++r)
UNROLL
        for (int q = 0; q < QUADS; ++q)
            storeFour(results + ROW_OF(tile->rowGroup, r) * UNITS + COLUMN_OF(tile->columnGroup, q), block[r * QUADS + q]);
}

// Of `terms` inputs and `units` of a layer, for `samples`; weights beyond are 0, all else is not looked at.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
tryProducts(__global const float *values, __global const float *weights, __global const float *deltas, __global float *results, int terms, int units,
            int samples, Scratch groupMemory)
{
    const int lane = LANE;
    Tile tile;
    tile.tiles = groupMemory + SCRATCH_FLOATS;
    tile.rows = TRIED_ROWS;
    tile.count = samples;
    tile.rowGroup = ROW_GROUP_OF(lane);
    tile.columnGroup = COLUMN_GROUP_OF(lane);
    for (int place = lane; place < TRIED_ROWS * UNITS; place += LANES) {
        tile.tiles[INPUTS + AT(place / UNITS, place % UNITS)] = values[place];
        tile.tiles[DELTAS(&tile) + AT(place / UNITS, place % UNITS)] = deltas[place];
    }
    for (int place = lane; place < UNITS * UNITS; place += LANES)
        tile.tiles[WEIGHTS + AT(place / UNITS, place % UNITS)] = weights[place];
    SYNC()
    float4 forward[ROWS * QUADS], back[ROWS * QUADS], gradient[WEIGHT_ROWS * QUADS];
    clearBlock(forward);
    clearBlock(back);
UNROLL
    for (int i = 0; i < WEIGHT_ROWS * QUADS; ++i)
        gradient[i] = (float4)(0.0f);
    multiplyBlock(&tile, terms, units, forward);
    propagateBlock(&tile, terms, units, back);
    gradientOfBlock(&tile, terms, units, samples, gradient);
    SYNC()
    spreadBlock(&tile, back);
    SYNC()
    for (int place = lane; place < TRIED_ROWS * UNITS; place += LANES)
        results[TRIED_ROWS * UNITS + place] = tile.tiles[DELTAS(&tile) + AT(place / UNITS, place % UNITS)];
    storeProduct(results, &tile, forward);
UNROLL
    for (int a = 0; a < WEIGHT_ROWS; ++a)
UNROLL
        for (int q = 0; q < QUADS; ++q)
            storeFour(results + (2 * TRIED_ROWS + WEIGHT_ROW_OF(tile.rowGroup, a)) * UNITS + COLUMN_OF(tile.columnGroup, q), gradient[a * QUADS + q]);
}
