// The output layer. Its outputs (logits) lie with the samples along the lanes, so that the loss is computed REAL_WIDTH samples at a
// time.

// Sums of the lanes of four vectors.
INLINE float4 sumsOfEach(vec a, vec b, vec c, vec d)
{
#define FOLD(a, b) ((vec)((a).even, (b).even) + (vec)((a).odd, (b).odd))
    const vec ab = FOLD(a, b);
    const vec cd = FOLD(c, d);
    const vec abcd = FOLD(ab, cd);
#if VEC == 4
    return abcd;
#elif VEC == 8
    return abcd.even + abcd.odd;
#else
    const float8 halves = abcd.even + abcd.odd;
    return halves.even + halves.odd;
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

// Gradients of the output layer from dLoss/dlogit of `count` samples; `x` are the values of the last hidden layer.
INLINE void outputGradient(const __global Layer *layer, Memory gradient, Constants x, Constants logits, int rows)
{
    weightGradient(layer->outputs, rows, logits, TILE, 1, x, layer->stride, gradient + layer->weight);
    for (int output = 0; output < layer->outputs; ++output) {
        real sum = (real)(0.0f);
        for (int sample = 0; sample < rows; sample += REAL_WIDTH)
            sum += loadReal(logits + output * TILE + sample);
        gradient[layer->bias + output] += SUM_OF_REAL(sum);
    }
}
