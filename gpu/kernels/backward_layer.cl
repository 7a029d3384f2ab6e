// The two backward products of a hidden layer, each with what follows it done while the block is at hand.

// dLoss/dz of a block of a hidden layer from dLoss/dz of the layer after it (A) and that layer's weights (B).
INLINE void backwardBlock(const int rows, const int vectors, int terms, Constants a, int aRow, int aTerm, Constants b, int bTerm,
                          Memory slope, Constants parameterSlope, int stride, vec *bias, vec *parameter)
{
    vec sum[MAX_ROWS * MAX_VECTORS];
#define CLEAR(r, v) SUM(r, v) = (vec)(0.0f);
    FOR_BLOCK(CLEAR)
    multiplyBlock(rows, vectors, terms, a, aRow, aTerm, b, bTerm, sum);
#ifdef SOMETHING_LEARNS
#define ADD_PARAMETER(r, v) *parameter += SUM(r, v) * loadVector(parameterSlope + (r) * stride + (v) * VEC);
    FOR_BLOCK(ADD_PARAMETER)
#endif
#define TIMES_SLOPE(r, v)                                         \
    SUM(r, v) *= loadVector(slope + (r) * stride + (v) * VEC);    \
    storeVector(slope + (r) * stride + (v) * VEC, SUM(r, v));     \
    bias[v] += SUM(r, v);
    FOR_BLOCK(TIMES_SLOPE)
}

INLINE void backwardPanel(const int vectors, const __global Layer *layer, Memory gradient, Memory tiles, int terms, Constants a,
                          int aRow, int aTerm, Constants b, int bTerm, int rows, int lane, vec *parameter)
{
    const int stride = layer->stride;
    vec bias[MAX_VECTORS];
    Memory biasGradient = gradient + layer->bias + lane;
#define LOAD_BIAS(r, v) bias[v] = loadVector(biasGradient + (v) * VEC);
#define STORE_BIAS(r, v) storeVector(biasGradient + (v) * VEC, bias[v]);
    FOR_VECTORS(LOAD_BIAS, 0)
    FOR_ROW_BLOCKS(backwardBlock(blockRows, vectors, terms, a + row * aRow, aRow, aTerm, b + lane, bTerm,
                                 tiles + layer->slope + row * stride + lane, tiles + layer->parameterSlope + row * stride + lane,
                                 stride, bias, parameter))
    FOR_VECTORS(STORE_BIAS, 0)
}

// The parameter's gradient from what has been added up in each lane.
INLINE void addParameterGradient(const __global Layer *layer, Memory gradient, vec parameter)
{
#ifdef SOMETHING_LEARNS
    // Where this layer does not learn, its slopes were never written.
    if (layer->learns) {
        const vec sum = loadVector(gradient + layer->parameter) + (vec)(SUM_OF_VECTOR(parameter));
        storeVector(gradient + layer->parameter, sum);
    }
#endif
}

// dLoss/dz of `layer` in place of its slopes, and the gradients of its bias and activation parameter. `a` is dLoss/dz of
// the layer after it (`terms` units), `b` that layer's weights [terms][bTerm].
NOT_INLINE void backwardLayer(const __global Layer *layer, Memory gradient, Memory tiles, int terms, Constants a, int aRow,
                          int aTerm, Constants b, int bTerm, int rows)
{
    vec parameter = (vec)(0.0f);
    int lane = 0;
    for (; lane + BLOCK_VECTORS * VEC <= layer->stride; lane += BLOCK_VECTORS * VEC)
        backwardPanel(BLOCK_VECTORS, layer, gradient, tiles, terms, a, aRow, aTerm, b, bTerm, rows, lane, &parameter);
    for (; lane < layer->stride; lane += VEC)
        backwardPanel(1, layer, gradient, tiles, terms, a, aRow, aTerm, b, bTerm, rows, lane, &parameter);
    addParameterGradient(layer, gradient, parameter);
}

INLINE void gradientBlock(const int rows, const int vectors, int terms, Constants a, int aRow, int aTerm, Constants b, int bTerm,
                          Memory gradient)
{
    vec sum[MAX_ROWS * MAX_VECTORS];
    FOR_BLOCK(CLEAR)
    multiplyBlock(rows, vectors, terms, a, aRow, aTerm, b, bTerm, sum);
#define ADD_GRADIENT(r, v)                                                  \
    SUM(r, v) += loadVector(gradient + (r) * bTerm + (v) * VEC);            \
    storeVector(gradient + (r) * bTerm + (v) * VEC, SUM(r, v));
    FOR_BLOCK(ADD_GRADIENT)
}

INLINE void gradientRows(const int rows, const int vectors, int terms, Constants a, int aRow, int aTerm, Constants b, int stride,
                         Memory gradient)
{
    int lane = 0;
    for (; lane + vectors * VEC <= stride; lane += vectors * VEC)
        gradientBlock(rows, vectors, terms, a, aRow, aTerm, b + lane, stride, gradient + lane);
    for (; lane < stride; lane += VEC)
        gradientBlock(rows, 1, terms, a, aRow, aTerm, b + lane, stride, gradient + lane);
}

// gradient[r][lanes] += sum over `terms` samples of A(r, sample) * b[sample][lanes], `count` rows of `stride` floats.
// Few rows take more vectors, so that there are enough sums under way to hide the latency of multiply-add.
NOT_INLINE void weightGradient(int count, int terms, Constants a, int aRow, int aTerm, Constants b, int stride, Memory gradient)
{
    int row = 0;
    for (; row + BLOCK_ROWS <= count; row += BLOCK_ROWS)
        gradientRows(BLOCK_ROWS, BLOCK_VECTORS, terms, a + row * aRow, aRow, aTerm, b, stride, gradient + row * stride);
    for (; row + 2 <= count; row += 2)
        gradientRows(2, 4, terms, a + row * aRow, aRow, aTerm, b, stride, gradient + row * stride);
    for (; row < count; ++row)
        gradientRows(1, 4, terms, a + row * aRow, aRow, aTerm, b, stride, gradient + row * stride);
}
