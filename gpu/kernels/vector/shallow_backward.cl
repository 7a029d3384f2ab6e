// The way back through a network of one hidden layer between points of a plane and two outputs. There is so little arithmetic in it
// that going over the tile again and again would take most of the time: all gradients are had in one pass, with what they add up to and
// both layers' weights in registers.
//
// Layout: as passes.cl's.
// Needs: product, backward_layer.

typedef struct {
    vec bias[MAX_VECTORS];                                    // gradients
    vec ofInput0[MAX_VECTORS], ofInput1[MAX_VECTORS];         // of the hidden layer's weights
    vec ofOutput0[MAX_VECTORS], ofOutput1[MAX_VECTORS];       // of the output layer's weights
    vec parameter;
} ShallowSums;

// What a row contributes. `value`, `slope` and `parameterSlope` are its units', `delta0` and `delta1` its dLoss/dlogit.
INLINE void addShallowRow(const int vectors, const vec *weight0, const vec *weight1, vec delta0, vec delta1, vec x0, vec x1, Constants value,
                          Constants slope, Constants parameterSlope, ShallowSums *sums)
{
    vec sum[MAX_VECTORS];
#define BACK_TO_VALUE(r, v)                                               \
    sum[v] = delta0 * weight0[v];                                         \
    sum[v] += delta1 * weight1[v];                                        \
    sums->ofOutput0[v] += delta0 * loadVector(value + (v) * VEC);         \
    sums->ofOutput1[v] += delta1 * loadVector(value + (v) * VEC);
    FOR_VECTORS(BACK_TO_VALUE, 0)
#ifdef SOMETHING_LEARNS
#define BACK_TO_PARAMETER(r, v) sums->parameter += sum[v] * loadVector(parameterSlope + (v) * VEC);
    FOR_VECTORS(BACK_TO_PARAMETER, 0)
#endif
#define BACK_TO_POINT(r, v)                                               \
    sum[v] *= loadVector(slope + (v) * VEC);                              \
    sums->bias[v] += sum[v];                                              \
    sums->ofInput0[v] += x0 * sum[v];                                     \
    sums->ofInput1[v] += x1 * sum[v];
    FOR_VECTORS(BACK_TO_POINT, 0)
}

// All rows, for `vectors` vectors of units from `lane` on.
INLINE void backwardShallowPanel(const int vectors, const __global Layer *layer, const __global Layer *output, Constants model, Memory gradient,
                                 Constants tiles, Constants logits, Constants x, int rows, int lane, vec *parameter)
{
    const int stride = layer->stride;
    const Constants weight = model + output->weight + lane;
    const Memory biasGradient = gradient + layer->bias + lane;
    const Memory ofInputs = gradient + layer->weight + lane;
    const Memory ofOutputs = gradient + output->weight + lane;
    vec weight0[MAX_VECTORS], weight1[MAX_VECTORS];
    ShallowSums sums;
    sums.parameter = *parameter;
#define START_SHALLOW(r, v)                                               \
    weight0[v] = loadVector(weight + (v) * VEC);                          \
    weight1[v] = loadVector(weight + stride + (v) * VEC);                 \
    sums.bias[v] = loadVector(biasGradient + (v) * VEC);                  \
    sums.ofInput0[v] = sums.ofInput1[v] = (vec)(0.0f);                    \
    sums.ofOutput0[v] = sums.ofOutput1[v] = (vec)(0.0f);
    FOR_VECTORS(START_SHALLOW, 0)
    for (int row = 0; row < rows; ++row) {
        const int place = row * stride + lane;
        addShallowRow(vectors, weight0, weight1, (vec)(logits[row]), (vec)(logits[TILE + row]), (vec)(x[2 * row]), (vec)(x[2 * row + 1]),
                      tiles + layer->value + place, tiles + layer->slope + place, tiles + layer->parameterSlope + place, &sums);
    }
#define ADD_AT(place, sum) storeVector(place, loadVector(place) + (sum));
#define STORE_SHALLOW(r, v)                                               \
    storeVector(biasGradient + (v) * VEC, sums.bias[v]);                  \
    ADD_AT(ofInputs + (v) * VEC, sums.ofInput0[v])                        \
    ADD_AT(ofInputs + stride + (v) * VEC, sums.ofInput1[v])               \
    ADD_AT(ofOutputs + (v) * VEC, sums.ofOutput0[v])                      \
    ADD_AT(ofOutputs + stride + (v) * VEC, sums.ofOutput1[v])
    FOR_VECTORS(STORE_SHALLOW, 0)
    *parameter = sums.parameter;
}

// Adds what a tile contributes to the gradients of all but the outputs' biases.
NOT_INLINE void backwardShallow(const __global Plan *plan, Constants model, Memory gradient, Constants tiles, Constants x, int rows)
{
    const __global Layer *layer = &plan->layers[0];
    const __global Layer *output = &plan->layers[1];
    const Constants logits = tiles + plan->logits;
    vec parameter = (vec)(0.0f);
    int lane = 0;
    for (; lane + PANEL_LANES <= layer->stride; lane += PANEL_LANES)
        backwardShallowPanel(BLOCK_VECTORS, layer, output, model, gradient, tiles, logits, x, rows, lane, &parameter);
    for (; lane < layer->stride; lane += VEC)
        backwardShallowPanel(1, layer, output, model, gradient, tiles, logits, x, rows, lane, &parameter);
#ifdef SOMETHING_LEARNS
    addParameterGradient(layer, gradient, SUM_OF_VECTOR(parameter));
#endif
}
