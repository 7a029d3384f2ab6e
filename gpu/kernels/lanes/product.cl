// The product of a block that has its sums over samples in registers, `weights` [WEIGHT_ROWS][QUADS]. The other two are product_of_rows.cl's. Loops over terms
// are not unrolled far, and count as many terms as there are. With tensor cores it is tensor_product.cl's.
//
// Layout: the places of block.cl.
// Needs: block.

// Sums of float4s that a literal number picks a component of.
#define FOR_COMPONENTS(item) item(0, x) item(1, y) item(2, z) item(3, w)

#ifndef TENSOR_CORES

// weights += INPUTS transposed times DELTAS, over `samples`: rows and columns are quads.
NOT_INLINE void multiplyOverSamples(const Tile *tile, int samples, float4 *weights)
{
    const TileValues inputs = tile->tiles + INPUTS + 4 * tile->rowGroup, deltas = tile->tiles + DELTAS(tile) + 4 * tile->columnGroup;
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
