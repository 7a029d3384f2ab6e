// The forward product of a hidden layer and the activation after it, in the lanes mapping. In a program once for each of its activations, with another
// KIND.
//
// Layout: x is [rows][xStride], weights are [inputs][stride], values and slopes of the tile [rows][stride].
// Needs: product, activation, random.

// Value and, while training, slope (and df/dp0) of BLOCK_ROWS samples of one unit, whose sums the work-item has left in `value`. A loop of
// its own and not unrolled: a long formula times BLOCK_ROWS would take the registers of the product.
INLINE void OF_KIND(activateBlock)(const int mode, const __global Layer *layer, Constants parameters, Tiles tiles, int first, Draws draws)
{
    const Constants table = (Constants)0;
    real p0 = parameters[layer->parameter];
    real p1 = parameters[layer->parameter + VEC];
#ifdef ACTIVATION_DRAWS
    const real lower = p0, upper = p1;
#endif
#pragma unroll 1
    for (int r = 0; r < BLOCK_ROWS; ++r) {
        const int place = first + r * layer->stride;
#ifdef ACTIVATION_DRAWS
        if (mode == TRAINING)
            p0 = p1 = OF_KIND(activationDraw)(table, elementUniform(draws, layer, place), lower, upper);
#endif
        const real z = tiles[layer->value + place];
        const real y = OF_KIND(activationValue)(table, z, p0, p1);
        if (mode == TRAINING) {
            tiles[layer->slope + place] = OF_KIND(activationDerivative)(table, z, y, p0, p1);
#ifdef ACTIVATION_LEARNS
            tiles[layer->parameterSlope + place] = OF_KIND(activationParameterDerivative)(table, z, y, p0, p1);
#endif
        }
        tiles[layer->value + place] = y;
    }
}

// value = f(x W + b) for `rows` samples (a multiple of BLOCK_ROWS).
NOT_INLINE void OF_KIND(forwardLayer)(const int mode, int lane, const __global Layer *layer, Constants parameters, Tiles tiles, TileValues x,
                                      int xStride, int rows, Draws draws)
{
    const int units = layer->outputs;
    const int blocks = units * (rows / BLOCK_ROWS);
    for (int block = lane; block < blocks; block += LANES) {
        const int group = block / units;
        const int row = group * BLOCK_ROWS;
        const int unit = block - group * units;
        const int first = row * layer->stride + unit;
        float sum[BLOCK_ROWS];
        for (int r = 0; r < BLOCK_ROWS; ++r)
            sum[r] = parameters[layer->bias + unit];
        multiplyLane(BLOCK_ROWS, layer->inputs, x + row * xStride, xStride, 1, parameters + layer->weight + unit, layer->stride, sum);
        for (int r = 0; r < BLOCK_ROWS; ++r)
            tiles[layer->value + first + r * layer->stride] = sum[r];
        OF_KIND(activateBlock)(mode, layer, parameters, tiles, first, draws);
    }
}
