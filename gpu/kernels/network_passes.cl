// A whole network on one tile of samples in the vector mapping: forward through all layers, and back.

// A layer's product, and the activation that follows it. FOR_KINDS(item) is item(0) item(1) … for the program's activations.
NOT_INLINE void forwardLayer(const int mode, Constants table, const __global Layer *layer, Constants model, Memory tiles, Constants x,
                         int xStride, int rows, Draws draws)
{
#define FORWARD_OF_KIND(k)                                                                             \
    if (layer->kind == k)                                                                              \
        JOIN(forwardLayer, k)(mode, table, layer, model, tiles, x, xStride, rows, draws);
    FOR_KINDS(FORWARD_OF_KIND)
}

// Values (and, while training, slopes) of the layers from `first` on and the logits for one tile of `rows` samples; `x` are the points.
NOT_INLINE void forwardLayers(const int mode, const int first, Constants table, const __global Plan *plan, Constants model, Memory tiles,
                              Constants x, int rows, Draws draws)
{
    int xStride = plan->inputStride;
    if (first > 0) {
        x = tiles + plan->layers[first - 1].value;
        xStride = plan->layers[first - 1].stride;
    }
    for (int l = first; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        forwardLayer(mode, table, layer, model, tiles, x, xStride, rows, draws);
        x = tiles + layer->value;
        xStride = layer->stride;
    }
    outputLogits(&plan->layers[plan->hiddenLayers], model, x, tiles + plan->logits, rows);
}

INLINE void forwardTile(const int mode, Constants table, const __global Plan *plan, Constants model, Memory tiles, Constants x, int rows,
                        Draws draws)
{
    forwardLayers(mode, 0, table, plan, model, tiles, x, rows, draws);
}

// Adds a tile's share to the gradient; the logits are dLoss/dlogit by now. Does nothing without `update`.
INLINE void backwardTile(const int update, const __global Plan *plan, Constants model, Memory gradient, Memory tiles, Constants x, int rows,
                         Scratch scratch)
{
    if (!update)
        return;
    const Memory logits = tiles + plan->logits;
    const int last = plan->hiddenLayers - 1;
    const __global Layer *output = &plan->layers[plan->hiddenLayers];
    outputBiasGradient(output, gradient, logits, rows);
    if (isShallow(plan)) {
        backwardShallow(plan, model, gradient, tiles, x, rows);
        return;
    }
    outputGradient(output, gradient, last < 0 ? x : tiles + plan->layers[last].value, logits, rows);
    if (last < 0)
        return;
    backwardLayer(&plan->layers[last], gradient, tiles, output->outputs, logits, 1, TILE, model + output->weight, output->stride, rows);
    for (int l = last; l > 0; --l) {
        const __global Layer *layer = &plan->layers[l];
        const __global Layer *before = &plan->layers[l - 1];
        const Memory delta = tiles + layer->slope;
        weightGradient(layer->inputs, rows, tiles + before->value, 1, before->stride, delta, layer->stride, gradient + layer->weight);
        backwardLayer(before, gradient, tiles, layer->outputs, delta, layer->stride, 1, model + plan->transposed + layer->transposed,
                      before->stride, rows);
    }
    const __global Layer *first = &plan->layers[0];
    weightGradient(first->inputs, rows, x, 1, plan->inputStride, tiles + first->slope, first->stride, gradient + first->weight);
}

// Marks the units whose derivative is not 0 for all of `count` samples, before backwardTile() replaces the derivatives. Other work-groups
// may mark the same unit, with the same epoch.
NOT_INLINE void noteAlive(int lane, const __global Plan *plan, Constants tiles, int count, uint epoch, __global int *lastAlive)
{
    for (int l = 0; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        for (int lane = 0; lane < layer->stride; lane += VEC) {
            JOIN(int, VEC) alive = (JOIN(int, VEC))(0);
            for (int row = 0; row < count; ++row)
                alive |= loadVector(tiles + layer->slope + row * layer->stride + lane) != (vec)(0.0f);
            int marks[VEC];
            *(JOIN(int, VEC) *)marks = alive;
            for (int k = 0; k < VEC && lane + k < layer->outputs; ++k) {
                if (marks[k])
                    atomic_max(lastAlive + layer->firstUnit + lane + k, (int)epoch);
            }
        }
    }
}
