// The three products of a hidden layer, each with what follows it done while the block is at hand: activation and its
// derivative after the forward product, times f' after the input gradient.

// How the elements of a tile are counted for activations that draw while training.
typedef struct {
    uint seed;
    uint epoch;
    uint firstSample;
    uint hiddenUnits;
} Draws;

#define EVALUATION 0
#define TRAINING 1

#ifdef ACTIVATION_DRAWS
// core/counter_random.h's elementUniform for the elements from place `place` of a tile on. Both halves of a `real` (a stride is a
// multiple of VEC) lie in one row each.
INLINE real elementUniform(Draws draws, const __global Layer *layer, int place)
{
    uint first[REAL_WIDTH / VEC];
    for (int part = 0; part < REAL_WIDTH / VEC; ++part) {
        const uint row = (uint)(place + part * VEC) / (uint)layer->stride;
        const uint unit = layer->firstUnit + (place + part * VEC) - row * layer->stride;
        first[part] = (draws.firstSample + row) * draws.hiddenUnits + unit - part * VEC;
    }
    const integer upper = LANE_INTEGERS >= (integer)(VEC);
    natural c0 = AS_NATURAL(upper ? (integer)((int)first[REAL_WIDTH / VEC - 1]) : (integer)((int)first[0])) + AS_NATURAL(LANE_INTEGERS);
    natural c1 = (natural)(draws.epoch);
    uint key = draws.seed;
    for (int round = 0; round < 10; ++round) {
        const natural high = mul_hi(c0, (natural)(0xD256D193u));
        const natural low = c0 * (natural)(0xD256D193u);
        c0 = high ^ (natural)(key) ^ c1;
        c1 = low;
        key += 0x9E3779B9u;
    }
    return TO_REAL(c0 >> 8) * (real)(0x1p-24f);
}
#endif

#ifndef ACTIVATE_IN_BLOCK
// value = f(z) in place of z and, while training, slope = f'(z) (and df/dp0), for all elements of a layer's tile of `rows` samples.
INLINE void activateTile(const int mode, Constants table, const __global Layer *layer, Constants parameters, Memory tiles, int rows,
                         Draws draws)
{
    const int size = rows * layer->stride; // a multiple of REAL_WIDTH, since `rows` is of BLOCK_ROWS
    const Memory value = tiles + layer->value;
    const Memory slope = tiles + layer->slope;
#ifdef ACTIVATION_LEARNS
    const Memory parameterSlope = tiles + layer->parameterSlope;
#endif
    real p0 = (real)(parameters[layer->parameter]);
    real p1 = (real)(parameters[layer->parameter + VEC]);
#ifdef ACTIVATION_DRAWS
    const real lower = p0, upper = p1;
#endif
    for (int place = 0; place < size; place += REAL_WIDTH) {
#ifdef ACTIVATION_DRAWS
        if (mode == TRAINING)
            p0 = p1 = activationDraw(table, elementUniform(draws, layer, place), lower, upper);
#endif
        const real z = loadReal(value + place);
        const real y = activationValue(table, z, p0, p1);
        if (mode == TRAINING) {
            // Everything is computed before anything is stored, since a store might change the table for all that the compiler knows.
            const real derivative = activationDerivative(table, z, y, p0, p1);
#ifdef ACTIVATION_LEARNS
            storeReal(parameterSlope + place, activationParameterDerivative(table, z, y, p0, p1));
#endif
            storeReal(slope + place, derivative);
        }
        storeReal(value + place, y);
    }
}
#endif

#ifdef ACTIVATE_IN_BLOCK
// Value and, while training, slope (and df/dp0) of a `real` of sums, or of a single vector that is left over at the end of a row.
INLINE void activateSums(const int mode, const int single, Constants table, real z, real p0, real p1, Memory value, Memory slope,
                         Memory parameterSlope)
{
#if VEC == REAL_WIDTH
#define STORE(place, result) storeReal(place, result);
#else
#define STORE(place, result)                      \
    storeVector(place, (result).lo);              \
    if (!single)                                  \
        storeVector((place) + VEC, (result).hi); // rows are aligned to vectors only
#endif
    const real y = activationValue(table, z, p0, p1);
    if (mode == TRAINING) {
        const real derivative = activationDerivative(table, z, y, p0, p1);
        STORE(slope, derivative)
#ifdef ACTIVATION_LEARNS
        const real parameterDerivative = activationParameterDerivative(table, z, y, p0, p1);
        STORE(parameterSlope, parameterDerivative)
#endif
    }
    STORE(value, y)
}

