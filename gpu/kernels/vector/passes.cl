// A whole network on one tile of samples in the vector mapping: forward through all layers, and back.
//
// Layout: of hidden layers value and slope, [rows][stride]; logits [output][TILE].
// Needs: forward_layer and activate_places of all kinds, backward_layer, output_layer, shallow_backward, transposition.

// A layer's product for lanes `first` … `last` - 1, activated where that is done block by block. FOR_BLOCK_KINDS(item) is item(0) item(2) … for
// those of the program's activations.
NOT_INLINE void forwardLanes(const int mode, Constants table, const __global Layer *layer, Constants model, Memory tiles, Constants x,
                         int xStride, int rows, int first, int last)
{
#define FORWARD_OF_KIND(k)                                                                                     \
    if (layer->kind == k) {                                                                                    \
        JOIN(forwardLanes, k)(mode, table, layer, model, tiles, x, xStride, rows, first, last);                \
        return;                                                                                                \
    }
    FOR_BLOCK_KINDS(FORWARD_OF_KIND)
#ifdef HAS_PLACE_KINDS
    forwardLanesSums(mode, table, layer, model, tiles, x, xStride, rows, first, last);
#endif
}

// The activation that follows it, for places `first` … `last` - 1 of the tile. FOR_PLACE_KINDS(item) is for all others.
NOT_INLINE void activatePlaces(const int mode, Constants table, const __global Layer *layer, Constants model, Memory tiles, int first, int last,
                               Draws draws)
{
#define ACTIVATE_KIND(k)                                                                               \
    if (layer->kind == k)                                                                              \
        JOIN(activatePlaces, k)(mode, table, layer, model, tiles, first, last, draws);
    FOR_PLACE_KINDS(ACTIVATE_KIND)
}

INLINE void forwardLayer(const int mode, Constants table, const __global Layer *layer, Constants model, Memory tiles, Constants x,
                         int xStride, int rows, Draws draws)
{
    forwardLanes(mode, table, layer, model, tiles, x, xStride, rows, 0, layer->stride);
    activatePlaces(mode, table, layer, model, tiles, 0, rows * layer->stride, draws);
}

// What goes into layer `l`: the points `x`, or values of the layer before.
INLINE Constants inputOf(const __global Plan *plan, int l, Constants tiles, Constants x)
{
    return l == 0 ? x : tiles + plan->layers[l - 1].value;
}

INLINE int inputStrideOf(const __global Plan *plan, int l)
{
    return l == 0 ? plan->inputStride : plan->layers[l - 1].stride;
}

INLINE void logitsOfTile(const __global Plan *plan, Constants model, Memory tiles, Constants x, int rows)
{
    const int last = plan->hiddenLayers;
    outputLogits(&plan->layers[last], model, inputOf(plan, last, tiles, x), tiles + plan->logits, rows);
}

// Values (and, while training, slopes) of the layers from `first` on and the logits for one tile of `rows` samples; `x` are the points.
NOT_INLINE void forwardLayers(const int mode, const int first, Constants table, const __global Plan *plan, Constants model, Memory tiles,
                              Constants x, int rows, Draws draws)
{
    for (int l = first; l < plan->hiddenLayers; ++l)
        forwardLayer(mode, table, &plan->layers[l], model, tiles, inputOf(plan, l, tiles, x), inputStrideOf(plan, l), rows, draws);
    logitsOfTile(plan, model, tiles, x, rows);
}

INLINE void forwardTile(const int mode, Constants table, const __global Plan *plan, Constants model, Memory tiles, Constants x, int rows,
                        Draws draws)
{
    forwardLayers(mode, 0, table, plan, model, tiles, x, rows, draws);
}

// Adds what a tile contributes to these rows of the gradient of layer `l`'s weights: one for each of its inputs, or of the output layer one for each
// output.
INLINE void gradientOfRows(const __global Plan *plan, int l, Memory gradient, Constants tiles, Constants x, int rows, Range range)
{
    const __global Layer *layer = &plan->layers[l];
    const Constants input = inputOf(plan, l, tiles, x);
    const Memory weights = gradient + layer->weight + range.first * layer->stride;
    if (l == plan->hiddenLayers)
        weightGradient(range.last - range.first, rows, tiles + plan->logits + range.first * TILE, TILE, 1, input, layer->stride,
                       weights);
    else
        weightGradient(range.last - range.first, rows, input + range.first, 1, inputStrideOf(plan, l), tiles + layer->slope, layer->stride,
                       weights);
}

INLINE int gradientRowsOf(const __global Plan *plan, int l)
{
    const __global Layer *layer = &plan->layers[l];
    return l == plan->hiddenLayers ? layer->outputs : layer->inputs;
}

// dLoss/dz of these lanes of hidden layer `l`, from that of the layer after it; see backwardLanes().
INLINE void deltaOfLanes(const __global Plan *plan, int l, Constants model, Memory gradient, Memory tiles, int rows, Range lanes)
{
    const __global Layer *layer = &plan->layers[l];
    const __global Layer *next = &plan->layers[l + 1];
    const Memory sums = tiles + plan->parameterSums;
    if (l + 1 == plan->hiddenLayers)
        backwardLanes(layer, gradient, tiles, next->outputs, tiles + plan->logits, 1, TILE, model + next->weight, next->stride, rows, lanes.first,
                      lanes.last, sums);
    else
        backwardLanes(layer, gradient, tiles, next->outputs, tiles + next->slope, next->stride, 1, model + plan->transposed + next->transposed,
                      layer->stride, rows, lanes.first, lanes.last, sums);
}

// Adds what a tile contributes to the gradient; the logits are dLoss/dlogit by now. Does nothing without `update`.
INLINE void backwardTile(const int update, const __global Plan *plan, Constants model, Memory gradient, Memory tiles, Constants x, int rows,
                         Scratch scratch)
{
    if (!update)
        return;
    outputBiasGradient(&plan->layers[plan->hiddenLayers], gradient, tiles + plan->logits, rows);
    if (plan->isShallow) {
        backwardShallow(plan, model, gradient, tiles, x, rows);
        return;
    }
    for (int l = plan->hiddenLayers; l > 0; --l) {
        gradientOfRows(plan, l, gradient, tiles, x, rows, wholeOf(gradientRowsOf(plan, l)));
        deltaOfLanes(plan, l - 1, model, gradient, tiles, rows, wholeOf(plan->layers[l - 1].stride));
        addParameterSums(&plan->layers[l - 1], gradient, tiles + plan->parameterSums);
    }
    gradientOfRows(plan, 0, gradient, tiles, x, rows, wholeOf(gradientRowsOf(plan, 0)));
}

// Marks the units whose derivative is not 0 for all of `count` samples, before backwardTile() replaces the derivatives. Other work-groups
// may mark the same unit, with the same epoch.
NOT_INLINE void noteAlive(int lane, const __global Plan *plan, Constants tiles, int count, uint epoch, __global int *lastAlive)
{
    for (int l = 0; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        for (int first = 0; first < layer->stride; first += VEC) {
            JOIN(int, VEC) alive = (JOIN(int, VEC))(0);
            for (int row = 0; row < count; ++row)
                alive |= loadVector(tiles + layer->slope + row * layer->stride + first) != (vec)(0.0f);
            int marks[VEC];
            *(JOIN(int, VEC) *)marks = alive;
            for (int k = 0; k < VEC && first + k < layer->outputs; ++k) {
                if (marks[k])
                    atomic_max(lastAlive + layer->firstUnit + first + k, (int)epoch);
            }
        }
    }
}
