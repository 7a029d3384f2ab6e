// The output layer in the lanes mapping. Its sums are few columns, so that each item adds up what its own columns of the last hidden layer contribute, four
// outputs at a time, and an item for each sample adds up the items' parts.
//
// Layout: parts lie in the item's own places of the deltas, output by output in its first quad of a row; logits are [output][rows].
// Needs: block, sums, loss.

// Parts of logits 4 * step.group … from the values that the item has in its own places.
NOT_INLINE void partsOfLogits(const Tile *tile, TileStep step)
{
    const __global Layer *output = outputLayerOf(tile);
    const int outputs = output->outputs - 4 * step.group;
    const Constants weights = tile->model + output->weight + 4 * step.group * output->stride + step.column * UNITS;
    const int units = min(UNITS, output->stride - step.column * UNITS);
    const Tiles deltas = tile->tiles + DELTAS(tile);
    float4 part[ROWS];
UNROLL
    for (int r = 0; r < ROWS; ++r)
        part[r] = (float4)(0.0f);
UNROLL
    for (int q = 0; q < QUADS; ++q) {
        const int column = COLUMN_OF(tile->columnGroup, q);
        if (column < units) {
#define ADD_OUTPUT(i, component)                                                                                        \
            if (i < outputs) {                                                                                          \
                const float4 weight = loadFour(weights + i * output->stride + column);                                  \
                FOR_ROWS(tile, r) {                                                                             \
                    const float4 value = loadQuad(deltas + AT(ROW_OF(tile->rowGroup, r), column));                      \
                    part[r].component += (value.x * weight.x + value.y * weight.y) + (value.z * weight.z + value.w * weight.w); \
                }                                                                                                       \
            }
            FOR_COMPONENTS(ADD_OUTPUT)
        }
    }
    FOR_ROWS(tile, r)
        storeQuad(deltas + AT(ROW_OF(tile->rowGroup, r), COLUMN_OF(tile->columnGroup, 0)), part[r]);
}

// Adds them up; each item has its own samples, whose loss it computes next.
NOT_INLINE void addLogits(int lane, const Tile *tile, TileStep step)
{
    const __global Layer *output = outputLayerOf(tile);
    const int outputs = output->outputs - 4 * step.group;
    const Constants bias = tile->model + output->bias + 4 * step.group;
    for (int row = lane; row < tile->rows; row += LANES) {
        const Tiles logits = tile->tiles + tile->plan->logits + 4 * step.group * tile->rows + row;
        float4 sum = (float4)(0.0f);
        for (int group = 0; group < COLUMN_GROUPS; ++group)
            sum += loadQuad(tile->tiles + DELTAS(tile) + AT(row, COLUMN_OF(group, 0)));
#define PUT_LOGIT(i, component)                                                         \
        if (i < outputs)                                                                \
            logits[i * tile->rows] = (step.column == 0 ? bias[i] : logits[i * tile->rows]) + sum.component;
        FOR_COMPONENTS(PUT_LOGIT)
    }
}

// Loss of the item's own samples; dLoss/dlogit takes the logits' place.
NOT_INLINE void measureTile(int lane, const Tile *tile, const TileTargets *targets, float weight, Sums *sums, LossSums *loss)
{
    const int outputs = outputLayerOf(tile)->outputs;
    lossOfTile(tile->mode, lane, (Constants)0, outputs, tile->count, tile->rows, *targets, weight, tile->tiles + tile->plan->logits,
               tile->rows, loss);
    if (outputs > OUTPUTS_IN_REGISTERS)
        return;
    for (int row = lane; row < tile->count; row += LANES) {
        sums->ofOutputBias0 += outputDelta(tile, row, 0);
        sums->ofOutputBias1 += outputDelta(tile, row, outputs - 1);
    }
}

// The gradient of the weights of many outputs, from values in their owners' places: an output and a quad by each item. And of their biases, with the first
// block.
NOT_INLINE void gradientOfOutputs(int lane, const Tile *tile, TileStep step)
{
    const __global Layer *output = outputLayerOf(tile);
    const int quads = min(UNITS, output->stride - step.column * UNITS) / 4;
    for (int place = lane; place < quads * output->outputs; place += LANES) {
        const int o = place / quads, column = 4 * (place - o * quads);
        float4 sum = (float4)(0.0f);
        for (int row = 0; row < tile->count; ++row)
            sum += outputDelta(tile, row, o) * loadQuad(tile->tiles + DELTAS(tile) + AT(row, column));
        const Memory to = tile->gradient + output->weight + o * output->stride + step.column * UNITS + column;
        storeFour(to, loadFour(to) + sum);
    }
    for (int o = lane; o < output->outputs && step.column == 0; o += LANES) {
        float sum = 0.0f;
        for (int row = 0; row < tile->count; ++row)
            sum += outputDelta(tile, row, o);
        tile->gradient[output->bias + o] += sum;
    }
}

// The same of a network without hidden layers, straight from the points.
NOT_INLINE void logitsOfPoints(int lane, const Tile *tile)
{
    const __global Layer *output = outputLayerOf(tile);
    for (int row = lane; row < tile->rows; row += LANES) {
        const Constants point = tile->points + (size_t)sampleOf(tile, row) * tile->plan->inputStride;
        for (int o = 0; o < output->outputs; ++o) {
            const Constants weights = tile->model + output->weight + o * output->stride;
            float sum = tile->model[output->bias + o];
            for (int i = 0; i < output->inputs; ++i)
                sum += point[i] * weights[i];
            tile->tiles[tile->plan->logits + o * tile->rows + row] = sum;
        }
    }
}

NOT_INLINE void gradientOfPoints(int lane, const Tile *tile)
{
    const __global Layer *output = outputLayerOf(tile);
    for (int place = lane; place < output->inputs * output->outputs; place += LANES) {
        const int o = place / output->inputs, i = place - o * output->inputs;
        float sum = 0.0f;
        for (int row = 0; row < tile->count; ++row)
            sum += outputDelta(tile, row, o) * tile->points[(size_t)sampleOf(tile, row) * tile->plan->inputStride + i];
        tile->gradient[output->weight + o * output->stride + i] += sum;
    }
    for (int o = lane; o < output->outputs; o += LANES) {
        float sum = 0.0f;
        for (int row = 0; row < tile->count; ++row)
            sum += outputDelta(tile, row, o);
        tile->gradient[output->bias + o] += sum;
    }
}