#if VEC == REAL_WIDTH
#define JOINED_SUMS(r, v) SUM(r, v)
#define IS_FIRST_OF_JOINED(v) 1
#else
#define JOINED_SUMS(r, v) ((real)(SUM(r, v), SUM(r, (v) + (vectors > 1))))
#define IS_FIRST_OF_JOINED(v) ((v) % 2 == 0)
#endif
#endif

// z = x W + b of a block. A short formula is applied at once, while the sums are in registers; a long one would push them out, so it
// gets a pass of its own (activateTile).
INLINE void forwardBlock(const int mode, const int rows, const int vectors, Constants table, const __global Layer *layer,
                         Constants parameters, Memory tiles, Constants x, int xStride, int row, int lane)
{
    const int stride = layer->stride;
    const Memory value = tiles + layer->value + row * stride + lane;
    vec sum[MAX_ROWS * MAX_VECTORS];
#define START_WITH_BIAS(r, v) SUM(r, v) = loadVector(parameters + layer->bias + lane + (v) * VEC);
    FOR_BLOCK(START_WITH_BIAS)
    multiplyBlock(rows, vectors, layer->inputs, x + row * xStride, xStride, 1, parameters + layer->weight + lane, stride, sum);
#ifdef ACTIVATE_IN_BLOCK
    const Memory slope = tiles + layer->slope + row * stride + lane;
    const Memory parameterSlope = tiles + layer->parameterSlope + row * stride + lane;
    const real p0 = (real)(parameters[layer->parameter]);
    const real p1 = (real)(parameters[layer->parameter + VEC]);
#define FINISH(r, v)                                                                                                       \
    if (IS_FIRST_OF_JOINED(v))                                                                                             \
        activateSums(mode, vectors == 1, table, JOINED_SUMS(r, v), p0, p1, value + (r) * stride + (v) * VEC,               \
                     slope + (r) * stride + (v) * VEC, parameterSlope + (r) * stride + (v) * VEC);
#else
#define FINISH(r, v) storeVector(value + (r) * stride + (v) * VEC, SUM(r, v));
#endif
    FOR_BLOCK(FINISH)
}

// value = f(x W + b) for `rows` samples (a multiple of BLOCK_ROWS).
INLINE void forwardLayer(const int mode, Constants table, const __global Layer *layer, Constants parameters, Memory tiles,
                         Constants x, int xStride, int rows, Draws draws)
{
    int lane = 0;
    for (; lane + BLOCK_VECTORS * VEC <= layer->stride; lane += BLOCK_VECTORS * VEC)
        for (int row = 0; row < rows; row += BLOCK_ROWS)
            forwardBlock(mode, BLOCK_ROWS, BLOCK_VECTORS, table, layer, parameters, tiles, x, xStride, row, lane);
    for (; lane < layer->stride; lane += VEC)
        for (int row = 0; row < rows; row += BLOCK_ROWS)
            forwardBlock(mode, BLOCK_ROWS, 1, table, layer, parameters, tiles, x, xStride, row, lane);
#ifndef ACTIVATE_IN_BLOCK
    activateTile(mode, table, layer, parameters, tiles, rows, draws);
#endif
}

// dLoss/dz of a block of a hidden layer from dLoss/dz of the layer after it (A) and that layer's weights (B).
INLINE void backwardBlock(const int rows, const int vectors, int terms, Constants a, int aRow, int aTerm, Constants b, int bTerm,
                          Memory slope, Constants parameterSlope, int stride, vec *bias, vec *parameter)
{
    vec sum[MAX_ROWS * MAX_VECTORS];
#define CLEAR(r, v) SUM(r, v) = (vec)(0.0f);
    FOR_BLOCK(CLEAR)
    multiplyBlock(rows, vectors, terms, a, aRow, aTerm, b, bTerm, sum);
#ifdef ACTIVATION_LEARNS
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
    for (int row = 0; row < rows; row += BLOCK_ROWS)
        backwardBlock(BLOCK_ROWS, vectors, terms, a + row * aRow, aRow, aTerm, b + lane, bTerm,
                      tiles + layer->slope + row * stride + lane, tiles + layer->parameterSlope + row * stride + lane, stride, bias,
                      parameter);
    FOR_VECTORS(STORE_BIAS, 0)
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
#ifdef ACTIVATION_LEARNS
    const vec sum = loadVector(gradient + layer->parameter) + (vec)(SUM_OF_VECTOR(parameter));
    storeVector(gradient + layer->parameter, sum);
#endif
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
