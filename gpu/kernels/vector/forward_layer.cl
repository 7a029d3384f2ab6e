// The forward product of a hidden layer. In a program once for each activation that is applied while a block is at hand, with another KIND, and once
// for all others (KIND is Sums), whose pass comes afterwards (activate_places.cl).
//
// Layout: x is [rows][xStride], weights are [inputs][stride], values and slopes of the tile [rows][stride].
// Needs: product, padding, and activation where one is applied.

#ifdef ACTIVATE_IN_BLOCK
#define STORE(place, result)                      \
    storeVector(place, (result).lo);              \
    if (!single)                                  \
        storeVector((place) + VEC, (result).hi); // rows are aligned to vectors only
// Slope (and df/dp0) of a `real` of sums, or of a single vector that is left over at the end of a row.
INLINE void OF_KIND(storeSlopes)(const int single, Constants table, real z, real p0, real p1, Memory slope, Memory parameterSlope)
{
    const real y = OF_KIND(activationValue)(table, z, p0, p1);
    const real derivative = OF_KIND(activationDerivative)(table, z, y, p0, p1);
    STORE(slope, derivative)
#ifdef ACTIVATION_LEARNS
    const real parameterDerivative = OF_KIND(activationParameterDerivative)(table, z, y, p0, p1);
    STORE(parameterSlope, parameterDerivative)
#endif
}

INLINE void OF_KIND(storeValues)(const int single, Constants table, real z, real p0, real p1, Memory value)
{
    const real y = OF_KIND(activationValue)(table, z, p0, p1);
    STORE(value, y)
}

#define JOINED_SUMS(r, v) ((real)(SUM(r, v), SUM(r, (v) + (vectors > 1))))
#define IS_FIRST_OF_JOINED(v) ((v) % 2 == 0)
#endif

// What is done with the sums of a block at row `row` and lane `lane`. A short formula is applied at once, while the sums are in registers; a
// long one would push them out, so it gets a pass of its own.
INLINE void OF_KIND(finishBlock)(const int mode, const int rows, const int vectors, Constants table, const __global Layer *layer,
                                 Constants parameters, Memory tiles, int row, int lane, vec *sum)
{
    const int stride = layer->stride;
    const Memory value = tiles + layer->value + row * stride + lane;
#ifdef ACTIVATE_IN_BLOCK
    const Memory slope = tiles + layer->slope + row * stride + lane;
    const Memory parameterSlope = tiles + layer->parameterSlope + row * stride + lane;
    const real p0 = (real)(parameters[layer->parameter]);
    const real p1 = (real)(parameters[layer->parameter + VEC]);
#define STORE_SLOPES(r, v)                                                                                      \
    if (IS_FIRST_OF_JOINED(v))                                                                                  \
        OF_KIND(storeSlopes)(vectors == 1, table, JOINED_SUMS(r, v), p0, p1, slope + (r) * stride + (v) * VEC,  \
                             parameterSlope + (r) * stride + (v) * VEC);
#define FINISH(r, v)                                                                                            \
    if (IS_FIRST_OF_JOINED(v))                                                                                  \
        OF_KIND(storeValues)(vectors == 1, table, JOINED_SUMS(r, v), p0, p1, value + (r) * stride + (v) * VEC);
    if (mode == TRAINING) { // asked once a block; f of so short a formula is as soon computed twice as kept
        FOR_BLOCK(STORE_SLOPES)
    }
#else
#define FINISH(r, v) storeVector(value + (r) * stride + (v) * VEC, SUM(r, v));
#endif
    FOR_BLOCK(FINISH)
}

// z = x W + b of a block.
INLINE void OF_KIND(forwardBlock)(const int mode, const int rows, const int vectors, Constants table, const __global Layer *layer,
                         Constants parameters, Memory tiles, Constants x, int xStride, int row, int lane)
{
    vec sum[MAX_ROWS * MAX_VECTORS];
#define START_WITH_BIAS(r, v) SUM(r, v) = loadVector(parameters + layer->bias + lane + (v) * VEC);
    FOR_BLOCK(START_WITH_BIAS)
    multiplyBlock(rows, vectors, layer->inputs, x + row * xStride, xStride, 1, parameters + layer->weight + lane, layer->stride, sum);
    OF_KIND(finishBlock)(mode, rows, vectors, table, layer, parameters, tiles, row, lane, sum);
}

// The same of all rows, for points of a plane: so few weights that they stay in registers.
INLINE void OF_KIND(forwardPlane)(const int mode, const int vectors, Constants table, const __global Layer *layer, Constants parameters,
                                  Memory tiles, Constants x, int rowsOfTile, int lane)
{
    const int rows = 2;
    const Constants weight = parameters + layer->weight + lane;
    vec bias[MAX_VECTORS], weight0[MAX_VECTORS], weight1[MAX_VECTORS];
#define LOAD_PLANE(r, v)                                               \
    bias[v] = loadVector(parameters + layer->bias + lane + (v) * VEC); \
    weight0[v] = loadVector(weight + (v) * VEC);                       \
    weight1[v] = loadVector(weight + layer->stride + (v) * VEC);
    FOR_VECTORS(LOAD_PLANE, 0)
    for (int row = 0; row < rowsOfTile; row += rows) {
        const Constants point = x + 2 * row;
        vec sum[MAX_ROWS * MAX_VECTORS];
#define AT_POINT(r, v)                                       \
    SUM(r, v) = bias[v] + (vec)(point[2 * (r)]) * weight0[v]; \
    SUM(r, v) += (vec)(point[2 * (r) + 1]) * weight1[v];
        FOR_BLOCK(AT_POINT)
        OF_KIND(finishBlock)(mode, rows, vectors, table, layer, parameters, tiles, row, lane, sum);
    }
}

// value = f(x W + b), or x W + b where that comes afterwards, of lanes `first` (a multiple of PANEL_LANES) … `last` - 1 for `rows`
// samples (a multiple of ROW_STEP). Only points of a plane have two floats from row to row.
INLINE void OF_KIND(forwardLanes)(const int mode, Constants table, const __global Layer *layer, Constants parameters, Memory tiles,
                         Constants x, int xStride, int rows, int first, int last)
{
    int lane = first;
    for (; xStride == 2 && lane + PANEL_LANES <= last; lane += PANEL_LANES)
        OF_KIND(forwardPlane)(mode, BLOCK_VECTORS, table, layer, parameters, tiles, x, rows, lane);
    for (; lane + PANEL_LANES <= last; lane += PANEL_LANES)
        FOR_ROW_BLOCKS(OF_KIND(forwardBlock)(mode, blockRows, BLOCK_VECTORS, table, layer, parameters, tiles, x, xStride, row, lane))
    for (; lane < last; lane += VEC)
        for (int row = 0; row < rows; row += ROW_STEP)
            OF_KIND(forwardBlock)(mode, ROW_STEP, 1, table, layer, parameters, tiles, x, xStride, row, lane);
#ifdef ACTIVATE_IN_BLOCK
    for (int row = 0; layer->clearsPadding && row < rows; ++row)
        clearLanes(mode, layer, tiles, row, first, last);
#endif
}

#undef STORE
#undef STORE_SLOPES
#undef JOINED_SUMS
#undef IS_FIRST_OF_JOINED
#undef FINISH
