// The two backward products of a hidden layer, each with what follows it done while the block is at hand.
//
// Layout: dLoss/dz replaces the slopes in the layer's tile, [rows][stride]; gradients lie like the parameters.
// Needs: shared_layout, product.

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

// `parameterSums` gets what the panel adds to the gradient of the activation's parameter, at the number of its first vector.
INLINE void backwardPanel(const int vectors, const __global Layer *layer, Memory gradient, Memory tiles, int terms, Constants a,
                          int aRow, int aTerm, Constants b, int bTerm, int rows, int lane, Memory parameterSums)
{
    const int stride = layer->stride;
    vec parameter = (vec)(0.0f);
    vec bias[MAX_VECTORS];
    Memory biasGradient = gradient + layer->bias + lane;
#define LOAD_BIAS(r, v) bias[v] = loadVector(biasGradient + (v) * VEC);
#define STORE_BIAS(r, v) storeVector(biasGradient + (v) * VEC, bias[v]);
    FOR_VECTORS(LOAD_BIAS, 0)
    FOR_ROW_BLOCKS(backwardBlock(blockRows, vectors, terms, a + row * aRow, aRow, aTerm, b + lane, bTerm,
                                 tiles + layer->slope + row * stride + lane, tiles + layer->parameterSlope + row * stride + lane,
                                 stride, bias, &parameter))
    FOR_VECTORS(STORE_BIAS, 0)
#ifdef SOMETHING_LEARNS
    parameterSums[lane / VEC] = SUM_OF_VECTOR(parameter);
#endif
}

// Where a layer does not learn, its slopes were never written.
INLINE void addParameterGradient(const __global Layer *layer, Memory gradient, float sum)
{
    if (layer->learns)
        storeVector(gradient + layer->parameter, loadVector(gradient + layer->parameter) + (vec)(sum));
}

// The gradient of the activation's parameter from the sums of all panels, always in the same order.
INLINE void addParameterSums(const __global Layer *layer, Memory gradient, Constants parameterSums)
{
#ifdef SOMETHING_LEARNS
    float sum = 0.0f;
    for (int lane = 0; lane < layer->stride; lane += lane + PANEL_LANES <= layer->stride ? PANEL_LANES : VEC)
        sum += parameterSums[lane / VEC];
    addParameterGradient(layer, gradient, sum);
#endif
}

// dLoss/dz of lanes `first` (a multiple of PANEL_LANES) … `last` - 1 of `layer` in place of their slopes, the gradient of their biases, and in
// `parameterSums` what addParameterSums() needs. `a` is dLoss/dz of the layer after it (`terms` units), `b` that layer's weights
// [terms][bTerm].
NOT_INLINE void backwardLanes(const __global Layer *layer, Memory gradient, Memory tiles, int terms, Constants a, int aRow,
                          int aTerm, Constants b, int bTerm, int rows, int first, int last, Memory parameterSums)
{
    int lane = first;
    for (; lane + PANEL_LANES <= last; lane += PANEL_LANES)
        backwardPanel(BLOCK_VECTORS, layer, gradient, tiles, terms, a, aRow, aTerm, b, bTerm, rows, lane, parameterSums);
    for (; lane < last; lane += VEC)
        backwardPanel(1, layer, gradient, tiles, terms, a, aRow, aTerm, b, bTerm, rows, lane, parameterSums);
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
