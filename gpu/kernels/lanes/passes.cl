// A whole network on one tile of samples in the lanes mapping: forward through all layers, and back. forwardTile() and backwardTile() end
// with all work-items at the same place.
//
// Layout: of hidden layers value and slope, [rows][stride]; logits [output][TILE].
// Needs: forward of all kinds, backward.

// Values (and, while training, slopes) of all layers and the logits for one tile of `rows` samples. FOR_KINDS(item) is item(0)
// item(1) ... for the program's activations.
INLINE void forwardTile(const int mode, Constants table, const __global Plan *plan, Constants model, Tiles tiles, TileValues x, int rows,
                        Draws draws)
{
    int xStride = plan->inputStride;
    int l = 0;
    do {
        const __global Layer *layer = &plan->layers[l];
        if (l == plan->hiddenLayers) {
            outputLogits(LANE, layer, model, x, tiles + plan->logits, rows);
        } else {
#define FORWARD_OF_KIND(k)                                                                             \
            if (layer->kind == k)                                                                      \
                JOIN(forwardLayer, k)(mode, LANE, layer, model, tiles, x, xStride, rows, draws);
            FOR_KINDS(FORWARD_OF_KIND)
        }
        SYNC()
        x = tiles + layer->value;
        xStride = layer->stride;
        ++l;
    } while (l <= plan->hiddenLayers);
}

INLINE void predictTile(Constants table, const __global Plan *plan, Constants model, Memory worker, Tiles tiles, TileValues x, int count, int rows)
{
    forwardTile(EVALUATION, table, plan, model, tiles, x, rows, noDraws());
}

// Adds what a tile contributes to the gradient, every item to places of its own; the logits are dLoss/dlogit by now. Does nothing without `update`.
INLINE void backwardTile(const int update, const __global Plan *plan, Constants model, Memory gradient, Tiles tiles, TileValues x, int rows,
                         Scratch scratch)
{
    int l = update ? plan->hiddenLayers : -1;
    do {
        const __global Layer *layer = &plan->layers[max(l, 0)];
        const __global Layer *before = &plan->layers[max(l - 1, 0)];
        const int isOutput = l == plan->hiddenLayers;
        const TileValues inputs = l > 0 ? tiles + before->value : x;
        const TileValues delta = tiles + (isOutput ? plan->logits : layer->slope);
        if (isOutput) // weights lie the other way round: lanes are inputs, rows are outputs
            outputBiasGradient(LANE, layer, gradient, delta, rows);
        if (l >= 0) {
            const int inputStride = l > 0 ? before->stride : plan->inputStride;
            weightGradient(LANE, isOutput ? layer->outputs : layer->inputs, rows, isOutput ? delta : inputs, isOutput ? TILE : 1,
                           isOutput ? 1 : inputStride, isOutput ? inputs : delta, layer->stride, gradient + layer->weight,
                           isOutput ? 0 : gradient + layer->bias);
        }
        const Constants weights = model + (isOutput ? layer->weight : plan->transposed + layer->transposed);
        const float parameter = backwardLayer(LANE, before, tiles, layer->outputs, delta, isOutput ? 1 : layer->stride, isOutput ? TILE : 1,
                                              weights, before->stride, l > 0 ? rows : 0);
#ifdef SOMETHING_LEARNS
        const float total = sumOfGroup(scratch, parameter);
        if (LANE == 0 && before->learns)
            gradient[before->parameter] += total;
#else
        (void)parameter;
#endif
        SYNC()
        --l;
    } while (l >= 0);
}

// Marks the units whose derivative is not 0 for all of `count` samples, before backwardTile() replaces the derivatives. Other work-groups
// may mark the same unit, with the same epoch.
NOT_INLINE void noteAlive(int lane, const __global Plan *plan, TileValues tiles, int count, uint epoch, __global int *lastAlive)
{
    for (int l = 0; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        for (int unit = lane; unit < layer->outputs; unit += LANES) {
            int alive = 0;
            for (int row = 0; row < count; ++row)
                alive |= tiles[layer->slope + row * layer->stride + unit] != 0.0f;
            if (alive)
                atomic_max(lastAlive + layer->firstUnit + unit, (int)epoch);
        }
    }
}

// Rewrites the transposed weights of hidden layers after the first: [outputs][stride of the layer before]. All of them, whatever the slice:
// in this mapping it is the whole model.
NOT_INLINE void transposeWeights(int lane, const __global Plan *plan, Range slice, Memory model)
{
    for (int l = 1; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const Memory transposed = model + plan->transposed + layer->transposed;
        for (int place = lane; place < layer->inputs * layer->outputs; place += LANES) {
            const int output = place / layer->inputs;
            transposed[place] = model[layer->weight + (place - output * layer->inputs) * layer->stride + output];
        }
    }
}
