// The output layer. Its outputs (logits) lie with the samples along the lanes, so that the loss is computed REAL_WIDTH samples at a
// time.
//
// Layout: weights [outputs][stride], lanes along inputs; logits [output][TILE].
// Needs: product.

// Sums of the lanes of four vectors. Neighbours are added within quarters of 128 bits, which is what processors do fast, and the
// quarters last.
INLINE float4 sumsOfEach(vec a, vec b, vec c, vec d)
{
#if VEC == 4
#define EVEN(a, b) (vec)((a).even, (b).even)
#define ODD(a, b) (vec)((a).odd, (b).odd)
#elif VEC == 8
#define EVEN(a, b) (vec)((a).s02, (b).s02, (a).s46, (b).s46)
#define ODD(a, b) (vec)((a).s13, (b).s13, (a).s57, (b).s57)
#else
#define EVEN(a, b) (vec)((a).s02, (b).s02, (a).s46, (b).s46, (a).s8a, (b).s8a, (a).sce, (b).sce)
#define ODD(a, b) (vec)((a).s13, (b).s13, (a).s57, (b).s57, (a).s9b, (b).s9b, (a).sdf, (b).sdf)
#endif
#define FOLD(a, b) (EVEN(a, b) + ODD(a, b))
    const vec ab = FOLD(a, b);
    const vec cd = FOLD(c, d);
    const vec abcd = FOLD(ab, cd);
#if VEC == 4
    return abcd;
#elif VEC == 8
    return abcd.lo + abcd.hi;
#else
    const float8 halves = abcd.lo + abcd.hi;
    return halves.lo + halves.hi;
#endif
}

// Logits of four samples from `row` on and of `vectors` outputs from `output` on.
INLINE void logitBlock(const int vectors, const __global Layer *layer, Constants parameters, Constants x, Memory logits, int row,
                       int output)
{
    const int rows = 4;
    const int stride = layer->stride;
    const Constants samples = x + row * stride;
    const Constants weights = parameters + layer->weight + output * stride;
    vec sum[MAX_ROWS * MAX_VECTORS];
    FOR_BLOCK(CLEAR)
    for (int lane = 0; lane < stride; lane += VEC) {
        vec lanes[MAX_VECTORS];
#define LOAD_WEIGHTS(r, v) lanes[v] = loadVector(weights + (v) * stride + lane);
#define DOT(r, v) SUM(r, v) += loadVector(samples + (r) * stride + lane) * lanes[v];
        FOR_VECTORS(LOAD_WEIGHTS, 0)
        FOR_BLOCK(DOT)
    }
#define STORE_LOGITS(r, v)                                                                                               \
    vstore4(sumsOfEach(SUM(0, v), SUM(1, v), SUM(2, v), SUM(3, v)) + (float4)(parameters[layer->bias + output + (v)]), 0, \
            logits + (output + (v)) * TILE + row);
    FOR_VECTORS(STORE_LOGITS, 0)
}

// logits[output][sample] for `rows` samples (a multiple of four); `x` are the values of the last hidden layer.
INLINE void outputLogits(const __global Layer *layer, Constants parameters, Constants x, Memory logits, int rows)
{
    int output = 0;
    for (; output + 2 <= layer->outputs; output += 2)
        for (int row = 0; row < rows; row += 4)
            logitBlock(2, layer, parameters, x, logits, row, output);
    for (; output < layer->outputs; ++output)
        for (int row = 0; row < rows; row += 4)
            logitBlock(1, layer, parameters, x, logits, row, output);
}

// Gradient of the biases from dLoss/dlogit of `rows` samples.
INLINE void outputBiasGradient(const __global Layer *layer, Memory gradient, Constants logits, int rows)
{
    for (int output = 0; output < layer->outputs; ++output) {
        real sum = (real)(0.0f);
        for (int sample = 0; sample < rows; sample += REAL_WIDTH)
            sum += loadReal(logits + output * TILE + sample);
        gradient[layer->bias + output] += SUM_OF_REAL(sum);
    }
}
