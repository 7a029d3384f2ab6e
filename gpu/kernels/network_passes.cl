// A whole network on one tile of samples: forward through all layers, and back.

INLINE int roundUp(int value, int step)
{
    return (value + step - 1) / step * step;
}

// Values (and, while training, slopes) of all layers and the logits for one tile of `rows` samples.
INLINE void forwardTile(const int mode, Constants table, const __global Plan *plan, Constants model, Memory tiles, Constants x, int rows,
                        Draws draws)
{
    int xStride = plan->layers[0].inputs;
    for (int l = 0; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        forwardLayer(mode, table, layer, model, tiles, x, xStride, rows, draws);
        x = tiles + layer->value;
        xStride = layer->stride;
    }
    outputLogits(&plan->layers[plan->hiddenLayers], model, x, tiles + plan->logits, rows);
}

// Adds a tile's share to the gradient; the logits are dLoss/dlogit by now.
INLINE void backwardTile(const __global Plan *plan, Memory model, Memory tiles, Constants x, int rows)
{
    const Memory gradient = model + plan->gradient;
    const Memory logits = tiles + plan->logits;
    const int last = plan->hiddenLayers - 1;
    const __global Layer *output = &plan->layers[plan->hiddenLayers];
    outputGradient(output, gradient, tiles + plan->layers[last].value, logits, rows);
    backwardLayer(&plan->layers[last], gradient, tiles, output->outputs, logits, 1, TILE, model + output->weight, output->stride,
                  rows);
    for (int l = last; l > 0; --l) {
        const __global Layer *layer = &plan->layers[l];
        const __global Layer *before = &plan->layers[l - 1];
        const Memory delta = tiles + layer->slope;
        weightGradient(layer->inputs, rows, tiles + before->value, 1, before->stride, delta, layer->stride, gradient + layer->weight);
        backwardLayer(before, gradient, tiles, layer->outputs, delta, layer->stride, 1, model + plan->transposed + layer->transposed,
                      before->stride, rows);
    }
    const __global Layer *first = &plan->layers[0];
    weightGradient(first->inputs, rows, x, 1, first->inputs, tiles + first->slope, first->stride, gradient + first->weight);
}
