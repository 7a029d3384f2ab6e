// What comes from memory to the places of a block: samples of a tile, and chunks of weights, values and deltas.
//
// Layout: points are [rows][inputStride] at Plan::gathered, where the first layer is computed from them; labels and targets at gatheredLabels and
// gatheredTargets.
// Needs: block, product.

NOT_INLINE void takeSamples(int lane, const Tile *tile)
{
    const __global Plan *plan = tile->plan;
    const int stride = plan->inputStride;
    TILE_SPACE int *labels = (TILE_SPACE int *)(tile->tiles + plan->gatheredLabels);
    const Tiles values = tile->tiles + plan->gatheredTargets;
    for (int row = lane; row < tile->rows; row += LANES) {
        const int sample = sampleOf(tile, row);
        for (int i = 0; plan->isFromPoints && i < stride; ++i)
            tile->tiles[plan->gathered + row * stride + i] = tile->points[(size_t)sample * stride + i];
        const int isMeasured = tile->measures && row < tile->count;
        if (!HAS_TARGET_VALUES)
            labels[row] = isMeasured ? tile->targets.labels[sample] : 0;
        for (int output = 0; HAS_TARGET_VALUES && output < outputLayerOf(tile)->outputs; ++output)
            values[output * tile->rows + row] = isMeasured ? tile->targets.values[output * tile->targets.stride + sample] : 0.0f;
    }
}

// Weights of the step's layer: its chunk of terms, its block of units; 0 beyond.
NOT_INLINE void loadWeights(int lane, const Tile *tile, TileStep step)
{
    const __global Layer *layer = layerOf(tile, step);
    const int terms = min(UNITS, layer->inputs - step.term * UNITS), units = unitsOf(tile, step);
    const Constants from = tile->model + layer->weight + step.term * UNITS * layer->stride + step.column * UNITS;
    for (int place = lane; place < UNITS * (UNITS / 4); place += LANES) {
        const int row = place / (UNITS / 4), column = 4 * (place % (UNITS / 4));
        const int isInside = row < terms && column < units;
        storeQuad(tile->tiles + WEIGHTS + AT(row, column), isInside ? loadFour(from + row * layer->stride + column) : (float4)(0.0f));
    }
}

// Quads of [rows][stride] in the worker's memory to one of the places.
INLINE void loadRows(int lane, const Tile *tile, int from, int stride, int first, int to)
{
    const int units = min(UNITS, stride - first);
    for (int place = lane; place < tile->rows * (UNITS / 4); place += LANES) {
        const int row = place / (UNITS / 4), column = 4 * (place % (UNITS / 4));
        storeQuad(tile->tiles + to + AT(row, column),
                  column < units ? loadFour(tile->worker + from + row * stride + first + column) : (float4)(0.0f));
    }
}

// The chunk of terms that the step's layer takes: values of the layer before, or coordinates.
NOT_INLINE void loadInputs(int lane, const Tile *tile, TileStep step)
{
    const int first = step.term * UNITS;
    if (step.layer > 0) {
        const __global Layer *before = layerOf(tile, step) - 1;
        loadRows(lane, tile, before->value, before->stride, first, INPUTS);
        return;
    }
    const int terms = min(UNITS, layerOf(tile, step)->inputs - first);
    for (int place = lane; place < tile->rows * UNITS; place += LANES) {
        const int row = place / UNITS, i = place % UNITS;
        tile->tiles[INPUTS + AT(row, i)] = i < terms ? tile->points[(size_t)sampleOf(tile, row) * tile->plan->inputStride + first + i] : 0.0f;
    }
}

NOT_INLINE void loadDeltas(int lane, const Tile *tile, TileStep step)
{
    const __global Layer *layer = layerOf(tile, step);
    loadRows(lane, tile, layer->parameterSlope, layer->stride, step.column * UNITS, DELTAS(tile));
}
